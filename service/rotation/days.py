"""Days and months; the engine’s own, for it knows no framework."""

import calendar
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
SOON = timedelta(days=90)


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def next_step(anchor: date, months: int, *, after: date, offset: int = 0) -> date:
    """Return the first day after ``after`` of those that lie ``months`` apart.

    They are counted from ``offset`` months after ``anchor``, in both directions, and
    each from the anchor itself: from the 31st on, a short month moves no later day.
    """
    apart = (after.year - anchor.year) * 12 + after.month - anchor.month - offset
    steps = apart // months
    while (day := add_months(anchor, offset + steps * months)) <= after:
        steps += 1
    return day
