"""What every account holds of every fund: rows, columns and the ledger agree."""

from datetime import date

import pytest
from django.db.models import Sum
from django.template.loader import render_to_string

from intergroup.kit import pages, reports
from intergroup.kit.sheets import Table
from tests.factories import account, fund, money
from treasury.actions.posting import Line, post_entry
from treasury.models import Account, Entry, Posting
from treasury.reports.balances import Balance, balances

DAY = date(2026, 6, 30)


def post(day, into, out_of, amount, of="Operating"):
    amount, of = money(amount), fund(of)
    lines = [Line(account(into), of, amount), Line(account(out_of), of, -amount)]
    post_entry(dated=day, memo="A line", lines=lines, posted_by=None)


@pytest.fixture
def filled(db):
    """Two funds in the bank, some cash in hand, and a sum that was voted."""
    voted = Account.objects.get(purpose="voted")
    post(date(2026, 6, 1), "1000", "4000", "100.00")
    post(date(2026, 6, 2), "1010", "4000", "20.50")
    post(date(2026, 6, 3), "1000", "4000", "300.00", "Prudent reserve")
    post(date(2026, 6, 4), "5000", voted.code, "30.00")
    return balances(DAY)


def test_balances_stand_by_account_and_fund(filled):
    funds = ("Operating", "Prudent reserve")

    def amounts(*texts):
        return dict(zip(funds, map(money, texts), strict=True))

    bank, cash = account("1000"), account("1010")
    assert filled.held == (
        Balance("1000", bank.name, amounts("100.00", "300.00"), money("400.00")),
        Balance("1010", cash.name, amounts("20.50", "0.00"), money("20.50")),
    )
    assert filled.held_total.funds == amounts("120.50", "300.00")
    assert [each.total for each in filled.owed] == [money("30.00")]
    assert filled.net.funds == amounts("90.50", "300.00")
    assert filled.net.total == money("390.50")


def test_balances_of_an_earlier_day_know_nothing_of_a_later_one(filled):
    assert balances(date(2026, 6, 1)).as_json() == {
        "on": "2026-06-01",
        "currency": "USD",
        "held": [
            {
                "code": "1000",
                "account": account("1000").name,
                "funds": {"Operating": "100.00"},
                "total": "100.00",
            }
        ],
        "owed": [],
        "held_total": {"funds": {"Operating": "100.00"}, "total": "100.00"},
        "owed_total": {"funds": {}, "total": "0.00"},
        "net": {"funds": {"Operating": "100.00"}, "total": "100.00"},
        "seal": Entry.objects.last_seal(),
    }


def test_balances_are_the_ledgers_own(filled):
    kinds = (Account.Kind.ASSET, Account.Kind.LIABILITY)
    lines = Posting.objects.filter(account__kind__in=kinds)

    assert filled.net.total == lines.aggregate(sum=Sum("amount"))["sum"]


def test_balances_make_one_table_that_a_script_can_add_up(filled):
    (table,) = filled.as_tables()

    assert isinstance(table, Table)
    assert table.header[2:] == ("Operating", "Prudent reserve", "All funds")
    assert table.rows[-1] == (
        "",
        "Held less owed",
        *map(money, ("90.50", "300.00", "390.50")),
    )


def test_more_funds_than_a_page_is_wide_go_on_in_another_table(db):
    for number in range(17):
        post(date(2026, 6, 1), "1000", "4000", "1.00", f"Fund {number:02}")

    report = balances(DAY)

    assert [len(funds) for funds in report.sheets] == [7, 7, 3]
    assert report.net.total == money("17.00")


def test_empty_books_hold_nothing(db):
    html = render_to_string(
        "treasury/report/balances.html", pages.context(report=balances(DAY))
    )

    assert "No account held anything on this day" in html


@pytest.mark.parametrize("form", reports.FORMS)
def test_balances_can_be_taken_along_in_every_form(filled, form):
    data = reports.write(reports.get("balances"), filled, form)

    starts = {"json": b"{", "csv": b"Number", "xlsx": b"PK", "pdf": b"%PDF-"}
    assert data.startswith(starts[form])


def test_balances_are_read_in_few_queries(filled, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        balances(DAY)


def test_balances_are_for_those_who_may_see_the_books(client, rae, sam, filled):
    client.force_login(rae)
    page = client.get("/reports/balances/", {"on": "2026-06-30"})
    client.force_login(sam)
    refused = client.get("/reports/balances/")

    assert "390.50" in page.content.decode()
    assert refused.status_code == 403
