"""What only the bank knew of: recorded from its own line."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories import BodyFactory, account, fund, money
from tests.treasury.statements.books import january, line, refused, statement
from treasury.actions.reconciling import record_charge, record_income, state_balance
from treasury.actions.standing import standing
from treasury.models import Clearing, Expense, OtherIncome, StatementLine

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _body(db):
    BodyFactory()


def fee(on=31):
    return Expense(
        paid_on=january(on),
        payee="Bank",
        purpose="Service fee",
        account=account("5000"),
        fund=fund(),
    )


def test_a_bank_fee_is_recorded_from_its_line(tess):
    kept = statement(line("-12.00", on=31), closing="-12.00")

    record_charge(kept.lines.get(), fee(), statement=kept, recorded_by=tess)

    expense = Expense.objects.get()
    assert (expense.amount, expense.paid_from.code) == (money("12.00"), "1000")
    assert standing(kept).difference == money("0.00")
    assert not standing(kept).unmatched


def test_interest_is_recorded_from_its_line(tess):
    kept = statement(line("0.42", on=31), closing="0.42")
    interest = OtherIncome(
        received_on=january(31),
        purpose="Interest",
        account=account("4900"),
        fund=fund(),
    )

    record_income(kept.lines.get(), interest, statement=kept, recorded_by=tess)

    income = OtherIncome.objects.get()
    assert (income.amount, income.paid_into.code) == (money("0.42"), "1000")
    assert standing(kept).difference == money("0.00")


def test_money_that_went_out_is_no_interest():
    kept = statement(line("-0.42"), closing="-0.42")

    with refused("not_income"):
        record_income(kept.lines.get(), OtherIncome(), statement=kept, recorded_by=None)


def test_a_balance_that_the_file_does_not_tell_can_be_said():
    kept = statement(line("45.00"))

    state_balance(kept, money("45.00"))

    kept.refresh_from_db()
    assert standing(kept).difference == money("45.00")


def test_money_that_came_in_is_no_fee():
    kept = statement(line("12.00"), closing="12.00")

    with refused("not_a_charge"):
        record_charge(kept.lines.get(), fee(), statement=kept, recorded_by=None)


def test_an_expense_that_is_refused_leaves_the_line_open():
    kept = statement(line("-12.00"), closing="-12.00")
    wrong = fee()
    wrong.payee = ""

    with pytest.raises(ValidationError):
        record_charge(kept.lines.get(), wrong, statement=kept, recorded_by=None)

    assert not Clearing.objects.exists()
    assert StatementLine.objects.filter(clearings__isnull=True).count() == 1
