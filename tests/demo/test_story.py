"""The story as plain data: the same every time and never below zero, on any day."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from intergroup.demo.books import books_of
from intergroup.demo.business import roll_calls
from intergroup.demo.contributions import BY_HAND
from intergroup.demo.people import representatives, sign_ins
from intergroup.demo.service import SEATS
from intergroup.demo.story import Story, reported_at
from intergroup.kit.dates import add_months
from intergroup.kit.money import ZERO, total
from intergroup.registry.models import people

DAYS = [
    date(2024, 2, 29),
    date(2025, 1, 1),
    date(2026, 2, 8),  # a second Sunday: the business meeting is today
    date(2026, 2, 9),
    date(2026, 7, 31),
    date(2026, 11, 7),
    date(2026, 11, 22),
    date(2027, 3, 1),
    date(2031, 12, 31),
]
on_any_day = pytest.mark.parametrize("today", DAYS, ids=str)
NOVEMBER_22 = date(2026, 11, 22)


def test_the_meetings_are_on_second_sundays_six_before_and_one_ahead():
    story = Story(NOVEMBER_22)

    assert story.next_on == date(2026, 12, 13)
    assert story.past_on == (
        date(2026, 6, 14),
        date(2026, 7, 12),
        date(2026, 8, 9),
        date(2026, 9, 13),
        date(2026, 10, 11),
        date(2026, 11, 8),
    )


@on_any_day
def test_there_is_always_one_meeting_ahead(today):
    story = Story(today)

    assert story.past_on[-1] < today <= story.next_on


@on_any_day
def test_the_same_day_tells_the_same_story(today):
    once, again = Story(today), Story(today)

    assert books_of(once) == books_of(again)
    assert representatives(once) == representatives(again)


@on_any_day
def test_no_account_and_no_fund_is_ever_below_zero(today):
    lowest = books_of(Story(today)).lowest()

    assert {key: held for key, held in lowest.items() if held < ZERO} == {}


@on_any_day
def test_nothing_is_dated_after_today(today):
    changes = books_of(Story(today)).changes()

    assert [change for change in changes if change[0] > today] == []


@on_any_day
def test_every_whole_month_brings_what_an_area_of_this_size_takes_in(today):
    story = Story(today)
    books = books_of(story)
    months = [
        total(gift.amount for gift in books.within(month).gifts)
        for month in story.months[:-1]
    ]

    assert Decimal("1200.00") <= min(months)
    assert max(months) <= Decimal("1800.00")


@on_any_day
def test_something_by_hand_has_not_been_deposited(today):
    books = books_of(Story(today))
    deposits = [each.moved_on for each in books.moves if each.from_account == "1010"]
    waiting = [
        gift
        for gift in books.gifts
        if gift.method in BY_HAND and gift.received_on >= max(deposits)
    ]

    assert len(waiting) >= 2


@on_any_day
def test_the_meeting_ahead_has_something_to_report(today):
    story = Story(today)

    assert story.news_until in reported_at(story.next_on)
    assert books_of(story).within(story.news_until).gifts


@on_any_day
def test_nobody_speaks_for_two_groups_at_one_meeting(today):
    story = Story(today)
    roll = roll_calls(story, representatives(story))
    named = [(row.past, row.person) for row in roll if row.person]

    assert len(named) == len(set(named))


def test_everybody_has_one_first_name_and_one_initial():
    rows = representatives(Story(NOVEMBER_22))

    for name in {each.person for each in (*SEATS, *rows)}:
        first_name, initial = name.rstrip(".").split(" ")
        people.validate_first_name(first_name)
        people.validate_initial(initial)


def test_the_one_who_signs_in_is_the_same_on_any_day():
    people_by_day = {sign_ins(representatives(Story(day))) for day in DAYS}

    assert len(people_by_day) == 1


def test_whoever_signs_in_serves_in_the_position_on_any_day_of_six_years():
    rows = sign_ins(representatives(Story(NOVEMBER_22)))
    seats = [seat for seat in SEATS for row in rows if row.position == seat.position]
    needed = {(row.position, row.person) for row in rows if row.position}

    for today in (date(2025, 1, 1) + timedelta(days=n) for n in range(6 * 365)):
        month = Story(today).next_on.replace(day=1)
        held = {
            (seat.position, seat.person)
            for seat in seats
            if add_months(month, -seat.began) <= today < add_months(month, -seat.ends)
        }
        assert needed <= held, today


@on_any_day
def test_whoever_signs_in_for_a_group_speaks_for_it_today(today):
    rows = representatives(Story(today))
    (speaker,) = (row.person for row in sign_ins(rows) if row.role == "Representative")

    assert [
        row.group for row in rows if row.person == speaker and row.is_serving_on(today)
    ] == [5]
