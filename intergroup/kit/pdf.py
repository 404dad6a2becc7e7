"""HTML to PDF on paper: the only file that knows WeasyPrint.

A page to print extends ``print/base.html``. It may name nothing but the assets of this
house (``asset:print-a4.css``, ``asset:text-bold.ttf``) and ``data:`` URIs; any other
address stops the printing, so that no file and no server can be read by way of a page.
"""

import gc
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from types import ModuleType

import pydyf
from django.conf import settings
from django.utils.translation import gettext as _
from fontTools.ttLib import TTFont

_one_at_a_time = Lock()  # Pango’s font configuration is shared
_PATIENCE = 200_000  # new objects; a page of boxes holds no rubbish to look for


class CannotPrintError(RuntimeError):
    """Printing is not possible; the message is a sentence for a volunteer."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, and how many pages it has: counting them again would take seconds."""

    data: bytes
    pages: int


def from_html(html: str) -> bytes:
    """Return a tagged PDF (PDF/UA-1) of a whole HTML page; see ``printed``."""
    return printed(html).data


def printed(html: str, *, is_tagged: bool = True, copies: int = 1) -> Printed:
    """Print a whole HTML page, tagged as PDF/UA-1 asks.

    The same HTML gives the same bytes. Without tags it takes half the time: for pages
    that are put on other sheets and lose them anyway. ``copies`` of all pages come one
    after the other, and are laid out once. Raises CannotPrintError where WeasyPrint’s
    libraries are missing, or where the page names what is not its own.
    """
    weasyprint = _weasyprint()
    variant = "pdf/ua-1" if is_tagged else None
    finisher = _say_what_headers_head if is_tagged else None
    with _one_at_a_time, _seldom_tidied():
        fonts, stylesheet = _house_style()
        options = {"stylesheets": [stylesheet], "pdf_variant": variant}
        try:
            page = weasyprint.HTML(string=html, url_fetcher=_fetch)
            laid_out = page.render(font_config=fonts, **options)
            laid_out = laid_out.copy(laid_out.pages * copies)
            data = laid_out.write_pdf(finisher=finisher, **options)
            return Printed(data, len(laid_out.pages))
        except weasyprint.urls.FatalURLFetchingError as error:
            raise CannotPrintError(str(error)) from error


def missing_letters(text: str) -> list[str]:
    """Return the letters of a text that no bundled type has, each once, in order.

    They are printed in a type of the machine’s own, or as empty boxes.
    """
    known = _letters()
    unknown = {each for each in text if ord(each) not in known and each.isprintable()}
    return sorted(unknown)


def prepare() -> None:
    """Import WeasyPrint now: processes that are forked from this one then need not.

    Raises CannotPrintError as ``from_html`` does.
    """
    _weasyprint()


@contextmanager
def _seldom_tidied() -> Iterator[None]:
    """Let the collector look seldom: it spends a third of the time of a long paper."""
    before = gc.get_threshold()
    gc.set_threshold(_PATIENCE, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@cache
def _letters() -> frozenset[int]:
    found: set[int] = set()
    for name in ("text-regular.ttf", "signs.ttf"):
        with TTFont(_assets()[name], lazy=True) as font:
            found.update(font.getBestCmap())
    return frozenset(found)


def _say_what_headers_head(_document: object, made: pydyf.PDF) -> None:
    """Give every header of a table its scope, which WeasyPrint leaves out.

    It ties headers to data cells only, so that the head of a column of row headers
    would head nothing (PDF/UA-1, 7.5).
    """
    rows = [each for each in made.objects if _is(each, "/TR")]
    for row in rows:
        cells = [made.objects[int(kid.split()[0])] for kid in row["K"]]
        has_data = any(_is(cell, "/TD") for cell in cells)
        for cell in cells:
            if _is(cell, "/TH"):
                cell["A"]["Scope"] = "/Row" if has_data else "/Column"


def _is(made: pydyf.Object, tag: str) -> bool:
    return isinstance(made, pydyf.Dictionary) and made.get("S") == tag


@cache
def _weasyprint() -> ModuleType:
    """Import WeasyPrint when something is printed, and not before.

    It takes half a second, which a command that prints nothing should not pay, and
    fails without Pango, which the screens do not need.
    """
    try:
        import weasyprint  # noqa: PLC0415 (for both reasons above)
    except OSError as error:
        message = _(
            "PDFs cannot be made here: the Pango library is missing. "
            "Run bin/run again, or install libpango-1.0-0 and libpangoft2-1.0-0."
        )
        raise CannotPrintError(message) from error
    return weasyprint


@cache
def _house_style() -> tuple[object, object]:
    """Return the fonts and the parsed print stylesheet, read once for all pages."""
    weasyprint = _weasyprint()
    fonts = weasyprint.text.fonts.FontConfiguration()
    text = _assets()["print.css"].read_text()
    return fonts, weasyprint.CSS(string=text, url_fetcher=_fetch, font_config=fonts)


@cache
def _assets() -> dict[str, Path]:
    """Return what a page may name: the fonts and the sheets for paper."""
    folder = Path(settings.BASE_DIR) / "static" / "intergroup"
    found = [*folder.glob("print*.css"), *folder.glob("fonts/*.ttf")]
    return {path.name: path for path in found}


def _fetch(url: str) -> object:
    """Return an asset of the house or the contents of a data URI, and nothing else."""
    urls = _weasyprint().urls
    scheme, _colon, name = url.partition(":")
    if scheme == "data":
        return urls.URLFetcher(allowed_protocols={"data"}).fetch(url)
    if scheme == "asset" and name in _assets():
        kind = mimetypes.guess_type(name)[0] or "font/ttf"
        body = _assets()[name].read_bytes()
        return urls.URLFetcherResponse(url, body, {"Content-Type": kind})
    message = _("This page may not be printed: it names “%s”, which is not its own.")
    raise urls.FatalURLFetchingError(message % url)
