"""Contributions by group and month, on a real district’s year."""

from datetime import date
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from intergroup.kit import pages, reports
from intergroup.kit.dates import Period
from tests.factories import GroupFactory, account, fund, money
from treasury.actions.contributions import record_contribution
from treasury.actions.identifying import identify_contribution
from treasury.models import Contribution, Identification, Policy
from treasury.reports.contributions import contributions_by_group
from treasury.resources.contributions import load_contributions

YEAR = Period(date(2022, 1, 1), date(2022, 12, 31))
FILE = Path(__file__).parent.parent / "data" / "sioux-falls-2022-contributions.csv"
PUBLISHED = {
    "Progress Not Perfection": "1300.00",
    "Westside": "600.00",
    "Blacksheep": "184.91",
    "Chester": "125.00",
    "Wednesday Night Men's BB": "110.92",
    "Southside": "100.00",
    "Sunlight of the Spirit": "100.00",
    "Recovery-Brandon": "50.00",
    "Hilltop": "30.00",
    "Rainbow Wildbunch": "11.85",
}


@pytest.fixture
def loaded(db):
    load_contributions(
        FILE.read_bytes(),
        name=FILE.name,
        dry_run=False,
        skip_refused=False,
        by=None,
        today=date(2026, 11, 22),
        create_groups=True,
    )
    return contributions_by_group(YEAR)


def give(day, amount, **values):
    contribution = Contribution(
        received_on=day,
        amount=money(amount),
        fund=fund(),
        account=account("1000"),
        **values,
    )
    record_contribution(contribution, recorded_by=None)
    return contribution


def test_the_districts_own_table_comes_back_to_the_cent(loaded):
    told = loaded.as_json()

    assert {each["name"]: each["total"] for each in told["groups"]} == PUBLISHED
    assert told["total"] == "2612.68"
    assert told["groups"][0] == {
        "number": 1,
        "name": "Progress Not Perfection",
        "months": {"2022-01": "800.00", "2022-08": "500.00"},
        "total": "1300.00",
        "year": "1300.00",
    }


def test_what_is_not_there_is_zero_and_has_no_months(loaded):
    told = loaded.as_json()

    nothing = {"months": {}, "total": "0.00", "year": "0.00"}
    assert told["members"] == told["unidentified"] == nothing
    assert told["birthdays"] == told["basket"] == told["events"] == nothing


def test_the_table_has_a_column_for_every_month(loaded):
    (table,) = loaded.as_tables()

    assert len(table.header) == 2 + 12 + 1 + 1
    assert {len(row) for row in table.rows} == {16}


def page(**chosen):
    report = contributions_by_group(YEAR, **chosen)
    return render_to_string(
        "treasury/report/contributions.html", pages.context(report=report)
    )


def test_the_page_is_silent_about_a_group_that_gave_nothing(loaded):
    GroupFactory(number=99, name="Quiet Hour")

    html = page(groups="giving")

    assert "Quiet Hour" not in html
    assert "Progress Not Perfection" in html
    assert "2,612.68" in html


def test_every_group_stands_there_without_a_figure_where_it_gave_none(loaded):
    GroupFactory(number=99, name="Quiet Hour")

    row = next(line for line in page(groups="every").splitlines() if "Quiet" in line)

    assert "0.00" not in row
    assert '<td class="money"></td>' in row


@pytest.mark.parametrize("is_listed", [True, False])
def test_which_groups_are_listed_is_what_the_body_has_settled(loaded, is_listed):
    GroupFactory(number=99, name="Quiet Hour")
    Policy.objects.update_or_create(pk=1, defaults={"is_every_group_listed": is_listed})

    assert ("Quiet Hour" in page()) is is_listed


def test_a_group_that_closed_and_gave_nothing_is_not_listed(loaded):
    GroupFactory(number=99, name="Quiet Hour", status="inactive")

    assert "Quiet Hour" not in page(groups="every")


def test_every_source_that_is_no_group_has_its_own_line(loaded):
    for source in ("member", "birthday", "basket", "event"):
        give(date(2022, 3, 1), "5.00", source=source)
    report = contributions_by_group(Period(date(2022, 3, 1), date(2022, 3, 31)))

    assert [(each.name, str(each.total)) for each in report.rest] == [
        ("Members", "5.00"),
        ("Birthdays", "5.00"),
        ("The meeting basket", "5.00"),
        ("Events", "5.00"),
    ]


def test_what_is_identified_moves_to_its_group_on_the_day_of_that(loaded):
    group = GroupFactory(number=99, name="Quiet Hour")
    waiting = give(date(2022, 3, 1), "20.00", source="unidentified")
    found = Identification(
        contribution=waiting, group=group, identified_on=date(2022, 5, 2)
    )
    identify_contribution(found, identified_by=None)

    report = contributions_by_group(YEAR, groups="giving")

    assert report.unidentified.months == {
        "2022-03": money("20.00"),
        "2022-05": money("-20.00"),
    }
    assert report.groups[-1].months == {"2022-05": money("20.00")}
    assert str(report.total) == "2632.68"
    assert "Not yet identified" in page()


def test_a_part_of_the_year_stands_beside_the_year_so_far(loaded):
    spring = Period(date(2022, 3, 1), date(2022, 5, 31))

    report = contributions_by_group(spring)

    assert report.has_year
    assert report.groups[0].year == money("800.00")
    assert report.groups[0].total == money("0.00")


@pytest.mark.parametrize("form", ["json", "csv", "xlsx"])
def test_every_form_of_the_report_can_be_written(loaded, form):
    shown = reports.get("contributions-by-group")

    data = reports.write(shown, loaded, form)

    assert data.startswith({"json": b"{", "csv": b"Number", "xlsx": b"PK"}[form])


def test_a_year_without_contributions_is_a_sentence(db):
    html = render_to_string(
        "treasury/report/contributions.html",
        pages.context(report=contributions_by_group(YEAR)),
    )

    assert "No contributions were recorded in this period." in html


@pytest.mark.parametrize(
    ("last", "columns", "is_wide"),
    [
        (date(2022, 1, 31), ["2022-01"], False),
        (date(2022, 4, 30), ["2022-01", "2022-02", "2022-03", "2022-04"], False),
        (date(2023, 3, 31), ["2022", "2023"], False),
    ],
)
def test_a_period_too_long_for_the_paper_is_added_up_by_year(
    loaded, last, columns, is_wide
):
    report = contributions_by_group(Period(YEAR.first, last))

    assert (list(report.columns), report.is_wide) == (columns, is_wide)
    assert sum(report.columns.values()) == report.total


def test_a_year_stands_on_the_long_side_of_the_paper(loaded):
    assert loaded.is_wide
    assert loaded.groups[0].amounts["2022"] == loaded.groups[0].total
