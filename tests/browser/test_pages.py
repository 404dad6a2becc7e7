"""Each page as a person gets it: readable by all, on a telephone, under the policy.

SCREENSHOTS=/some/folder keeps a picture of every page that is looked at.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.pages import PAGES

pytestmark = pytest.mark.browser
HEIGHT = 800
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SETTLED = "document.getAnimations().forEach(each => each.finish())"  # of colours
OPTIONS = {
    "runOnly": {"type": "tag", "values": WCAG},
    "resultTypes": ["violations"],
    "preload": False,
}


@dataclass
class Seen:
    """What was found on one page, by the view in which it was found."""

    faults: dict = field(default_factory=dict)
    sideways: dict = field(default_factory=dict)
    told: list = field(default_factory=list)


@pytest.fixture(scope="module", params=PAGES, ids=lambda page: page[0])
def seen(request, chromium, signed_in, demo_site):
    """One page, opened once and looked at in each of its views for the tests below."""
    name, mailbox, path, views = request.param
    found, first = Seen(), views[0]
    with chromium.new_context(
        viewport={"width": first.width, "height": HEIGHT},
        color_scheme=first.scheme,
        storage_state=signed_in(mailbox),
    ) as context:
        page = context.new_page()
        page.on("console", lambda message: found.told.append(message.text))
        page.on("pageerror", lambda error: found.told.append(str(error)))
        _open(page, demo_site, path)
        for view in views:
            _look(page, view, found)
            if folder := os.environ.get("SCREENSHOTS"):
                file = Path(folder) / f"{name}-{view.name}.png"
                page.screenshot(path=file, full_page=True)
    return found


def _look(page, view, found):
    """Note what is wrong in one view of a page; nothing, where nothing is."""
    page.set_viewport_size({"width": view.width, "height": HEIGHT})
    page.emulate_media(color_scheme=view.scheme)
    page.evaluate(SETTLED)
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > view.width:
        found.sideways[view.name] = width - view.width
    for fault in Axe().run(page, options=OPTIONS).response["violations"]:
        told = (fault["id"], [node["html"] for node in fault["nodes"]])
        found.faults.setdefault(view.name, []).append(told)


def _open(page, demo_site, path):
    """Go to an address, or show what importing a file of this text would do."""
    if path.startswith("/"):
        page.goto(demo_site + path)
        return
    page.goto(f"{demo_site}/admin/treasury/contribution/import/")
    file = {"name": "some.csv", "mimeType": "text/csv", "buffer": path.encode()}
    page.set_input_files("#id_import_file", file)
    page.get_by_role("button", name="Show what it would do").click()
    page.get_by_text("refused", exact=True).wait_for()


def test_page_can_be_read_by_all(seen):
    assert seen.faults == {}


def test_page_does_not_scroll_sideways(seen):
    assert seen.sideways == {}


def test_page_keeps_to_the_policy(seen):
    broken = [told for told in seen.told if "Content Security" in told]

    assert broken == []


@pytest.fixture
def telephone(chromium, signed_in):
    """A page 360 wide in a browser without scripts; the treasurer is signed in."""
    context = chromium.new_context(
        viewport={"width": 360, "height": 800},
        java_script_enabled=False,
        storage_state=signed_in("treasurer"),
    )
    with context:
        yield context.new_page()


def test_menu_opens_and_closes_without_a_script(telephone, demo_site):
    telephone.goto(f"{demo_site}/admin/")
    menu = telephone.get_by_role("navigation", name="Menu")
    shut = menu.is_visible()

    telephone.get_by_role("link", name="Menu").click()
    opened = menu.is_visible()
    telephone.get_by_role("link", name="Close the menu").click()

    assert (shut, opened, menu.is_visible()) == (False, True, False)


def test_report_is_asked_for_without_a_script(telephone, demo_site):
    telephone.goto(f"{demo_site}/reports/roster/")
    telephone.get_by_label("On").fill("2026-01-31")

    telephone.get_by_role("button", name="Show").click()

    assert telephone.url.endswith("/reports/roster/?on=2026-01-31")


def test_first_key_leads_past_the_menu(chromium, signed_in, demo_site):
    with chromium.new_context(storage_state=signed_in("treasurer")) as context:
        page = context.new_page()
        page.goto(f"{demo_site}/admin/")

        page.keyboard.press("Tab")
        page.keyboard.press("Enter")

        assert page.evaluate("document.activeElement.id") == "content-start"
