"""The roster: positions in order, who serves in them, what is vacant."""

import re
from datetime import date

import pytest

from intergroup.kit import reports
from service.reports.roster import Line, Roster, Servant, roster
from tests.factories import (
    JANUARY_1,
    CommitteeFactory,
    PersonFactory,
    PositionFactory,
    TermFactory,
)

JUNE_1 = date(2026, 6, 1)
MAY_31 = date(2026, 5, 31)


@pytest.fixture
def pat(db):
    return TermFactory(
        position=PositionFactory(
            name="Chair", seats=2, committee=CommitteeFactory(name="Steering")
        ),
        person=PersonFactory(first_name="Pat", last_initial="D"),
        ends_on=JUNE_1,
    )


def test_roster_shows_who_serves_and_how_many_seats_are_vacant(pat):
    servant = Servant("Pat D.", JANUARY_1, JUNE_1, MAY_31)
    chair = Line("Chair", "Steering", "", 2, (servant,), 1)

    assert roster(MAY_31) == Roster(on=MAY_31, positions=(chair,))


def test_roster_is_empty_of_those_whose_term_has_ended(pat):
    (chair,) = roster(JUNE_1).positions

    assert (chair.servants, chair.vacant) == ((), 2)


def test_roster_is_ordered_by_order_then_name(db):
    PositionFactory(name="Web", order=20)
    PositionFactory(name="Chair", order=20)
    PositionFactory(name="Treasurer", order=10)

    names = [line.position for line in roster(JUNE_1).positions]

    assert names == ["Treasurer", "Chair", "Web"]


@pytest.mark.parametrize(("day", "shown"), [(MAY_31, 1), (JUNE_1, 0)])
def test_roster_leaves_out_closed_positions(db, day, shown):
    PositionFactory(closed_on=JUNE_1)

    assert len(roster(day).positions) == shown


def test_roster_counts_all_seats_and_all_vacant_ones(pat):
    PositionFactory(name="Web")

    report = roster(MAY_31)

    assert (report.seats, report.vacant) == (3, 2)


def test_roster_as_json_is_what_scripts_rely_on(pat):
    servant = {"name": "Pat D.", "began_on": "2026-01-01", "ends_on": "2026-06-01"}

    assert roster(MAY_31).as_json() == {
        "on": "2026-05-31",
        "positions": [
            {
                "position": "Chair",
                "committee": "Steering",
                "seats": 2,
                "servants": [servant],
                "vacant": 1,
            }
        ],
    }


def test_roster_as_json_has_null_for_an_open_end_and_no_committee(db):
    TermFactory()

    (line,) = roster(MAY_31).as_json()["positions"]

    assert (line["committee"], line["servants"][0]["ends_on"]) == (None, None)


def test_roster_as_tables_has_a_row_for_each_person_and_one_for_vacant_seats(pat):
    (table,) = roster(MAY_31).as_tables()

    assert table.rows == (
        ("Chair", "Steering", 2, "Pat D.", JANUARY_1, MAY_31, 0),
        ("Chair", "Steering", 2, None, None, None, 1),
    )


def test_roster_as_tables_ends_a_term_on_the_last_day_served(pat):
    (table,) = roster(MAY_31).as_tables()

    assert dict(zip(table.header, table.rows[0], strict=True))["Until"] == MAY_31


def test_roster_takes_two_queries_however_long_it_is(db, django_assert_num_queries):
    for _each in range(3):
        TermFactory()

    with django_assert_num_queries(2):
        roster(JUNE_1)


def test_roster_page_says_until_when_and_what_is_vacant(pat):
    html = reports.get("roster").as_html(roster(MAY_31))

    assert "On May 31, 2026: 2 seats, one of them vacant" in html
    assert "<td>May 31, 2026</td>" in html
    assert '<td colspan="3">vacant</td>' in html


def test_roster_page_names_who_serves_right_after_the_position(pat):
    html = reports.get("roster").as_html(roster(MAY_31))

    assert re.findall('<th scope="col">(.*)</th>', html) == [
        "Position",
        "Who serves",
        "Since",
        "Until",
        "Committee",
    ]
    assert '<th scope="row">Chair</th>\n<td>Pat D.</td>' in html


def test_roster_page_says_what_to_do_when_there_is_no_position(db):
    html = reports.get("roster").as_html(roster(MAY_31))

    assert "No positions yet." in html


def test_more_servants_than_seats_are_not_a_negative_vacancy(db):
    position = PositionFactory(seats=2)
    TermFactory(position=position, seat=1)
    TermFactory(position=position, seat=2)
    position.seats = 1
    position.save()

    assert roster(JUNE_1).vacant == 0
