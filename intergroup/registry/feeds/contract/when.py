"""The contract’s rules on when a meeting is held, and when its row was changed."""

import re
import zoneinfo
from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from intergroup.registry.feeds.contract.cells import Found, Row, text_of

_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_LONGEST = 120  # minutes, before tsml-ui wonders


def _day(row: Row) -> Iterator[Found]:
    day = row.get("day")
    if day is None or isinstance(day, list):
        return
    if isinstance(day, bool) or not isinstance(day, int) or not 0 <= day <= 6:
        yield "day", _("A day is a number from 0 (Sunday) to 6 (Saturday).")


def _time(row: Row) -> Iterator[Found]:
    time, end = text_of(row, "time"), text_of(row, "end_time")
    for name, clock in (("time", time), ("end_time", end)):
        if clock and not _CLOCK.fullmatch(clock):
            yield name, _("A time is written with 24 hours: 19:30.")
    if end and not time:
        yield "end_time", _("It has an end and no beginning.")
    if (row.get("day") is None) != (not time):
        yield (
            "time",
            _("It has a day or a time, and not both: readers say “by appointment”."),
        )
    if _minutes(time, end) > _LONGEST:
        yield "end_time", _("It lasts more than two hours: is that right?")


def _minutes(time: str, end: str) -> int:
    if not (_CLOCK.fullmatch(time) and _CLOCK.fullmatch(end)):
        return 0
    first, last = (int(each[:2]) * 60 + int(each[3:]) for each in (time, end))
    return last - first


def _zone(row: Row) -> Iterator[Found]:
    zone = text_of(row, "timezone")
    if not zone:
        yield "timezone", _("Without a time zone, readers drop the row.")
    elif zone not in zoneinfo.available_timezones():
        yield "timezone", _("This is no time zone such as America/Chicago.")


def _updated(row: Row) -> Iterator[Found]:
    updated = text_of(row, "updated")
    if not updated:
        return
    try:
        datetime.strptime(updated, "%Y-%m-%d %H:%M:%S")  # noqa: DTZ007 (UTC it is)
    except ValueError:
        yield "updated", _("Write it in UTC as 2026-05-31 14:32:23.")


RULES = (_day, _time, _zone, _updated)
