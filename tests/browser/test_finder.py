"""The finder as a newcomer has it: on a telephone, without a script, by keyboard."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def telephone(chromium):
    """A page 360 wide in a browser without scripts, of somebody nobody knows."""
    view = {"width": 360, "height": 800}
    with chromium.new_context(viewport=view, java_script_enabled=False) as context:
        yield context.new_page()


def test_meeting_is_found_without_a_script(telephone, demo_site):
    telephone.goto(f"{demo_site}/meetings/")
    telephone.get_by_label("Day", exact=True).select_option("Friday")
    telephone.get_by_label("Time of day").select_option("Evening")

    telephone.get_by_role("button", name="Show meetings").click()

    assert telephone.url.endswith("/meetings/?day=friday&time=evening#found")
    found = telephone.get_by_role("heading", level=2).first.inner_text()
    assert found.endswith("meetings on Friday evening")


def test_meeting_leads_to_its_page_and_back(telephone, demo_site):
    telephone.goto(f"{demo_site}/meetings/")
    link = telephone.locator(".day .meeting a").first
    name = link.inner_text()

    link.click()

    assert telephone.get_by_role("heading", level=1).inner_text() == name
    assert telephone.get_by_role("link", name="All meetings").is_visible()


def test_no_page_of_the_finder_leaves_anything_or_asks_anybody(telephone, demo_site):
    asked = []
    telephone.on("request", lambda request: asked.append(request.url))

    telephone.goto(f"{demo_site}/meetings/")
    telephone.locator(".day .meeting a").first.click()
    telephone.goto(f"{demo_site}/contribute/")

    assert [url for url in asked if not url.startswith(demo_site)] == []
    assert telephone.context.cookies() == []


def test_code_of_a_page_can_be_seen(telephone, demo_site):
    telephone.goto(f"{demo_site}/meetings/")
    telephone.locator(".day .meeting a").first.click()

    picture = telephone.get_by_alt_text("QR code of this page’s address")
    picture.wait_for()
    telephone.wait_for_load_state("load")

    assert picture.evaluate("picture => picture.naturalWidth") > 0


def test_links_are_big_enough_for_a_thumb(telephone, demo_site):
    telephone.goto(f"{demo_site}/meetings/")

    controls = telephone.locator("main form :is(select, input, button)")
    heights = [box.bounding_box()["height"] for box in controls.all()]

    assert min(heights) >= 44


def test_first_key_leads_past_the_menu_of_the_public(chromium, demo_site):
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{demo_site}/meetings/")

        page.keyboard.press("Tab")
        page.keyboard.press("Enter")

        assert page.evaluate("document.activeElement.id") == "start"
