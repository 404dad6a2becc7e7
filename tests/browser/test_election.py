"""A whole election by the keyboard alone, on a telephone, while people wait."""

import pytest

pytestmark = pytest.mark.browser
WIDTH = 360
OPEN = "/service/elections/open/"


class Table:
    """The chair at the table: only keys, and what the page says."""

    def __init__(self, page):
        self.page, self.widest = page, 0

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def choose(self, label, text):
        """Find somebody in a list by typing the first letters."""
        self.page.get_by_label(label).focus()
        self.page.keyboard.type(text)

    def enter(self, role, name):
        """Press a button or follow a link by Enter, and wait for the next page."""
        with self.page.expect_navigation():
            self.page.get_by_role(role, name=name).focus()
            self.press("Enter")
        width = self.page.evaluate("document.documentElement.scrollWidth")
        self.widest = max(self.widest, width)

    def ballot(self, *votes):
        """Type the votes from the top down, Enter after each, and count."""
        self.page.locator(".boxes input").first.focus()
        for each in votes:
            self.page.keyboard.type(str(each))
            self.press("Enter")
        self.enter("button", "Count ballot")

    def says(self, text):
        self.page.get_by_text(text).first.wait_for()


@pytest.fixture
def table(chromium, signed_in, demo_site):
    """A telephone in which the chair is signed in, before an election is opened."""
    with chromium.new_context(
        viewport={"width": WIDTH, "height": 800}, storage_state=signed_in("chair")
    ) as context:
        page = context.new_page()
        page.goto(demo_site + OPEN)
        yield Table(page)


def test_an_election_is_run_by_the_keyboard_to_the_hat_and_the_term(table):
    table.choose("Position", "Public")
    table.enter("button", "Go on")
    table.enter("button", "Open the nominations")
    for name in ("Hana", "Tobias", "Godfrey"):
        table.choose("Who is nominated", name)
        table.enter("button", "Nominated, and stands")
    table.enter("link", "Nominations are closed: vote")

    table.ballot(10, 9, 5)
    table.ballot(12, 8, 5)
    table.says("Godfrey T. has 5 of 25 votes, exactly one-fifth, and stays.")
    table.ballot(12, 8, 5)
    table.ballot(14, 10)
    table.page.get_by_label("Nobody moved it").focus()
    table.press("Space")
    table.enter("button", "Write it down")
    table.page.get_by_label("Seed").focus()
    table.page.keyboard.type("7 12 30 44")
    table.enter("button", "Announce the seed")
    table.enter("button", "Draw now")
    table.enter("button", "accepts: make the term")

    table.says("was drawn from the hat and is elected.")
    table.says("The term is written down.")
    assert table.widest == WIDTH


def test_the_sums_of_a_ballot_add_themselves_up(chromium, signed_in, demo_site):
    with chromium.new_context(storage_state=signed_in("chair")) as context:
        page = context.new_page()
        page.goto(f"{demo_site}/service/elections/3/?count")
        boxes = page.locator(".boxes tr[data-kind=votes] input")

        for nth, votes in enumerate((12, 8, 6, 5)):
            boxes.nth(nth).fill(str(votes))
        page.locator("[name=blank_in_room]").fill("2")
        page.locator("[name=handed_out]").fill("19")

        sums = {
            name: page.locator(f"[data-sum={name}]").inner_text()
            for name in ("room", "online", "total", "needed")
        }
        assert sums == {
            "room": "20 of 19 handed out",
            "online": "13",
            "total": "31",
            "needed": "21",
        }


def test_a_ballot_is_counted_without_a_script(chromium, signed_in, demo_site):
    with chromium.new_context(
        java_script_enabled=False, storage_state=signed_in("chair")
    ) as context:
        page = context.new_page()
        page.goto(f"{demo_site}/service/elections/4/?count")
        yes = page.get_by_role("textbox", name="In the room Yes")
        yes.fill("20")

        page.get_by_role("button", name="Count ballot 1").click()

        page.get_by_text("No: write a number, or 0 if there was no vote.").wait_for()
        assert yes.input_value() == "20"
