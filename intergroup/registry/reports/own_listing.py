"""One group’s listing as the public reads it, for those who can say: still right."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from intergroup.registry.models import Body, Group, Meeting, MeetingType
from intergroup.registry.publishing import PublishedMeeting
from intergroup.registry.publishing.occurrences import in_words
from intergroup.registry.publishing.one_group import published_of, unhidden_of
from intergroup.registry.publishing.records import WORDS_OF_GROUP, WORDS_OF_MEETING

Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ListedMeeting:
    """One meeting in words: when, its name, where; and its other facts by label."""

    when: str
    name: str
    where: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class OwnListing:
    """What is listed of a group; ``is_hidden`` while the public sees nothing of it."""

    number: int
    name: str
    facts: tuple[Fact, ...]
    meetings: tuple[ListedMeeting, ...]
    is_hidden: bool


def own_listing(group: Group, *, on: date) -> OwnListing:
    """Return what everybody reads of the group, without anybody’s name."""
    home = Body.objects.current().time_zone
    there = unhidden_of(group.pk, on=on)
    shown = there[0].group if there else None
    types = dict(MeetingType.objects.values_list("code", "name")) if there else {}
    return OwnListing(
        number=group.number,
        name=group.name,
        facts=tuple(_said(Group, shown, WORDS_OF_GROUP)) if shown else (),
        meetings=tuple(_line(each, home, types) for each in there),
        is_hidden=bool(there) and not published_of(group.pk, on=on),
    )


def _line(meeting: PublishedMeeting, home: str, types: dict[str, str]) -> ListedMeeting:
    place = meeting.place
    there = [place.name, place.address or place.region] if place else []
    attendance = str(Meeting.Attendance(meeting.attendance).label)
    kinds = ", ".join(types.get(code, code) for code in meeting.types)
    label = str(Meeting._meta.get_field("types").verbose_name).capitalize()
    return ListedMeeting(
        when=in_words(meeting, home),
        name=meeting.name,
        where=" – ".join(filter(None, [", ".join(filter(None, there)), attendance])),
        facts=(
            *([(label, kinds)] if kinds else []),
            *_said(Meeting, meeting, WORDS_OF_MEETING),
        ),
    )


def _said(model: type, row: object, names: tuple[str, ...]) -> Iterator[Fact]:
    """Yield label and value of each field that says something."""
    for name in names:
        if value := getattr(row, name):
            label = str(model._meta.get_field(name).verbose_name)
            yield label[:1].upper() + label[1:], value
