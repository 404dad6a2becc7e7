"""One meeting as it is printed: its lines, the same in every layout."""

from dataclasses import dataclass
from datetime import date

from intergroup.registry.publishing import (
    Published,
    PublishedMeeting,
    occurrences,
)
from intergroup.registry.reports.printed import words
from intergroup.registry.reports.printed.wishes import Wishes

ACCESSIBLE = "X"  # the type that has a sign of its own
SIGN = "\N{WHEELCHAIR SYMBOL}"


@dataclass(frozen=True, slots=True)
class PrintedMeeting:
    """What is printed of a meeting: ``when`` is short, ``told`` are further lines."""

    slug: str
    name: str
    day: int | None
    clock: str
    when: str
    where: str
    codes: tuple[str, ...]
    told: tuple[str, ...]
    town: str
    group: str
    order: tuple[object, ...]
    has_link: bool

    @property
    def marks(self) -> str:
        """The codes of its types, with the wheelchair as a sign."""
        return " ".join(SIGN if each == ACCESSIBLE else each for each in self.codes)

    @property
    def guide(self) -> str:
        """What a running head says of it in a list by day."""
        return words.day_name(None) if self.day is None else self.when

    @property
    def listed(self) -> dict[str, object]:
        """Return what a print keeps of it, to tell later what has changed."""
        said = (self.name, self.where, *self.told, " ".join(self.codes))
        return {
            "day": self.day,
            "lines": [
                ", ".join(filter(None, [words.day_name(self.day), self.clock])),
                *filter(None, said),
            ],
        }


def printed_meetings(published: Published, wishes: Wishes) -> list[PrintedMeeting]:
    """Return the meetings that were asked for, in week order."""
    held = [each for each in published.meetings if wishes.holds(each)]
    addresses = {each.place.address for each in held if each.place}
    country = words.common_country(addresses)
    return [_printed(each, published, wishes, country) for each in held]


def _printed(
    meeting: PublishedMeeting, published: Published, wishes: Wishes, country: str
) -> PrintedMeeting:
    at = words.clock(meeting.time)
    when = " ".join(filter(None, [words.short_day(meeting.day), at]))
    place, group = meeting.place, meeting.group
    return PrintedMeeting(
        slug=meeting.slug,
        name=meeting.name,
        day=meeting.day,
        clock=at,
        when=when,
        where=words.where(place, country),
        codes=meeting.types,
        told=_told(meeting, published, wishes),
        town=", ".join(filter(None, [place.region, place.sub_region])) if place else "",
        group=group.name if group else "",
        order=_order(meeting),
        has_link=bool(meeting.conference_url),
    )


def _told(
    meeting: PublishedMeeting, published: Published, wishes: Wishes
) -> tuple[str, ...]:
    on: date = published.on
    apart = [
        words.weeks(meeting),
        words.season(meeting, on),
        occurrences.zone_in_words(meeting, published.body.time_zone),
    ]
    timing = ", ".join(each for each in apart if each)
    notes = words.notes(meeting) if wishes.has_notes else ""
    said = [timing[:1].upper() + timing[1:], *words.way_in(meeting), notes]
    return tuple(each for each in said if each)


def _order(meeting: PublishedMeeting) -> tuple[object, ...]:
    """Return what puts it into week order; days and times that are not known last."""
    day = 7 if meeting.day is None else meeting.day
    at = meeting.time.isoformat() if meeting.time else "~"
    return day, at, meeting.name.casefold(), meeting.slug
