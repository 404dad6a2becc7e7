"""Elections in the order of election, each with what comes next: a chair’s evening."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from intergroup.business.models import BusinessMeeting
from service.actions.electing import record_in, rules_of, with_record
from service.models import Election
from service.reports.elections.state import state_in_words
from service.reports.elections.words import what_comes_next
from service.voting import count


@dataclass(frozen=True, slots=True)
class Line:
    """One election; ``next`` says what comes next, and is empty once it is over."""

    pk: int
    position: str
    meeting: str
    state: str
    next: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Agenda:
    """Elections in the order in which the body elects."""

    lines: tuple[Line, ...]


def open_elections() -> Agenda | None:
    """Return every open election; None where there is none."""
    lines = _lines(Election.objects.open())
    return Agenda(lines) if lines else None


def elections_at(meeting: BusinessMeeting) -> Agenda:
    """Return the elections of one business meeting, held and to be held."""
    return Agenda(_lines(meeting.elections.all()))


def elections_elsewhere(meeting: BusinessMeeting | None) -> Agenda:
    """Return the open elections that are not of this meeting."""
    elections = Election.objects.open()
    return Agenda(_lines(elections.exclude(meeting=meeting) if meeting else elections))


def election_after(election: Election) -> Election | None:
    """Return the next open election of the same meeting, from the top again at the end.

    None where no other is open.
    """
    others = Election.objects.open().filter(meeting=election.meeting_id)
    found = list(others.exclude(pk=election.pk).select_related("position").in_order())
    later = (each for each in found if _place(each) > _place(election))
    return next(later, found[0] if found else None)


def _place(election: Election) -> tuple[int, str, int]:
    position = election.position
    return position.order, position.name, election.pk


def _lines(elections: QuerySet[Election]) -> tuple[Line, ...]:
    named = elections.select_related("position", "method", "meeting")
    rows = with_record(named.with_state().in_order())
    return tuple(
        Line(
            pk=each.pk,
            position=each.position.name,
            meeting=str(each.meeting) if each.meeting else "",
            state=state_in_words(each),
            next=_next(each) if each.is_open else "",
            is_open=each.is_open,
        )
        for each in rows
    )


def _next(election: Election) -> str:
    if any(each.drawn_at is None for each in election.draws.all()):
        return _("The seed is announced: draw.")
    names = {each.pk: str(each.person) for each in election.nominations.all()}
    standing = count(rules_of(election), record_in(election))
    return what_comes_next(standing, names)
