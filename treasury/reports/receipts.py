"""Receipts on paper: one for each contribution, with the body’s own words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import attrgetter

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from intergroup.kit import pages, pdf
from intergroup.registry.models import Body
from treasury.models import Contribution, Entry, Policy
from treasury.reports.givers import FOUND, found_in_words, giver_in_words

READ = ("group", "fund", "collection", "entry__posted_by__person", "reversed_by")


@dataclass(frozen=True, slots=True)
class Receipt:
    """One receipt; ``taken_back_on`` makes it void, ``found`` names the giver since."""

    number: str
    received_on: date
    giver: str
    found: str
    amount: Decimal
    method: str
    fund: str
    received_by: str
    taken_back_on: date | None


@dataclass(frozen=True, slots=True)
class Receipts:
    """Receipts in the order of their numbers, and the words that stand on each."""

    receipts: tuple[Receipt, ...]
    currency: str
    thanks: str
    tax_sentence: str
    seal: str


def receipts_of(ids: Iterable[int]) -> Receipts:
    """Return the receipts of these contributions; a correction has none."""
    policy = Policy.objects.current()
    rows = Contribution.objects.filter(pk__in=list(ids), reverses__isnull=True)
    rows = rows.select_related(*READ).prefetch_related(FOUND)
    return Receipts(
        receipts=tuple(map(_receipt, rows.order_by("receipt_year", "receipt_number"))),
        currency=Body.objects.current().currency,
        thanks=policy.receipt_words,
        tax_sentence=policy.tax_sentence if policy.is_tax_sentence_printed else "",
        seal=Entry.objects.last_seal(),
    )


def receipts_pdf(receipts: Receipts) -> bytes:
    """Return the receipts as a tagged PDF. Raises kit.pdf.CannotPrintError."""
    context = pages.context(report=receipts)
    return pdf.from_html(render_to_string("treasury/print/receipts.html", context))


def receipt_numbers(contributions: Iterable[Contribution]) -> str:
    """Return ``Receipt 2026-0113.`` or ``Receipts 2026-0113 to 2026-0124.``"""
    by_number = sorted(contributions, key=attrgetter("receipt_year", "receipt_number"))
    numbers = [each.receipt for each in by_number]
    if len(numbers) == 1:
        return _("Receipt %s.") % numbers[0]
    told = {"first": numbers[0], "last": numbers[-1]}
    return _("Receipts %(first)s to %(last)s.") % told


def _receipt(contribution: Contribution) -> Receipt:
    found = contribution.found
    mirror = getattr(contribution, "reversed_by", None)
    how = (contribution.get_method_display(), contribution.reference)
    return Receipt(
        number=contribution.receipt,
        received_on=contribution.received_on,
        giver=giver_in_words(contribution),
        found=found_in_words(found[0]) if found else "",
        amount=contribution.amount,
        method=" ".join(filter(None, map(str, how))),
        fund=contribution.fund.name,
        received_by=_received_by(contribution),
        taken_back_on=mirror and mirror.received_on,
    )


def _received_by(contribution: Contribution) -> str:
    """Return who counted it or, without a collection, who wrote it down."""
    if collection := contribution.collection:
        told = {"one": collection.first_counter, "two": collection.second_counter}
        return _("%(one)s and %(two)s") % told
    by = contribution.entry.posted_by
    return by.shown_name if by else ""
