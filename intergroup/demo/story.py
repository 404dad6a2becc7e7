"""The days of the demonstration’s story, all counted from one day: its “today”."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random

from intergroup.kit.dates import ONE_DAY, Period, add_months, month_of

YEARS = 3
PAST_MEETINGS = 6
_SUNDAY = 6


@dataclass(frozen=True)
class Story:
    """Three years of books, six business meetings up to ``today``, and one ahead."""

    today: date

    @cached_property
    def months(self) -> tuple[date, ...]:
        """The first day of every month of the books; the last is this month."""
        this_month = self.today.replace(day=1)
        return tuple(add_months(this_month, back) for back in range(-12 * YEARS, 1))

    @cached_property
    def next_on(self) -> date:
        """The day of the business meeting ahead; it may be today."""
        day = second_sunday(self.today)
        if day < self.today:
            return second_sunday(add_months(self.today.replace(day=1), 1))
        return day

    @cached_property
    def past_on(self) -> tuple[date, ...]:
        """The days of the six business meetings before it, the oldest first."""
        first = self.next_on.replace(day=1)
        return tuple(
            second_sunday(add_months(first, back)) for back in range(-PAST_MEETINGS, 0)
        )

    @cached_property
    def all_on(self) -> tuple[date, ...]:
        """The days of all seven business meetings."""
        return (*self.past_on, self.next_on)

    @cached_property
    def news_until(self) -> date:
        """The last day that the meeting ahead can report on so far."""
        return min(reported_at(self.next_on).last, self.today)

    @cached_property
    def unity_on(self) -> date:
        """The day of the Area’s next event."""
        return self.months_ago(-2, day=20)

    def months_ago(self, months: int, *, day: int = 1) -> date:
        """Return a day of the month so many before this one (below zero: ahead)."""
        return add_months(self.months[-1], -months).replace(day=day)

    def days_ago(self, days: int) -> date:
        """Return the day so many days before today."""
        return self.today - timedelta(days=days)


def second_sunday(day: date) -> date:
    """Return the second Sunday of the month that holds ``day``."""
    first = day.replace(day=1)
    return first + timedelta(days=(_SUNDAY - first.weekday()) % 7 + 7)


def reported_at(held_on: date) -> Period:
    """Return the month before the one in which a business meeting is held."""
    return month_of(held_on.replace(day=1) - ONE_DAY)


def chance(topic: str) -> Random:
    """Return the dice for one topic: they fall the same way every time."""
    return Random(topic)  # noqa: S311 (believable data, nothing to keep secret)
