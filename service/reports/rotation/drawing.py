"""The rotation plan as pictures: so many rows on each that a page can hold it."""

from collections.abc import Iterator, Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.kit.dates import Period
from intergroup.kit.timelines import DARK, EMPTY, LIGHT, Line, Stretch, Timeline
from service.rotation import Bar, Plan, Row

ROWS = 26  # on one picture: as many as a page of Letter holds


def timelines(made: Plan) -> tuple[Timeline, ...]:
    """Return the plan as one picture or more, rows in the order of the positions."""
    period = Period(made.first, made.last)
    parts = [made.rows[n : n + ROWS] for n in range(0, len(made.rows), ROWS)]
    return tuple(
        Timeline(period, tuple(_line(row) for row in part), _text(period, part))
        for part in parts
    )


def _text(period: Period, rows: Sequence[Row]) -> str:
    """Say what the picture shows; the table below it has every figure."""
    names = [row.post.name for row in rows]
    told = _("Who serves from %(first)s to %(last)s, from %(one)s to %(other)s.")
    return told % {
        "first": date_format(period.first, "DATE_FORMAT"),
        "last": date_format(period.last, "DATE_FORMAT"),
        "one": names[0],
        "other": names[-1],
    }


def _line(row: Row) -> Line:
    label = row.post.name
    if row.post.seats > 1:
        label = f"{label} {row.seat}"
    beside = tuple(Stretch(bar.first, bar.last, LIGHT) for bar in row.acting)
    return Line(label, tuple(_stretches(row.bars)), beside, row.elections)


def _stretches(bars: Sequence[Bar]) -> Iterator[Stretch]:
    """Yield each bar; who follows somebody is told apart by the other tone."""
    tone = DARK
    for bar in bars:
        if bar.turn is None:
            yield Stretch(bar.first, bar.last, EMPTY, _("vacant"))
            continue
        yield Stretch(bar.first, bar.last, tone, bar.turn.name)
        tone = LIGHT if tone == DARK else DARK
