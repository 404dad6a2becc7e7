"""The register of an account: every line with the balance after it."""

from datetime import date

import pytest
from django.template.loader import render_to_string

from intergroup.kit import pages, reports
from intergroup.kit.dates import Period
from tests.factories import account, fund, money
from treasury.actions.posting import Draft, Line, post_entries
from treasury.models import Clearing, Entry, Statement
from treasury.reports.account_register import RegisterLine, account_register

JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))


def post(day, memo, *lines):
    made = [Line(account(code), fund(of), money(text)) for code, of, text in lines]
    (pk,) = post_entries([Draft(day, memo, made)], posted_by=None)
    return Entry.objects.get(pk=pk)


@pytest.fixture
def books(db):
    """May’s money, two lines of June, money moved between funds, a line of July."""
    of = "Operating"
    post(date(2026, 5, 9), "Early", ("1000", of, "50.00"), ("4000", of, "-50.00"))
    rent = post(date(2026, 6, 9), "Rent", ("5000", of, "30.00"), ("1000", of, "-30.00"))
    post(date(2026, 6, 2), "Given", ("1000", of, "45.00"), ("4000", of, "-45.00"))
    post(
        date(2026, 6, 10),
        "To the reserve",
        *(("1000", of, "-20.00"), ("1000", "Prudent reserve", "20.00")),
        *(("3900", of, "20.00"), ("3900", "Prudent reserve", "-20.00")),
    )
    post(date(2026, 7, 1), "Later", ("1000", of, "9.00"), ("4000", of, "-9.00"))
    statement = Statement.objects.create(account=account("1000"), ends_on=JUNE.last)
    Clearing.objects.create(statement=statement, account=account("1000"), entry=rent)


def test_the_register_goes_from_the_opening_to_the_closing(books):
    report = account_register(JUNE, account="1000", fund="")

    income, rent = account("4000").name, account("5000").name
    between = account("3900").name
    day = date(2026, 6, 30)
    none = money("0.00")
    assert report.lines == (
        *(
            RegisterLine(n, date(2026, 6, on), memo, (other,), *amounts, cleared)
            for n, on, memo, other, amounts, cleared in (
                (3, 2, "Given", income, (money("45.00"), none, money("95.00")), None),
                (2, 9, "Rent", rent, (none, money("30.00"), money("65.00")), day),
                (
                    *(4, 10, "To the reserve", between),
                    (money("20.00"), money("20.00"), money("65.00")),
                    None,
                ),
            )
        ),
    )
    assert (report.opening, report.closing) == (money("50.00"), money("65.00"))


def test_the_register_of_one_fund_leaves_the_others_out(books):
    report = account_register(JUNE, account="1000", fund="Prudent reserve")

    assert [(line.added, line.balance) for line in report.lines] == [
        (money("20.00"), money("20.00"))
    ]


def test_income_comes_in_where_it_grows(books):
    report = account_register(JUNE, account="4000", fund="")

    assert (report.opening, report.added, report.closing) == (
        money("50.00"),
        money("45.00"),
        money("95.00"),
    )
    assert not report.is_cleared


def test_the_register_is_told_to_scripts_as_documented(books):
    told = account_register(JUNE, account="1000", fund="").as_json()

    assert told["lines"][1] == {
        "entry": 2,
        "dated": "2026-06-09",
        "memo": "Rent",
        "other_accounts": [account("5000").name],
        "in": "0.00",
        "out": "30.00",
        "balance": "65.00",
        "cleared_on": "2026-06-30",
    }
    assert (told["fund"], told["in"], told["out"]) == (None, "65.00", "50.00")


def test_the_register_of_a_quiet_account_is_a_sentence(books):
    html = render_to_string(
        "treasury/report/account_register.html",
        pages.context(report=account_register(JUNE, account="5300", fund="")),
    )

    assert "Nothing was posted to this account in this period." in html


@pytest.fixture
def long(db):
    """Ten thousand lines of one account in one year."""
    lines = (("1000", "1.00"), ("4000", "-1.00"))
    made = [Line(account(code), fund(), money(text)) for code, text in lines]
    day = date(2026, 6, 1)
    post_entries([Draft(day, f"Gift {n}", made) for n in range(10_000)], posted_by=None)


def test_ten_thousand_lines_stay_workable(long, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        report = account_register(JUNE, account="1000", fund="")
    html = reports.get("account-register").as_html(report)
    rows = report.as_tables()[0].rows

    assert "These are the last 1000 of 10000 lines." in html
    assert html.count("Gift ") == 1000
    assert report.before_shown == money("9000.00")
    assert len(rows) == 10_000 + 2
    assert report.closing == money("10000.00")


@pytest.mark.parametrize("form", reports.FORMS)
def test_the_register_can_be_taken_along_in_every_form(books, form):
    report = account_register(JUNE, account="1000", fund="")

    data = reports.write(reports.get("account-register"), report, form)

    starts = {"json": b"{", "csv": b"Entry", "xlsx": b"PK", "pdf": b"%PDF-"}
    assert data.startswith(starts[form])


def test_the_register_opens_with_the_bank_and_asks_for_another(as_tess, books):
    page = as_tess.get("/reports/account-register/", {"from": "2026-06-01"})
    other = as_tess.get("/reports/account-register/", {"account": "4000"})

    assert "Rent" in page.content.decode()
    assert account("4000").name in other.content.decode()
    assert (
        as_tess.get("/reports/account-register/", {"account": "0"}).status_code == 200
    )


def test_the_register_is_for_those_who_may_see_the_books(client, sam):
    client.force_login(sam)

    assert client.get("/reports/account-register/").status_code == 403
