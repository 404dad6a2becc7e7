"""Reading the published meetings: one query for each table, no model instances."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from django.db.models import Q, QuerySet

from intergroup.kit import dates
from intergroup.registry.actions.looking.guarded import TEXTS
from intergroup.registry.actions.verifying import silent_since
from intergroup.registry.models import (
    Body,
    Directory,
    Group,
    GroupContact,
    Location,
    Meeting,
    MeetingType,
    MeetingTypeName,
)
from intergroup.registry.publishing.anonymity import Censor, own_of
from intergroup.registry.publishing.records import (
    PublishedContact,
    PublishedGroup,
    PublishedMeeting,
    PublishedPlace,
    PublishedType,
)

_OF_MEETING = tuple(
    each.name
    for each in fields(PublishedMeeting)
    if each.name not in {"pk", "types", "place", "group"}
)
_OF_PLACE = tuple(each.name for each in fields(PublishedPlace))
_OF_GROUP = tuple(
    each.name
    for each in fields(PublishedGroup)
    if each.name not in {"district", "contacts"}
)


class Reader:
    """The published directory on one day, read whole."""

    def __init__(self, on: date) -> None:
        self.on = on
        self.body = Body.objects.current()
        self.directory = Directory.objects.current()
        self.censor = Censor(self.body, self.directory)
        self.keeping: set[int] = set()  # groups that keep their password

    def types(self) -> dict[str, PublishedType]:
        """Return every type by its code."""
        names: dict[int, dict[str, str]] = {}
        rows = MeetingTypeName.objects.order_by("pk")
        for pk, language, name in rows.values_list(
            "meeting_type_id", "language", "name"
        ):
            names.setdefault(pk, {})[language] = name
        found = MeetingType.objects.values_list("pk", "code", "name", "aa_code")
        return {
            code: PublishedType(code, name, aa_code, names.get(pk, {}))
            for pk, code, name, aa_code in found
        }

    def meetings(self) -> Iterator[PublishedMeeting]:
        """Yield the meetings in week order."""
        groups, places, types = self._groups(), self._places(), self._types_of()
        rows = self._listed().in_week_order()
        for pk, group, place, *row in rows.values_list(
            "pk", "group_id", "location_id", *_OF_MEETING
        ):
            if group and group not in groups:
                continue
            values = dict(zip(_OF_MEETING, row, strict=True))
            values["time_zone"] = values["time_zone"] or self.body.time_zone
            self._guard(pk, values, groups.get(group))
            yield PublishedMeeting(
                pk=pk,
                types=tuple(types.get(pk, ())),
                place=places.get(place),
                group=groups.get(group),
                **values,
            )

    def _guard(
        self, pk: int, values: dict[str, object], group: PublishedGroup | None
    ) -> None:
        """Hold back in a meeting’s texts what may be a person’s."""
        keeps = group is not None and group.pk in self.keeping
        said = (group.phone, group.email) if group else ()
        rule = {
            "keeps_password": keeps,
            "own": own_of(values["conference_phone"], *said),
        }
        for name in TEXTS["meeting"]:
            values[name] = self.censor.text("meeting", pk, name, values[name], **rule)
        if values["extra"]:
            extra = self.censor.facts("meeting", pk, "extra", values["extra"], **rule)
            values["extra"] = extra
        if keeps:
            for name in ("conference_url", "conference_phone"):
                values[name] = self.censor.link(values[name])

    def _listed(self) -> QuerySet[Meeting]:
        """Return the listed meetings that have not ended their season."""
        still = Q(last_on__isnull=True) | Q(last_on__gte=self.on)
        return Meeting.objects.listed().filter(still)

    def _groups(self) -> dict[int, PublishedGroup]:
        """Return the groups that are shown, by id."""
        rows = self._shown_groups().order_by()
        contacts = self._contacts() if self.directory.has_contacts else {}
        found = {}
        for district, keeps, *row in rows.values_list(
            "district__number", "is_password_private", *_OF_GROUP
        ):
            values = dict(zip(_OF_GROUP, row, strict=True))
            pk, notes = values["pk"], values["notes"]
            self.keeping.update([pk] if keeps else [])
            own = own_of(values["phone"], values["email"])
            values["notes"] = self.censor.text(
                "group", pk, "notes", notes, keeps_password=keeps, own=own
            )
            found[pk] = PublishedGroup(
                district=district, contacts=tuple(contacts.get(pk, ())), **values
            )
        return found

    def _shown_groups(self) -> QuerySet[Group]:
        groups = Group.objects.filter(status__in=Group.PUBLISHED)
        if self.directory.hide_months:
            since = dates.add_months(self.on, -self.directory.hide_months)
            groups = groups.exclude(silent_since(since))
        return groups

    def _contacts(self) -> dict[int, list[PublishedContact]]:
        """Return the contacts who agreed to be listed, by the id of their group."""
        found: dict[int, list[PublishedContact]] = {}
        agreed = GroupContact.objects.on(self.on).filter(
            is_listed=True, person__listing_agreed_on__isnull=False
        )
        for each in agreed.select_related("person").order_by("group", "kind", "pk"):
            person = each.person
            email = person.email if person.email_agreed_on else each.mailbox
            phone = person.phone if person.phone_agreed_on else ""
            shown = PublishedContact(str(person), email, phone)
            found.setdefault(each.group_id, []).append(shown)
        return found

    def _places(self) -> dict[int, PublishedPlace]:
        rows = Location.objects.order_by().values_list(*_OF_PLACE)
        found = {}
        for row in rows:
            values = dict(zip(_OF_PLACE, row, strict=True))
            values["notes"] = self.censor.text(
                "location",
                values["pk"],
                "notes",
                values["notes"],
                keeps_password=True,
            )
            found[values["pk"]] = PublishedPlace(**values)
        return found

    def _types_of(self) -> dict[int, list[str]]:
        """Return the codes of each meeting’s types, in order, by its id."""
        links = Meeting.types.through.objects.order_by("meetingtype__code")
        found: dict[int, list[str]] = {}
        for meeting, code in links.values_list("meeting_id", "meetingtype__code"):
            found.setdefault(meeting, []).append(code)
        return found
