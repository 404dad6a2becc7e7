"""What an election meeting has to elect, and for which term."""

from dataclasses import replace
from datetime import date

import pytest

from service.rotation import ToElect, to_elect
from tests.service.rotation.making import (
    ALTERNATE,
    ANN,
    BEN,
    CHAIR,
    JANUARY_25,
    JANUARY_26,
    JANUARY_27,
    JULY_26,
    MARCH_10,
    SUCCESSOR,
    book,
    left,
    turn,
)

JANUARY_28 = date(2028, 1, 1)
NOVEMBER_10, DECEMBER_8, JANUARY_12 = (
    date(2026, 11, 10),
    date(2026, 12, 8),
    date(2027, 1, 12),
)
IN_NOVEMBER = replace(CHAIR, election_month=11)
FREE = replace(CHAIR, cycle_from=None)
ANN_SERVES = turn(ANN, JANUARY_26, JANUARY_27)


def terms(*facts, meeting_on=MARCH_10, next_meeting_on=None):
    """Why, from when and until when, for each term that is to fill."""
    found = to_elect(book(*facts), meeting_on, next_meeting_on)
    return [(each.why, each.begins_on, each.ends_on) for each in found]


def test_a_vacant_seat_is_filled_for_the_rest_of_the_term():
    kept = book(CHAIR, left(ANN, JANUARY_26, date(2026, 2, 1)))

    assert to_elect(kept, MARCH_10) == (
        ToElect(CHAIR, 1, "vacant", None, MARCH_10, JANUARY_27, is_remainder=True),
    )


def test_a_term_that_ends_is_filled_from_its_end():
    kept = book(IN_NOVEMBER, ANN_SERVES)

    assert to_elect(kept, NOVEMBER_10) == (
        ToElect(
            IN_NOVEMBER,
            1,
            "ending",
            ANN_SERVES,
            JANUARY_27,
            JANUARY_28,
            is_remainder=False,
        ),
    )


@pytest.mark.parametrize(
    ("meeting_on", "listed"),
    [
        (date(2026, 10, 31), 0),
        (date(2026, 11, 1), 1),
        (NOVEMBER_10, 1),
        (DECEMBER_8, 1),
        (date(2026, 12, 31), 1),
    ],
)
def test_the_month_of_elections_lists_what_ends_and_so_do_later_meetings(
    meeting_on, listed
):
    found = to_elect(book(IN_NOVEMBER, ANN_SERVES), meeting_on)

    assert len(found) == listed


def test_the_last_meeting_before_the_end_lists_it_though_the_month_is_to_come():
    found = terms(
        IN_NOVEMBER,
        ANN_SERVES,
        meeting_on=date(2026, 10, 13),
        next_meeting_on=JANUARY_27,
    )

    assert found == [("ending", JANUARY_27, JANUARY_28)]


@pytest.mark.parametrize(
    ("next_meeting_on", "listed"),
    [
        (date(2026, 12, 31), 0),
        (JANUARY_27, 1),
        (JANUARY_12, 1),
    ],
)
def test_without_a_month_it_is_elected_when_it_ends_by_the_next_meeting(
    next_meeting_on, listed
):
    found = to_elect(book(CHAIR, ANN_SERVES), DECEMBER_8, next_meeting_on)

    assert len(found) == listed


@pytest.mark.parametrize(
    ("meeting_on", "listed"),
    [(date(2026, 10, 2), 0), (date(2026, 10, 3), 1), (date(2026, 12, 31), 1)],
)
def test_without_a_month_and_a_next_meeting_it_is_elected_90_days_before(
    meeting_on, listed
):
    assert len(to_elect(book(CHAIR, ANN_SERVES), meeting_on)) == listed


def test_whoever_follows_needs_no_election():
    ben = turn(BEN, JANUARY_27, JANUARY_28)

    assert terms(IN_NOVEMBER, ANN_SERVES, ben, meeting_on=NOVEMBER_10) == []


@pytest.mark.parametrize(
    ("begins_on", "listed"),
    [
        (date(2026, 6, 8), []),
        (date(2026, 6, 9), [("vacant", MARCH_10, date(2026, 6, 9))]),
    ],
)
def test_a_vacant_seat_waits_90_days_for_who_was_chosen_and_no_longer(
    begins_on, listed
):
    ben = turn(BEN, begins_on, JANUARY_27)

    assert terms(CHAIR, ben) == listed


def test_who_serves_in_the_interim_is_followed_by_an_election():
    ben = turn(BEN, JANUARY_26, standing="interim")

    (found,) = to_elect(book(CHAIR, ben), MARCH_10)

    assert (found.why, found.holder, found.begins_on) == ("interim", ben, MARCH_10)


def test_who_serves_on_after_the_planned_end_is_followed_by_an_election():
    ann = turn(ANN, JANUARY_25, planned_end_on=JANUARY_26)

    (found,) = to_elect(book(CHAIR, ann), MARCH_10)

    assert (found.why, found.holder, found.begins_on) == ("ending", ann, MARCH_10)


def test_an_open_end_is_elected_by_its_plan():
    ann = turn(ANN, JANUARY_26, planned_end_on=JANUARY_27)

    assert terms(IN_NOVEMBER, ann, meeting_on=NOVEMBER_10) == [
        ("ending", JANUARY_27, JANUARY_28)
    ]


def test_who_serves_without_any_end_is_not_voted_out():
    assert terms(CHAIR, turn(ANN, JANUARY_25)) == []


def test_without_a_cycle_a_vacancy_is_filled_until_the_planned_end():
    ann = left(ANN, date(2025, 9, 15), date(2026, 2, 1), date(2026, 9, 15))

    assert terms(FREE, ann) == [("vacant", MARCH_10, date(2026, 9, 15))]


@pytest.mark.parametrize(
    "before", [(), (turn(ANN, JANUARY_25, JANUARY_26),)], ids=["nobody", "ended"]
)
def test_without_a_cycle_and_a_rest_a_vacancy_is_filled_for_a_whole_term(before):
    (found,) = to_elect(book(FREE, *before), MARCH_10)

    assert (found.ends_on, found.is_remainder) == (date(2027, 3, 10), False)


def test_the_rest_without_a_cycle_is_a_remainder():
    ann = left(ANN, date(2025, 9, 15), date(2026, 2, 1), date(2026, 9, 15))

    (found,) = to_elect(book(FREE, ann), MARCH_10)

    assert found.is_remainder


def test_the_rest_without_a_cycle_is_of_who_left_and_not_of_who_comes():
    ann = left(ANN, date(2025, 9, 15), date(2026, 2, 1), date(2026, 9, 15))
    ben = turn(BEN, JANUARY_27, JANUARY_28)

    assert terms(FREE, ann, ben) == [("vacant", MARCH_10, date(2026, 9, 15))]


@pytest.mark.parametrize(
    ("planned_end_on", "ends_on"),
    [(MARCH_10, date(2027, 3, 10)), (date(2026, 9, 15), date(2026, 9, 15))],
)
def test_who_is_gone_on_the_day_of_the_meeting_holds_nothing(planned_end_on, ends_on):
    ann = left(ANN, date(2025, 3, 10), MARCH_10, planned_end_on)

    (found,) = to_elect(book(FREE, ann), MARCH_10)

    assert (found.why, found.holder, found.ends_on) == ("vacant", None, ends_on)


def test_with_a_cycle_the_rest_ends_with_it_whatever_was_planned():
    ann = left(ANN, JANUARY_26, date(2026, 2, 1), date(2026, 9, 15))

    assert terms(CHAIR, ann) == [("vacant", MARCH_10, JANUARY_27)]


def test_a_whole_term_is_listed_alone_however_short_it_is():
    monthly = replace(FREE, term_months=1)

    assert terms(monthly) == [("vacant", MARCH_10, date(2026, 4, 10))]


def test_behind_an_interim_is_the_term_of_who_left():
    ann = left(ANN, date(2025, 9, 15), date(2026, 2, 1), date(2026, 9, 15))
    ben = turn(BEN, date(2026, 2, 1), standing="interim")

    assert terms(FREE, ann, ben) == [("interim", MARCH_10, date(2026, 9, 15))]


def test_a_rest_that_ends_before_long_is_listed_with_the_term_after_it():
    found = terms(IN_NOVEMBER, meeting_on=DECEMBER_8)

    assert found == [
        ("vacant", DECEMBER_8, JANUARY_27),
        ("next", JANUARY_27, JANUARY_28),
    ]


def test_a_rest_up_to_who_was_chosen_has_no_term_after_it():
    ben = turn(BEN, date(2026, 6, 9), JANUARY_27)

    assert terms(CHAIR, ben, next_meeting_on=JULY_26) == [
        ("vacant", MARCH_10, date(2026, 6, 9))
    ]


def test_where_an_alternate_always_steps_up_the_alternate_is_elected():
    ben = turn(BEN, JANUARY_26, JANUARY_27, post=2)
    alternate = replace(SUCCESSOR, election_month=11)

    found = to_elect(book(IN_NOVEMBER, alternate, ANN_SERVES, ben), NOVEMBER_10)

    assert [(each.post, each.begins_on) for each in found] == [(alternate, JANUARY_27)]


def test_an_alternate_who_stepped_up_is_replaced_for_the_rest():
    ann = left(ANN, JANUARY_26, date(2026, 2, 1))
    ben = turn(BEN, JANUARY_26, JANUARY_27, post=2)

    found = to_elect(book(CHAIR, ALTERNATE, ann, ben), MARCH_10)

    assert found == (
        ToElect(ALTERNATE, 1, "vacant", None, MARCH_10, JANUARY_27, is_remainder=True),
    )


@pytest.mark.parametrize(
    ("fields", "listed"),
    [
        ({"closed_on": MARCH_10}, []),
        ({"closed_on": JULY_26}, [("vacant", MARCH_10, JULY_26)]),
        ({"began_on": date(2026, 4, 1)}, [("opening", date(2026, 4, 1), JANUARY_27)]),
        ({"began_on": JULY_26}, []),
        ({"seats": 2}, [("vacant", MARCH_10, JANUARY_27)] * 2),
    ],
)
def test_seats_are_elected_for_the_days_on_which_the_post_is_open(fields, listed):
    assert terms(replace(CHAIR, **fields)) == listed


def test_a_post_that_closes_with_the_rest_has_no_term_after_it():
    post = replace(IN_NOVEMBER, closed_on=JANUARY_27)

    assert terms(post, meeting_on=DECEMBER_8) == [("vacant", DECEMBER_8, JANUARY_27)]


def test_a_seat_that_was_taken_away_is_not_elected():
    ben = turn(BEN, JANUARY_26, JANUARY_27, seat=2)

    found = terms(IN_NOVEMBER, ANN_SERVES, ben, meeting_on=NOVEMBER_10)

    assert len(found) == 1
