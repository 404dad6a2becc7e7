"""Who can be reached for which group, and how: for the confidential sheet only.

It is no report of the board: nothing of it is a page, a spreadsheet or JSON.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from intergroup.registry.models import (
    Body,
    District,
    Group,
    GroupContact,
    Representative,
)

ALL, UNSPOKEN, DISTRICT = "all", "unspoken", "district-"


@dataclass(frozen=True, slots=True)
class Reached:
    """A person of a group: in which service, and how to reach them."""

    person: int
    name: str
    service: str
    phone: str
    email: str
    is_mail_returned: bool = False


@dataclass(frozen=True, slots=True)
class OfGroup:
    """One group with those who can be reached for it, representatives first."""

    number: int
    name: str
    district: int | None
    is_spoken_for: bool
    people: tuple[Reached, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The groups of one sheet; ``scope`` says in words which they are."""

    key: str
    scope: str
    groups: tuple[OfGroup, ...]

    @property
    def people_count(self) -> int:
        """How many different people stand on it."""
        return len({each.person for group in self.groups for each in group.people})


def contact_sheets(day: date) -> tuple[Sheet, ...]:
    """Return every sheet there is on ``day``: of all, by district, without a voice."""
    groups = _groups(day)
    unspoken = tuple(each for each in groups if not each.is_spoken_for)
    word = Body.objects.current().calls_representative
    label = _("Groups without a %s") % word
    districts = tuple(
        Sheet(f"{DISTRICT}{district.number}", str(district), of_district)
        for district in District.objects.all()
        if (of_district := _of_district(groups, district.number))
    )
    everybody = Sheet(ALL, _("All groups"), groups)
    return (everybody, *districts, Sheet(UNSPOKEN, label, unspoken))


def _of_district(groups: Iterable[OfGroup], number: int) -> tuple[OfGroup, ...]:
    return tuple(each for each in groups if each.district == number)


def _groups(day: date) -> tuple[OfGroup, ...]:
    """Return the groups that meet or may again, with their people."""
    people = _people(day)
    rows = Group.objects.exclude(status__in=Group.GONE).order_by("number")
    return tuple(
        OfGroup(
            number,
            name,
            district,
            any(
                not is_alternate for is_alternate, _each in people["spoken"].get(pk, ())
            ),
            (
                *(each for _alternate, each in people["spoken"].get(pk, ())),
                *people["contacts"].get(pk, ()),
            ),
        )
        for pk, number, name, district in rows.values_list(
            "pk", "number", "name", "district__number"
        )
    )


def _people(day: date) -> dict[str, dict[int, list]]:
    """Return who speaks for each group, and its contacts, by the group’s id."""
    body = Body.objects.current()
    found: dict[str, dict[int, list]] = {"spoken": {}, "contacts": {}}
    serving = Representative.objects.serving_on(day).select_related("person")
    for each in serving.order_by("group", "is_alternate"):
        word = body.calls_alternate if each.is_alternate else body.calls_representative
        who = each.person
        line = Reached(who.pk, str(who), word, who.phone, who.email)
        found["spoken"].setdefault(each.group_id, []).append((each.is_alternate, line))
    there = GroupContact.objects.on(day).select_related("person")
    for each in there.order_by("group", "kind", "pk"):
        who = each.person
        line = Reached(
            who.pk,
            str(who),
            each.get_kind_display(),
            who.phone,
            each.mailbox or who.email,
            each.is_mail_returned,
        )
        found["contacts"].setdefault(each.group_id, []).append(line)
    return found
