"""The sheet that a representative carries home, put together on one page.

It stands beside take_home.py, which pins this app’s own sections and knows no others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from intergroup.business.models import BusinessMeeting
from intergroup.kit import pages, pdf, take_home
from intergroup.kit.boards import Section
from intergroup.registry.models import Group

SIZES = ("a", "b", "c", "d", "e")  # of the type, the largest first


@dataclass(frozen=True, slots=True)
class Sheet:
    """One group’s sheet: the sections that have something to say, with their HTML."""

    group: Group
    sections: tuple[tuple[Section, SafeString], ...]

    @property
    def length(self) -> int:
        """How much stands on it, to find the fullest of many."""
        return sum(len(html) for _section, html in self.sections)


def sheets(meeting: BusinessMeeting, groups: Sequence[Group]) -> list[Sheet]:
    """Return the sheet of each group from ``meeting``."""
    alike = {
        each.slug: take_home.BOARD.html_of(each, meeting=meeting, group=None)
        for each in take_home.sections()
        if each.about != take_home.GROUP
    }
    return [Sheet(group, tuple(_sections(meeting, group, alike))) for group in groups]


def _sections(
    meeting: BusinessMeeting, group: Group, alike: dict[str, SafeString | None]
) -> Iterator[tuple[Section, SafeString]]:
    """Yield a group’s sections; what is ``alike`` for all was made once."""
    for each in take_home.sections():
        html = alike.get(each.slug)
        if each.about == take_home.GROUP:
            html = take_home.BOARD.html_of(each, meeting=meeting, group=group)
        if html is not None:
            yield each, html


def sheets_pdf(meeting: BusinessMeeting, groups: Sequence[Group]) -> bytes:
    """Return one page for each group, in the largest type in which all find room.

    Only where the smallest type is still too large does a sheet go on overleaf. Raises
    kit.reports.DoesNotFootError if a sum does not agree, kit.pdf.CannotPrintError.
    """
    made = sheets(meeting, groups)
    size = _size(meeting, max(made, key=lambda each: each.length))
    return pdf.from_html(_html(meeting, made, size))


def _size(meeting: BusinessMeeting, fullest: Sheet) -> str:
    for size in SIZES[:-1]:
        printed = pdf.printed(_html(meeting, [fullest], size), is_tagged=False)
        if printed.pages == 1:
            return size
    return SIZES[-1]


def _html(meeting: BusinessMeeting, made: list[Sheet], size: str) -> str:
    context = pages.context(meeting=meeting, sheets=made, size=size)
    return render_to_string("business/print/take_home.html", context)
