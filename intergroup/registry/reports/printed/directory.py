"""The whole printed directory as data: made of what the public sees alone."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from intergroup.kit import pdf
from intergroup.registry.publishing import Published, PublishedType
from intergroup.registry.reports.printed.meetings import (
    PrintedMeeting,
    printed_meetings,
)
from intergroup.registry.reports.printed.sections import (
    InTown,
    Section,
    index,
    sections,
)
from intergroup.registry.reports.printed.wishes import Order, Wishes

FINDER, OWN_GROUP = "/meetings/", "/groups/"


@dataclass(frozen=True, slots=True)
class PrintedDirectory:
    """What is printed, and on which day’s data; ``legend`` are the codes that occur."""

    wishes: Wishes
    body: str
    on: date
    helpline: str
    email: str
    territory: str
    finder: str
    own_group: str
    meetings: tuple[PrintedMeeting, ...]
    sections: tuple[Section, ...]
    legend: tuple[tuple[str, str], ...]
    index: tuple[InTown, ...]

    @property
    def title(self) -> str:
        """What stands above it."""
        return {
            Order.DAY: _("Meetings by day"),
            Order.TOWN: _("Meetings by town"),
            Order.GROUP: _("Meetings by group"),
        }[Order(self.wishes.order)]

    @property
    def listed(self) -> dict[str, object]:
        """Return what a print keeps of it, by the slug of each meeting."""
        return {each.slug: each.listed for each in self.meetings}

    @property
    def unknown(self) -> tuple[tuple[str, str], ...]:
        """Return the meetings with letters that the bundled type does not have."""
        found = []
        for each in self.meetings:
            text = " ".join([each.name, each.where, each.town, *each.told])
            if letters := pdf.missing_letters(text):
                found.append((each.name, " ".join(letters)))
        return tuple(found)


def printed_directory(published: Published, wishes: Wishes) -> PrintedDirectory:
    """Return the directory that was asked for."""
    meetings = printed_meetings(published, wishes)
    own, body = published.directory, published.body
    site = wishes.site.rstrip("/")
    is_open = own.is_registration_open and site
    return PrintedDirectory(
        wishes=wishes,
        body=body.name,
        on=published.on,
        helpline=own.phone,
        email=body.email,
        territory=own.territory,
        finder=f"{site}{FINDER}" if site and own.is_published else "",
        own_group=f"{site}{OWN_GROUP}" if is_open else "",
        meetings=tuple(meetings),
        sections=sections(meetings, published, wishes),
        legend=_legend(meetings, published.types),
        index=index(meetings) if wishes.order == Order.DAY else (),
    )


def _legend(
    meetings: list[PrintedMeeting], types: dict[str, PublishedType]
) -> tuple[tuple[str, str], ...]:
    """Return the codes that occur with their names, in the language of the paper."""
    language = get_language() or ""
    occurring = sorted({code for each in meetings for code in each.codes})
    return tuple(
        (code, types[code].names.get(language, types[code].name))
        for code in occurring
        if code in types
    )
