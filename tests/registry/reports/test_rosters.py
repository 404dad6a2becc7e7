"""The reports on groups: who there is, who speaks, how fresh, what changed."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from intergroup.kit import reports
from intergroup.kit.dates import Period
from intergroup.registry.actions.recording import Hand, Way, facts, record_changes
from intergroup.registry.models import Verification
from intergroup.registry.reports.group_roster import GroupRow, group_roster
from intergroup.registry.reports.history import ChangeLine, register_history
from intergroup.registry.reports.representatives import (
    OfDistrict,
    Spoken,
    representatives,
)
from intergroup.registry.reports.verification import Age, Freshness, verification
from tests.factories import (
    DistrictFactory,
    GroupFactory,
    LocationFactory,
    MeetingFactory,
    RepresentativeFactory,
)

JUNE_1 = date(2026, 6, 1)


def test_the_roster_of_groups_tells_status_meetings_and_age(db):
    north = DistrictFactory(number=3, name="North")
    group = GroupFactory(
        number=1, name="New", district=north, member_count=7, verified_on=JUNE_1
    )
    MeetingFactory(group=group)
    MeetingFactory(group=group, unlisted_on=JUNE_1)
    GroupFactory(number=2, status="paused", paused_until=date(2026, 7, 1))
    GroupFactory(number=3, registered_on=date(2026, 6, 2))

    found = group_roster(JUNE_1)

    row = GroupRow(1, "New", "3 North", "Active", None, 1, 7, None, JUNE_1)
    assert found.groups == (row,)
    assert (found.meetings, found.on_the_roll) == (1, 1)
    assert found.statuses == (("Active", 1),)


def test_a_paused_group_is_off_the_roll_and_says_until_when(db):
    GroupFactory(number=1, district=DistrictFactory(number=3))
    GroupFactory(number=2, status="paused", paused_until=date(2026, 7, 1))

    off = group_roster(JUNE_1, groups="off").groups
    of_the_district = group_roster(JUNE_1, groups="", district="3").groups

    assert [(each.number, each.until) for each in off] == [(2, date(2026, 7, 1))]
    assert [each.number for each in of_the_district] == [1]


@pytest.mark.parametrize(
    ("day", "speaks"),
    [
        (date(2026, 2, 28), "Pat D."),
        (date(2026, 3, 1), ""),
    ],
    ids=["last-day", "first-day-without"],
)
def test_a_representative_speaks_until_the_last_day(db, day, speaks):
    group = GroupFactory(number=4, name="Hope", district=DistrictFactory(number=3))
    RepresentativeFactory(
        group=group, began_on=date(2026, 1, 1), ends_on=date(2026, 3, 1)
    )

    found = representatives(day)

    since = date(2026, 1, 1) if speaks else None
    assert found.groups == (Spoken(4, "Hope", "3 North", speaks, since, ""),)
    assert len(found.vacant) == (not speaks)
    assert found.districts == (OfDistrict("3 North", 1, int(bool(speaks)), 0),)


def test_districts_stand_in_the_order_of_their_numbers(db):
    for number in (10, 9):
        GroupFactory(district=DistrictFactory(number=number, name="D"))
    GroupFactory()

    found = representatives(JUNE_1).districts

    assert [each.district for each in found] == ["9 D", "10 D", ""]


def asked_twice(group):
    """A question without an answer on May 20, and one with an answer on May 25."""
    asked = {"group": group, "expires_on": date(2026, 7, 1)}
    answered = {"answered_at": datetime(2026, 5, 26, tzinfo=UTC), "answer": "right"}
    Verification.objects.create(asked_on=date(2026, 5, 20), token_hash="a", **asked)
    Verification.objects.create(
        asked_on=date(2026, 5, 25), token_hash="b", **asked, **answered
    )


def test_the_longest_silent_stands_first_and_the_ages_are_all_groups(db):
    GroupFactory(number=1, name="Lately", verified_on=date(2026, 5, 1))
    GroupFactory(number=2, name="Long ago", verified_on=date(2023, 1, 1))
    asked_twice(GroupFactory(number=3, name="Never"))

    found = verification(JUNE_1)

    assert found.groups == (
        Freshness(3, "Never", "", None, date(2026, 5, 20)),
        Freshness(2, "Long ago", "", date(2023, 1, 1), None),
        Freshness(1, "Lately", "", date(2026, 5, 1), None),
    )
    assert found.to_ask == 2
    assert found.ages == (
        Age("in the last 3 months", 1),
        Age("in the last 6 months", 0),
        Age("in the last 12 months", 0),
        Age("in the last 24 months", 0),
        Age("longer ago", 1),
        Age("never", 1),
    )


def changed(row, hand, **values):
    """Save a row with other values, and write down what changed."""
    before = facts(row)
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    record_changes(row, before, hand)


def test_a_change_is_told_in_words_before_and_after(db, sam):
    group = GroupFactory(number=4, name="Hope", status="active")
    meeting = MeetingFactory(
        group=group, name="Friday", location=LocationFactory(name="Hall A")
    )
    hand = Hand(JUNE_1, Way.OFFICE, sam, "the room is repaired")
    changed(group, hand, status="paused")
    changed(meeting, hand, location=LocationFactory(name="Hall B"))

    found = register_history(Period(JUNE_1, JUNE_1))

    street = "1 Main St, Springfield, OR 97477, USA"
    same = {"on": JUNE_1, "number": 4, "group": "Hope", "way": "By the office"}
    same["reason"] = "the room is repaired"
    assert found.lines == (
        ChangeLine(meeting="", what="status", before="Active", after="Paused", **same),
        ChangeLine(
            meeting="Friday",
            what="location",
            before=f"Hall A, {street}",
            after=f"Hall B, {street}",
            **same,
        ),
    )
    assert found.ways == (("By the office", 2),)


@pytest.mark.parametrize(
    "slug", ["group-roster", "representatives", "verification", "register-changes"]
)
def test_the_report_is_written_in_every_form(db, slug):
    GroupFactory(name="=1+1")
    shown = reports.get(slug)
    asked = JUNE_1 if shown.asks == "day" else Period(JUNE_1, JUNE_1)
    usual = {each.name: each.offered().usual for each in shown.choices}

    written = {
        form: reports.write(shown, shown.run(asked, **usual), form)
        for form in reports.FORMS
    }

    assert written["pdf"].startswith(b"%PDF")
    assert b"=1+1" not in written["csv"].replace(b"'=1+1", b"")


def test_a_day_on_paper_stands_clear_of_the_group_beside_it(db, sam):
    pytest.importorskip("weasyprint", exc_type=OSError)
    group = GroupFactory(number=4, name="Hope")
    changed(group, Hand(JUNE_1, Way.OFFICE, sam), name="Faith")
    starts = {}

    def note(text, _matrix, place, *_font):
        starts.setdefault(text.strip(), place[4])

    shown = reports.get("register-changes")
    paper = reports.write(shown, shown.run(Period(JUNE_1, JUNE_1)), "pdf")
    PdfReader(BytesIO(paper)).pages[0].extract_text(visitor_text=note)

    assert starts["Group or meeting"] - starts["Day"] >= 55  # points; a day has 50
