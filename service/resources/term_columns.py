"""The columns of a file of terms: how they are headed, read, and written.

“Ends on” is the first day without the person, as everywhere in the program; “Until” and
its like, which other people write, is the last day served.
"""

from collections.abc import Mapping
from functools import partial

from django.utils.translation import gettext as _

from service.models import Term
from service.resources.cells import (
    Reader,
    at_most,
    day,
    line,
    needed,
    none_if_empty,
    one_of,
    whole,
    yes_or_no,
)
from service.resources.columns import Header

# The words people head their columns with, ours first, as they stand in our own file.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "position": ("Position", "service position", "position name", "title"),
    "seat": ("Seat", "seat number"),
    "person": ("Person", "name", "who serves", "trusted servant", "held by"),
    "began_on": (
        "Began on",
        "begins on",
        "begin",
        "start",
        "start date",
        "from",
        "since",
        "term start",
        "term begins",
    ),
    "ends_on": ("Ends on", "first day without them"),
    "last_on": (
        "Until",
        "last day",
        "to",
        "through",
        "end",
        "end date",
        "term end",
        "term ends",
    ),
    "filled": ("Filled", "how filled"),
    "standing": ("Serves", "standing"),
    "ended": ("Ended", "why it ended"),
    "planned_end_on": ("Was to end on", "planned end"),
    "is_eligible": ("Meets what is suggested", "eligible"),
    "attested_on": ("Said on",),
    "elected_at": ("Decided at", "decided on", "elected at", "elected on"),
}
DAYS = (
    "began_on",
    "ends_on",
    "last_on",
    "planned_end_on",
    "attested_on",
    "elected_at",
)
OUT = tuple(field for field in HEADINGS if field != "last_on")


def readers(header: Header, *, day_first: bool) -> dict[str, Reader]:
    """Return a reader for each column of the file; relations are read as names."""
    found: dict[str, Reader] = {
        "position": needed(at_most(80), _("there is no position.")),
        "seat": whole,
        "person": at_most(80),
        "filled": one_of(Term.Filled),
        "standing": one_of(Term.Standing),
        "ended": one_of(Term.Ended),
        "is_eligible": none_if_empty(yes_or_no),
        **dict.fromkeys(DAYS, partial(day, day_first=day_first)),
    }
    return {field: found[field] for field in header.places}


def as_row(term: Term) -> tuple[object, ...]:
    """Return a term as a row of our own file, as long as OUT."""
    return tuple(_cell(term, field) for field in OUT)


def facts(term: Term) -> dict[str, object]:
    """Return what a file says of a term, for comparing."""
    return {field: getattr(term, Term._meta.get_field(field).attname) for field in OUT}


def plain_person(text: str) -> str:
    """Return a person’s name for comparing: “Pat D.” and “pat d” are one."""
    return line(text).replace("’", "'").casefold().rstrip(".")


def _cell(term: Term, field: str) -> object:
    value = getattr(term, field)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field == "elected_at":
        return value and value.held_on
    return str(value) if field in ("position", "person") else value
