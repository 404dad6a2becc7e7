"""The ZIP itself: each part written as it is made, so that memory stays flat."""

import zipfile
from collections.abc import Callable, Iterator
from typing import BinaryIO

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from intergroup.kit import pages, pdf, reports, sheets
from intergroup.kit.dates import Period
from intergroup.registry.models import Body
from treasury.exporting.beancount import beancount_ledger
from treasury.exporting.hledger import hledger_journal
from treasury.exporting.journal import read_entries
from treasury.models import Entry
from treasury.reports.soundness import check_books
from treasury.resources.review_kit import received, settled, spent
from treasury.resources.review_kit.sample import sample

REGISTERS = {**received.REGISTERS, **spent.REGISTERS, **settled.REGISTERS}
REPORTS = ("treasurer", "contributions-by-group", "exceptions")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_review_kit(file: BinaryIO, period: Period) -> None:
    """Write the ZIP of ``period`` into ``file``; the same data gives the same bytes.

    Registers are CSV; the books are whole, from the first entry, because a chain of
    seals can only be followed from its beginning.
    """
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as kit:
        for name, content in _parts(period):
            told = zipfile.ZipInfo(name, _EPOCH)
            told.compress_type = zipfile.ZIP_DEFLATED
            kit.writestr(told, content)


def _parts(period: Period) -> Iterator[tuple[str, bytes]]:
    yield "sign-off.pdf", sign_off(period)
    yield "findings.txt", _findings()
    seal = Entry.objects.last_seal()
    yield "sample.csv", sheets.to_csv([sample(period, seed=seal)])
    for name, table in REGISTERS.items():
        yield f"registers/{name}.csv", sheets.to_csv([table(period)])
    yield from _books()
    yield from _reports(period)
    for folder, papers in (
        ("presented", settled.presented),
        ("vouchers", settled.vouchers),
    ):
        for name, content in papers(period):
            yield f"{folder}/{name}", content


def sign_off(period: Period) -> bytes:
    """Return the form that the committee fills in and signs."""
    context = pages.context(
        period=period,
        soundness=check_books(),
        parts=_told_parts(period),
        lines=(1, 2, 3),
    )
    return pdf.from_html(render_to_string("treasury/print/sign_off.html", context))


def _told_parts(period: Period) -> list[tuple[str, int]]:
    """Return each register’s title and the number of its rows."""
    tables: list[Callable[[Period], sheets.Table]] = list(REGISTERS.values())
    return [(each.title, len(each.rows)) for each in (make(period) for make in tables)]


def _findings() -> bytes:
    found = check_books()
    told = found.findings or (_("The books are sound."),)
    counts = {"n": found.entries, "seal": found.seal}
    head = _("%(n)s entries, last seal %(seal)s") % counts
    return ("\n".join((head, *told)) + "\n").encode()


def _books() -> Iterator[tuple[str, bytes]]:
    entries, currency = list(read_entries()), Body.objects.current().currency
    yield "books/books.journal", hledger_journal(entries, currency=currency).encode()
    yield "books/books.beancount", beancount_ledger(entries, currency=currency).encode()


def _reports(period: Period) -> Iterator[tuple[str, bytes]]:
    """Yield the reports of the period that this installation knows, as PDF and XLSX."""
    known = {each.slug: each for each in reports.reports()}
    for slug in REPORTS:
        if slug in known:
            offered = [each.offered() for each in known[slug].choices]
            usual = {each.name: each.usual or "" for each in offered}
            answer = known[slug].run(period, **usual)
            for form in ("pdf", "xlsx"):
                content = reports.write(known[slug], answer, form)
                yield f"reports/{slug}.{form}", content
