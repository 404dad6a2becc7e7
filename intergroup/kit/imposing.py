"""Pages of a PDF put on larger sheets: a booklet to staple, a card to fold.

The only file that knows pypdf’s writer. What comes out has no tags: it is for a
printer, and whoever reads on a screen is given the pages one by one instead. The same
pages give the same bytes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TypeAlias

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
)

LEAF = 4  # pages of one folded sheet
PANELS = 6  # of one sheet folded twice

Placed: TypeAlias = tuple[int, float]  # which page, and how far from the left


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper on its side, in points."""

    width: float
    height: float


LETTER = Sheet(792, 612)
A4 = Sheet(841.89, 595.28)


def padding(pages: int, *, multiple: int = LEAF, at_least: int = 0) -> int:
    """Return how many pages are missing to a multiple, and to the least wanted."""
    wanted = max(pages, at_least)
    return wanted + -wanted % multiple - pages


def booklet(
    pdf: bytes, *, filler: bytes, sheet: Sheet, title: str, pages: int = 0
) -> bytes:
    """Return two pages to a side, so that the folded stack reads from 1 to the end.

    It is for a printer that turns sheets at their short edge. The filler’s page stands
    before the last one as often as it takes to make a multiple of four, or ``pages``.
    """
    leaves = _padded(pdf, filler, at_least=pages)
    half = sheet.width / 2
    sides = [
        [(left, 0.0), (right, half)] for left, right in saddle_stitched(len(leaves))
    ]
    return _placed(leaves, sides, sheet, title)


def saddle_stitched(pages: int) -> list[tuple[int, int]]:
    """Return the pages, from 0, on the left and right of each side, front before back.

    The outermost sheet comes first: of eight pages (7, 0), (1, 6), (5, 2), (3, 4).
    """
    sides = []
    for front in range(0, pages // 2, 2):
        back = pages - 1 - front
        sides += [(back, front), (front + 1, back - 1)]
    return sides


def trifold(
    pdf: bytes, *, filler: bytes, sheet: Sheet, narrower: float, title: str
) -> bytes:
    """Return both sides of a card of six panels: the right one folds in first.

    The pages are the cover, the three inside from left to right, the flap that folds
    in, and the back. The flap is narrower by so many points, and so is every page.
    Raises ValueError where there are more than six pages.
    """
    panels = _padded(pdf, filler, at_least=PANELS, multiple=1)
    if len(panels) != PANELS:
        raise ValueError(f"{len(panels)} panels are more than a card has")
    flap = (sheet.width - 2 * narrower) / 3
    wide = flap + narrower
    edge = narrower / 2
    outside = [(4, 0.0), (5, flap + edge), (0, flap + wide + edge)]
    inside = [(1, edge), (2, wide + edge), (3, 2 * wide)]
    return _placed(panels, [outside, inside], sheet, title)


def _padded(
    pdf: bytes, filler: bytes, *, at_least: int = 0, multiple: int = LEAF
) -> Sequence[PageObject]:
    """Return the pages with the filler before the last, as often as it takes."""
    pages = list(PdfReader(BytesIO(pdf)).pages)
    missing = padding(len(pages), multiple=multiple, at_least=at_least)
    blank = PdfReader(BytesIO(filler)).pages[0]
    return [*pages[:-1], *[blank] * missing, *pages[-1:]]


def _placed(
    pages: Sequence[PageObject],
    sides: Iterable[Sequence[Placed]],
    sheet: Sheet,
    title: str,
) -> bytes:
    """Return a PDF with these pages on each side."""
    writer = PdfWriter()
    stamps: dict[int, NameObject] = {}
    for side in sides:
        _draw(writer, side, pages, sheet, stamps)
    writer.metadata = {"/Title": title, "/Producer": "pypdf"}
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/Duplex"): NameObject("/DuplexFlipShortEdge")}
    )
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def _draw(
    writer: PdfWriter,
    side: Sequence[Placed],
    pages: Sequence[PageObject],
    sheet: Sheet,
    stamps: dict[int, object],
) -> None:
    """Add one side of a sheet: each page is kept once, and drawn where it stands."""
    page = writer.add_blank_page(sheet.width, sheet.height)
    drawn, used = [], DictionaryObject()
    for number, left in side:
        key = id(pages[number])
        stamps[key] = stamps.get(key) or _stamp(writer, pages[number])
        used[NameObject(f"/P{number}")] = stamps[key]
        drawn.append(f"q 1 0 0 1 {left:.2f} 0 cm /P{number} Do Q")
    content = DecodedStreamObject()
    content.set_data("\n".join(drawn).encode())
    resources = DictionaryObject({NameObject("/XObject"): used})
    page[NameObject("/Resources")] = resources
    page[NameObject("/Contents")] = writer._add_object(content)


def _stamp(writer: PdfWriter, page: PageObject) -> object:
    """Keep a page as something that can be drawn, with its own fonts and pictures."""
    form = DecodedStreamObject()
    form.set_data(page.get_contents().get_data())
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): page.mediabox,
            NameObject("/Resources"): page["/Resources"].clone(writer),
        }
    )
    return writer._add_object(form.flate_encode())
