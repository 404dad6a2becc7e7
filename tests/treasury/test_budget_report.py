"""Budget against actual, by account and by committee, worked out by hand."""

from datetime import date

import pytest
from django.template.loader import render_to_string

from intergroup.kit import pages, reports
from intergroup.kit.dates import Period
from tests.factories import (
    BodyFactory,
    CommitteeFactory,
    MotionFactory,
    account,
    fund,
    money,
)
from treasury.actions.posting import Line, post_entry
from treasury.actions.spending import record_expense, take_back_expense
from treasury.models import Bill, Budget, BudgetAmendment, Expense
from treasury.reports.budget import budget_against_actual, budget_report
from treasury.reports.budget_rows import Amendment, Request, Row

YEAR, JANUARY_1, JUNE_9 = 2026, date(2026, 1, 1), date(2026, 6, 9)
JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))


@pytest.fixture
def hospitals(db):
    return CommitteeFactory(name="Hospitals")


@pytest.fixture
def draft(hospitals):
    """Income 5,000.00; rent 1,200.00; literature 300.00, of which Hospitals 200.00."""
    made = Budget.objects.create(
        begins_on=JANUARY_1, motion=MotionFactory(number="01-26-01")
    )
    for code, committee, amount in (
        ("4000", None, "5000.00"),
        ("5000", None, "1200.00"),
        ("5300", None, "100.00"),
        ("5300", hospitals, "200.00"),
    ):
        made.lines.create(
            account=account(code), committee=committee, amount=money(amount)
        )
    return made


@pytest.fixture
def budget(draft):
    """The same, adopted on the tenth of January."""
    draft.adopted_on = date(2026, 1, 10)
    draft.save()
    return draft


def spend(amount, code, committee=None, day=JUNE_9):
    expense = Expense(
        paid_on=day,
        payee="St. Mark’s",
        purpose="What it was for",
        amount=money(amount),
        account=account(code),
        fund=fund(),
        paid_from=account("1000"),
        committee=committee,
    )
    record_expense(expense, recorded_by=None)
    return expense


def receive(amount, day=JUNE_9):
    lines = [
        Line(account("1000"), fund(), money(amount)),
        Line(account("4000"), fund(), -money(amount)),
    ]
    post_entry(dated=day, memo="Received", lines=lines, posted_by=None)


def bill(code, committee=None, day=JUNE_9):
    return Bill.objects.create(
        requested_on=day,
        payee="Printer",
        purpose="Flyers",
        amount=money("30.00"),
        account=account(code),
        fund=fund(),
        committee=committee,
    )


def row(name, *figures, committee="", is_planned=True):
    return Row(name, committee, *map(money, figures), is_planned=is_planned)


def html(by="account"):
    report = budget_report(JUNE, by)
    return render_to_string("treasury/report/budget.html", pages.context(report=report))


def test_accounts_stand_with_the_period_and_the_year(budget, hospitals):
    receive("1000.00", date(2026, 3, 1))
    receive("250.00")
    spend("100.00", "5000", day=date(2026, 5, 31))
    spend("150.00", "5000")
    spend("40.00", "5300", hospitals)
    spend("5.00", "5000", day=date(2026, 7, 1))  # after the period

    told = budget_against_actual(JUNE)

    contributions = row("Group contributions", "5000", "5000", "250", "1250")
    rent = row("Rent", "1200", "1200", "150", "250")
    literature = row("Literature bought", "300", "300", "40", "40")
    assert told.income.rows == (contributions,)
    assert told.expenses.rows == (rent, literature)
    assert (rent.remaining, rent.percent) == (money("950"), money("20.8"))
    assert told.net == row("Income less expenses", "3500", "3500", "60", "960")


def test_committees_stand_by_name_and_none_at_the_end(budget, hospitals):
    spend("40.00", "5300", hospitals)
    spend("150.00", "5000")
    first = spend("7.00", "5300", hospitals)
    take_back_expense(first, dated=JUNE_9, recorded_by=None)

    told = budget_against_actual(JUNE).committees

    assert [each.name for each in told] == ["Hospitals", "Without a committee"]
    assert told[0].rows == (
        row("Literature bought", "200", "200", "40", "40", committee="Hospitals"),
    )
    assert told[1].rows == (
        row("Rent", "1200", "1200", "150", "150"),
        row("Literature bought", "100", "100", "0", "0"),
    )


def test_what_no_expense_explains_is_without_a_committee(budget, hospitals):
    lines = [
        Line(account("5300"), fund(), money("12.00")),
        Line(account("1000"), fund(), money("-12.00")),
    ]
    post_entry(dated=JUNE_9, memo="By hand", lines=lines, posted_by=None)
    spend("40.00", "5300", hospitals)

    told = budget_against_actual(JUNE)

    assert [each.total.actual for each in told.committees] == [money("40"), money("12")]
    assert told.expenses.total.actual == money("52.00")


def test_an_amendment_is_shown_and_counts_from_its_day(budget):
    rent = budget.lines.get(account=account("5000"))
    for day, change in ((JUNE_9, "800.00"), (date(2026, 7, 1), "1.00")):
        BudgetAmendment.objects.create(
            line=rent,
            decided_on=day,
            change=money(change),
            motion=budget.motion,
        )

    told = budget_against_actual(JUNE)

    assert told.amendments == (
        Amendment(JUNE_9, "Rent", "", money("800.00"), "01-26-01"),
    )
    assert told.expenses.rows[0] == row("Rent", "1200", "2000", "0", "0")


def test_spending_without_a_line_is_listed(budget, hospitals):
    spend("9.00", "5700")
    spend("8.00", "5000", hospitals)  # rent has a line for everybody

    told = budget_against_actual(JUNE)

    assert told.unbudgeted == (
        row("Delegate and travel", "0", "0", "9", "9", is_planned=False),
    )


def test_open_requests_without_a_line_are_listed(budget, hospitals):
    bill("5000")
    bill("5700", hospitals)
    bill("5700", day=date(2026, 7, 1))

    told = budget_against_actual(JUNE)

    travel = ("Delegate and travel", "Hospitals", money("30.00"))
    assert told.requests == (Request(JUNE_9, "Printer", "Flyers", *travel),)


@pytest.mark.parametrize(
    ("last", "elapsed"),
    [(JANUARY_1, "0.2"), (date(2026, 6, 30), "49.5"), (date(2026, 12, 31), "100.0")],
)
def test_the_part_of_the_year_that_is_over(budget, last, elapsed):
    told = budget_against_actual(Period(JANUARY_1, last))

    assert told.elapsed == money(elapsed)


def test_a_fiscal_year_may_begin_in_july(db):
    BodyFactory(fiscal_year_begins=7)
    Budget.objects.create(begins_on=date(2025, 7, 1))

    assert budget_against_actual(JUNE).year.first == date(2025, 7, 1)
    assert budget_against_actual(Period(JUNE_9, date(2026, 7, 1))) is None


def test_a_draft_says_so(draft):
    assert "A draft: it is not adopted yet." in html()


def test_a_year_without_a_budget_is_a_sentence(db):
    assert "has no budget yet" in html()
    assert budget_report(JUNE).as_json()["income"] is None


@pytest.mark.parametrize(
    ("by", "shown", "not_shown"),
    [
        ("account", "Income less expenses", "Without a committee"),
        ("committee", "Without a committee", "Income less expenses"),
    ],
)
def test_the_page_shows_accounts_or_committees(budget, by, shown, not_shown):
    text = html(by)

    assert shown in text
    assert not_shown not in text
    assert "By June 30, 2026, 49.5 % of the year is over." in text


@pytest.mark.parametrize("by", ["account", "committee"])
@pytest.mark.parametrize("form", ["json", "csv", "xlsx", "pdf"])
def test_every_form_of_the_report_can_be_written(budget, form, by):
    spend("9.00", "5700")

    data = reports.write(reports.get("budget"), budget_report(JUNE, by), form)

    begins = {"json": b"{", "csv": b"Budget", "xlsx": b"PK", "pdf": b"%PDF-"}
    assert data.startswith(begins[form])


def test_many_lines_are_read_in_as_many_queries_as_few(
    draft, django_assert_max_num_queries
):
    for code in ("5100", "5150", "5200", "5400"):
        draft.lines.create(account=account(code), amount=money("1.00"))
        spend("1.00", code)
        bill(code)

    with django_assert_max_num_queries(14):
        budget_against_actual(JUNE)
