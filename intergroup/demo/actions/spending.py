"""Recording bills and transfers a month at a time, with the entries their actions make.

``record_expense`` and ``record_transfer`` take six hundred rows one by one, which is
three quarters of the whole load; here they share one posting for each month.
"""

from collections.abc import Iterable

from intergroup.demo.actions.chart import Chart
from intergroup.demo.actions.checking import checked
from intergroup.demo.agreed import COMMITTEE_OF
from intergroup.demo.moves import Move
from intergroup.demo.spending import Bill
from intergroup.registry.models import User
from treasury.actions.posting import Draft, Line, post_entries
from treasury.models import Expense, Transfer

BETWEEN_FUNDS = "3900"


def record_bills(bills: Iterable[Bill], chart: Chart, *, recorded_by: User) -> None:
    """Save expenses together with their entries."""
    rows = checked(_expense(bill, chart) for bill in bills)
    drafts = [_paid(row) for row in rows]
    entries = post_entries(drafts, posted_by=recorded_by)
    for row, entry in zip(rows, entries, strict=True):
        row.entry_id = entry
    Expense.objects.bulk_create(rows)


def record_moves(moves: Iterable[Move], chart: Chart, *, recorded_by: User) -> None:
    """Save transfers together with their entries."""
    rows = checked(_transfer(move, chart) for move in moves if not move.is_deposit)
    drafts = [_moved(row, chart) for row in rows]
    entries = post_entries(drafts, posted_by=recorded_by)
    for row, entry in zip(rows, entries, strict=True):
        row.entry_id = entry
    Transfer.objects.bulk_create(rows)


def _expense(bill: Bill, chart: Chart) -> Expense:
    return Expense(
        paid_on=bill.paid_on,
        payee=bill.payee,
        purpose=bill.purpose,
        amount=bill.amount,
        account=chart.accounts[bill.account],
        fund=chart.funds[bill.fund],
        paid_from=chart.accounts[bill.paid_from],
        method="cheque" if bill.check else "direct",
        cheque_number=bill.check,
        committee=chart.committees.get(COMMITTEE_OF.get(bill.account, "")),
        authorised_by=chart.motions.get(bill.motion),
    )


def _paid(row: Expense) -> Draft:
    lines = (
        Line(row.account, row.fund, row.amount),
        Line(row.paid_from, row.fund, -row.amount),
    )
    return Draft(row.paid_on, f"Paid to {row.payee}: {row.purpose}", lines)


def _transfer(move: Move, chart: Chart) -> Transfer:
    return Transfer(
        moved_on=move.moved_on,
        amount=move.amount,
        from_account=chart.accounts[move.from_account],
        to_account=chart.accounts[move.to_account],
        from_fund=chart.funds[move.from_fund],
        to_fund=chart.funds[move.to_fund],
        purpose=move.purpose,
    )


def _moved(row: Transfer, chart: Chart) -> Draft:
    amount, between = row.amount, chart.accounts[BETWEEN_FUNDS]
    lines = [
        Line(row.to_account, row.to_fund, amount),
        Line(row.from_account, row.from_fund, -amount),
    ]
    if row.from_fund != row.to_fund:
        lines += [
            Line(between, row.to_fund, -amount),
            Line(between, row.from_fund, amount),
        ]
    return Draft(row.moved_on, f"Moved: {row.purpose}", lines)
