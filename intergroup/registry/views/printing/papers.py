"""The printed directory as a PDF: laid out, counted, and put on its sheets."""

import hashlib
from dataclasses import dataclass
from datetime import date

import segno
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from intergroup.kit import imposing, pages, pdf
from intergroup.registry.models import Body, DirectoryPrint
from intergroup.registry.publishing import Published
from intergroup.registry.reports.printed import (
    Changes,
    PrintedDirectory,
    Wishes,
    printed_directory,
)
from intergroup.registry.reports.printed.meetings import SIGN
from intergroup.registry.reports.printed.wishes import Form

NARROWER = 6  # points: by so much the flap of a card is less wide than its other panels
SIDES = {Form.BOOKLET: 2, Form.CARD: 3}  # pages on one side of a sheet
RULES = {Form.BOOKLET: 18, Form.CARD: 20}
BOUND = {Form.BOOKLET, Form.CARD}
SIZES = {"letter": imposing.LETTER, "a4": imposing.A4}
SHEETS = {
    Form.PAGE: ("print-{paper}.css", "print-directory.css"),
    Form.LARGE: ("print-{paper}.css", "print-large.css", "print-directory.css"),
    Form.BOOKLET: (
        "print-half-{paper}.css",
        "print-directory.css",
        "print-bound.css",
    ),
    Form.CARD: ("print-panel-{paper}.css", "print-directory.css", "print-panel.css"),
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A directory that was made; ``pages`` are those of the PDF, sides of a sheet."""

    pdf: bytes
    pages: int
    sides: int
    listed: dict[str, object]
    unknown: tuple[tuple[str, str], ...]

    @property
    def sha256(self) -> str:
        """The fingerprint of the file."""
        return hashlib.sha256(self.pdf).hexdigest()


def make_paper(published: Published, wishes: Wishes) -> Paper:
    """Return the PDF that was asked for; the same data gives the same bytes.

    Raises ValidationError (``too_many_pages``, ``too_many_panels``) where an exact
    count of pages, or a card, does not hold the meetings; CannotPrintError as the kit.
    """
    directory = printed_directory(published, wishes)
    form = Form(wishes.form)
    flat = pdf.printed(html(directory), is_tagged=form not in BOUND)
    made = flat.data
    if form in BOUND:
        bind = _booklet if form == Form.BOOKLET else _card
        made = bind(flat, directory)
    pages = _pages(flat.pages, wishes)
    return Paper(
        pdf=made,
        pages=pages,
        sides=pages // SIDES.get(form, 1),
        listed=directory.listed,
        unknown=directory.unknown,
    )


def html(directory: PrintedDirectory) -> str:
    """Return the directory page by page, before anything is put on other sheets."""
    values = _context(directory, codes=_codes(directory))
    return render_to_string("registry/print/directory.html", values)


def changes_pdf(changes: Changes, *, before: DirectoryPrint, on: date) -> bytes:
    """Return what has changed since a print, by day, on as few pages as it takes."""
    body = Body.objects.current()
    sheets = [each.format(paper=body.paper.lower()) for each in SHEETS[Form.PAGE]]
    values = pages.context(changes=changes, before=before, on=on, sheets=sheets)
    return pdf.from_html(
        render_to_string("registry/print/directory_changes.html", values)
    )


def code(address: str) -> str:
    """Return the QR code of an address as the ``src`` of an image."""
    return segno.make(address, micro=False).svg_data_uri(border=0, omitsize=True)


def _pages(count: int, wishes: Wishes) -> int:
    """Return how many pages a reader turns: a booklet’s with those that fill it up."""
    if wishes.form == Form.BOOKLET:
        return count + imposing.padding(count, at_least=wishes.pages)
    return imposing.PANELS if wishes.form == Form.CARD else count


def _booklet(flat: pdf.Printed, directory: PrintedDirectory) -> bytes:
    wishes, count = directory.wishes, flat.pages
    if wishes.pages and count > wishes.pages:
        message = _(
            "%(wanted)s pages do not hold it: it needs %(least)s. Choose more pages, "
            "or fewer meetings: one district, one town, or none that are online only."
        )
        least = count + imposing.padding(count)
        params = {"wanted": wishes.pages, "least": least}
        raise ValidationError(message, code="too_many_pages", params=params)
    return imposing.booklet(
        flat.data,
        filler=_filler(directory),
        sheet=SIZES[_paper(wishes)],
        title=directory.title,
        pages=wishes.pages,
    )


def _card(flat: pdf.Printed, directory: PrintedDirectory) -> bytes:
    count = flat.pages
    if count > imposing.PANELS:
        message = _(
            "A card has %(room)s panels for meetings, and these need %(needed)s. "
            "Choose one district or town, leave out those that are online only, "
            "or make a booklet."
        )
        params = {"room": imposing.PANELS - 2, "needed": count - 2}
        raise ValidationError(message, code="too_many_panels", params=params)
    return imposing.trifold(
        flat.data,
        filler=_filler(directory),
        sheet=SIZES[_paper(directory.wishes)],
        narrower=NARROWER,
        title=directory.title,
    )


def _filler(directory: PrintedDirectory) -> bytes:
    """Return a page with lines to write on, for the pages that are left over."""
    values = _context(directory, codes={})
    values["lines"] = range(RULES[Form(directory.wishes.form)])
    page = render_to_string("registry/print/directory_notes.html", values)
    return pdf.printed(page, is_tagged=False).data


def _paper(wishes: Wishes) -> str:
    return (wishes.paper or Body.objects.current().paper).lower()


def _context(
    directory: PrintedDirectory, *, codes: dict[str, str]
) -> dict[str, object]:
    wishes = directory.wishes
    form = Form(wishes.form)
    return pages.context(
        directory=directory,
        sheets=[each.format(paper=_paper(wishes)) for each in SHEETS[form]],
        is_bound=form in BOUND,
        is_card=form == Form.CARD,
        finder_code=code(directory.finder) if directory.finder else "",
        finder_words=_typed(directory.finder),
        own_group_words=_typed(directory.own_group),
        codes=codes,
        sign=SIGN,
    )


def _codes(directory: PrintedDirectory) -> dict[str, str]:
    """Return the code of each online meeting’s page, by slug, where wanted."""
    if not directory.wishes.has_codes or not directory.finder:
        return {}
    return {
        each.slug: code(f"{directory.finder}{each.slug}/")
        for each in directory.meetings
        if each.has_link
    }


def _typed(address: str) -> str:
    return address.partition("://")[2].rstrip("/")
