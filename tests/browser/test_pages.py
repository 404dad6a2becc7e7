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
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOOKS = [
    pytest.param((*page[:3], view), id=f"{page[0]}-{view.name}")
    for page in PAGES
    for view in page[3]
]


@dataclass
class Seen:
    """What was found on one page."""

    faults: list = field(default_factory=list)
    sideways: int = 0
    told: list = field(default_factory=list)


@pytest.fixture(scope="module", params=LOOKS)
def seen(request, chromium, signed_in, demo_site):
    """One page, opened once and looked at for all the tests below."""
    name, mailbox, path, view = request.param
    with chromium.new_context(
        viewport={"width": view.width, "height": 800},
        color_scheme=view.scheme,
        storage_state=signed_in(mailbox),
    ) as context:
        page, found = context.new_page(), Seen()
        page.on("console", lambda message: found.told.append(message.text))
        page.on("pageerror", lambda error: found.told.append(str(error)))
        _open(page, demo_site, path)
        width = page.evaluate("document.documentElement.scrollWidth")
        found.sideways = width - view.width
        options = {"runOnly": {"type": "tag", "values": WCAG}, "preload": False}
        for fault in Axe().run(page, options=options).response["violations"]:
            found.faults.append((fault["id"], [n["html"] for n in fault["nodes"]]))
        if folder := os.environ.get("SCREENSHOTS"):
            file = Path(folder) / f"{name}-{view.name}.png"
            page.screenshot(path=file, full_page=True)
        return found


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
    assert seen.faults == []


def test_page_does_not_scroll_sideways(seen):
    assert seen.sideways <= 0


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
