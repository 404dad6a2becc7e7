"""The books: opening balances, what came in, what was paid and moved, months closed."""

from collections.abc import Iterable

from intergroup.demo.actions.chart import Chart
from intergroup.demo.actions.checking import checked
from intergroup.demo.actions.spending import record_bills, record_moves
from intergroup.demo.books import OPENING, Books
from intergroup.demo.contributions import Gift, corrected_on, correction, mistake
from intergroup.demo.moves import Receipt
from intergroup.demo.story import Story
from intergroup.registry.models import User
from treasury.actions.contributions import (
    record_contribution,
    record_contributions,
    take_back_contribution,
)
from treasury.actions.months import close_month
from treasury.actions.opening import record_opening_balances
from treasury.actions.posting import Draft, Line, post_entries
from treasury.models import ClosedMonth, Contribution

OPEN_MONTHS = 2


def load_money(story: Story, books: Books, chart: Chart, *, recorded_by: User) -> None:
    """Record three years month by month; close all months but the last two."""
    _open(story, chart, recorded_by)
    for month in story.months:
        of_month = books.within(month)
        _record_gifts(of_month.gifts, chart, recorded_by)
        _record_receipts(of_month.receipts, chart, recorded_by)
        record_bills(of_month.bills, chart, recorded_by=recorded_by)
        record_moves(of_month.moves, chart, recorded_by=recorded_by)
    _correct(story, chart, recorded_by)
    for month in story.months[:-OPEN_MONTHS]:
        closed = ClosedMonth(first_on=month)
        close_month(closed, today=story.today, closed_by=recorded_by)


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
    drafts = []
    for each in receipts:
        fund = chart.funds[each.fund]
        lines = (
            Line(chart.accounts[each.account], fund, each.amount),
            Line(chart.accounts[each.income], fund, -each.amount),
        )
        drafts.append(Draft(each.received_on, each.memo, lines))
    post_entries(drafts, posted_by=recorded_by)


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


def _contribution(gift: Gift, chart: Chart) -> Contribution:
    return Contribution(
        received_on=gift.received_on,
        source=gift.source,
        group=chart.groups[gift.group] if gift.group else None,
        marked=gift.marked,
        amount=gift.amount,
        method=gift.method,
        reference=gift.reference,
        fund=chart.funds[gift.fund],
        account=chart.accounts[gift.account],
    )
