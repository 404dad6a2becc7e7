"""Holding what is recorded against its entry in the books."""

from collections.abc import Iterator

from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet, Sum
from django.db.models.expressions import Combinable
from django.utils.translation import gettext as _

from intergroup.kit.money import ZERO
from treasury.models import Entry


def unlike(
    rows: QuerySet, lines: Q, *, amount: str | Combinable = "amount", sign: int = 1
) -> Iterator[str]:
    """Tell of rows whose lines of a kind do not add up to their amount.

    ``lines`` names the postings through ``entry__postings``; ``sign`` is −1 where they
    are credits.
    """
    told = F(amount) if isinstance(amount, str) else amount
    booked = rows.annotate(
        booked=Sum("entry__postings__amount", filter=lines, default=ZERO), told=told
    )
    for each in booked.exclude(told=sign * F("booked")):
        yield _("Entry %(number)s does not have the amount of its %(kind)s.") % {
            "number": each.entry_id,
            "kind": each._meta.verbose_name,
        }


def adrift(rows: QuerySet, column: str) -> Iterator[str]:
    """Tell of what stands under another date than its entry, or is not in the books."""
    there = Entry.objects.posted().filter(
        pk=OuterRef("entry_id"), dated=OuterRef(column)
    )
    for each in rows.exclude(Exists(there)):
        yield _("“%s” does not agree with its entry in the books.") % each


def mirrored(model: type[Model], columns: tuple[str, ...]) -> Iterator[str]:
    """Tell of corrections that are not the mirror image of the row they take back."""
    mirror = Q(amount=-1 * F("reverses__amount"))
    for column in columns:
        other = f"reverses__{column}"
        empty = Q(**{f"{column}__isnull": True, f"{other}__isnull": True})
        mirror &= Q(**{column: F(other)}) | empty
    for each in model.objects.filter(reverses__isnull=False).exclude(mirror):
        yield _("“%s” is not the mirror image of what it takes back.") % each
