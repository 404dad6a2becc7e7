"""Text from feeds, made plain."""

import pytest
from django.core.exceptions import ValidationError

from intergroup.registry.feeds import texts


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        (None, ""),
        ("  Friday   Hope ", "Friday Hope"),
        ("Women&#8217;s Group", "Women’s Group"),
        ("Rock &amp;amp; Roll", "Rock & Roll"),
        ("Q&A", "Q&A"),
        ("R&notes", "R&notes"),
        ("<b>Hope</b>", "Hope"),
        ("I <3 HA", "I <3 HA"),
        ("3 < 4 > 2", "3 < 4 > 2"),
        ("One\nTwo\tThree", "One Two Three"),
        ("No\u00a0break\u200b", "No break"),
        ("Nul\0l", "Null"),
        (7, "7"),
        (7.0, "7"),
        (True, "yes"),
        (["A", None, "B"], "A, B"),
        ({"rendered": "<p>Hope</p>"}, "Hope"),
    ],
)
def test_a_line_is_plain_text_with_single_blanks(written, plain):
    assert texts.line(written) == plain


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("One\r\nTwo \r\n\r\n", "One\nTwo"),
        ("One<br/>Two<BR>Three", "One\nTwo\nThree"),
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo"),
        ("&lt;p&gt;One&lt;/p&gt;", "One"),
        ('<a href="https://example.org">Our page</a>', "Our page"),
        ("<script>alert(1)</script>Hope", "Hope"),
        ("<!-- wp:paragraph -->Hope", "Hope"),
        ("One\n\nTwo", "One\n\nTwo"),
    ],
)
def test_lines_lose_their_html_and_keep_their_breaks(written, plain):
    assert texts.lines(written) == plain


@pytest.mark.parametrize(
    "written",
    ["a &amp;amp;lt;b&gt; c", "x<br>y&nbsp;z", "<p>&lt;p&gt;</p>", "1 &lt; 2"],
)
def test_what_was_made_plain_once_stays_as_it_is(written):
    once = texts.lines(written)

    assert texts.lines(once) == once


@pytest.mark.parametrize("written", [{"a": 1}, [["a"]], [{"a": 1}]])
def test_what_is_no_text_is_refused(written):
    with pytest.raises(ValidationError, match="This is not text"):
        texts.line(written)
