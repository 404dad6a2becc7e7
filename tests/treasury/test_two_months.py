"""Two months of a real area’s books, as it published them in April 2017.

An NA area in New Jersey, five funds, 1,370.26 in all. Its own report closes every fund
rightly and prints “Total Expenses 196.80” for literature, a line left over from an
earlier report: 1,013.23 less 544.48 is 468.75.
"""

from datetime import date

import pytest

from intergroup.kit.dates import Period
from tests.factories import money
from tests.treasury.published import contributed, opens, paid, received
from treasury.models import Account, Entry
from treasury.reports.lines import FundLine
from treasury.reports.lines import Line as ReportLine
from treasury.reports.treasurer import treasurers_report

MARCH_1, APRIL_2, APRIL_30 = date(2017, 3, 1), date(2017, 4, 2), date(2017, 4, 30)


@pytest.fixture
def report(db):
    opens(
        MARCH_1,
        Operating="210.45",
        Prudent_reserve="100.00",
        Public_relations="100.00",
        Activities="500.00",
        Literature="628.28",
    )
    contributed(APRIL_2, "115.00")
    received(APRIL_2, "384.95", "4300", "Literature orders", "Literature")
    paid(APRIL_2, "Church", "15.00", "5000")
    check = {"method": "cheque", "cheque_number": 617}
    paid(APRIL_2, "Activities committee", "108.94", "5600", "Activities", **check)
    check = {"method": "cheque", "cheque_number": 614}
    paid(APRIL_2, "World services", "544.48", "5300", "Literature", **check)
    return treasurers_report(Period(MARCH_1, APRIL_30))


@pytest.mark.parametrize(
    ("name", "opening", "income", "expenses", "closing"),
    [
        ("Operating", "210.45", "115.00", "15.00", "310.45"),
        ("Prudent reserve", "100.00", "0.00", "0.00", "100.00"),
        ("Public relations", "100.00", "0.00", "0.00", "100.00"),
        ("Activities", "500.00", "0.00", "108.94", "391.06"),
        ("Literature", "628.28", "384.95", "544.48", "468.75"),
        ("All funds", "1538.73", "499.95", "668.42", "1370.26"),
    ],
)
def test_every_fund_closes_on_the_published_figure(
    report, name, opening, income, expenses, closing
):
    lines = {line.fund: line for line in (*report.funds, report.funds_total)}

    assert lines[name] == FundLine(
        fund=name,
        opening=money(opening),
        income=money(income),
        expenses=money(expenses),
        transfers=money("0.00"),
        closing=money(closing),
    )


def test_the_printed_total_of_196_80_was_a_slip(report):
    literature = next(each for each in report.funds if each.fund == "Literature")

    assert literature.expenses == money("544.48") != money("196.80")


def test_the_money_is_where_the_report_says(report):
    assert report.money == (ReportLine("Checking account", money("1370.26")),)
    assert report.opening == money("1538.73")


def test_the_json_has_the_documented_shape(report):
    told = report.as_json()

    assert told["expenses"] == {
        "lines": [
            {"account": "Rent", "amount": "15.00"},
            {"account": "Literature bought", "amount": "544.48"},
            {"account": "Events and activities", "amount": "108.94"},
        ],
        "total": "668.42",
    }
    assert (told["from"], told["to"], told["net"]) == (
        "2017-03-01",
        "2017-04-30",
        "-168.47",
    )
    assert told["seal"] == Entry.objects.in_order().last().seal


def test_what_was_brought_forward_is_not_income(report):
    assert [line.account for line in report.income] == [
        "Group contributions",
        "Literature sales",
    ]


def test_the_payments_stand_with_their_check_numbers(report):
    assert [(each.payee, each.reference) for each in report.payments] == [
        ("Church", ""),
        ("Activities committee", "check 617"),
        ("World services", "check 614"),
    ]


def test_the_next_period_opens_where_this_one_closed(report):
    may = treasurers_report(Period(date(2017, 5, 1), date(2017, 5, 31)))

    assert (may.opening, may.closing) == (report.closing, report.closing)
    assert may.income == may.expenses == ()
    assert Account.objects.get(code="1000").name == may.money[0].account
