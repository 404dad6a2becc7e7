"""What a feed says that the register has no box for, kept as it came."""

import re
from datetime import date, datetime, time

from django.utils.translation import gettext as _

from intergroup.registry.feeds.cells import Cells, known_name
from intergroup.registry.feeds.reading import Reading

_PRIVATE = re.compile(r"contacts?(_.*)?|author|email_contact|last_edited_by")
_DERIVED = frozenset(("time_formatted", "end_time_formatted", "conference_provider"))


def keep_extra(cells: Cells, reading: Reading) -> dict[str, object]:
    """Return the cells that nobody took, without people and without what is derived.

    A contact is a person who gave a name to be called, not to be kept: never here.
    """
    left = cells.left_over()
    if outside := left.pop("", None):
        sentence = _("There is more in this row than there are columns: %s")
        cells.refuse("", sentence % str(outside)[:60])
    people = [name for name in left if _PRIVATE.fullmatch(known_name(name))]
    reading.told["private"] += bool(people)
    return {
        name if cells.keeps_names else known_name(name): plain(value)
        for name, value in left.items()
        if name not in people and known_name(name) not in _DERIVED
    }


def plain(value: object) -> object:
    """Return a value that JSON can hold on every database."""
    match value:
        case dict():
            return {plain(key): plain(each) for key, each in value.items()}
        case list():
            return [plain(each) for each in value]
        case str():
            return value.replace("\0", "")
        case None | bool() | int() | float():
            return value
        case datetime() | date() | time():
            return value.isoformat()
    return str(value)
