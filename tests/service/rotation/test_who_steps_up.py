"""Which alternate steps into which seat, and who may not."""

from dataclasses import replace
from datetime import date

import pytest

from tests.service.rotation.making import (
    ALTERNATE,
    ANN,
    BEN,
    CHAIR,
    CLEO,
    DAN,
    JANUARY_25,
    JANUARY_26,
    JANUARY_27,
    JULY_26,
    MARCH_10,
    SUCCESSOR,
    book,
    left,
    turn,
    who,
)

JANUARY_28 = date(2028, 1, 1)
ANN_LEFT = left(ANN, JANUARY_26, MARCH_10)
ANN_ENDED = turn(ANN, JANUARY_26, JANUARY_27)
BEN_BESIDE = turn(BEN, JANUARY_26, JANUARY_27, post=2)


@pytest.mark.parametrize(
    ("closed_on", "steps"),
    [
        (MARCH_10, []),
        (date(2026, 3, 11), [(BEN, 1, 1, MARCH_10, date(2026, 3, 11))]),
        (JULY_26, [(BEN, 1, 1, MARCH_10, JULY_26)]),
    ],
)
def test_nobody_steps_into_a_closed_post(closed_on, steps):
    closed = replace(CHAIR, closed_on=closed_on)

    assert who(book(closed, ALTERNATE, ANN_LEFT, BEN_BESIDE)) == steps


def test_nobody_steps_out_of_a_closed_post():
    closed = replace(ALTERNATE, closed_on=MARCH_10)

    assert who(book(CHAIR, closed, ANN_LEFT, BEN_BESIDE)) == []


def test_nobody_steps_into_a_seat_that_was_taken_away():
    second = replace(ANN_LEFT, seat=2)

    assert who(book(CHAIR, ALTERNATE, second, BEN_BESIDE)) == []


def test_nobody_steps_into_a_seat_that_nobody_had():
    assert who(book(CHAIR, ALTERNATE, BEN_BESIDE)) == []


def test_who_acts_as_alternate_does_not_step_up_and_who_is_interim_does():
    acting, interim = (
        replace(BEN_BESIDE, standing=standing) for standing in ("acting", "interim")
    )

    assert who(book(CHAIR, ALTERNATE, ANN_LEFT, acting)) == []
    assert len(who(book(CHAIR, ALTERNATE, ANN_LEFT, interim))) == 1


def test_the_first_of_two_vacant_seats_goes_first():
    two = replace(CHAIR, seats=2)
    dan = left(DAN, JANUARY_26, MARCH_10, seat=2)

    kept = book(two, ALTERNATE, dan, ANN_LEFT, BEN_BESIDE)

    assert who(kept) == [(BEN, 1, 1, MARCH_10, JANUARY_27)]


def test_two_alternates_take_two_seats_in_the_order_of_seats():
    two, alternates = replace(CHAIR, seats=2), replace(ALTERNATE, seats=2)
    dan = left(DAN, JANUARY_26, MARCH_10, seat=2)
    cleo = turn(CLEO, JANUARY_25, JANUARY_27, post=2, seat=2)

    kept = book(two, alternates, dan, ANN_LEFT, cleo, BEN_BESIDE)

    assert who(kept) == [
        (BEN, 1, 1, MARCH_10, JANUARY_27),
        (CLEO, 1, 2, MARCH_10, JANUARY_27),
    ]


def test_alternates_of_two_posts_step_up_in_the_order_of_the_posts():
    second = replace(ALTERNATE, key=3, order=105)
    cleo = turn(CLEO, JANUARY_26, JANUARY_27, post=3)

    kept = book(CHAIR, ALTERNATE, second, ANN_LEFT, BEN_BESIDE, cleo)

    assert who(kept) == [(CLEO, 1, 1, MARCH_10, JANUARY_27)]


def test_after_a_regular_end_two_seats_do_not_get_the_same_alternate():
    two = replace(CHAIR, seats=2)
    dan = turn(DAN, JANUARY_26, JANUARY_27, seat=2)

    kept = book(two, SUCCESSOR, ANN_ENDED, dan, BEN_BESIDE)

    assert who(kept) == [(BEN, 1, 1, JANUARY_27, JANUARY_28)]


def test_who_has_left_does_not_step_up_into_what_they_left():
    both = turn(ANN, JANUARY_26, JANUARY_27, post=2)

    assert who(book(CHAIR, ALTERNATE, ANN_LEFT, both)) == []


def test_who_serves_in_the_post_already_does_not_step_up_into_another_seat():
    two = replace(CHAIR, seats=2)
    beside = turn(BEN, JANUARY_26, JANUARY_27, seat=2)

    assert who(book(two, ALTERNATE, ANN_LEFT, beside, BEN_BESIDE)) == []


def test_what_fell_vacant_before_the_rule_is_history():
    facts = (CHAIR, ALTERNATE, ANN_LEFT, BEN_BESIDE)

    assert who(book(*facts, since=date(2026, 3, 11))) == []
    assert len(who(book(*facts, since=MARCH_10))) == 1


@pytest.mark.parametrize(
    ("is_binding", "steps"),
    [(True, []), (False, [(BEN, 1, 1, JANUARY_27, JANUARY_28)])],
)
def test_bylaws_keep_an_alternate_in_the_time_off_from_a_whole_term(is_binding, steps):
    capped = replace(CHAIR, most_terms=1, months_off=24, is_binding=is_binding)
    before = turn(BEN, JANUARY_25, JANUARY_26, key=20)

    kept = book(capped, SUCCESSOR, before, ANN_ENDED, BEN_BESIDE)

    assert who(kept) == steps


def test_bylaws_do_not_keep_an_alternate_from_the_rest_of_a_term():
    capped = replace(CHAIR, most_terms=1, months_off=24, is_binding=True)
    before = turn(BEN, JANUARY_25, JANUARY_26, key=20)

    kept = book(capped, ALTERNATE, before, ANN_LEFT, BEN_BESIDE)

    assert who(kept) == [(BEN, 1, 1, MARCH_10, JANUARY_27)]
