"""Thirty years in which people are elected, step up, leave and return."""

from dataclasses import replace
from datetime import timedelta
from itertools import groupby, pairwise

import pytest

from service.rotation import Book, off_cycle, on, regular_end, step_ups
from service.rotation.days import add_months
from tests.service.rotation.making import written
from tests.service.rotation.thirty_years import POSTS, Life

BY_KEY = {post.key: post for post in POSTS}


@pytest.fixture(scope="module")
def lived():
    """The stored turns after every meeting, and every choice that was made."""
    life = Life(seed=1935)
    months = [(day, list(life.turns)) for day in life.months()]
    return months, life.choices


def in_seat(turn):
    return turn.post, turn.seat


def filling(turns):
    return [turn for turn in turns if turn.standing != "acting" and turn.has_days]


def shown(turns, day, *, posts=POSTS):
    """Who serves on ``day``, since when and until when, without the keys of turns."""
    seats = on(Book(posts, turns), day).seats
    return [
        (
            s.post.key,
            s.number,
            s.servant and replace(s.servant, key=None),
            s.vacant_from,
        )
        for s in seats
    ]


def test_the_thirty_years_were_lively(lived):
    months, choices = lived
    turns = months[-1][1]

    assert len(months) == 360
    assert len(turns) > 600
    assert sum(turn.filled == "stepped-up" for turn in turns) > 60
    assert sum(turn.filled == "remainder" for turn in turns) > 100
    assert sum(not turn.has_days for turn in turns) > 3
    assert sum(bool(choice.verdict.findings) for choice in choices) > 100


def test_nobody_ever_shares_a_seat(lived):
    for _day, turns in lived[0]:
        seats = sorted(filling(turns), key=lambda t: (*in_seat(t), t.began_on))
        for _seat, line in groupby(seats, key=in_seat):
            assert all(one.until <= other.began_on for one, other in pairwise(line))


def test_what_is_shown_agrees_with_what_is_then_written(lived):
    for day, turns in lived[0][::6]:
        ahead = day + timedelta(days=500)
        stored = written(turns, step_ups(Book(POSTS, turns), ahead))
        for each in (day, day + timedelta(days=20), ahead):
            assert shown(turns, each) == shown(stored, each)
        assert step_ups(Book(POSTS, stored), ahead) == ()


def test_steps_are_the_same_in_whatever_order_things_are_read(lived):
    for _day, turns in lived[0][::12]:
        forth, back = Book(POSTS, turns), Book(POSTS[::-1], turns[::-1])

        assert forth.steps == back.steps


def test_every_term_is_planned_to_end_with_its_cycle(lived):
    for day, turns in lived[0]:
        assert off_cycle(Book(POSTS, turns), day) == ()


def test_after_every_departure_the_seat_returns_to_its_cycle(lived):
    turns = [turn for turn in lived[0][-1][1] if turn.standing == ""]

    for turn in turns:
        post = BY_KEY[turn.post]
        if post.cycle_from and turn.planned_end_on != post.closed_on:
            end = regular_end(post, turn.seat, turn.began_on)
            assert turn.planned_end_on == end


def counted(post, turn):
    """Tell, by other means than the engine’s, whether a turn counts."""
    if turn.standing or not turn.has_days:
        return False
    whole = (add_months(turn.began_on, post.term_months) - turn.began_on).days
    is_rest = turn.filled == "remainder" or (
        turn.filled == "stepped-up"
        and (turn.planned_end_on - turn.began_on).days < whole - 3
    )
    if is_rest and post.remainder_counts == "half":
        return 2 * (turn.ends_on - turn.began_on).days > whole
    return not is_rest or post.remainder_counts == "always"


def in_a_row(post, earlier, day):
    """How many terms would be continued on ``day``: walk back from it."""
    terms, begins_on = 0, day
    for turn in sorted(earlier, key=lambda t: t.began_on, reverse=True):
        end = turn.ends_on or begins_on
        off_until = add_months(end, post.months_off or 0)
        if begins_on > end and begins_on >= off_until:
            return terms
        terms, begins_on = terms + counted(post, turn), turn.began_on
    return terms


def test_caps_and_times_off_are_kept_where_they_bind_and_said_where_not(lived):
    capped = [each for each in lived[1] if BY_KEY[each.turn.post].most_terms]

    for choice in capped:
        post = BY_KEY[choice.turn.post]
        terms = in_a_row(post, filling(choice.before), choice.turn.began_on)
        reasons = {finding.reason for finding in choice.verdict.findings}
        is_over = terms >= post.most_terms
        assert choice.verdict.terms_served == terms
        assert not (is_over and post.is_binding)
        assert is_over is bool(reasons & {"terms-served", "cooling-off"})

    assert len(capped) > 200


def test_the_second_half_of_the_directors_rotates_in_july(lived):
    ends = {
        (turn.seat % 2, turn.planned_end_on.month)
        for turn in lived[0][-1][1]
        if turn.post == 11 and turn.standing == ""
    }

    assert ends == {(1, 1), (0, 7)}


def test_no_seat_is_vacant_for_long_after_a_meeting_that_elects(lived):
    for day, turns in lived[0][1:]:
        seats = on(Book(POSTS, turns), day).seats

        assert sum(seat.is_vacant for seat in seats) <= len(seats) // 3
