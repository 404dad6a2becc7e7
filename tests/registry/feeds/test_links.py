"""Links and payment names, as feeds write them."""

import pytest
from django.core.exceptions import ValidationError

from intergroup.registry.feeds.links import read_handle, read_link


@pytest.mark.parametrize(
    ("written", "link", "around"),
    [
        (None, "", ""),
        ("https://", "", ""),
        ("N/A", "", ""),
        ("https://zoom.us/j/1", "https://zoom.us/j/1", ""),
        (" https://zoom.us/j/1 ", "https://zoom.us/j/1", ""),
        ("zoom.us/j/1", "https://zoom.us/j/1", ""),
        ("http:/zoom.us/j/1", "https://zoom.us/j/1", ""),
        ("https://zoom.us/j/1?pwd=a&amp;b=c", "https://zoom.us/j/1?pwd=a&b=c", ""),
        ("https://zoom.us/j/1 Password: hope", "https://zoom.us/j/1", "Password: hope"),
        ('<a href="https://zoom.us/j/1">Join</a>', "https://zoom.us/j/1", ""),
    ],
)
def test_a_link_is_found_and_the_words_around_it_are_kept(written, link, around):
    assert read_link(written) == (link, around)


@pytest.mark.parametrize(
    "written", ["zoom", "see our page", "812 3350 9421", "ftp://a.b"]
)
def test_what_is_no_link_is_refused_in_a_sentence(written):
    with pytest.raises(ValidationError) as refused:
        read_link(written)

    sentence = f"“{written}” is not a link. A link begins with https://."
    assert refused.value.messages == [sentence]


@pytest.mark.parametrize(
    ("service", "written", "handle"),
    [
        ("venmo", "@Hope-Group", "@Hope-Group"),
        ("venmo", "Hope-Group", "@Hope-Group"),
        ("venmo", "https://venmo.com/u/Hope-Group", "@Hope-Group"),
        ("venmo", "https://account.venmo.com/u/Hope?x=1", "@Hope"),
        ("square", "https://cash.app/$Hope", "$Hope"),
        ("square", "$Hope", "$Hope"),
        ("paypal", "https://www.paypal.me/hope/", "hope"),
        ("paypal", "hope@example.org", "hope@example.org"),
        ("homegroup_online", " abc ", "abc"),
        ("venmo", None, ""),
    ],
)
def test_a_payment_name_is_read_without_its_web_page(service, written, handle):
    assert read_handle(service, written) == handle
