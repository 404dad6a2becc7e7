"""Small SVG charts, drawn with presentation attributes only, alike on screen and paper."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.template.loader import render_to_string

INK = "#1f2933"
QUIET = "#b8c4c8"
ACCENT = "#0f4c5c"


@dataclass(frozen=True, slots=True)
class Series:
    """One set of bars; ``amounts`` has one amount for each label of the chart."""

    name: str
    amounts: Sequence[Decimal]
    colour: str = ACCENT


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars over labels. ``text`` says in a sentence what the picture shows."""

    labels: Sequence[str]
    series: Sequence[Series]
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One rectangle of the drawing, in its own units."""

    x: float
    y: float
    width: float
    height: float
    colour: str


WIDTH, HEIGHT, FOOT, TOP = 640, 180, 22, 8


def svg(chart: Chart) -> str:
    """Return the drawing as an SVG document."""
    step = WIDTH / max(len(chart.labels), 1)
    highest = max((abs(a) for s in chart.series for a in s.amounts), default=Decimal(0))
    context = {
        "chart": chart,
        "width": WIDTH,
        "height": HEIGHT,
        "base": HEIGHT - FOOT,
        "label_line": HEIGHT - 6,
        "ink": INK,
        "bars": _bars(chart, step, highest or Decimal(1)),
        "marks": [
            (round(step * (i + 0.5), 1), label) for i, label in enumerate(chart.labels)
        ],
    }
    return render_to_string("print/chart.svg", context)


def data_uri(chart: Chart) -> str:
    """Return the drawing as a data URI: an image can carry a text, a bare SVG cannot."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg(chart).encode()).decode()


def _bars(chart: Chart, step: float, highest: Decimal) -> list[Bar]:
    room = HEIGHT - FOOT - TOP
    width = step * 0.7 / max(len(chart.series), 1)
    bars = []
    for nth, series in enumerate(chart.series):
        for i, amount in enumerate(series.amounts):
            height = float(abs(amount) / highest) * room
            left = step * i + step * 0.15 + width * nth
            top = HEIGHT - FOOT - height
            bars.append(
                Bar(*(round(n, 1) for n in (left, top, width, height)), series.colour)
            )
    return bars
