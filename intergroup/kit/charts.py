"""Small SVG charts, drawn with presentation attributes only, alike on screen and paper.

An image cannot follow the page into dark mode: the stylesheets lay it on a light panel.
"""

import base64
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.template.loader import render_to_string
from django.utils.formats import date_format

from intergroup.kit.money import ZERO, figures

ACCENT = "#0f4c5c"
QUIET = "#b3c3c8"

WIDTH, HEIGHT = 480, 176
TOP, FOOT = 40, 32  # room for the legend and the figure above, the labels below
LABEL_ROOM = 34

_MONTH = re.compile(r"\d{4}-\d{2}")


@dataclass(frozen=True, slots=True)
class Series:
    """One set of bars; ``amounts`` has one amount for each label of the chart."""

    name: str
    amounts: Sequence[Decimal]
    colour: str = ACCENT


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars over labels. ``text`` says in a sentence what the picture shows.

    A label like ``2026-01`` is shown as the name of that month. Of two series give the
    older one first and in QUIET.
    """

    labels: Sequence[str]
    series: Sequence[Series]
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle, or a word and where it stands; numbers are text for any language."""

    x: str
    y: str
    width: str = ""
    height: str = ""
    colour: str = ""
    word: str = ""


def svg(chart: Chart) -> str:
    """Return the drawing as an SVG document."""
    scale = _Scale(chart)
    context = {
        "chart": chart,
        "width": WIDTH,
        "height": HEIGHT,
        "base": _n(scale.base),
        "bars": list(_bars(chart, scale)),
        "labels": list(_labels(chart, scale)),
        "legend": list(_legend(chart)),
        "highest": _highest(chart, scale),
    }
    return render_to_string("print/chart.svg", context)


def data_uri(chart: Chart) -> str:
    """Return the drawing as a data URI: an image has a text, a bare SVG has none."""
    return as_image(svg(chart))


def as_image(drawing: str) -> str:
    """Return an SVG document as a data URI."""
    return "data:image/svg+xml;base64," + base64.b64encode(drawing.encode()).decode()


class _Scale:
    """How amounts become heights, and places in the row become widths."""

    def __init__(self, chart: Chart) -> None:
        amounts = [amount for series in chart.series for amount in series.amounts]
        highest, lowest = max([ZERO, *amounts]), min([ZERO, *amounts])
        self.per_unit = (HEIGHT - TOP - FOOT) / float(highest - lowest or 1)
        self.base = TOP + float(highest) * self.per_unit
        self.step = WIDTH / max(len(chart.labels), 1)
        self.bar = self.step * 0.72 / max(len(chart.series), 1)

    def left(self, place: int, nth: int) -> float:
        """Return the left edge of the bar of the ``nth`` series at a place."""
        return self.step * (place + 0.14) + self.bar * nth

    def top(self, amount: Decimal) -> float:
        """Return the upper edge of a bar."""
        return self.base - float(max(amount, ZERO)) * self.per_unit


def _bars(chart: Chart, scale: _Scale) -> Iterator[Mark]:
    gap = 1.5 if len(chart.series) > 1 else 0
    for nth, series in enumerate(chart.series):
        for place, amount in enumerate(series.amounts):
            yield Mark(
                _n(scale.left(place, nth)),
                _n(scale.top(amount)),
                _n(scale.bar - gap),
                _n(float(abs(amount)) * scale.per_unit),
                series.colour,
            )


def _labels(chart: Chart, scale: _Scale) -> Iterator[tuple[Mark, str]]:
    """Yield each label that has room, with the year below the first of each year."""
    every = -(-LABEL_ROOM // max(int(scale.step), 1))
    shown_year = ""
    for place in range(0, len(chart.labels), every):
        label, year = _in_words(chart.labels[place])
        centre = _n(scale.step * (place + 0.5))
        yield (
            Mark(centre, _n(HEIGHT - FOOT + 14), word=label),
            (year if year != shown_year else ""),
        )
        shown_year = year


def _in_words(label: str) -> tuple[str, str]:
    """Return “Jan” and “2026” for a month, and any other label as it is."""
    if not _MONTH.fullmatch(label):
        return label, ""
    return date_format(date.fromisoformat(f"{label}-01"), "M"), label[:4]


def _legend(chart: Chart) -> Iterator[Mark]:
    """Yield what each colour means, where there is more than one."""
    left = 0.0
    for series in chart.series if len(chart.series) > 1 else ():
        yield Mark(_n(left), "4", colour=series.colour, word=series.name)
        left += 42 + 7.2 * len(series.name)


def _highest(chart: Chart, scale: _Scale) -> Mark | None:
    """Return the figure over the highest bar, kept inside the picture."""
    bars = [
        (amount, scale.left(place, nth) + scale.bar / 2)
        for nth, series in enumerate(chart.series)
        for place, amount in enumerate(series.amounts)
    ]
    amount, centre = max(bars, default=(ZERO, 0.0))
    if amount <= 0:
        return None
    word = figures(amount)
    half = 4 * len(word)
    centre = min(max(centre, half), WIDTH - half)
    return Mark(_n(centre), _n(scale.top(amount) - 5), word=word)


def _n(number: float) -> str:
    """Write a number for SVG, whatever the language of the page."""
    return f"{number:.1f}"
