"""The books: opening balances, what came in, what was paid and moved, months closed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from intergroup.business.models import Motion
from intergroup.demo.actions.checking import checked
from intergroup.demo.contributions import (
    Gift,
    contributions,
    corrected_on,
    correction,
    mistake,
)
from intergroup.demo.moves import OPENING, Move, Receipt, moves, receipts
from intergroup.demo.spending import Bill, bills
from intergroup.demo.story import Story
from intergroup.registry.models import Group, User
from treasury.actions.contributions import (
    record_contribution,
    record_contributions,
    take_back_contribution,
)
from treasury.actions.months import close_month
from treasury.actions.posting import Draft, Line, post_entries
from treasury.actions.spending import (
    record_expense,
    record_opening_balances,
    record_transfer,
)
from treasury.models import (
    Account,
    ClosedMonth,
    Contribution,
    Expense,
    Fund,
    Transfer,
)

FUNDS = {"Literature": 30, "Events": 40, "Hospitals and institutions": 50}


@dataclass(frozen=True, slots=True)
class Names:
    """What the story calls by name or number, as rows of the database."""

    accounts: Mapping[str, Account]
    funds: Mapping[str, Fund]
    groups: Mapping[int, Group]
    motions: Mapping[str, Motion]


def load_money(
    story: Story,
    *,
    groups: Mapping[int, Group],
    motions: Mapping[str, Motion],
    recorded_by: User,
) -> None:
    """Record three years through the treasury’s actions; close all but two months."""
    names = _names(groups, motions)
    gifts, income = contributions(story), receipts(story)
    paid = bills(story, gifts)
    _open(names, story, recorded_by)
    _record_gifts(gifts, names, recorded_by)
    _record_income(income, names, recorded_by)
    for bill in paid:
        record_expense(_expense(bill, names), recorded_by=recorded_by)
    for move in moves(story, gifts, income, paid):
        record_transfer(_transfer(move, names), recorded_by=recorded_by)
    _correct(story, names, recorded_by)
    for month in story.months[:-2]:
        closed = ClosedMonth(first_on=month)
        close_month(closed, today=story.today, closed_by=recorded_by)


def _names(groups: Mapping[int, Group], motions: Mapping[str, Motion]) -> Names:
    for name, order in FUNDS.items():
        fund = Fund(name=name, order=order)
        fund.full_clean()
        fund.save()
    return Names(
        accounts={account.code: account for account in Account.objects.all()},
        funds={fund.name: fund for fund in Fund.objects.all()},
        groups=groups,
        motions=motions,
    )


def _open(names: Names, story: Story, recorded_by: User) -> None:
    balances = {
        (names.accounts[account], names.funds[fund]): amount
        for (account, fund), amount in OPENING.items()
    }
    record_opening_balances(balances, dated=story.months[0], recorded_by=recorded_by)


def _record_gifts(gifts: Iterable[Gift], names: Names, recorded_by: User) -> None:
    rows = checked(_contribution(gift, names) for gift in gifts)
    record_contributions(rows, recorded_by=recorded_by)


def _record_income(income: Sequence[Receipt], names: Names, recorded_by: User) -> None:
    drafts = []
    for each in income:
        account, fund = names.accounts[each.account], names.funds[each.fund]
        lines = (
            Line(account, fund, each.amount),
            Line(names.accounts[each.income], fund, -each.amount),
        )
        drafts.append(Draft(each.received_on, each.memo, lines))
    post_entries(drafts, posted_by=recorded_by)


def _correct(story: Story, names: Names, recorded_by: User) -> None:
    """Take back what stands under the wrong group; record it for the right one."""
    wrong = mistake(story)
    row = Contribution.objects.get(
        received_on=wrong.received_on,
        group=names.groups[wrong.group],
        amount=wrong.amount,
    )
    day: date = corrected_on(story)
    take_back_contribution(row, dated=day, recorded_by=recorded_by)
    record_contribution(
        _contribution(correction(story), names), recorded_by=recorded_by
    )


def _contribution(gift: Gift, names: Names) -> Contribution:
    return Contribution(
        received_on=gift.received_on,
        source=gift.source,
        group=names.groups[gift.group] if gift.group else None,
        marked=gift.marked,
        amount=gift.amount,
        method=gift.method,
        reference=gift.reference,
        fund=names.funds[gift.fund],
        account=names.accounts[gift.account],
    )


def _expense(bill: Bill, names: Names) -> Expense:
    return Expense(
        paid_on=bill.paid_on,
        payee=bill.payee,
        purpose=bill.purpose,
        amount=bill.amount,
        account=names.accounts[bill.account],
        fund=names.funds[bill.fund],
        paid_from=names.accounts[bill.paid_from],
        authorised_by=names.motions.get(bill.motion),
    )


def _transfer(move: Move, names: Names) -> Transfer:
    return Transfer(
        moved_on=move.moved_on,
        amount=move.amount,
        from_account=names.accounts[move.from_account],
        to_account=names.accounts[move.to_account],
        from_fund=names.funds[move.from_fund],
        to_fund=names.funds[move.to_fund],
        purpose=move.purpose,
    )
