"""The ledger itself: guards, the chain of seals, balances, and stray lines."""

from collections.abc import Iterator
from itertools import groupby

from django.db import connection
from django.db.models import Exists, F, OuterRef, Sum
from django.utils.translation import gettext as _

from intergroup.kit import guards, seals
from intergroup.kit.money import figures, to_cents
from treasury.actions.posting import fact
from treasury.guards import GUARDS
from treasury.models import Entry, Posting


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


CHECKS = (_guards, _chain, _balances, _strays)
