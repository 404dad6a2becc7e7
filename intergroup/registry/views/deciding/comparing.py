"""A form in words: what is proposed beside what the register said, and says now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time

from django.db.models import BooleanField, Field, Model
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from intergroup.registry.actions.registering.meaning import by_slug, whole
from intergroup.registry.actions.registering.proposals import (
    CONTACT_FIELDS,
    GROUP_FIELDS,
    MEETING_FIELDS,
    OF_PLACE,
    Proposal,
    present,
)
from intergroup.registry.actions.registering.writing import person_of
from intergroup.registry.models import (
    District,
    Group,
    GroupContact,
    Location,
    Meeting,
    MeetingType,
    Person,
    Registration,
)

Said = Mapping[str, object]
Facts = list[tuple[str, str]]
OF_CONTACT = ("kind", "postal_address", "is_listed")
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Line:
    """One field in words: as it was, as it is now, and as it is proposed."""

    label: str
    then: str
    now: str
    proposed: str

    @property
    def is_changed(self) -> bool:
        """Whether the form asks for something else than the register said."""
        return self.proposed != self.then

    @property
    def has_moved(self) -> bool:
        """Whether the register says something else since the form was sent."""
        return self.now != self.then


@dataclass(frozen=True, slots=True)
class Part:
    """The group or one meeting; ``mark`` is ``new``, ``gone`` or nothing."""

    title: str
    mark: str
    lines: tuple[Line, ...]

    @property
    def shown(self) -> list[Line]:
        """The lines to look at: of something new, all that say anything."""
        if self.mark == "new":
            return [each for each in self.lines if each.proposed != NOTHING]
        return [each for each in self.lines if each.is_changed or each.has_moved]

    @property
    def folded(self) -> list[Line]:
        """The lines that stay as they are, and say something."""
        is_new = self.mark == "new"
        return [
            each
            for each in self.lines
            if not (is_new or each in self.shown or each.then == NOTHING)
        ]

    @property
    def has_moved(self) -> bool:
        """Whether a third column is needed."""
        return any(each.has_moved for each in self.lines)


class Words:
    """Reads values as a form sends them; districts and types are read once."""

    def __init__(self) -> None:
        self.types = dict(MeetingType.objects.values_list("code", "name"))
        self.districts = {str(e.number): str(e) for e in District.objects.all()}

    def label(self, model: type[Model], name: str) -> str:
        """Return what the office calls a field."""
        if name == "location_notes":
            return _("about the place")
        return str(_field(model, name).verbose_name)

    def value(self, model: type[Model], name: str, value: object) -> str:
        """Return a value in words; what means nothing is shown as it came."""
        field = _field(model, name)
        if isinstance(field, BooleanField):
            return _("yes") if value == "yes" else _("no")
        if not value:
            return NOTHING
        if name == "types":
            return ", ".join(self.types.get(each, str(each)) for each in value)
        if name == "district":
            return self.districts.get(str(value), str(value))
        if field.choices:
            labels = {str(key): str(label) for key, label in field.flatchoices}
            return labels.get(str(value), str(value))
        return _clock(value)


def compare(registration: Registration, words: Words) -> list[Part]:
    """Return the parts of a form: the group, then each meeting that it speaks of.

    Of a form that was decided, what the register says now is no matter any more.
    """
    said, then = whole(registration.proposed), registration.present
    now = then
    if registration.group and registration.state in Registration.WAITING:
        now = present(registration.group)
    group = _group(said, then, now, words, is_new=not then)
    return [group, *_meetings(said, then, now, words)]


def contacts_in_words(proposal: Proposal, words: Words) -> list[Facts]:
    """Return the people of a proposal, each as pairs of a label and a value.

    Of one whom the register knows already, what it knows: accepting writes over it.
    """
    return [
        [*_contact(each, words), *_known(person_of(each))]
        for each in whole(proposal)["contacts"]
    ]


def _contact(said: Said, words: Words) -> Iterator[tuple[str, str]]:
    for name in CONTACT_FIELDS:
        model = GroupContact if name in OF_CONTACT else Person
        told = words.value(model, name, said.get(name, ""))
        yield words.label(model, name), told


def _known(person: Person | None) -> Facts:
    if person is None:
        return []
    agreed = person.listing_agreed_on
    day = date_format(agreed, "DATE_FORMAT") if agreed else _("never said so")
    return [
        (_("Already in the register as"), str(person)),
        (_("With the telephone"), person.phone or NOTHING),
        (_("Agreed to be listed"), day),
    ]


def _group(said: Said, then: Said, now: Said, words: Words, *, is_new: bool) -> Part:
    was, is_now = then.get("group") or {}, now.get("group") or {}
    lines = _lines(Group, GROUP_FIELDS, said["group"], was, is_now, words)
    return Part(_("The group"), "new" if is_new else "", tuple(lines))


def _meetings(said: Said, then: Said, now: Said, words: Words) -> Iterator[Part]:
    before, after = by_slug(then), by_slug(now)
    for each in said["meetings"]:
        slug = each.get("slug", "")
        was = before.get(slug, {})
        mark = "gone" if each.get("gone") else "" if slug else "new"
        is_now = after.get(slug, was)
        lines = _lines(Meeting, MEETING_FIELDS, each, was, is_now, words)
        yield Part(_title({**each, **was}, words), mark, tuple(lines))


def _lines(
    model: type[Model],
    names: tuple[str, ...],
    said: Said,
    was: Said,
    is_now: Said,
    words: Words,
) -> Iterator[Line]:
    for name in names:
        then = was.get(name, "")
        told = (then, is_now.get(name, then), said.get(name, then))
        yield Line(
            words.label(model, name), *(words.value(model, name, e) for e in told)
        )


def _title(said: Said, words: Words) -> str:
    day = said.get("day")
    when = words.value(Meeting, "day", day) if day not in (None, "") else ""
    at = words.value(Meeting, "time", said.get("time"))
    told = [str(said.get("name", "")), when or _("By appointment")]
    return ", ".join([*told, at] if at != NOTHING else told)


def _field(model: type[Model], name: str) -> Field:
    if model is Meeting and name in ("address", "location_notes"):
        return Location._meta.get_field(OF_PLACE[name])
    return model._meta.get_field(name)


def _clock(value: object) -> str:
    """Return a day or a time as people write it, and any other text as it is."""
    text = str(value)
    try:
        if len(text) == len("19:30"):
            return time_format(time.fromisoformat(text))
        if len(text) == len("2026-01-31"):
            return date_format(date.fromisoformat(text), "DATE_FORMAT")
    except ValueError:
        pass
    return text
