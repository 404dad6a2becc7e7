"""The parts of a printed directory: its days, its towns or its groups."""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from intergroup.registry.publishing import Published, PublishedGroup
from intergroup.registry.reports.printed import words
from intergroup.registry.reports.printed.meetings import PrintedMeeting
from intergroup.registry.reports.printed.wishes import Order, Wishes

Sorted = tuple[int, str]  # those with a name first


@dataclass(frozen=True, slots=True)
class Section:
    """Meetings under one heading; ``facts`` is what is said below it."""

    title: str
    meetings: tuple[PrintedMeeting, ...]
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InTown:
    """A town of the index: its days, each with how many meetings."""

    town: str
    days: tuple[tuple[str, int], ...]


def sections(
    meetings: list[PrintedMeeting], published: Published, wishes: Wishes
) -> tuple[Section, ...]:
    """Return the meetings in their order."""
    if wishes.order == Order.GROUP:
        return _by_group(meetings, published)
    if wishes.order == Order.TOWN:
        elsewhere = _("Online, by telephone, or without a town")
        parts = _grouped(meetings, lambda each: each.town)
        return tuple(
            Section(town or elsewhere, tuple(held)) for town, held in parts.items()
        )
    parts: dict[int | None, list[PrintedMeeting]] = {}
    for each in meetings:
        parts.setdefault(each.day, []).append(each)
    return tuple(Section(words.day_name(day), tuple(parts[day])) for day in parts)


def index(meetings: Iterable[PrintedMeeting]) -> tuple[InTown, ...]:
    """Return every town with its days."""
    found = []
    for town, held in _grouped(meetings, lambda each: each.town).items():
        days: dict[str, int] = {}
        for each in held:
            day = words.short_day(each.day)
            days[day] = days.get(day, 0) + 1
        days.pop("", None)
        if town and days:
            found.append(InTown(town, tuple(days.items())))
    return tuple(found)


def _by_group(
    meetings: list[PrintedMeeting], published: Published
) -> tuple[Section, ...]:
    groups = {each.slug: each.group for each in published.meetings if each.group}
    held: dict[int | None, list[PrintedMeeting]] = {}
    for each in meetings:
        group = groups.get(each.slug)
        held.setdefault(group.pk if group else None, []).append(each)
    known = {group.pk: group for group in groups.values()}
    order = sorted(
        (pk for pk in held if pk),
        key=lambda pk: (_sorted(known[pk].name), known[pk].number),
    )
    found = [
        Section(known[pk].name, tuple(held[pk]), _facts(known[pk])) for pk in order
    ]
    if None in held:
        found.append(Section(_("Meetings without a group"), tuple(held[None])))
    return tuple(found)


def _facts(group: PublishedGroup) -> tuple[str, ...]:
    """Return how a group is reached, as far as it and its contacts agreed."""
    own = [group.phone, group.email, words.link_in_short(group.website)]
    contacts = [
        ", ".join(filter(None, [each.name, each.phone, each.email]))
        for each in group.contacts
    ]
    return tuple(filter(None, [" · ".join(filter(None, own)), *contacts]))


def _grouped(
    meetings: Iterable[PrintedMeeting], name_of: Callable[[PrintedMeeting], str]
) -> dict[str, list[PrintedMeeting]]:
    """Return the meetings by a name, in the order of the names; the nameless last."""
    found: dict[str, list[PrintedMeeting]] = {}
    for each in meetings:
        found.setdefault(name_of(each), []).append(each)
    return {name: found[name] for name in sorted(found, key=_sorted)}


def _sorted(name: str) -> Sorted:
    """Return what sorts a name: without accents, and an empty one behind all."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return (0 if name else 1), letters
