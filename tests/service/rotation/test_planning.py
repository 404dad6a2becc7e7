"""The rotation plan: every seat for every day, and what happens when."""

from dataclasses import replace
from datetime import date

import pytest

from service.rotation import Bar, Event, Plan, Row, plan
from tests.service.rotation.making import (
    ALTERNATE,
    ANN,
    BEN,
    CHAIR,
    CLEO,
    JANUARY_25,
    JANUARY_26,
    JANUARY_27,
    JULY_26,
    MARCH_10,
    book,
    left,
    turn,
)

MARCH_9, JUNE_30, NEW_YEARS_EVE = (
    date(2026, 3, 9),
    date(2026, 6, 30),
    date(2026, 12, 31),
)
NOVEMBER_1 = date(2026, 11, 1)
IN_NOVEMBER = replace(CHAIR, election_month=11)


def of_2026(*facts, meetings=()):
    """The plan of that year."""
    return plan(book(*facts), JANUARY_26, NEW_YEARS_EVE, meetings=meetings)


def bars(*facts):
    """The bars of the only row."""
    (row,) = of_2026(*facts).rows
    return row.bars


def test_the_bars_of_a_seat_cover_every_day_of_the_year():
    ann, ben = turn(ANN, JANUARY_25, MARCH_10), turn(BEN, JULY_26, JANUARY_27)

    found = of_2026(CHAIR, ann, ben)

    assert found == Plan(
        JANUARY_26,
        NEW_YEARS_EVE,
        (
            Row(
                post=CHAIR,
                seat=1,
                bars=(
                    Bar(JANUARY_26, MARCH_9, ann),
                    Bar(MARCH_10, JUNE_30, None),
                    Bar(JULY_26, NEW_YEARS_EVE, ben),
                ),
                acting=(),
                elections=(),
            ),
        ),
    )


def test_a_bar_tells_what_lies_beyond_the_plan():
    before, inside, beyond = (
        turn(ANN, JANUARY_25, MARCH_10),
        turn(BEN, MARCH_10, JULY_26),
        turn(CLEO, JULY_26),
    )

    found = bars(CHAIR, before, inside, beyond)

    assert [(bar.begins, bar.ends, bar.is_open) for bar in found] == [
        (False, True, False),
        (True, True, False),
        (True, False, True),
    ]


def test_a_vacant_bar_has_no_turn():
    (bar,) = bars(CHAIR)

    assert bar == Bar(JANUARY_26, NEW_YEARS_EVE, None)
    assert (bar.begins, bar.ends, bar.is_open) == (False, False, False)


def test_a_single_day_is_a_bar_served_or_vacant():
    ann = turn(ANN, JANUARY_25, NEW_YEARS_EVE.replace(day=30))
    ben = turn(BEN, NEW_YEARS_EVE.replace(day=30), NEW_YEARS_EVE)

    found = bars(CHAIR, ann, ben)

    assert [(bar.first.day, bar.last.day) for bar in found] == [
        (1, 29),
        (30, 30),
        (31, 31),
    ]


def test_turns_outside_the_year_are_left_out():
    ann, ben = turn(ANN, JANUARY_25, JANUARY_26), turn(BEN, JANUARY_27)

    assert bars(CHAIR, ann, ben) == (Bar(JANUARY_26, NEW_YEARS_EVE, None),)


def test_a_turn_that_lasts_through_the_year_is_one_bar():
    ann = turn(ANN, JANUARY_25, JANUARY_27)

    assert bars(CHAIR, ann) == (Bar(JANUARY_26, NEW_YEARS_EVE, ann),)


def test_who_acts_is_beside_the_bars():
    ann = turn(ANN, JANUARY_26, JANUARY_27)
    ben = turn(BEN, MARCH_10, JULY_26, standing="acting")
    old = turn(BEN, JANUARY_25, JANUARY_26, standing="acting")

    (row,) = of_2026(CHAIR, ann, old, ben).rows

    assert row.acting == (Bar(MARCH_10, JUNE_30, ben),)
    assert row.bars == (Bar(JANUARY_26, NEW_YEARS_EVE, ann),)


def test_who_acted_for_a_day_where_there_is_no_seat_any_more_is_in_the_plan():
    ben = turn(BEN, MARCH_10, date(2026, 3, 11), seat=2, standing="acting")

    _first, second = of_2026(CHAIR, ben).rows

    assert (second.bars, second.acting) == ((), (Bar(MARCH_10, MARCH_10, ben),))


def test_a_post_is_in_the_plan_while_it_is_open():
    post = replace(CHAIR, began_on=MARCH_10, closed_on=JULY_26)

    assert bars(post) == (Bar(MARCH_10, JUNE_30, None),)


def test_a_post_that_is_closed_before_the_year_is_not_in_the_plan():
    assert of_2026(replace(CHAIR, closed_on=JANUARY_26)).rows == ()


def test_a_seat_that_was_taken_away_has_only_the_bars_that_are_served():
    ben = turn(BEN, MARCH_10, JULY_26, seat=2)

    rows = of_2026(CHAIR, ben).rows

    assert [row.seat for row in rows] == [1, 2]
    assert rows[1].bars == (Bar(MARCH_10, JUNE_30, ben),)


def test_who_steps_up_is_in_the_plan():
    ann = left(ANN, JANUARY_26, MARCH_10)
    ben = turn(BEN, JANUARY_26, JANUARY_27, post=2)

    chair, alternate = of_2026(CHAIR, ALTERNATE, ann, ben).rows

    assert [bar.turn.person for bar in chair.bars] == [ANN, BEN]
    assert [bar.turn and bar.turn.person for bar in alternate.bars] == [BEN, None]


@pytest.mark.parametrize(
    ("meetings", "elections"),
    [
        ([], (NOVEMBER_1,)),
        ([NOVEMBER_1, date(2026, 12, 8)], (NOVEMBER_1,)),
        ([date(2026, 12, 8), date(2026, 11, 10)], (date(2026, 11, 10),)),
        ([date(2026, 10, 13), date(2027, 1, 12)], (NOVEMBER_1,)),
    ],
)
def test_a_term_is_elected_at_the_first_meeting_from_the_month_on(meetings, elections):
    ann = turn(ANN, JANUARY_26, JANUARY_27)

    (row,) = of_2026(IN_NOVEMBER, ann, meetings=meetings).rows

    assert row.elections == elections


@pytest.mark.parametrize(
    ("meetings", "elections"),
    [
        ([], ()),
        ([date(2026, 11, 10), date(2026, 12, 8), JANUARY_27], (date(2026, 12, 8),)),
    ],
)
def test_without_a_month_a_term_is_elected_at_the_last_meeting(meetings, elections):
    ann = turn(ANN, JANUARY_26, JANUARY_27)

    (row,) = of_2026(CHAIR, ann, meetings=meetings).rows

    assert row.elections == elections


@pytest.mark.parametrize(
    "served",
    [
        left(ANN, JANUARY_26, date(2026, 12, 15)),
        turn(ANN, JANUARY_26),
        turn(ANN, JANUARY_26, date(2028, 1, 1)),
    ],
    ids=["early", "open", "longer"],
)
def test_an_end_that_is_not_this_years_plan_has_no_election(served):
    (row,) = of_2026(IN_NOVEMBER, served).rows

    assert row.elections == ()


@pytest.mark.parametrize(
    ("seat", "closed_on"), [(2, None), (1, JANUARY_27)], ids=["taken away", "closed"]
)
def test_where_there_will_be_no_seat_there_is_no_election(seat, closed_on):
    post = replace(IN_NOVEMBER, closed_on=closed_on)
    ann = turn(ANN, JANUARY_26, JANUARY_27, seat=seat)

    rows = of_2026(post, ann).rows

    assert [row.elections for row in rows] == [()] * seat


def test_nobody_elects_what_follows_a_turn_before_it_has_begun():
    rest = turn(ANN, date(2026, 12, 8), JANUARY_27, filled="remainder")
    meetings = [date(2026, 11, 10), date(2026, 12, 8)]

    (row,) = of_2026(IN_NOVEMBER, rest, meetings=meetings).rows

    assert row.elections == (date(2026, 12, 8),)


def test_the_events_are_what_happens_day_by_day():
    ann, ben = turn(ANN, JANUARY_25, MARCH_10), turn(BEN, JULY_26, JANUARY_27)
    post = replace(CHAIR, election_month=2)

    found = of_2026(post, ann, ben, meetings=[date(2026, 2, 10)]).events

    assert found == (
        Event(date(2026, 2, 10), "election", post, 1),
        Event(MARCH_9, "last-day", post, 1, ann),
        Event(MARCH_10, "vacant", post, 1),
        Event(JULY_26, "election", post, 1),
        Event(JULY_26, "begins", post, 1, ben),
        Event(NEW_YEARS_EVE, "last-day", post, 1, ben),
    )


def test_a_seat_that_is_vacant_all_the_year_is_no_event():
    assert of_2026(CHAIR).events == ()
