"""Where a reviewer looks: everything out of the ordinary is a sentence of its own."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from intergroup.kit import pages, reports
from intergroup.kit.dates import Period
from tests.factories import GroupFactory, account, fund, money
from treasury.actions.contributions import record_contribution, take_back_contribution
from treasury.actions.posting import Line, post_entry
from treasury.actions.reopening import ask_to_reopen, confirm_reopening
from treasury.actions.spending import take_back_expense, write_expense
from treasury.models import (
    ClosedMonth,
    Collection,
    Contribution,
    Entry,
    Expense,
    OutsideOffer,
    Policy,
    VoidCheque,
    YearlyLimit,
)
from treasury.reports.exceptions import exceptions

TODAY = timezone.localdate()
DAY = TODAY - timedelta(days=1)
RECENT = Period(TODAY - timedelta(days=30), TODAY)


@pytest.fixture(autouse=True)
def money_there(db):
    """Enough in the bank to pay from."""
    post(RECENT.first - timedelta(days=10), "1000", "3000", "5000.00")


def post(day, into, out_of, amount, of="Operating"):
    amount, of = money(amount), fund(of)
    lines = [Line(account(into), of, amount), Line(account(out_of), of, -amount)]
    return post_entry(dated=day, memo="A line", lines=lines, posted_by=None)


def pay(amount="40.00", *, number=None, day=DAY, **values):
    expense = Expense(
        paid_on=day,
        payee="Lock House",
        purpose="Room",
        amount=money(amount),
        account=account("5000"),
        fund=fund(),
        paid_from=account("1000"),
        method="cheque" if number else "transfer",
        cheque_number=number,
        **values,
    )
    write_expense(expense, recorded_by=None)
    return expense


def give(day=DAY, amount="10.00", **values):
    contribution = Contribution(
        received_on=day,
        amount=money(amount),
        fund=fund(),
        account=account("1000"),
        **values,
    )
    record_contribution(contribution, recorded_by=None)
    return contribution


def told(kind, period=RECENT):
    """The sentences of one kind."""
    (section,) = (s for s in exceptions(period).sections if s.kind == kind)
    return [each.sentence for each in section.findings]


def test_nothing_out_of_the_ordinary_is_said_too():
    report = exceptions(RECENT)
    html = render_to_string(
        "treasury/report/exceptions.html", pages.context(report=report)
    )

    assert (report.count, len(report.quiet)) == (0, 13)
    assert "Looked for, and not found" in html


def test_a_correction_names_both_entries():
    gift = give(source="member")
    take_back_contribution(gift, dated=TODAY, recorded_by=None)

    (sentence,) = told("corrections")
    assert sentence.startswith("Entry 3 takes back entry 2 of ")


def test_void_checks_and_numbers_that_are_not_used_are_listed():
    for number in (616, 617, 621, 625):
        pay(number=number)
    spoiled = Expense.objects.get(cheque_number=616)
    take_back_expense(spoiled, dated=TODAY, recorded_by=None)
    VoidCheque.objects.create(
        account=account("1000"), number=619, voided_on=DAY, reason="Torn"
    )

    name = account("1000").name
    assert [sentence.partition(" on ")[0] for sentence in told("void-checks")] == [
        f"Check 619 of {name} was spoiled",
        f"Check 616 of {name} was taken back",
    ]
    name = str(account("1000"))
    assert told("check-numbers") == [
        f"Check 618 of {name} is in no payment and is not void.",
        f"Check 620 of {name} is in no payment and is not void.",
        f"Checks 622 to 624 of {name} are in no payment and are not void.",
    ]


def test_a_payment_without_a_voucher_is_listed_until_it_has_one():
    bare, proven = pay(), pay("41.00")
    proven.vouchers.create(
        name="bill.pdf", kind="application/pdf", content=b"%PDF-", sha256="0" * 64
    )

    assert told("vouchers") == [
        "No voucher is kept of $40.00 paid to Lock House for Room."
    ]
    assert bare.vouchers.count() == 0


def test_a_payment_above_the_limit_says_what_it_does_not_have():
    pay("500.00")
    pay("500.01")
    Policy.objects.create(pk=1, approval_limit=money("500.00"))

    (sentence,) = told("approvals")
    assert sentence == (
        "$500.01 was paid to Lock House, above the limit of $500.00: "
        "0 people approved it; no motion is named."
    )


@pytest.mark.parametrize(("days", "waits"), [(60, 0), (61, 1)])
def test_what_waits_more_than_sixty_days_to_be_identified_is_listed(days, waits):
    give(TODAY - timedelta(days=days), source="unidentified")

    assert len(told("unidentified")) == waits


def test_a_member_above_the_yearly_limit_is_a_key():
    YearlyLimit.objects.create(
        effective_on=date(2020, 1, 1), currency="USD", amount=money("100.00")
    )
    give(TODAY, "100.01", source="member", contributor="M-0042")

    (sentence,) = told("yearly-limit", Period(TODAY, TODAY))
    assert sentence.startswith("M-0042 has given $100.01 in ")


def test_outside_money_is_listed_until_it_went_back():
    offer = {"offered_on": DAY, "offered_by": "A brewery", "amount": money("75.00")}
    OutsideOffer.objects.create(**offer)
    OutsideOffer.objects.create(**offer, returned_on=DAY, returned_how="As it came")

    (sentence,) = told("outside")
    assert sentence.startswith("$75.00 offered by A brewery on ")


def test_a_collection_with_a_difference_says_how_it_was_explained():
    counters = {
        "first_counter": "Jo M.",
        "second_counter": "Al B.",
        "collected_on": DAY,
    }
    cash = {"counted": money("19.50"), "cash": money("20.00")}
    Collection.objects.create(**counters, **cash, explanation="A coin was foreign.")

    (sentence,) = told("collections")
    assert sentence.endswith("$0.50 less was counted than entered: A coin was foreign.")


def test_an_account_and_a_fund_below_zero_are_listed_with_the_lowest_day():
    post(DAY, "5000", "1020", "30.00", "Prudent reserve")
    post(TODAY, "1020", "4000", "20.00", "Prudent reserve")

    account_told, fund_told = told("below-zero")
    assert account_told.startswith(f"{account('1020').name} stood below zero from ")
    assert account_told.endswith("at the lowest at −$30.00.")
    assert fund_told.startswith("The fund Prudent reserve stood below zero from ")


def test_a_month_opened_again_says_why(tess, cal):
    month = ClosedMonth.objects.create(first_on=date(2025, 1, 1))
    ask_to_reopen(month, reason="A bill was left out.", asked_by=tess)
    confirm_reopening(month, confirmed_by=cal)

    (sentence,) = told("reopened")
    assert sentence.startswith("January 2025 was opened again on ")
    assert sentence.endswith(": A bill was left out.")


def test_entries_posted_long_after_their_date_are_one_finding_a_day():
    past = Period(date(2022, 1, 1), date(2022, 12, 31))
    for day in (3, 9, 27):
        post(date(2022, 5, day), "1000", "4000", "1.00")

    (sentence,) = told("long-after", past)
    assert sentence.startswith("3 entries between 2 and 4 were posted on ")


def test_what_checking_the_books_finds_is_listed_too():
    post(DAY, "1000", "4000", "45.00")
    Entry.objects.create(dated=DAY, memo="A draft by hand")

    assert told("books")


def test_more_findings_than_a_page_holds_are_in_the_spreadsheets():
    for _n in range(53):
        pay("1.00")
    report = exceptions(RECENT)
    html = reports.get("exceptions").as_html(report)

    assert html.count("No voucher is kept of") == 50
    assert "3 more are in the spreadsheets" in html
    assert len(report.as_tables()[0].rows) == report.count == 53


def test_a_finding_leads_to_its_record_on_screen_and_not_on_paper():
    expense = pay()
    shown, report = reports.get("exceptions"), exceptions(RECENT)

    address = f'href="/admin/treasury/expense/{expense.pk}/change/"'
    assert address in shown.as_html(report)
    assert address not in shown.as_html(report, is_paper=True)


@pytest.mark.parametrize("form", reports.FORMS)
def test_exceptions_can_be_taken_along_in_every_form(form):
    give(TODAY - timedelta(days=70), source="group", group=GroupFactory())

    data = reports.write(reports.get("exceptions"), exceptions(RECENT), form)

    starts = {"json": b"{", "csv": b"What", "xlsx": b"PK", "pdf": b"%PDF-"}
    assert data.startswith(starts[form])


def test_every_record_of_a_finding_opens_for_the_reviewer(client, rae):
    pay(number=616)
    pay(number=619)
    give(TODAY - timedelta(days=90), source="unidentified")
    post(DAY, "5000", "1020", "30.00")
    client.force_login(rae)

    found = [each for s in exceptions(RECENT).sections for each in s.findings]

    assert {client.get(each.address).status_code for each in found} == {200}
    assert client.get("/reports/exceptions/").status_code == 200


def test_exceptions_are_read_in_as_many_queries_however_many_they_are():
    pay("1.00")
    with CaptureQueriesContext(connection) as few:
        exceptions(RECENT)
    for _n in range(20):
        pay("1.00")
    with CaptureQueriesContext(connection) as many:
        exceptions(RECENT)

    assert len(many) == len(few)
