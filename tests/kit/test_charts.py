"""Charts: bars to scale, months by name, the highest figure told."""

import re
from decimal import Decimal

from django.utils import translation

from intergroup.kit.charts import QUIET, Chart, Series, data_uri, svg


def _chart(*amounts, labels=("2026-01", "2026-02"), text="Two months."):
    series = [
        Series(str(n), [Decimal(a) for a in row]) for n, row in enumerate(amounts)
    ]
    return Chart(labels, series, text)


def _heights(drawing):
    bars = re.findall(r'height="([\d.]+)" fill="#0f4c5c"', drawing)
    return [float(height) for height in bars]


def test_svg_draws_bars_to_scale():
    drawing = svg(_chart(["50.00", "100.00"]))

    half, whole = _heights(drawing)
    assert whole == 2 * half


def test_svg_names_the_months_and_the_year_once():
    drawing = svg(_chart(["1.00", "2.00"]))

    assert re.findall(r">(Jan|Feb|2026)<", drawing) == ["Jan", "2026", "Feb"]


def test_svg_tells_the_highest_figure():
    assert ">1,300.00<" in svg(_chart(["12.00", "1300.00"]))


def test_svg_tells_no_figure_where_there_is_no_money():
    assert "font-weight" not in svg(_chart(["0.00", "0.00"]))


def test_svg_of_nothing_is_still_a_picture():
    assert "<svg" in svg(Chart([], [], "Nothing."))


def test_svg_names_two_series_by_their_colours():
    series = [Series("2025", [Decimal(1)], QUIET), Series("2026", [Decimal(2)])]

    drawing = svg(Chart(["2026-01"], series, "Two years."))

    assert [name for name in ("2025", "2026") if f">{name}</text>" in drawing] == [
        "2025",
        "2026",
    ]


def test_svg_writes_numbers_the_same_in_every_language():
    chart = _chart(["12.50", "7.25"], labels=["a", "b"])
    english = svg(chart)

    with translation.override("de"):
        assert svg(chart) == english


def test_svg_escapes_what_people_wrote():
    assert "<b>" not in svg(_chart(["1.00"], labels=["<b>"], text="<b>"))


def test_svg_leaves_out_labels_that_have_no_room():
    months = [
        f"{year}-{month:02}" for year in (2024, 2025, 2026) for month in range(1, 13)
    ]

    drawing = svg(_chart(["1.00"] * 36, labels=months))

    assert len(re.findall(r">[A-Z][a-z]+</text>", drawing)) == 12


def test_data_uri_is_an_image():
    assert data_uri(_chart(["1.00", "2.00"])).startswith("data:image/svg+xml;base64,")
