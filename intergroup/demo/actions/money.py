"""The books: opening balances, what came in, what was paid and moved, months closed."""

from collections.abc import Iterable

from intergroup.demo.actions.chart import Chart
from intergroup.demo.actions.checking import checked
from intergroup.demo.actions.passing_on import pass_on
from intergroup.demo.actions.spending import record_bills, record_moves
from intergroup.demo.actions.statements import load_statements
from intergroup.demo.books import OPENING, Books
from intergroup.demo.contributions import (
    FOUND_GROUP,
    FOUND_OUT,
    Gift,
    corrected_on,
    correction,
    mistake,
)
from intergroup.demo.moves import Move, Receipt
from intergroup.demo.story import Story
from intergroup.registry.models import User
from treasury.actions.contributions import (
    record_contribution,
    record_contributions,
    take_back_contribution,
)
from treasury.actions.depositing import record_deposit
from treasury.actions.identifying import identify_contribution
from treasury.actions.income import record_other_income
from treasury.actions.months import close_month
from treasury.actions.opening import record_opening_balances
from treasury.actions.waiting import waiting_to_be_deposited
from treasury.models import (
    ClosedMonth,
    Contribution,
    Deposit,
    Identification,
    OtherIncome,
)
from treasury.reports.paper import print_month

OPEN_MONTHS = 2


def load_money(story: Story, books: Books, chart: Chart, *, recorded_by: User) -> None:
    """Record three years month by month; close all months but the last two."""
    _open(story, chart, recorded_by)
    for month in story.months:
        of_month = books.within(month)
        _record_gifts(of_month.gifts, chart, recorded_by)
        _record_receipts(of_month.receipts, chart, recorded_by)
        _record_deposits(of_month.moves, story, chart, recorded_by)
        record_bills(of_month.bills, chart, recorded_by=recorded_by)
        record_moves(of_month.moves, chart, recorded_by=recorded_by)
        pass_on(of_month.passed_on, chart, recorded_by=recorded_by)
    _correct(story, chart, recorded_by)
    _identify(story, chart, recorded_by)
    load_statements(story, chart, story.months[-OPEN_MONTHS - 1], by=recorded_by)
    _close(story, recorded_by)


def _open(story: Story, chart: Chart, recorded_by: User) -> None:
    balances = {
        (chart.accounts[account], chart.funds[fund]): amount
        for (account, fund), amount in OPENING.items()
    }
    record_opening_balances(balances, dated=story.months[0], recorded_by=recorded_by)


def _record_gifts(gifts: Iterable[Gift], chart: Chart, recorded_by: User) -> None:
    rows = checked(_contribution(gift, chart) for gift in gifts)
    record_contributions(rows, recorded_by=recorded_by)


def _record_receipts(
    receipts: Iterable[Receipt], chart: Chart, recorded_by: User
) -> None:
    for each in receipts:
        income = OtherIncome(
            received_on=each.received_on,
            purpose=each.memo,
            amount=each.amount,
            account=chart.accounts[each.income],
            fund=chart.funds[each.fund],
            paid_into=chart.accounts[each.account],
            method="cash" if each.account != "1030" else "venmo",
        )
        record_other_income(income, recorded_by=recorded_by)


def _record_deposits(
    moves: Iterable[Move], story: Story, chart: Chart, recorded_by: User
) -> None:
    """Take to the bank, on each day of a deposit, what came in before that day."""
    for day in sorted({move.moved_on for move in moves if move.is_deposit}):
        items = waiting_to_be_deposited().items
        deposit = Deposit(deposited_on=day, to_account=chart.accounts["1000"])
        record_deposit(
            deposit,
            [each.entry_id for each in items if each.dated < day],
            today=story.today,
            recorded_by=recorded_by,
        )


def _correct(story: Story, chart: Chart, recorded_by: User) -> None:
    """Take back what stands under the wrong group; record it for the right one."""
    wrong = mistake(story)
    row = Contribution.objects.get(
        received_on=wrong.received_on,
        group=chart.groups[wrong.group],
        amount=wrong.amount,
    )
    take_back_contribution(row, dated=corrected_on(story), recorded_by=recorded_by)
    right = _contribution(correction(story), chart)
    record_contribution(right, recorded_by=recorded_by)


def _close(story: Story, recorded_by: User) -> None:
    """Close all months but the last two, the last of them with its final report."""
    months = story.months[:-OPEN_MONTHS]
    for month in months:
        closed, report = ClosedMonth(first_on=month), None
        if month == months[-1]:
            report = print_month(closed, today=story.today, closed_by=recorded_by)
        close_month(closed, today=story.today, closed_by=recorded_by, report=report)


def _identify(story: Story, chart: Chart, recorded_by: User) -> None:
    """Find out, in a month still open, which group sent an old check."""
    row = Contribution.objects.unidentified().get(reference=FOUND_OUT)
    found = Identification(
        contribution=row,
        identified_on=corrected_on(story),
        group=chart.groups[FOUND_GROUP],
    )
    identify_contribution(found, identified_by=recorded_by)


def _contribution(gift: Gift, chart: Chart) -> Contribution:
    return Contribution(
        received_on=gift.received_on,
        source=gift.source,
        group=chart.groups[gift.group] if gift.group else None,
        marked=gift.marked,
        amount=gift.amount,
        fee=gift.fee,
        method=gift.method,
        reference=gift.reference,
        fund=chart.funds[gift.fund],
        account=chart.accounts[gift.account],
    )
