"""HTML to PDF on paper: the only file that knows WeasyPrint.

A page to print extends ``print/base.html``. It may name nothing but the assets of this
house (``asset:print-a4.css``, ``asset:text-bold.ttf``) and ``data:`` URIs; any other
address stops the printing, so that no file and no server can be read by way of a page.
"""

import mimetypes
from functools import cache
from pathlib import Path
from threading import Lock
from types import ModuleType

import pydyf
from django.conf import settings
from django.utils.translation import gettext as _

_one_at_a_time = Lock()  # Pango’s font configuration is shared


class CannotPrintError(RuntimeError):
    """Printing is not possible; the message is a sentence for a volunteer."""


def from_html(html: str) -> bytes:
    """Return a tagged PDF (PDF/UA-1) of a whole HTML page.

    The same HTML gives the same bytes. Raises CannotPrintError where WeasyPrint’s
    libraries are missing, or where the page names something that is not its own.
    """
    weasyprint = _weasyprint()
    with _one_at_a_time:
        fonts, stylesheet = _house_style()
        try:
            page = weasyprint.HTML(string=html, url_fetcher=_fetch)
            return page.write_pdf(
                font_config=fonts,
                stylesheets=[stylesheet],
                pdf_variant="pdf/ua-1",
                finisher=_say_what_headers_head,
            )
        except weasyprint.urls.FatalURLFetchingError as error:
            raise CannotPrintError(str(error)) from error


def prepare() -> None:
    """Import WeasyPrint now: processes that are forked from this one then need not.

    Raises CannotPrintError as ``from_html`` does.
    """
    _weasyprint()


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
