"""From January’s notice to the year’s archive, all through the screens."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest

from intergroup.kit.dates import month_of
from tests.browser.year.secretary import Table

pytestmark = pytest.mark.browser
GROUPS = {1: "friday", 2: "one", 3: "new", 4: "riverside", 5: "lantern", 6: "keep"}
ALL = tuple(GROUPS)
HERE = {3: ALL[:5], 4: ALL[:5], 5: ALL[:4]}  # the sixth is absent twice
MONTHS = range(1, 13)
TITLES = (
    "Buy a projector",
    "A table at the fair",
    "Two who count",
    "Hold a picnic",
    "Close the telephone",
)


def second_sunday(month):
    first = date(2026, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7)


class Year:
    """The year as it is played; what is seen on the way is kept for the tests."""

    def __init__(self, area, table):
        self.area, self.table = area, table
        self.meetings, self.motions, self.packets = {}, {}, {}
        self.where, self.quorum, self.given = {}, {}, {}
        self.used = []

    def play(self):
        """Play all twelve months."""
        self.area.wait_until(date(2026, 1, 2))
        sam = self.table.sam
        sam.go("/business/agendas/")
        sam.press(re.compile("^Add this agenda"))
        for month in MONTHS:
            self._before(month)
            self._at(month)
            self._after(month)

    def _before(self, month):
        table, held_on = self.table, second_sunday(month)
        last = date(2026, month, 1) - timedelta(days=1)
        self.area.wait_until(held_on - timedelta(days=9))
        period = month_of(last)
        self.meetings[month] = table.plan(held_on, period.first, period.last)
        table.give_notice(self.meetings[month])
        table.ask_for_reports(self.meetings[month])
        words = f"Friday Hope met four times before month {month}."
        link = table.report("friday", words)
        table.sit("").go(link)
        self.used.append(table.sit("").text())
        if send := getattr(self, f"_send_{month}", None):
            send()
        self.area.wait_until(held_on - timedelta(days=1))
        self.packets[month] = table.packet(self.meetings[month])

    def _at(self, month):
        table, meeting = self.table, self.meetings[month]
        self.area.wait_until(second_sunday(month), hour=14)
        here = HERE.get(month, ALL)
        alternates = (2,) if month % 3 == 0 else ()
        self.quorum[month] = table.call(meeting, here, alternates=alternates)
        table.open(meeting)
        if month > 1:
            table.approve_minutes(self.meetings[month - 1], at=meeting)
        if decide := getattr(self, f"_decide_{month}", None):
            decide(meeting)
        gifts = {number: f"{10 * month + number}.50" for number in here}
        table.collect(second_sunday(month), gifts)
        self.given[month] = sum(map(Decimal, gifts.values()))
        table.close(meeting)

    def _after(self, month):
        table, meeting = self.table, self.meetings[month]
        table.write_minutes(meeting, [f"Opened with a prayer in month {month}."])
        table.send_minutes_round(meeting)
        if month % 4 == 0:
            self.area.pass_days(3)
            table.present(meeting, state="final")

    def _send(self, key, title, *, who="friday", policy=""):
        text = f"That the area do this: {title.lower()}."
        self.motions[key] = self.table.send_in(title, text, who=who, policy=policy)
        return self.motions[key]

    def _send_1(self):
        self._send("projector", "Buy a projector")

    def _decide_1(self, meeting):
        self.table.step(self.motions["projector"], "on-agenda")
        by = {"by_group": re.compile("Friday Hope")}
        self.table.carry(
            self.motions["projector"],
            (4, 2, 1),
            by=by,
            second=re.compile("One Day"),
        )

    def _send_2(self):
        self._send("fair", "A table at the fair", who="one")

    def _decide_2(self, meeting):
        fair = self.motions["fair"]
        self.table.step(fair, "on-agenda")
        self.table.step(fair, "moved", by_group=re.compile("One Day"))
        self.table.step(fair, "seconded", by_group=re.compile("New Dawn"))
        self.where["fair in February"] = self.table.step(fair, "tabled")
        self.table.take_on(
            meeting, "Ask the county", by=date(2026, 3, 1), office="Secretary"
        )

    def _decide_3(self, meeting):
        self.table.leave_open(meeting, "New business")
        fair = self.motions["fair"]
        self.table.step(fair, "taken-up")
        told = {"votes_for": 2, "votes_against": 3, "abstentions": 1}
        self.table.step(fair, "voted", **told)

    def _send_4(self):
        policy = "Two members count every collection."
        self._send("counting", "Two who count", who="new", policy=policy)

    def _decide_4(self, meeting):
        counting = self.motions["counting"]
        self.table.finish_task("Ask the county")
        self.table.step(counting, "on-agenda")
        self.table.step(counting, "moved", by_group=re.compile("New Dawn"))
        self.table.step(counting, "seconded", by_group=re.compile("Riverside"))
        due = second_sunday(5) - timedelta(days=1)
        self.where["out"] = self.table.step(counting, "to-groups", due_on=due)
        self.table.sam.go(f"/business/motion/{counting}/ballots/")
        self.table.sam.press(re.compile("^Mail a link"))
        self.table.answer("friday", "for")
        self.table.answer("one", "for")
        self.table.enter_answers(counting, {3: "f", 4: "f", 5: "g"})

    def _decide_5(self, meeting):
        counting = self.motions["counting"]
        self.where["back"] = self.table.step(counting, "back")
        self.table.sam.go(f"/business/motion/{counting}/")
        self.table.sam.press("Decide it by the count of the groups")
        self.table.sam.press("Write the policy down")

    def _send_6(self):
        self._send("picnic", "Hold a picnic", who="lantern")

    def _decide_6(self, meeting):
        picnic = self.motions["picnic"]
        self.table.step(picnic, "on-agenda", way="consensus")
        self.table.step(picnic, "moved", by_group=re.compile("Lantern"))
        self.table.step(picnic, "seconded", by_group=re.compile("Friday Hope"))
        told = {"votes_for": 5, "reservations": 1, "stand_asides": 1, "blocks": 0}
        self.table.step(picnic, "voted", **told)

    def _send_8(self):
        self._send("phone", "Close the telephone", who="riverside")

    def _decide_8(self, meeting):
        phone = self.motions["phone"]
        self.table.step(phone, "on-agenda")
        by = {"by_group": re.compile("Riverside")}
        self.table.carry(phone, (4, 3, 0), by=by, second=re.compile("Lantern"))
        self.table.step(phone, "minority-heard")
        told = {"votes_for": 5, "votes_against": 2, "abstentions": 0}
        self.table.step(phone, "reconsidered", **told)
        told = {"votes_for": 3, "votes_against": 4, "abstentions": 0}
        self.table.step(phone, "voted", **told)


@pytest.fixture(scope="module")
def year(area, sit):
    """The year, played once for all tests."""
    played = Year(area, Table(area, sit))
    played.play()
    return played


def test_each_motion_is_where_it_should_be(year):
    stand = {key: year.table.where(motion) for key, motion in year.motions.items()}

    assert stand == {
        "projector": "Carried: 4 for, 2 against, 1 abstaining.",
        "fair": "Not carried: 2 for, 3 against, 1 abstaining.",
        "counting": "Carried: 4 for, 1 against.",
        "picnic": "Carried: 6 assenting, 1 standing aside, 0 blocking.",
        "phone": "Not carried: 3 for, 4 against.",
    }
    assert year.where == {
        "fair in February": "Tabled.",
        "out": "Sent to the groups, to be answered by May 9, 2026.",
        "back": "The groups have answered, and it waits to be decided.",
    }


def test_two_absences_take_a_group_off_the_quorum_roll_until_it_comes(year):
    every = "There is a quorum: 6 of 6 groups are here, 4 are needed."
    one_away = "There is a quorum: 5 of 6 groups are here, 4 are needed."
    off = "There is a quorum: 4 of 5 groups are here, 3 are needed."
    by_month = dict.fromkeys(MONTHS, every) | {3: one_away, 4: one_away, 5: off}

    assert year.quorum == by_month


def test_each_packet_foots_with_what_the_treasurer_recorded(year):
    told = {}
    for month in MONTHS[1:]:
        closing = re.search(r"([\d,.]+)\nClosing balance\n", year.packets[month])
        added = re.findall(r"^\tTotal\t.*\t([\d,.]+)$", year.packets[month], re.M)
        told[month] = [closing[1].replace(",", ""), added[-1].replace(",", "")]
    recorded = {
        month: [str(sum(year.given[each] for each in range(1, month)))] * 2
        for month in MONTHS[1:]
    }

    assert told == recorded
    assert "The books are sound" in year.area.manage("check_books")


def test_every_report_that_came_stands_in_its_packet(year):
    assert [
        month
        for month in MONTHS
        if f"met four times before month {month}." not in year.packets[month]
    ] == []


def test_no_item_is_lost_between_meetings(year):
    agendas = {
        month: year.table.agenda(year.meetings[month]).count("New business")
        for month in (3, 4, 5)
    }
    open_in = {m for m in MONTHS if "Taken on\tHow it stands" in year.packets[m]}
    done_in = {m for m in MONTHS if "Done since the last meeting" in year.packets[m]}

    assert agendas == {3: 1, 4: 2, 5: 1}
    assert (open_in, done_in) == ({3, 4}, {5})


def test_the_archive_of_the_year_has_all_minutes_and_finds_a_word(year):
    sam = year.table.sam
    sam.go("/business/minutes/?year=2026")
    every = sam.text()
    sam.go("/business/minutes/?word=prayer+in+month+7")
    found = sam.text()

    assert "The minutes of 12 meetings" in every
    assert (every.count("Approved"), every.count("Sent round")) == (11, 1)
    assert "The minutes of one meeting" in found
    assert "July 12, 2026" in found


def test_the_policy_that_a_motion_made_stands_in_the_book(year):
    sam = year.table.sam
    sam.go("/business/motions/")
    book = sam.text()

    assert [title for title in TITLES if title not in book] == []
    assert "Two who count" in book[book.index("Policies that hold") :]


def test_what_was_presented_is_kept(year):
    kept = {}
    for month in (4, 8, 12):
        year.table.packet(year.meetings[month])
        links = year.table.sam.page.get_by_role("link", name="Final", exact=True)
        kept[month] = links.count()

    assert kept == {4: 1, 8: 1, 12: 1}


def test_a_link_that_was_used_shows_what_was_sent_and_takes_nothing_more(year):
    assert [text for text in year.used if "it stays as it was given" not in text] == []
    assert [text for text in year.used if "Send the report" in text] == []
