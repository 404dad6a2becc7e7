"""The forms of the groups, on a telephone and without a script."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_pages import WCAG

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 800}


@pytest.fixture
def telephone(chromium):
    """A page 360 wide in a browser without scripts, of somebody nobody knows."""
    with chromium.new_context(viewport=PHONE, java_script_enabled=False) as context:
        yield context.new_page()


@pytest.fixture
def reader(chromium):
    """A page 360 wide, dark, that axe can look at."""
    with chromium.new_context(viewport=PHONE, color_scheme="dark") as context:
        yield context.new_page()


def fill(page, site):
    """Write down a new group that meets on two days."""
    page.goto(f"{site}/groups/register/")
    page.get_by_label("Name of the group").fill("Moonlight")
    page.get_by_label("Monday").check()
    page.get_by_label("Thursday").check()
    page.get_by_label("Begins").fill("23:00")
    page.get_by_label("Address", exact=True).fill("1 Elm St, Peoria, IL 61602, USA")
    you = page.locator("section", has_text="You, who send this")
    you.get_by_label("First name").fill("Jo")
    you.get_by_label("E-mail").fill("jo@example.org")
    you.get_by_label("You and the group").select_option("member")


def press(page, name):
    """Press a button once three seconds are over, as people do."""
    page.wait_for_timeout(3_500)
    page.get_by_role("button", name=name).click()


def faults(page):
    options = {"runOnly": {"type": "tag", "values": WCAG}, "preload": False}
    return [
        (fault["id"], [node["html"] for node in fault["nodes"]])
        for fault in Axe().run(page, options=options).response["violations"]
    ]


def sideways(page):
    return page.evaluate("document.documentElement.scrollWidth") - PHONE["width"]


def test_a_group_is_registered_without_a_script(telephone, demo_site):
    fill(telephone, demo_site)

    press(telephone, "Add another meeting")
    rows = telephone.get_by_label("Begins").count()
    kept = telephone.get_by_label("Name of the group").input_value()
    press(telephone, "Send it to the office")

    assert (rows, kept) == (2, "Moonlight")
    assert telephone.get_by_text("Thank you, your form has arrived.").is_visible()
    assert telephone.get_by_text("New group").is_visible()


def test_mistakes_and_the_talk_can_be_read_by_all(reader, demo_site):
    fill(reader, demo_site)
    reader.get_by_label("Name of the group").fill("Early Birds")
    reader.locator("#id_sender_first_name").fill("Jo King")

    press(reader, "Send it to the office")
    on_mistakes = (faults(reader), sideways(reader))
    told = reader.get_by_text("Write one first name only").is_visible()
    reader.locator("#id_sender_first_name").fill("Jo")
    reader.get_by_role("button", name="Send it to the office").click()
    reader.get_by_label("Write to the office").wait_for()

    assert (*on_mistakes, told) == ([], 0, True)
    assert (faults(reader), sideways(reader)) == ([], 0)
