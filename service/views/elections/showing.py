"""An election as its page shows it: what comes next, who stands, what was counted."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from service.models import Election, Nomination
from service.reports.elections import ElectionRecord
from service.reports.elections.fractions import names_in_words
from service.reports.elections.hat import Hat, Slip
from service.reports.elections.record import Round, Row, Standee
from service.voting import Fate, Step

ASKED = Nomination.Answer.ASKED
LAST = 5  # the ballot that a motion is asked for
TASKS = {  # the part of the page that each step needs
    Step.BALLOT: "count",
    Step.YES_NO: "count",
    Step.ACCLAMATION: "objection",
    Step.MOTION: "motion",
    Step.HAT: "hat",
    Step.ELECTED: "seat",
    Step.NEW_VOTE: "again",
    Step.NOMINATIONS: "again",
}


@dataclass(frozen=True, slots=True)
class Tag:
    """A word in a frame, and how it is coloured."""

    word: str | Promise
    look: str = ""


TAGS = {
    Fate.STAYS: Tag(_("stays")),
    Fate.WITHDRAWN: Tag(_("withdrawn"), "warn"),
    Fate.ELECTED: Tag(_("elected"), "good"),
    Fate.ALTERNATE: Tag(_("alternate"), "good"),
    Fate.NOT_ELECTED: Tag(_("not elected")),
    Fate.DECLINED: Tag(_("declined"), "warn"),
}


@dataclass(frozen=True, slots=True)
class Counted:
    """One ballot so far: each row with its tag."""

    round: Round
    rows: tuple[tuple[Row, Tag], ...]
    may_be_taken_back: bool


@dataclass(frozen=True, slots=True)
class Nominee:
    """Somebody who was nominated, and what may be done about it now."""

    standee: Standee
    tag: Tag
    is_asked: bool
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """One hat; each slip with the command that makes its fingerprint."""

    hat: Hat
    slips: tuple[tuple[Slip, str], ...]


def task_of(record: ElectionRecord, *, is_counting: bool) -> str:
    """Return which part of the page comes next.

    Until the first ballot it is nominating, unless the chair has said that nominations
    are closed (``is_counting``).
    """
    if record.is_over:
        return "over"
    if is_announced(record):
        return "draw"
    step = record.standing.next.step
    is_early = not record.has_begun
    if is_early and (not is_counting or step == Step.NOMINATIONS):
        return "nominate"
    return TASKS[step]


def is_announced(record: ElectionRecord) -> bool:
    """Tell whether a seed was said and nothing drawn with it yet."""
    return any(each.is_announced for each in record.hats)


def counted(record: ElectionRecord) -> tuple[Counted, ...]:
    """Return the ballots so far; the latest can be taken back if nothing followed."""
    is_last = not (record.is_over or record.hats or record.motions)
    told = zip(record.rounds, record.standing.rounds, strict=True)
    return tuple(
        Counted(
            round=each,
            rows=tuple(
                (row, TAGS[outcome.fate])
                for row, outcome in zip(each.rows, result.outcomes, strict=True)
            ),
            may_be_taken_back=is_last and each is record.rounds[-1],
        )
        for each, result in told
    )


def latest(record: ElectionRecord) -> dict[str, object]:
    """Return what happened last and is read aloud: a ballot, a motion, or neither."""
    if record.is_over or record.hats or not record.rounds:
        return {}
    if record.motions and len(record.rounds) < LAST:
        return {"heard": record.motions[-1]}
    return {"latest": counted(record)[-1]}


def nominated(record: ElectionRecord) -> str:
    """Return who stands while nominations are open."""
    names = [each.name for each in record.stand]
    told = ngettext(
        "Nominations are open. So far %(names)s stands.",
        "Nominations are open. So far %(names)s stand.",
        len(names),
    )
    return told % {"names": names_in_words(names)}


def nominees(election: Election, record: ElectionRecord) -> Iterator[Nominee]:
    """Give everybody who was nominated, in the order of the ballot."""
    answers = dict(election.nominations.values_list("pk", "answer"))
    may_leave = record.has_begun and not record.is_over and not is_announced(record)
    for each in record.nominated:
        has_fate = record.has_begun and each.fate
        yield Nominee(
            standee=each,
            tag=TAGS[Fate(each.fate)] if has_fate else Tag(each.answer),
            is_asked=answers[each.pk] == ASKED,
            may_withdraw=may_leave and each.fate == Fate.STAYS,
        )


def drawn(record: ElectionRecord) -> Iterator[Drawn]:
    """Give every hat with the commands that repeat its draw."""
    for hat in record.hats:
        yield Drawn(hat, tuple((slip, _command(slip)) for slip in hat.slips))


def _command(slip: Slip) -> str:
    return f"printf '%s' {shlex.quote(slip.said)} | sha256sum" if slip.said else ""
