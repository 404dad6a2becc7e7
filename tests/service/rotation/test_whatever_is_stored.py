"""What holds for whatever posts and turns go in."""

from dataclasses import replace
from datetime import timedelta
from itertools import groupby, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from service.rotation import (
    Book,
    falling_vacant,
    is_regular,
    off_cycle,
    on,
    plan,
    regular_end,
    step_ups,
    to_elect,
)
from service.rotation.days import ONE_DAY
from tests.service.rotation.any_service import DAYS, posts, services
from tests.service.rotation.making import written

few = settings(max_examples=20, deadline=None)


def shown(book, day):
    """The day without the keys of turns, which writing gives them."""
    return [
        (
            seat.post.key,
            seat.number,
            seat.servant and replace(seat.servant, key=None),
            seat.vacant_from,
            seat.followed_by and replace(seat.followed_by, key=None),
        )
        for seat in on(book, day).seats
    ]


@few
@given(services(), DAYS)
def test_nobody_shares_a_seat_on_any_day(service, day):
    book = Book(*service)

    places = [(seat.post.key, seat.number) for seat in on(book, day).seats]

    assert len(places) == len(set(places))
    for post, seat in book.seats():
        line = [turn for turn in book.line(post, seat) if turn.has_days]
        assert all(one.until <= other.began_on for one, other in pairwise(line))


@few
@given(services(), DAYS, DAYS)
def test_writing_the_steps_changes_nothing_that_is_shown(service, upto, day):
    found, turns = service
    book = Book(found, turns)

    stored = Book(found, written(turns, step_ups(book, upto)))

    assert step_ups(stored, upto) == ()
    assert shown(stored, day) == shown(book, day)


@few
@given(services(), st.randoms(use_true_random=False))
def test_the_order_of_reading_changes_nothing(service, random):
    found, turns = service
    book = Book(found, turns)

    random.shuffle(found)
    random.shuffle(turns)

    assert Book(found, turns).steps == book.steps


@few
@given(services())
def test_who_steps_up_has_served_as_alternate_on_the_day_before(service):
    book = Book(*service)

    for step in book.steps:
        eve = step.turn.began_on - ONE_DAY
        assert step.leaves.serves_on(eve)
        assert step.leaves.ends_on == step.turn.began_on < step.turn.ends_on
        assert step.leaves.person == step.turn.person


@few
@given(services(), DAYS)
def test_the_plan_covers_every_open_day_and_agrees_with_each_day(service, first):
    book, last = Book(*service), first + timedelta(days=364)

    for row in plan(book, first, last).rows:
        for one, other in pairwise(row.bars):
            gap = other.first - one.last
            assert gap == ONE_DAY or (row.seat > row.post.seats and gap > ONE_DAY)
        for bar in row.bars:
            for day in (bar.first, bar.last):
                seats = on(book, day).seats
                (seat,) = [
                    s for s in seats if (s.post, s.number) == (row.post, row.seat)
                ]
                assert seat.servant == bar.turn


@few
@given(services(), DAYS)
def test_what_is_vacant_today_is_what_nobody_serves_in_today(service, day):
    book = Book(*service)

    vacancies = falling_vacant(book, day, 0)

    vacant = [(seat.post, seat.number) for seat in on(book, day).vacant]
    assert [(each.post, each.seat) for each in vacancies] == vacant


@few
@given(services(), DAYS)
def test_a_meeting_elects_for_days_on_which_nobody_was_chosen(service, meeting_on):
    book = Book(*service)

    for term in to_elect(book, meeting_on):
        assert meeting_on <= term.begins_on < term.ends_on
        for turn in book.line(term.post, term.seat):
            if turn.standing != "interim" and turn.has_days:
                assert not (
                    turn.began_on < term.ends_on and term.begins_on < turn.until
                )


@few
@given(services(), DAYS)
def test_a_meeting_elects_every_seat_that_is_vacant_and_waits_for_nobody(service, day):
    book = Book(*service)
    elected = {(each.post.key, each.seat) for each in to_elect(book, day)}

    alone = {
        (seat.post.key, seat.number)
        for seat in on(book, day).vacant
        if seat.followed_by is None
    }

    assert alone <= elected


@few
@given(services(), DAYS)
def test_the_way_back_is_a_regular_day_to_come(service, day):
    for each in off_cycle(Book(*service), day):
        assert each.back_on > day
        assert is_regular(each.post, each.turn.seat, each.back_on)


@given(posts(), DAYS)
def test_a_term_ends_after_it_begins_on_a_day_of_its_cycle(found, began_on):
    for post, seat in ((post, seat) for post in found for seat in (1, 2)):
        end = regular_end(post, seat, began_on)
        assert began_on < end
        assert is_regular(post, seat, end)


@few
@given(services())
def test_steps_go_by_day(service):
    days = [step.turn.began_on for step in Book(*service).steps]

    assert [day for day, _each in groupby(sorted(days))] == list(dict.fromkeys(days))
