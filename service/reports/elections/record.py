"""The record of one election: who stood, every ballot in words, the hat, the outcome.

One dataclass serves the screen, the paper and the packet. It knows no voter.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from service.actions.electing import record_of, rules_of
from service.models import Ballot, Election, Nomination
from service.reports.elections.fractions import elect_in_words
from service.reports.elections.hat import Hat, hats_of
from service.reports.elections.motions import motions_in_words
from service.reports.elections.outcome import outcome_in_words
from service.reports.elections.words import fate_of, method_in_words, what_comes_next
from service.voting import (
    Fate,
    Outcome,
    Record,
    RoundResult,
    Rules,
    Standing,
    Step,
    Votes,
    count,
)


@dataclass(frozen=True, slots=True)
class Standee:
    """Somebody who was nominated; ``answer`` and ``eligible`` are in words."""

    pk: int
    name: str
    answer: str
    stands: bool
    fate: str
    eligible: str


@dataclass(frozen=True, slots=True)
class Row:
    """The votes of one name on one ballot, and the sentence that says what became."""

    name: str
    in_room: int
    online: int
    votes: int
    fate: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Round:
    """One ballot: its rows, what was cast besides, and what it took to be elected.

    On a ballot of yes and no the rows carry no votes, and ``answers`` does.
    """

    pk: int
    number: int
    total: str
    answers: str
    besides: str
    needed: str
    rows: tuple[Row, ...]
    has_online: bool


@dataclass(frozen=True, slots=True)
class ElectionRecord:
    """One election as it stands. ``next`` says what comes next, and is empty after."""

    pk: int
    position: str
    meeting: str
    method: str
    rule: str
    seats: int
    begins_on: date
    last_on: date | None
    is_remainder: bool
    has_begun: bool
    is_over: bool
    nominated: tuple[Standee, ...]
    rounds: tuple[Round, ...]
    motions: tuple[str, ...]
    hats: tuple[Hat, ...]
    outcome: str
    next: str
    standing: Standing

    @property
    def stand(self) -> tuple[Standee, ...]:
        """Those who accepted, in the order of the ballot."""
        return tuple(each for each in self.nominated if each.stands)

    @property
    def next_ballot(self) -> int:
        """The ballot that may follow, for papers to be ready; 0 where none can."""
        after, held = self.standing.next, len(self.rounds)
        if self.is_over:
            return 0
        if after.step == Step.NOMINATIONS:
            return 0 if held else 1
        may_follow = after.step in {Step.ACCLAMATION, Step.MOTION}
        return held + 1 if may_follow else after.number


def election_record(election: Election) -> ElectionRecord:
    """Return the record of ``election``, worked out from what was written down."""
    rules, record = rules_of(election), record_of(election)
    standing = count(rules, record)
    nominations = list(election.nominations.select_related("person"))
    names = {each.pk: str(each.person) for each in nominations}
    ballots = {each.number: each for each in election.ballots.standing()}
    rounds = (
        _round(ballots[each.number], each, record, rules, names)
        for each in standing.rounds
    )
    hats = hats_of(election, names)
    waits = not election.is_open or any(each.is_announced for each in hats)
    return ElectionRecord(
        **_head(election, rules),
        nominated=_nominated(nominations, standing),
        rounds=tuple(rounds),
        motions=motions_in_words(standing),
        hats=hats,
        outcome=outcome_in_words(election, standing, names, rules),
        next="" if waits else what_comes_next(standing, names),
        standing=standing,
    )


def _head(election: Election, rules: Rules) -> dict[str, object]:
    """Return what was settled before anybody voted, and whether it is over."""
    return {
        "pk": election.pk,
        "position": election.position.name,
        "meeting": str(election.meeting) if election.meeting else "",
        "method": election.method.name,
        "rule": method_in_words(rules),
        "seats": election.seats,
        "begins_on": election.begins_on,
        "last_on": election.last_on,
        "is_remainder": election.is_remainder,
        "has_begun": bool(election.rules),
        "is_over": not election.is_open,
    }


def _nominated(
    nominations: list[Nomination], standing: Standing
) -> tuple[Standee, ...]:
    fates = {each.candidate: each.fate for each in standing.candidates}
    return tuple(
        Standee(
            pk=each.pk,
            name=str(each.person),
            answer=each.get_answer_display(),
            stands=each.answer == Nomination.Answer.ACCEPTED,
            fate=fates.get(each.pk, ""),
            eligible=_eligible(each),
        )
        for each in nominations
    )


def _eligible(nomination: Nomination) -> str:
    if nomination.is_eligible is None:
        return _("not yet said")
    return _("yes") if nomination.is_eligible else _("no, suggested only")


def _round(
    ballot: Ballot,
    result: RoundResult,
    record: Record,
    rules: Rules,
    names: Mapping[int, str],
) -> Round:
    (cast,) = (each for each in record.rounds if each.number == result.number)
    rows = tuple(
        _row(each, cast.votes.get(each.candidate, Votes()), names, rules)
        for each in result.outcomes
    )
    return Round(
        pk=ballot.pk,
        number=result.number,
        total=_total(result.total),
        answers=_answers(result),
        besides=_besides(result),
        needed="" if result.needed is None else f"{elect_in_words(result.needed)}.",
        rows=rows,
        has_online=any(each.online for each in rows),
    )


def _row(outcome: Outcome, cast: Votes, names: Mapping[int, str], rules: Rules) -> Row:
    name = names[outcome.candidate]
    return Row(
        name=name,
        in_room=cast.in_room,
        online=cast.online,
        votes=outcome.votes,
        fate=_FATES[outcome.fate],
        sentence=fate_of(outcome, name, rules),
    )


def _total(total: int) -> str:
    told = ngettext("%(n)s vote was cast.", "%(n)s votes were cast.", total)
    return told % {"n": total}


def _answers(result: RoundResult) -> str:
    if result.step != Step.YES_NO:
        return ""
    return _("%(ayes)s yes, %(noes)s no") % {"ayes": result.ayes, "noes": result.noes}


def _besides(result: RoundResult) -> str:
    """Return “2 blank, 1 not valid”; nothing where there were none."""
    told = []
    if result.blanks:
        told.append(_("%s blank") % result.blanks)
    if result.invalid:
        told.append(_("%s not valid") % result.invalid)
    return ", ".join(told)


_FATES = {
    Fate.STAYS: "stays",
    Fate.WITHDRAWN: "withdrawn",
    Fate.ELECTED: "elected",
    Fate.ALTERNATE: "elected",
    Fate.NOT_ELECTED: "withdrawn",
    Fate.DECLINED: "withdrawn",
}
