"""Timelines: rows of stretches over days, as SVG, alike on screen and paper.

Drawn with presentation attributes only. What is dark, light or empty is told apart
without colour.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.utils.formats import date_format

from intergroup.kit.charts import ACCENT, QUIET, as_image
from intergroup.kit.dates import Period, add_months, month_starts

WIDTH, LABELS, ROW, HEAD = 760, 190, 24, 34
BAR, THIN = 18, 5
LETTER = 6.4  # the width of one, on the average
DARK, LIGHT, EMPTY = "dark", "light", "empty"
_TONES = {
    DARK: (ACCENT, ACCENT, "#ffffff"),
    LIGHT: (QUIET, QUIET, "#16191b"),
    EMPTY: ("none", "#4a545b", "#4a545b"),
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row, both ends included, in one of three tones, with a word in it."""

    first: date
    last: date
    tone: str = DARK
    word: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its label, its stretches, thin ones below them, and days with a mark."""

    label: str
    stretches: Sequence[Stretch]
    beside: Sequence[Stretch] = ()
    marks: Sequence[date] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Rows over the days of a period; ``text`` says what the picture shows."""

    period: Period
    lines: Sequence[Line]
    text: str


@dataclass(frozen=True, slots=True)
class _Box:
    """A rectangle with its word; numbers are text for any language."""

    x: str
    y: str
    width: str
    height: str
    fill: str
    stroke: str
    ink: str
    word: str
    word_x: str
    word_y: str


def svg(timeline: Timeline) -> str:
    """Return the drawing as an SVG document."""
    scale = _Scale(timeline.period)
    height = HEAD + ROW * len(timeline.lines) + 6
    context = {
        "timeline": timeline,
        "width": WIDTH,
        "height": height,
        "foot": height - 4,
        "labels": list(_labels(timeline)),
        "boxes": list(_boxes(timeline, scale)),
        "marks": list(_marks(timeline, scale)),
        "months": list(_months(timeline.period, scale)),
    }
    return render_to_string("print/timeline.svg", context)


def data_uri(timeline: Timeline) -> str:
    """Return the drawing as a data URI, for an image with a text."""
    return as_image(svg(timeline))


class _Scale:
    """How days become places in the row."""

    def __init__(self, period: Period) -> None:
        self.first, self.last = period.first, period.last
        days = (period.last - period.first).days + 1
        self.per_day = (WIDTH - LABELS) / days

    def left(self, day: date) -> float:
        """Return where a day begins."""
        return LABELS + (max(day, self.first) - self.first).days * self.per_day

    def right(self, day: date) -> float:
        """Return where a day ends."""
        return LABELS + ((min(day, self.last) - self.first).days + 1) * self.per_day


def _labels(timeline: Timeline) -> Iterator[tuple[str, str]]:
    """Yield each label, cut where it has no room, and where it stands."""
    room = int(LABELS / LETTER) - 2
    for place, line in enumerate(timeline.lines):
        cut = line.label if len(line.label) <= room else f"{line.label[: room - 1]}…"
        yield cut, _n(_top(place) + BAR * 0.72)


def _boxes(timeline: Timeline, scale: _Scale) -> Iterator[_Box]:
    for place, line in enumerate(timeline.lines):
        for each in line.stretches:
            yield _box(each, scale, _top(place), BAR)
        for each in line.beside:
            yield _box(each, scale, _top(place) + BAR - THIN, THIN)


def _box(stretch: Stretch, scale: _Scale, top: float, height: float) -> _Box:
    left, right = scale.left(stretch.first), scale.right(stretch.last)
    width = max(right - left - 1, 1)
    fill, stroke, ink = _TONES[stretch.tone]
    has_room = height == BAR and len(stretch.word) * LETTER + 8 <= width
    return _Box(
        x=_n(left + 0.5),
        y=_n(top),
        width=_n(width),
        height=_n(height),
        fill=fill,
        stroke=stroke,
        ink=ink,
        word=stretch.word if has_room else "",
        word_x=_n(left + 5),
        word_y=_n(top + BAR * 0.72),
    )


def _marks(timeline: Timeline, scale: _Scale) -> Iterator[tuple[str, str]]:
    """Yield where the point of each mark is, above its row."""
    for place, line in enumerate(timeline.lines):
        for day in line.marks:
            yield _n(scale.left(day)), _n(_top(place) - 1)


def _months(period: Period, scale: _Scale) -> Iterator[tuple[str, str, str]]:
    """Yield where each month begins, its name where there is room, and the year."""
    starts = list(month_starts(period))
    room = scale.per_day * 30
    every = next((n for n in (1, 2, 3, 6) if n * room >= 30), 12)
    year = 0
    for place, day in enumerate(starts):
        named = place % every == 0 and add_months(day, 1) > period.first
        name = date_format(day, "M") if named else ""
        shown = str(day.year) if named and day.year != year else ""
        year = day.year if named else year
        yield _n(scale.left(day)), name, shown


def _top(place: int) -> float:
    return HEAD + ROW * place + (ROW - BAR) / 2


def _n(number: float) -> str:
    """Write a number for SVG, whatever the language of the page."""
    return f"{number:.1f}"
