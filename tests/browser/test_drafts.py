"""What is typed is saved as it is typed, and two windows lose no words."""

import pytest

pytestmark = pytest.mark.browser
REPORT = "/business/my-report/"


@pytest.fixture
def windows(chromium, signed_in, demo_site):
    """A function that opens a page for somebody in a window of its own."""
    opened = []

    def window(mailbox, path):
        context = chromium.new_context(storage_state=signed_in(mailbox))
        opened.append(context)
        page = context.new_page()
        page.goto(demo_site + path)
        return page

    yield window
    for context in opened:
        context.close()


def test_a_draft_is_saved_while_typing_and_is_there_again(windows):
    page = windows("representative", REPORT)

    page.fill("#id_report", "We are well, and nobody pressed a button.")
    page.get_by_text("Saved at").wait_for()

    again = windows("representative", REPORT)
    assert again.input_value("#id_report") == (
        "We are well, and nobody pressed a button."
    )


def test_a_closed_tab_takes_the_last_words_along(windows):
    page = windows("representative", REPORT)
    page.fill("#id_needs", "A lamp for the door.")

    page.evaluate(
        "() => { Object.defineProperty(document, 'visibilityState', "
        "{ value: 'hidden' }); "
        "document.dispatchEvent(new Event('visibilitychange')); }"
    )
    page.get_by_text("Saved at").wait_for()

    again = windows("representative", REPORT)
    assert again.input_value("#id_needs") == "A lamp for the door."


def test_the_older_of_two_windows_is_told_and_keeps_its_words(windows):
    first, second = (windows("representative", REPORT) for _window in range(2))
    first.fill("#id_suggestions", "Meet at noon.")
    first.get_by_text("Saved at").wait_for()

    second.fill("#id_suggestions", "Meet at one.")
    second.get_by_text("another window").wait_for()

    assert "Suggestions: Meet at noon." in second.inner_text("[data-draft-theirs]")
    assert second.input_value("#id_suggestions") == "Meet at one."


def test_the_prose_of_minutes_is_saved_while_typing(windows):
    page = windows("secretary", "/business/meeting/6/minutes/")
    box = page.get_by_label("What was said – Roll call and quorum")

    box.fill("Called by number.")
    page.get_by_text("Saved at").wait_for()

    again = windows("secretary", "/business/meeting/6/minutes/")
    kept = again.get_by_label("What was said – Roll call and quorum")
    assert kept.input_value() == "Called by number."
