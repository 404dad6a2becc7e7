"""What the bank says: statements that agree, and one to be gone through."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from intergroup.demo.actions.chart import Chart
from intergroup.demo.story import Story
from intergroup.kit.dates import month_of
from intergroup.kit.money import ZERO, total
from intergroup.registry.models import User
from treasury.actions.reconciling import clear, keep_statement, reconcile
from treasury.actions.standing import Booked, uncleared
from treasury.models import Account, Entry, Statement, StatementLine

HELD = ("1000", "1030", "1040")
NOT_AT_THE_BANK = timedelta(days=5)  # checks of the last days have not been cashed
FEE = Decimal("-4.00")


def load_statements(story: Story, chart: Chart, last_closed: date, *, by: User) -> None:
    """Reconcile each account up to the last closed month; then bring a file."""
    day = month_of(last_closed).last
    for code in HELD:
        _agree(chart.accounts[code], day, by)
    _bring(chart.accounts["1000"], day, month_of(story.months[-2]).last, by)


def _agree(account: Account, day: date, by: User) -> None:
    """Tick everything but the last checks, which is what the bank then says."""
    at_bank = _at_bank(account, day)
    statement = Statement(
        account=account,
        kind=Statement.Kind.ASSERTED,
        ends_on=day,
        closing=total(each.amount for each in at_bank),
    )
    keep_statement(statement, [], imported_by=by)
    ids = [each.entry_id for each in at_bank]
    clear(statement, Entry.objects.in_bulk(ids).values())
    reconcile(statement, at=timezone.now(), reconciled_by=by)


def _at_bank(account: Account, day: date) -> list[Booked]:
    return [
        each
        for each in uncleared(account, up_to=day)
        if each.amount > ZERO or each.dated <= day - NOT_AT_THE_BANK
    ]


def _bring(account: Account, day: date, until: date, by: User) -> None:
    """Keep the statement of the open month, with a fee that the books do not know."""
    opening = Statement.objects.get(account=account, ends_on=day).closing
    lines = [*_lines(_at_bank(account, until)), _fee(until)]
    statement = Statement(
        account=account,
        begins_on=day + timedelta(days=1),
        ends_on=until,
        opening=opening,
        closing=opening + total(line.amount for line in lines),
        file_name=f"checking-{until:%Y-%m}.ofx",
    )
    keep_statement(statement, lines, imported_by=by)


def _lines(booked: list[Booked]) -> Iterator[StatementLine]:
    for each in booked:
        kind = "CREDIT" if each.amount > ZERO else "DEBIT"
        number = next(iter(each.references), "")
        yield StatementLine(
            key=f"demo-{each.number}",
            dated=each.dated,
            amount=each.amount,
            description=_told(each, number),
            reference=number,
            kind=kind,
        )


def _told(booked: Booked, number: str) -> str:
    if booked.amount > ZERO:
        return "DEPOSIT"
    return f"CHECK {number}" if number else "ELECTRONIC PAYMENT"


def _fee(day: date) -> StatementLine:
    return StatementLine(
        key="demo-fee", dated=day, amount=FEE, description="SERVICE FEE", kind="FEE"
    )
