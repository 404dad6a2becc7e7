"""What was paid, moved and brought forward."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tests.factories import account, fund, money
from treasury.actions.months import close_month
from treasury.actions.spending import (
    record_expense,
    record_opening_balances,
    record_transfer,
    take_back_expense,
    take_back_transfer,
)
from treasury.models import ClosedMonth, Expense, Posting, Transfer
from treasury.reports.soundness import check_books

JUNE_1 = date(2026, 6, 1)


def rent(amount="15.00"):
    return Expense(
        paid_on=JUNE_1,
        payee="St. Mark’s",
        purpose="Rent for June",
        amount=money(amount),
        account=account("5000"),
        fund=fund(),
        paid_from=account("1000"),
    )


def moved(**values):
    facts = {
        "moved_on": JUNE_1,
        "amount": money("100.00"),
        "purpose": "To the reserve",
        "from_account": account("1000"),
        "to_account": account("1000"),
        "from_fund": fund(),
        "to_fund": fund("Prudent reserve"),
    }
    return Transfer(**{**facts, **values})


def lines(entry):
    return sorted(
        entry.postings.values_list("account__code", "fund__name", "amount"),
    )


def test_record_expense_takes_it_out_of_the_account(db, tess):
    expense = rent()

    record_expense(expense, recorded_by=tess)

    assert lines(expense.entry) == [
        ("1000", "Operating", money("-15.00")),
        ("5000", "Operating", money("15.00")),
    ]


def test_an_expense_is_taken_back_once(db):
    expense = rent()
    record_expense(expense, recorded_by=None)

    mirror = take_back_expense(expense, dated=JUNE_1, recorded_by=None)

    assert mirror.amount == money("-15.00")
    with pytest.raises(ValidationError, match="taken back already"):
        take_back_expense(expense, dated=JUNE_1, recorded_by=None)


def test_a_transfer_between_funds_balances_in_each(db):
    transfer = moved()

    record_transfer(transfer, recorded_by=None)

    assert lines(transfer.entry) == [
        ("1000", "Operating", money("-100.00")),
        ("1000", "Prudent reserve", money("100.00")),
        ("3900", "Operating", money("100.00")),
        ("3900", "Prudent reserve", money("-100.00")),
    ]


def test_a_transfer_between_accounts_of_one_fund_has_two_lines(db):
    transfer = moved(from_account=account("1010"), to_fund=fund())

    record_transfer(transfer, recorded_by=None)

    assert transfer.entry.postings.count() == 2


def test_a_transfer_is_taken_back_once_by_the_way_back(db):
    transfer = moved()
    record_transfer(transfer, recorded_by=None)

    back = take_back_transfer(transfer, dated=JUNE_1, recorded_by=None)

    assert (back.from_fund, back.to_fund) == (transfer.to_fund, transfer.from_fund)
    assert back.purpose == "Taken back: To the reserve"
    assert check_books().findings == ()
    with pytest.raises(ValidationError, match="already been reversed"):
        take_back_transfer(transfer, dated=JUNE_1, recorded_by=None)


def test_a_transfer_goes_somewhere(db):
    with pytest.raises(ValidationError, match="another account or another fund"):
        record_transfer(moved(to_fund=fund()), recorded_by=None)


def test_opening_balances_balance_in_each_fund(db):
    bank = account("1000")
    balances = {
        (bank, fund()): money("210.45"),
        (bank, fund("Prudent reserve")): money("100.00"),
    }

    entry = record_opening_balances(balances, dated=JUNE_1, recorded_by=None)

    assert entry.postings.count() == 4
    assert sum(Posting.objects.values_list("amount", flat=True)) == 0


def test_a_month_is_closed_when_it_is_over(db, tess):
    month = ClosedMonth(first_on=JUNE_1)

    with pytest.raises(ValidationError, match="June 2026 is not over yet"):
        close_month(month, today=date(2026, 6, 30), closed_by=tess)

    close_month(month, today=date(2026, 7, 1), closed_by=tess)
    assert ClosedMonth.objects.get().closed_by == tess


def test_a_closed_month_begins_on_the_first(db):
    with pytest.raises(ValidationError, match="begins on its first day"):
        close_month(
            ClosedMonth(first_on=date(2026, 5, 2)), today=JUNE_1, closed_by=None
        )
