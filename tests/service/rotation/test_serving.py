"""Who serves on a day, since when and until when, and whose last day is near."""

from dataclasses import replace
from datetime import date

import pytest

from service.rotation import Day, Leaving, Seat, on, rotating_out
from tests.service.rotation.making import (
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

TWO_SEATS = replace(CHAIR, seats=2)


def names(day):
    """Who fills each seat, by number; None for nobody."""
    return [seat.servant and seat.servant.person for seat in day.seats]


def test_on_a_day_every_seat_is_there_with_who_serves_and_who_follows():
    ann, ben = turn(ANN, JANUARY_25, JANUARY_26), turn(BEN, JANUARY_26, JANUARY_27)

    day = on(book(TWO_SEATS, ann, ben), date(2025, 12, 31))

    first = Seat(TWO_SEATS, 1, ann, (), None, ben)
    second = Seat(TWO_SEATS, 2, None, (), None, None)
    assert day == Day(date(2025, 12, 31), (first, second))
    assert (day.vacant, first.since, first.until) == ((second,), JANUARY_25, JANUARY_26)


@pytest.mark.parametrize(
    ("day", "person"),
    [
        (date(2024, 12, 31), None),
        (JANUARY_25, ANN),
        (date(2025, 12, 31), ANN),
        (JANUARY_26, BEN),
        (date(2099, 1, 1), BEN),
    ],
)
def test_the_first_day_is_served_and_the_end_is_not(day, person):
    kept = book(CHAIR, turn(ANN, JANUARY_25, JANUARY_26), turn(BEN, JANUARY_26))

    assert names(on(kept, day)) == [person]


def test_a_vacant_seat_says_since_when_and_who_comes():
    ben = turn(BEN, JULY_26, JANUARY_27)

    (seat,) = on(book(CHAIR, turn(ANN, JANUARY_25, JANUARY_26), ben), MARCH_10).seats

    assert seat == Seat(CHAIR, 1, None, (), JANUARY_26, ben)
    assert (seat.is_vacant, seat.since, seat.until) == (True, JANUARY_26, JULY_26)


def test_a_vacancy_began_with_the_last_of_many_ends():
    old = turn(BEN, date(2024, 1, 1), JANUARY_25)

    (seat,) = on(book(CHAIR, old, turn(ANN, JANUARY_25, JANUARY_26)), MARCH_10).seats

    assert seat.vacant_from == JANUARY_26


def test_a_seat_that_nobody_ever_had_is_vacant_since_the_post_began():
    begun = replace(CHAIR, began_on=JANUARY_26)

    (seat,) = on(book(begun), MARCH_10).seats

    assert (seat.vacant_from, seat.until) == (JANUARY_26, None)


def test_who_acts_stands_beside_the_holder_and_fills_no_vacant_seat():
    ann = turn(ANN, JANUARY_26, JULY_26)
    ben = turn(BEN, MARCH_10, JANUARY_27, standing="acting")
    kept = book(CHAIR, ann, ben)

    days = [on(kept, day).seats[0] for day in (date(2026, 3, 9), MARCH_10, JULY_26)]

    assert days == [
        Seat(CHAIR, 1, ann, (), None, None),
        Seat(CHAIR, 1, ann, (ben,), None, None),
        Seat(CHAIR, 1, None, (ben,), JULY_26, None),
    ]


def test_who_serves_in_the_interim_fills_the_seat():
    cleo = turn(CLEO, MARCH_10, standing="interim")

    (seat,) = on(book(CHAIR, cleo), JULY_26).seats

    assert (seat.servant, seat.until) == (cleo, None)


def test_posts_come_in_their_order_then_by_name():
    web, phone = replace(CHAIR, key=3, name="Web"), replace(CHAIR, key=4, name="Phone")
    first = replace(CHAIR, key=9, name="Zeal", order=1)

    day = on(book(web, phone, first), MARCH_10)

    assert [seat.post for seat in day.seats] == [first, phone, web]


@pytest.mark.parametrize(
    ("day", "there"),
    [
        (date(2025, 12, 31), False),
        (JANUARY_26, True),
        (date(2026, 6, 30), True),
        (JULY_26, False),
    ],
)
def test_a_post_is_there_from_its_first_day_until_it_is_closed(day, there):
    post = replace(CHAIR, began_on=JANUARY_26, closed_on=JULY_26)

    assert bool(on(book(post, turn(ANN, JANUARY_25)), day).seats) is there


def test_closing_a_post_ends_every_turn_in_it():
    post = replace(CHAIR, closed_on=JULY_26)
    ann, late = turn(ANN, JANUARY_26, JANUARY_27), turn(BEN, JULY_26)

    kept = book(post, ann, late)

    ended = replace(ann, ends_on=JULY_26)
    assert on(kept, MARCH_10).seats[0].until == JULY_26
    assert rotating_out(kept, JANUARY_26, JANUARY_27) == (Leaving(post, ended, None),)


def test_a_seat_that_was_taken_away_stays_as_long_as_its_servant():
    ben = turn(BEN, JANUARY_26, JULY_26, seat=2)
    kept = book(CHAIR, ben)

    before, after = on(kept, date(2026, 6, 30)).seats, on(kept, JULY_26).seats

    assert [seat.number for seat in before] == [1, 2]
    assert [seat.is_surplus for seat in before] == [False, True]
    assert [seat.number for seat in after] == [1]


def test_who_withdrew_before_serving_never_serves_and_is_followed():
    ann = left(ANN, JANUARY_26, JANUARY_26)
    ben = turn(BEN, MARCH_10, JANUARY_27)

    day = on(book(CHAIR, ann, ben), JANUARY_26)

    assert day.seats == (Seat(CHAIR, 1, None, (), JANUARY_26, ben),)


def test_who_left_on_the_first_day_served_on_that_day():
    kept = book(CHAIR, left(ANN, JANUARY_26, date(2026, 1, 2)))

    assert names(on(kept, JANUARY_26)) == [ANN]
    assert names(on(kept, date(2026, 1, 2))) == [None]


def test_of_two_in_one_seat_the_later_serves():
    kept = book(CHAIR, turn(ANN, JANUARY_25), turn(BEN, JANUARY_26))

    assert names(on(kept, MARCH_10)) == [BEN]


def test_turns_of_a_post_that_is_not_there_are_left_out():
    assert on(book(CHAIR, turn(ANN, JANUARY_26, post=7)), MARCH_10).seats == (
        Seat(CHAIR, 1, None, (), None, None),
    )


@pytest.mark.parametrize(
    ("first", "last", "leaving"),
    [
        (date(2025, 12, 31), date(2025, 12, 31), 1),
        (date(2025, 12, 1), date(2025, 12, 31), 1),
        (date(2025, 12, 1), date(2025, 12, 30), 0),
        (JANUARY_26, MARCH_10, 0),
    ],
)
def test_who_rotates_out_has_the_last_day_between_both_days(first, last, leaving):
    kept = book(CHAIR, turn(ANN, JANUARY_25, JANUARY_26))

    assert len(rotating_out(kept, first, last)) == leaving


def test_rotating_out_goes_by_the_last_day_and_says_who_follows():
    ann = turn(ANN, JANUARY_25, JULY_26)
    ben = turn(BEN, JANUARY_25, MARCH_10, seat=2)
    cleo = turn(CLEO, JULY_26, JANUARY_27)

    found = rotating_out(book(TWO_SEATS, ann, ben, cleo), JANUARY_26, JULY_26)

    assert found == (Leaving(TWO_SEATS, ben, None), Leaving(TWO_SEATS, ann, cleo))
    assert [each.stays for each in found] == [False, False]


@pytest.mark.parametrize(
    ("begins_on", "stays"), [(JANUARY_26, True), (date(2026, 1, 2), False)]
)
def test_who_is_chosen_again_stays_unless_there_is_a_day_between(begins_on, stays):
    kept = book(
        CHAIR, turn(ANN, JANUARY_25, JANUARY_26), turn(ANN, begins_on, JANUARY_27)
    )

    (leaving,) = rotating_out(kept, date(2025, 12, 31), JANUARY_26)

    assert leaving.stays is stays


def test_neither_who_acts_nor_who_never_served_nor_who_has_no_end_rotates_out():
    kept = book(
        TWO_SEATS,
        turn(ANN, JANUARY_25),
        turn(BEN, JANUARY_25, JANUARY_26, standing="acting"),
        left(CLEO, JANUARY_25, JANUARY_25, seat=2),
    )

    assert rotating_out(kept, date(2024, 1, 1), JANUARY_27) == ()
