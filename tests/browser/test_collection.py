"""The collection sheet by the keyboard alone, and on a telephone."""

from datetime import date, timedelta

import pytest

pytestmark = pytest.mark.browser
FOUR_MINUTES = 240
KEYS_A_SECOND = 3  # of one who looks from the envelope to the screen and back


class Keyboard:
    """A person’s hands: every key that is pressed is counted."""

    def __init__(self, page):
        self.page, self.pressed = page, 0

    def type(self, text):
        self.page.keyboard.type(text)
        self.pressed += len(text)

    def press(self, key, times=1):
        for _ in range(times):
            self.page.keyboard.press(key)
        self.pressed += times


@pytest.fixture
def sheet(chromium, signed_in, demo_site):
    """The sheet in a browser of this width, and the hands of the treasurer."""
    contexts = []

    def open_at(width):
        context = chromium.new_context(
            viewport={"width": width, "height": 800},
            storage_state=signed_in("treasurer"),
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{demo_site}/treasury/collection/")
        return page, Keyboard(page)

    yield open_at
    for context in contexts:
        context.close()


def counters(page, hands):
    page.get_by_label("Counted by").focus()
    hands.type("Jo M")
    hands.press("Enter")
    hands.type("Ann B")
    hands.press("Enter", times=2)


def rows_of(page):
    return page.locator(".collection tbody tr").count()


def enter_forty(hands):
    """Twenty amounts in cash, ten checks, ten that came by Zelle."""
    for n in range(40):
        hands.type(f"{20 + n}.50")
        if n % 4 == 1:
            hands.press("Tab")
            hands.type("ch")
            hands.press("Tab")
            hands.type(f"{1000 + n}")
        if n % 4 == 2:
            hands.press("Tab")
            hands.type("z")
        hands.press("Enter")


@pytest.mark.parametrize(("width", "days_ago"), [(1280, 0), (360, 1)])
def test_forty_groups_are_entered_by_the_keyboard_in_under_four_minutes(
    sheet, width, days_ago
):
    page, hands = sheet(width)
    box = page.get_by_label("Collected on")
    today = date.fromisoformat(box.input_value())
    box.fill((today - timedelta(days=days_ago)).isoformat())

    counters(page, hands)
    enter_forty(hands)
    told = page.locator("[data-sum=total]").inner_text()
    page.get_by_role("button", name="Record the collection").focus()
    hands.press("Enter")

    assert told == "$1,600.00"
    page.get_by_text("Recorded 40 contributions, $1,600.00.").wait_for()
    assert hands.pressed / KEYS_A_SECOND < FOUR_MINUTES
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_sums_add_themselves_up_as_one_types(sheet):
    page, hands = sheet(1280)
    counters(page, hands)

    hands.type("1,000.50")
    hands.press("Enter")
    hands.type("12")
    page.get_by_label("Notes and coins counted, in all").fill("1010")

    sums = {
        name: page.locator(f"[data-sum={name}]").inner_text()
        for name in ("rows", "total", "cash", "counted", "difference")
    }
    assert sums == {
        "rows": "2",
        "total": "$1,012.50",
        "cash": "$1,012.50",
        "counted": "$1,010.00",
        "difference": "−$2.50",
    }


def test_enter_in_the_box_that_finds_a_group_leads_to_its_amount(sheet):
    page, hands = sheet(1280)
    page.get_by_label("Find a group").focus()

    hands.type("early ris")
    shown = page.locator(".collection tbody tr:visible").count()
    hands.press("Enter")
    hands.type("15")

    row = page.locator(".collection tbody tr", has_text="Early Risers")
    assert shown == 1
    assert row.locator("input.money").input_value() == "15"
    assert page.locator(".collection tbody tr:visible").count() == rows_of(page)


def test_the_sheet_works_without_a_script(chromium, signed_in, demo_site):
    with chromium.new_context(
        java_script_enabled=False, storage_state=signed_in("treasurer")
    ) as context:
        page = context.new_page()
        page.goto(f"{demo_site}/treasury/collection/")
        page.locator(".collection input.money").first.fill("45")

        page.locator(".collection input.money").first.press("Enter")

        page.locator("[data-sum=total]", has_text="$45.00").wait_for()
        assert page.locator(".collection input.money").first.input_value() == "45"
