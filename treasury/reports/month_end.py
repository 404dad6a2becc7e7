"""The list to go through before a month is closed: each point green, or a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Count, Max, Min, Sum
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intergroup.kit.dates import Period
from intergroup.kit.money import ZERO, in_words, total
from intergroup.kit.reports import DoesNotFootError
from intergroup.registry.models import Body
from treasury.actions.months import Point
from treasury.models import (
    Account,
    Bill,
    ClosingBalance,
    Contribution,
    Posting,
    Statement,
)
from treasury.reports.soundness import check_books
from treasury.reports.treasurer import treasurers_report

TOLD = 3  # sentences about one point; more are counted


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """Where the books of a month stand before it is closed."""

    month: Period
    points: tuple[Point, ...]

    @property
    def is_in_the_way(self) -> bool:
        """Whether something must be mended, and no explanation will do."""
        return any(each.is_in_the_way for each in self.points)

    @property
    def needs_words(self) -> bool:
        """Whether something is not settled that may be explained."""
        return not all(each.is_settled for each in self.points)


def month_end(month: Period) -> MonthEnd:
    """Go through the books of a month, and through the whole chain of seals."""
    currency = Body.objects.current().currency
    held = _money_on(month.last)
    return MonthEnd(
        month=month,
        points=(
            _reconciled(month, held),
            _undeposited(held, currency),
            _identified(month.last),
            _paid(month.last),
            _above_zero(month, currency),
            _receipts(month),
            _foots(month),
            _sound(),
        ),
    )


def _reconciled(month: Period, held: dict[Account, Decimal]) -> Point:
    done = Statement.objects.reconciled().filter(ends_on__gte=month.last)
    through = set(done.values_list("account", flat=True))
    moved = Posting.objects.posted().within(month.first, month.last).order_by()
    used = set(moved.values_list("account", flat=True).distinct())
    left = [
        each
        for each in _with_statements()
        if (each.pk in used or held.get(each)) and each.pk not in through
    ]
    day = date_format(month.last, "MONTH_DAY_FORMAT")
    told = _("No statement is reconciled that reaches %(day)s: %(accounts)s.")
    named = ", ".join(_("“%s”") % each.name for each in left)
    sentences = [told % {"day": day, "accounts": named}] if left else []
    return _point("reconciled", _("Every account is reconciled"), sentences)


def _with_statements() -> list[Account]:
    """Return what a bank or an app keeps; cash in hand has nobody who states it.

    A cash box that was counted once, as a statement, is counted every month.
    """
    cash = str(Contribution.Method.CASH.label).casefold()
    stated = set(Statement.objects.values_list("account", flat=True).distinct())
    held = Account.objects.holding_money().exclude(purpose=Account.Purpose.UNDEPOSITED)
    return [
        each
        for each in held
        if each.pk in stated or cash not in each.name.casefold().split()
    ]


def _undeposited(held: dict[Account, Decimal], currency: str) -> Point:
    waiting = total(
        amount
        for account, amount in held.items()
        if account.purpose == Account.Purpose.UNDEPOSITED
    )
    told = _("%s was received and not deposited by the end of the month.")
    sentences = [told % in_words(waiting, currency)] if waiting else []
    return _point("undeposited", _("Everything is deposited"), sentences)


def _identified(last: date) -> Point:
    waiting = Contribution.objects.unidentified().filter(received_on__lte=last).count()
    told = ngettext(
        "%s contribution waits for its group.",
        "%s contributions wait for their groups.",
        waiting,
    )
    sentences = [told % waiting] if waiting else []
    return _point("identified", _("Every contribution is identified"), sentences)


def _paid(last: date) -> Point:
    bills = Bill.objects.approved_unpaid().filter(requested_on__lte=last)
    told = _("“%s” is approved and not paid.")
    return _point("paid", _("What was approved is paid"), [told % b for b in bills])


def _above_zero(month: Period, currency: str) -> Point:
    told = _("“%(account)s” stood at %(amount)s on %(day)s.")
    sentences = [
        told
        % {
            "account": account.name,
            "amount": in_words(lowest, currency),
            "day": date_format(day, "MONTH_DAY_FORMAT"),
        }
        for account, day, lowest in _below_zero(month)
    ]
    return _point("above-zero", _("Nothing went below zero"), sentences)


def _below_zero(month: Period) -> Iterator[tuple[Account, date, Decimal]]:
    """Yield each account that held less than nothing on a day, and its worst day."""
    held = _money_on(month.first - timedelta(days=1))
    rows = Posting.objects.posted().within(month.first, month.last).order_by("dated")
    by_day = rows.values_list("account", "dated").annotate(sum=Sum("amount"))
    moved = list(by_day.filter(account__kind=Account.Kind.ASSET))
    for account in Account.objects.holding_money():
        balance, worst = held.get(account, ZERO), (ZERO, month.first)
        for _pk, day, amount in (row for row in moved if row[0] == account.pk):
            balance += amount
            worst = min(worst, (balance, day))
        if worst[0] < 0:
            yield account, worst[1], worst[0]


def _receipts(month: Period) -> Point:
    years = {month.first.year, month.last.year}
    numbered = Contribution.objects.filter(receipt_year__in=years).order_by()
    rows = numbered.values_list("receipt_year").annotate(
        Min("receipt_number"), Max("receipt_number"), Count("receipt_number")
    )
    told = _("The receipts of %s have a gap.")
    sentences = [
        told % year for year, least, most, count in rows if (least, most) != (1, count)
    ]
    return _point("receipts", _("Receipts have no gap"), sentences)


def _foots(month: Period) -> Point:
    try:
        treasurers_report(month)
    except DoesNotFootError as error:
        sentences = [str(error)]
    else:
        sentences = []
    title = _("The treasurer’s report foots")
    return _point("foots", title, sentences, is_explainable=False)


def _sound() -> Point:
    findings = list(check_books().findings)
    return _point("sound", _("The books are sound"), findings, is_explainable=False)


def _money_on(day: date) -> dict[Account, Decimal]:
    """Return what each account that holds money held at the end of a day."""
    accounts = Account.objects.holding_money().in_bulk()
    held: dict[Account, Decimal] = {}
    for (pk, _fund), amount in ClosingBalance.objects.held_on(day).items():
        if account := accounts.get(pk):
            held[account] = held.get(account, ZERO) + amount
    return held


def _point(
    slug: str, title: str, sentences: list[str], *, is_explainable: bool = True
) -> Point:
    more = len(sentences) - TOLD
    if more > 0:
        rest = ngettext("And %s more.", "And %s more.", more) % more
        sentences = [*sentences[:TOLD], rest]
    return Point(
        slug=slug,
        title=title,
        sentence=" ".join(sentences),
        is_settled=not sentences,
        is_explainable=is_explainable,
    )
