"""Which texts of the register the public reads, and how each is looked through.

Free texts are held back until somebody has decided; names are not, because a group is
found by its name: what may be a person’s in them is told to the office.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from intergroup.registry.actions.looking.scanning import (
    EMAIL,
    PHONE,
    Found,
    Known,
    scan,
)
from intergroup.registry.models import Body, Directory, Group, Location, Meeting, Person

NAME, EXTRA = "name", "extra"
TEXTS = {
    "meeting": (
        "notes",
        "conference_url_notes",
        "conference_phone",
        "conference_phone_notes",
    ),
    "group": ("notes",),
    "location": ("notes",),
}
_OF_THE_SERVICE_BODY = ("entity", "feedback")  # as a list of others says; not shown
_SHORTEST_NAME = 3

Row = Meeting | Group | Location


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a row: where it stands, and what may be shown in it.

    ``own`` has the numbers and addresses that the group itself publishes.
    """

    field: str
    text: str
    keeps_password: bool = False
    own: str = ""

    def found(self, known: Known) -> list[Found]:
        """Return what may be a person’s."""
        found = scan(self.text, known, keeps_password=self.keeps_password)
        return [each for each in found if not is_own(each, self.own)] if found else []


def texts_of(row: Row) -> Iterator[Text]:
    """Yield what is looked through in a row, its name first.

    The group of a meeting is read: select it along.
    """
    model = row._meta.model_name
    keeps, own = _rule_of(row)
    yield Text(NAME, row.name, keeps, own)
    for field in TEXTS[model]:
        yield Text(field, getattr(row, field), keeps, own)
    for text in strings_in(_shown(getattr(row, EXTRA, None))):
        yield Text(EXTRA, text, keeps, own)


def own_of(*said: str) -> str:
    """Return numbers and addresses that are published in boxes of their own."""
    return " ".join(filter(None, said)).lower()


def is_own(found: Found, own: str) -> bool:
    """Tell whether a number or an address is published in a box of its own anyway."""
    if not own:
        return False
    if found.kind == PHONE:
        return _figures(found.words)[-9:] in _figures(own)
    return found.kind == EMAIL and found.words.lower() in own


def strings_in(value: object) -> Iterator[str]:
    """Yield every text inside the other facts of a feed."""
    match value:
        case str():
            yield value
        case dict():
            for each in value.values():
                yield from strings_in(each)
        case list():
            for each in value:
                yield from strings_in(each)


def changed_in(value: object, change: Callable[[str], str]) -> object:
    """Return the other facts of a feed with every text changed."""
    match value:
        case str():
            return change(value)
        case dict():
            return {key: changed_in(each, change) for key, each in value.items()}
        case list():
            return [changed_in(each, change) for each in value]
    return value


def known_here(body: Body, directory: Directory) -> Known:
    """Return who serves here, and how the body and those who agreed are reached."""
    names, phones, emails = set(), {directory.phone}, {body.email}
    people = Person.objects.order_by().values_list(
        "first_name", "phone", "phone_agreed_on", "email", "email_agreed_on"
    )
    for first_name, phone, phone_agreed_on, email, email_agreed_on in people:
        names.add(first_name.casefold().replace("’", "'"))
        phones.add(phone if phone_agreed_on else "")
        emails.add(email if email_agreed_on else "")
    return Known(
        names=frozenset(each for each in names if len(each) >= _SHORTEST_NAME),
        phones=frozenset(_figures(each)[-9:] for each in phones if each),
        emails=frozenset(filter(None, map(str.lower, emails))) | _domain(body),
    )


def _shown(extra: dict[str, object] | None) -> dict[str, object]:
    """Return the other facts of a feed without those that stay with us."""
    return {
        name: value
        for name, value in (extra or {}).items()
        if not name.startswith(_OF_THE_SERVICE_BODY)
    }


def _rule_of(row: Row) -> tuple[bool, str]:
    """Return whether passwords are kept, and what is published in boxes anyway.

    Any group may meet at a place: a password in its notes is always asked about.
    """
    if isinstance(row, Location):
        return True, ""
    if isinstance(row, Group):
        return row.is_password_private, own_of(row.phone, row.email)
    group = row.group
    if group is None:
        return False, own_of(row.conference_phone)
    own = own_of(row.conference_phone, group.phone, group.email)
    return group.is_password_private, own


def _domain(body: Body) -> frozenset[str]:
    """Return the domain of the body’s web site, whose mailboxes are of service."""
    host = body.website.partition("//")[2].partition("/")[0].lower()
    return frozenset(filter(None, [host.removeprefix("www.")]))


def _figures(text: str) -> str:
    return "".join(filter(str.isdigit, text))
