"""Are the books sound? Every seal, balance and source is gone through again."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db import connection
from django.db.models import F, Model, Q, Sum
from django.utils.translation import gettext as _

from intergroup.kit import guards, seals
from intergroup.kit.money import ZERO, figures, to_cents
from treasury.actions.posting import fact
from treasury.guards import GUARDS
from treasury.models import Account, Contribution, Entry, Expense, Posting, Transfer


@dataclass(frozen=True, slots=True)
class Soundness:
    """What going through the books found: no findings means that they are sound."""

    entries: int
    seal: str
    findings: tuple[str, ...]


def check_books() -> Soundness:
    """Go through the whole ledger; findings are sentences, in order."""
    last = Entry.objects.in_order().last()
    checks = (_guards(), _chain(), _balances(), _dates(), _contributions(), _sources())
    return Soundness(
        entries=last.number if last else 0,
        seal=last.seal if last else "",
        findings=tuple(finding for check in checks for finding in check),
    )


def _guards() -> Iterator[str]:
    for name in guards.missing(GUARDS, connection):
        yield _("The database is not guarded by “%s”. Run migrate.") % name


def _chain() -> Iterator[str]:
    """Recompute each seal from what the entry says now."""
    seal, number = seals.FIRST, 0
    lines = _lines_by_entry()
    for entry in Entry.objects.in_order().iterator():
        number += 1
        if entry.number != number:
            yield _("Entry %s is missing.") % number
            number = entry.number
        told = fact(
            number=entry.number,
            dated=entry.dated,
            memo=entry.memo,
            posted_at=entry.posted_at,
            posted_by=entry.posted_by_id,
            reverses=entry.reverses_id,
            lines=lines.get(entry.pk, ()),
        )
        if seals.seal(told, after=seal) != entry.seal:
            yield _("Entry %s is not as it was sealed.") % entry.number
        seal = entry.seal


def _lines_by_entry() -> dict[int, list[tuple[int, int, int]]]:
    rows = Posting.objects.posted().order_by("entry_id")
    values = rows.values_list("entry_id", "account_id", "fund_id", "amount").iterator()
    return {
        entry: [
            (account, fund, to_cents(amount)) for _pk, account, fund, amount in each
        ]
        for entry, each in groupby(values, key=lambda row: row[0])
    }


def _balances() -> Iterator[str]:
    sums = Posting.objects.posted().values("entry__number", "fund__name")
    sums = sums.order_by("entry__number").annotate(total=Sum("amount"))
    for row in sums.exclude(total=0):
        yield _("Entry %(number)s is out by %(amount)s in the fund %(fund)s.") % {
            "number": row["entry__number"],
            "amount": figures(row["total"]),
            "fund": row["fund__name"],
        }


def _dates() -> Iterator[str]:
    strays = Posting.objects.posted().exclude(dated=F("entry__dated"))
    for number in strays.values_list("entry__number", flat=True).distinct():
        yield _("A line of entry %s has another date than its entry.") % number


def _contributions() -> Iterator[str]:
    """Hold each contribution against the income of its entry."""
    income = Q(entry__postings__account__kind=Account.Kind.INCOME)
    booked = Contribution.objects.annotate(
        booked=Sum("entry__postings__amount", filter=income, default=ZERO)
    )
    for each in booked.exclude(amount=-F("booked")).select_related("entry"):
        yield _("Entry %s does not have the amount of its contribution.") % each.entry
    yield from _adrift(Contribution, "received_on")


def _sources() -> Iterator[str]:
    """Hold each expense and each transfer against its entry."""
    spent = Q(entry__postings__account=F("account"))
    booked = Expense.objects.annotate(
        booked=Sum("entry__postings__amount", filter=spent, default=ZERO)
    )
    for each in booked.exclude(amount=F("booked")).select_related("entry"):
        yield _("Entry %s does not have the amount of its expense.") % each.entry
    yield from _adrift(Expense, "paid_on")
    yield from _adrift(Transfer, "moved_on")


def _adrift(model: type[Model], column: str) -> Iterator[str]:
    """Tell of what stands under another date than its entry, or is not in the books."""
    there = Q(entry__status=Entry.Status.POSTED, entry__dated=F(column))
    for each in model.objects.exclude(there).select_related("entry"):
        yield _("“%s” does not agree with its entry in the books.") % each
