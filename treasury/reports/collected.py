"""A collection on paper, for the binder: what was counted, and by whom."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from intergroup.kit import pages, pdf
from intergroup.kit.money import ZERO, total
from intergroup.registry.models import Body
from treasury.models import Collection, Contribution, Entry
from treasury.reports.givers import giver_in_words


@dataclass(frozen=True, slots=True)
class CollectedLine:
    """One contribution of a collection; nothing of what was written on it."""

    receipt: str
    giver: str
    method: str
    amount: Decimal
    is_taken_back: bool


@dataclass(frozen=True, slots=True)
class Pieces:
    """So many notes or coins of one value."""

    value: str
    count: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Collected:
    """A collection: its lines, its sums by method, and the cash that was counted."""

    collection: Collection
    lines: tuple[CollectedLine, ...]
    methods: tuple[tuple[str, Decimal], ...]
    total: Decimal
    pieces: tuple[Pieces, ...]
    over: Decimal
    short: Decimal
    currency: str
    seal: str


def collected(collection: Collection) -> Collected:
    """Return what was collected, as it was recorded; later corrections are marked."""
    rows = collection.contributions.select_related("group", "reversed_by")
    rows = list(rows.order_by("receipt_number"))
    counted = collection.counted
    difference = ZERO if counted is None else counted - collection.cash
    return Collected(
        collection=collection,
        lines=tuple(map(_line, rows)),
        methods=_by_method(rows),
        total=total(each.amount for each in rows),
        pieces=_pieces(collection.pieces),
        over=max(difference, ZERO),
        short=max(-difference, ZERO),
        currency=Body.objects.current().currency,
        seal=Entry.objects.last_seal(),
    )


def collected_pdf(report: Collected) -> bytes:
    """Return the sheet as a tagged PDF. Raises kit.pdf.CannotPrintError."""
    context = pages.context(report=report)
    return pdf.from_html(render_to_string("treasury/print/collection.html", context))


def _line(contribution: Contribution) -> CollectedLine:
    how = (contribution.get_method_display(), contribution.reference)
    return CollectedLine(
        receipt=contribution.receipt,
        giver=giver_in_words(contribution),
        method=" ".join(filter(None, map(str, how))),
        amount=contribution.amount,
        is_taken_back=hasattr(contribution, "reversed_by"),
    )


def _by_method(rows: list[Contribution]) -> tuple[tuple[str, Decimal], ...]:
    sums: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for each in rows:
        sums[str(each.get_method_display() or _("Other"))] += each.amount
    return tuple(sums.items())


def _pieces(counts: dict[str, int]) -> tuple[Pieces, ...]:
    """Return the notes and coins, the largest first."""
    values = sorted(counts, key=Decimal, reverse=True)
    return tuple(
        Pieces(each, counts[each], counts[each] * Decimal(each)) for each in values
    )
