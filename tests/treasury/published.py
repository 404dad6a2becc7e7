"""A body’s books as it published them: every line through the real actions."""

from tests.factories import GroupFactory, account, fund, money
from treasury.actions.contributions import record_contribution
from treasury.actions.income import record_other_income
from treasury.actions.opening import record_opening_balances
from treasury.actions.spending import record_expense
from treasury.models import Contribution, Expense, OtherIncome

BANK = "1000"


def opens(day, **funds):
    """Bring forward what each fund holds at the bank; ``_`` in a name is a blank."""
    balances = {
        (account(BANK), fund(name.replace("_", " "))): money(text)
        for name, text in funds.items()
    }
    record_opening_balances(balances, dated=day, recorded_by=None)


def contributed(day, amount, source="group", fund_name="Operating", **values):
    """One contribution; a group’s is from a group of its own."""
    contribution = Contribution(
        received_on=day,
        source=source,
        group=GroupFactory() if source == "group" else None,
        amount=money(amount),
        fund=fund(fund_name),
        account=account(BANK),
        **values,
    )
    record_contribution(contribution, recorded_by=None)


def received(day, amount, code, purpose, fund_name="Operating"):
    """Income that is no contribution."""
    income = OtherIncome(
        received_on=day,
        purpose=purpose,
        amount=money(amount),
        account=account(code),
        fund=fund(fund_name),
        paid_into=account(BANK),
    )
    record_other_income(income, recorded_by=None)


def paid(day, payee, amount, code, fund_name="Operating", **values):
    """One payment, by transfer or by check."""
    expense = Expense(
        paid_on=day,
        payee=payee,
        purpose=payee,
        amount=money(amount),
        account=account(code),
        fund=fund(fund_name),
        paid_from=account(BANK),
        **values,
    )
    record_expense(expense, recorded_by=None)
    return expense
