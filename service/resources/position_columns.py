"""The columns of a file of positions: how they are headed, read, and written."""

from collections.abc import Callable, Mapping
from functools import partial

from django.utils.translation import gettext as _

from service.models import Position
from service.resources.cells import (
    Reader,
    at_most,
    day,
    line,
    month,
    months,
    needed,
    none_if_empty,
    one_of,
    text,
    whole,
    yes_or_no,
)
from service.resources.columns import Header, plain_heading

# The words people head their columns with, ours first, as they stand in our own file.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": ("Position", "position name", "service position", "name", "title"),
    "committee": ("Committee", "subcommittee"),
    "order": ("Order", "sort"),
    "duties": ("Duties", "description", "responsibilities"),
    "who_may_hold": ("Who may hold it", "who may serve", "eligibility"),
    "seats": ("Seats", "number of seats"),
    "term_months": (
        "Term in months",
        "term months",
        "term in years",
        "term years",
        "term",
        "term length",
        "length of term",
    ),
    "sobriety_months": (
        "Suggested sobriety in months",
        "suggested sobriety in years",
        "suggested sobriety",
        "sobriety in months",
        "sobriety in years",
        "sobriety",
        "clean time",
    ),
    "most_terms": ("Terms in a row", "terms in a row at most", "consecutive terms"),
    "months_off": ("Months off", "then months off", "years off", "time off"),
    "is_rotation_binding": ("In bylaws", "these two are bylaws", "bylaws"),
    "remainder_counts": ("Rest of a term", "the rest of a term"),
    "cycle_from": ("Terms begin on", "term begins on", "cycle from"),
    "stagger_group": ("Staggered", "half"),
    "election_month": ("Elected in month", "elected in", "election month"),
    "alternate_of": ("Alternate of",),
    "steps_up": ("Steps up", "steps up by itself"),
    "has_vote": ("Has a vote", "vote"),
    "email": ("Mailbox", "e-mail", "email"),
    "role": ("Role in this software", "role in this program"),
    "closed_on": ("Closed on", "closed"),
}
RELATIONS = ("committee", "alternate_of", "role")


def readers(header: Header, *, day_first: bool) -> dict[str, Reader]:
    """Return a reader for each column of the file; relations are read as names."""

    def length(field: str) -> Reader:
        return partial(months, heading=plain_heading(header.name(field)))

    when = partial(day, day_first=day_first)
    found = {
        **_rotation(length, when),
        "name": needed(at_most(80), _("there is no name.")),
        "committee": at_most(80),
        "order": whole,
        "duties": text,
        "who_may_hold": at_most(200),
        "seats": whole,
        "sobriety_months": none_if_empty(length("sobriety_months")),
        "alternate_of": at_most(80),
        "has_vote": yes_or_no,
        "email": at_most(254),
        "role": at_most(150),
        "closed_on": when,
    }
    return {field: found[field] for field in header.places}


def _rotation(length: Callable[[str], Reader], when: Reader) -> dict[str, Reader]:
    """Return the readers of what a position says of its rotation."""
    return {
        "term_months": length("term_months"),
        "most_terms": none_if_empty(whole),
        "months_off": none_if_empty(length("months_off")),
        "is_rotation_binding": yes_or_no,
        "remainder_counts": one_of(Position.Remainder),
        "cycle_from": when,
        "stagger_group": one_of(Position.Stagger),
        "election_month": month,
        "steps_up": one_of(Position.StepsUp),
    }


def as_row(position: Position) -> tuple[object, ...]:
    """Return a position as a row of our own file, as long as HEADINGS."""
    return tuple(_cell(position, field) for field in HEADINGS)


def facts(position: Position) -> dict[str, object]:
    """Return what a file says of a position, for comparing."""
    return {field: _fact(position, field) for field in HEADINGS}


def _cell(position: Position, field: str) -> object:
    value = getattr(position, field)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if field in RELATIONS and value is not None else value


def _fact(position: Position, field: str) -> object:
    if field in RELATIONS:
        return getattr(position, f"{field}_id")
    value = getattr(position, field)
    if not isinstance(value, str):
        return value
    return text(value) if field == "duties" else line(value)
