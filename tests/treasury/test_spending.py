"""What was paid."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tests.factories import account, fund, money
from treasury.actions.months import close_month
from treasury.actions.spending import record_expense, take_back_expense
from treasury.models import ClosedMonth, Expense

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
