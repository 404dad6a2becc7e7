"""Income and expense by month, with the same month of the year before."""

from datetime import date

import pytest
from django.db import connection
from django.template.loader import render_to_string

from intergroup.kit import pages, reports
from intergroup.kit.dates import Period
from intergroup.kit.guards import lifted
from intergroup.kit.reports import DoesNotFootError
from tests.factories import account, fund, money
from treasury.actions.posting import Line, post_entry
from treasury.guards import GUARDS
from treasury.models import Posting
from treasury.reports.income_by_month import Months, income_and_expense

SPRING = Period(date(2026, 1, 1), date(2026, 3, 31))


def post(day, into, out_of, amount):
    lines = [
        Line(account(into), fund(), money(amount)),
        Line(account(out_of), fund(), -money(amount)),
    ]
    post_entry(dated=day, memo="A line", lines=lines, posted_by=None)


@pytest.fixture
def spring(db):
    """Two springs: the later one is asked for."""
    post(date(2024, 12, 31), "1000", "4000", "1.00")
    post(date(2025, 1, 9), "1000", "4000", "30.00")
    post(date(2025, 3, 31), "5000", "1000", "12.00")
    post(date(2025, 4, 1), "1000", "4000", "2.00")
    post(date(2026, 1, 1), "1000", "4000", "45.00")
    post(date(2026, 1, 31), "1000", "4000", "5.00")
    post(date(2026, 2, 2), "5000", "1000", "15.00")
    post(date(2026, 3, 3), "5300", "1000", "0.50")
    return income_and_expense(SPRING)


def test_each_month_stands_beside_the_month_a_year_before(spring):
    def by_month(**months):
        return {f"2026-{m[1:]}": money(amount) for m, amount in months.items()}

    groups, rent, other = (account(code).name for code in ("4000", "5000", "5300"))
    assert spring.income == (
        Months("4000", groups, by_month(m01="50.00"), by_month(m01="30.00")),
    )
    assert spring.expenses == (
        Months("5000", rent, by_month(m02="15.00"), by_month(m03="12.00")),
        Months("5300", other, by_month(m03="0.50"), {}),
    )
    assert (spring.net.total, spring.net.total_before) == (
        money("34.50"),
        money("18.00"),
    )


def test_income_and_expense_are_told_to_scripts_without_empty_months(spring):
    told = spring.as_json()

    assert told["net"] == {
        "months": {"2026-01": "50.00", "2026-02": "-15.00", "2026-03": "-0.50"},
        "total": "34.50",
        "year_before": {
            "months": {"2026-01": "30.00", "2026-03": "-12.00"},
            "total": "18.00",
        },
    }


def test_the_table_has_two_rows_for_each_account(spring):
    (table,) = spring.as_tables()

    assert table.header[3:] == ("2026-01", "2026-02", "2026-03", "Total")
    assert table.rows[0][2:] == (
        "This period",
        *map(money, ("50.00", "0.00", "0.00", "50.00")),
    )
    assert table.rows[1][-1] == money("30.00")
    assert len(table.rows) == 2 * (1 + 1 + 2 + 1 + 1)


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (SPRING, Period(date(2025, 1, 1), date(2025, 3, 31))),
        (
            Period(date(2029, 2, 1), date(2029, 2, 28)),
            Period(date(2028, 2, 1), date(2028, 2, 29)),
        ),
        (
            Period(date(2028, 2, 1), date(2028, 2, 29)),
            Period(date(2027, 2, 1), date(2027, 2, 28)),
        ),
        (
            Period(date(2026, 1, 10), date(2026, 2, 5)),
            Period(date(2025, 1, 10), date(2025, 2, 5)),
        ),
    ],
)
def test_the_year_before_has_the_same_days(db, period, before):
    assert income_and_expense(period).before == before


def test_the_twenty_ninth_of_february_counts_a_year_later_too(db):
    post(date(2028, 2, 29), "1000", "4000", "7.00")

    report = income_and_expense(Period(date(2029, 2, 1), date(2029, 2, 28)))

    assert report.income_total.before == {"2029-02": money("7.00")}


def test_more_months_than_a_page_is_wide_are_added_up_by_year(spring):
    report = income_and_expense(Period(date(2024, 1, 1), date(2026, 3, 31)))

    assert report.columns == ("2024", "2025", "2026")
    assert report.net.amounts["2025"] == money("20.00")


def test_income_and_expense_draw_both_years(spring):
    charts = spring.charts

    assert [chart.text for chart in charts] == [
        "Income by month, as in the table.",
        "Expenses by month, as in the table.",
    ]
    assert [list(series.amounts) for series in charts[0].series] == [
        [money("30.00"), money("0.00"), money("0.00")],
        [money("50.00"), money("0.00"), money("0.00")],
    ]


def test_a_period_without_money_is_a_sentence(db):
    html = render_to_string(
        "treasury/report/income_by_month.html",
        pages.context(report=income_and_expense(SPRING)),
    )

    assert "Nothing came in and nothing was spent in this period" in html


def test_a_line_without_its_counterpart_does_not_foot(spring):
    with lifted(GUARDS, connection):
        Posting.objects.filter(amount=money("15.00")).update(amount=money("14.00"))

    with pytest.raises(DoesNotFootError, match="Income less expenses"):
        income_and_expense(SPRING)


@pytest.mark.parametrize("form", reports.FORMS)
def test_income_and_expense_can_be_taken_along_in_every_form(spring, form):
    data = reports.write(reports.get("income-and-expense"), spring, form)

    starts = {"json": b"{", "csv": b"Number", "xlsx": b"PK", "pdf": b"%PDF-"}
    assert data.startswith(starts[form])


def test_income_and_expense_are_for_those_who_may_see_the_books(client, rae, sam):
    days = {"from": "2026-01-01", "to": "2026-03-31"}
    client.force_login(rae)
    page = client.get("/reports/income-and-expense/", days)
    client.force_login(sam)
    refused = client.get("/reports/income-and-expense/", days)

    assert (page.status_code, refused.status_code) == (200, 403)
