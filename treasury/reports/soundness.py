"""Are the books sound? Every seal, balance and source is gone through again."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db import connection
from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet, Sum
from django.utils.translation import gettext as _

from intergroup.kit import guards, seals
from intergroup.kit.money import ZERO, figures, to_cents
from treasury.actions.contributions import INCOME
from treasury.actions.posting import fact
from treasury.guards import GUARDS
from treasury.models import Contribution, Entry, Expense, Posting, Transfer


@dataclass(frozen=True, slots=True)
class Soundness:
    """What going through the books found: no findings means that they are sound."""

    entries: int
    seal: str
    findings: tuple[str, ...]


def check_books() -> Soundness:
    """Go through the whole ledger; findings are sentences, in order."""
    last = Entry.objects.in_order().last()
    checks = (_guards(), _chain(), _balances(), _strays(), _contributions(), _sources())
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
        if entry.posted_at is None:
            yield _("Entry %s was never sealed.") % entry.number
            continue
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


def _strays() -> Iterator[str]:
    """Tell of lines and entries that nobody posted, and of lines on another day."""
    posted = Entry.objects.posted().filter(pk=OuterRef("entry_id"))
    for line in Posting.objects.exclude(Exists(posted)):
        yield _("A line of %s belongs to no posted entry.") % figures(line.amount)
    for draft in Entry.objects.drafts():
        yield _("“%s” is a draft that was left behind.") % draft.memo
    other_day = Posting.objects.posted().exclude(dated=F("entry__dated"))
    for number in other_day.values_list("entry__number", flat=True).distinct():
        yield _("A line of entry %s has another date than its entry.") % number


def _contributions() -> Iterator[str]:
    """Hold each contribution against its income, its account and its fund."""
    purposes = {str(source): purpose for source, purpose in INCOME.items()}
    for source, purpose in purposes.items():
        income = Q(entry__postings__account__purpose=purpose)
        yield from _unlike(
            Contribution.objects.filter(source=source),
            income & Q(entry__postings__fund=F("fund")),
            sign=-1,
        )
    received = Q(entry__postings__account=F("account"))
    yield from _unlike(Contribution.objects.all(), received)
    yield from _adrift(Contribution, "received_on")


def _sources() -> Iterator[str]:
    """Hold each expense and each transfer against its entry."""
    same_fund = Q(entry__postings__fund=F("fund"))
    spent = Q(entry__postings__account=F("account")) & same_fund
    yield from _unlike(Expense.objects.all(), spent)
    paid = Q(entry__postings__account=F("paid_from")) & same_fund
    yield from _unlike(Expense.objects.all(), paid, sign=-1)
    for end, sign in (("to", 1), ("from", -1)):
        there = Q(
            entry__postings__account=F(f"{end}_account"),
            entry__postings__fund=F(f"{end}_fund"),
        )
        yield from _unlike(Transfer.objects.all(), there, sign=sign)
    yield from _adrift(Expense, "paid_on")
    yield from _adrift(Transfer, "moved_on")


def _unlike(rows: QuerySet, lines: Q, *, sign: int = 1) -> Iterator[str]:
    """Tell of rows whose lines of a kind do not add up to their amount."""
    booked = rows.annotate(
        booked=Sum("entry__postings__amount", filter=lines, default=ZERO)
    )
    for each in booked.exclude(amount=sign * F("booked")):
        yield _("Entry %(number)s does not have the amount of its %(kind)s.") % {
            "number": each.entry_id,
            "kind": each._meta.verbose_name,
        }


def _adrift(model: type[Model], column: str) -> Iterator[str]:
    """Tell of what stands under another date than its entry, or is not in the books."""
    there = Entry.objects.posted().filter(
        pk=OuterRef("entry_id"), dated=OuterRef(column)
    )
    for each in model.objects.exclude(Exists(there)):
        yield _("“%s” does not agree with its entry in the books.") % each
