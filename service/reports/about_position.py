"""A position in words: what it does, how it rotates, what is suggested."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from service.models import Position
from service.reports.vacancies import months_in_words


@dataclass(frozen=True, slots=True)
class AboutPosition:
    """What there is to know of a position; ``rotation`` and ``asks`` are in words.

    ``role`` is its role in this software, ``alternate_of`` the position that it
    alternates with; each is empty where there is none.
    """

    name: str
    committee: str
    duties: str
    mailbox: str
    role: str
    alternate_of: str
    term: str
    rotation: tuple[str, ...]
    asks: tuple[str, ...]


def about_position(position: Position) -> AboutPosition:
    """Return a position in words."""
    return AboutPosition(
        name=position.name,
        committee=_name(position.committee),
        duties=position.duties,
        mailbox=position.email,
        role=_name(position.role),
        alternate_of=_name(position.alternate_of),
        term=months_in_words(position.term_months),
        rotation=tuple(_rotation(position)),
        asks=tuple(_asks(position)),
    )


def _name(thing: object) -> str:
    return "" if thing is None else str(thing)


def _asks(position: Position) -> Iterable[str]:
    """Yield what is suggested of whoever serves."""
    if position.sobriety_months:
        yield _("%s of sobriety") % months_in_words(position.sobriety_months)
    if position.who_may_hold:
        yield position.who_may_hold


def _rotation(position: Position) -> Iterable[str]:
    """Yield how a position rotates, in sentences."""
    yield _("A term is %s.") % months_in_words(position.term_months)
    if position.most_terms:
        yield _in_a_row(position)
    if position.stagger_group:
        yield _("Terms are staggered, so that not everybody rotates at once.")
    if position.election_month:
        yield _("It is elected in %s.") % MONTHS[position.election_month]
    if position.steps_up:
        said = _("Whoever serves in it steps up as %s when that falls vacant.")
        yield said % position.alternate_of


def _in_a_row(position: Position) -> str:
    """Return how many terms in a row, how long off, and whether the bylaws say so."""
    terms = ngettext("one term", "%(n)s terms in a row", position.most_terms)
    said = {"terms": terms % {"n": position.most_terms}}
    if not position.months_off:
        if position.is_rotation_binding:
            return _("By the bylaws somebody else serves after %(terms)s.") % said
        return _("It is suggested that somebody else serves after %(terms)s.") % said
    said["off"] = months_in_words(position.months_off)
    if position.is_rotation_binding:
        told = _("By the bylaws somebody else serves after %(terms)s, for %(off)s.")
        return told % said
    told = _("It is suggested that somebody else serves after %(terms)s, for %(off)s.")
    return told % said
