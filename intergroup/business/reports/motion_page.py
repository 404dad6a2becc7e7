"""One motion told whole: where it stands, and everything that happened to it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.business.actions.motions.turns import Standing, standing_of
from intergroup.business.models import Motion, MotionStep, Rules
from intergroup.business.reports.motion_words import (
    answers_counted,
    answers_in_words,
    answers_so_far,
    group_in_words,
    needed_in_words,
    needs_of,
    result_in_words,
    waiting_in_words,
)
from intergroup.business.reports.rollcall import RollCall

Kind = MotionStep.Kind
_WHERE = {
    "received": gettext_lazy("It was sent in, and the office has not decided on it."),
    "not_moved": gettext_lazy("It is on the agenda, and waits to be moved."),
    "not_seconded": gettext_lazy("It was moved, and waits for a second."),
    "debated": gettext_lazy(
        "It is before the meeting: to be spoken about and decided."
    ),
    "abstained": gettext_lazy(
        "More than half abstained: it goes back to the groups before it is decided."
    ),
}


@dataclass(frozen=True, slots=True)
class Change:
    """What was amended, and its words before and after."""

    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Told:
    """One step in words; ``changes`` are those of an amendment, ``struck`` is why."""

    pk: int
    title: str
    done_on: date
    meeting: str
    sentence: str
    changes: tuple[Change, ...] = ()
    struck: str = ""


@dataclass(frozen=True, slots=True)
class MotionPage:
    """Where a motion stands, in a sentence; what carries it; its history."""

    standing: Standing
    where: str
    needs: str
    answers: str
    history: tuple[Told, ...]


def motion_page(motion: Motion, *, roll: RollCall | None) -> MotionPage:
    """Return everything the page of ``motion`` tells; ``roll`` is of its meeting."""
    standing, rules = standing_of(motion), Rules.objects.current()
    steps = motion.steps(manager="on_record").select_related("meeting", "by_group")
    is_decided = standing.state == "decided"
    return MotionPage(
        standing=standing,
        where=where_it_stands(motion, standing),
        needs=needs_of(motion, rules=rules, roll=roll, voted=is_decided),
        answers=answers_so_far(motion),
        history=tuple(told(step) for step in steps.order_by("pk")),
    )


def where_it_stands(motion: Motion, standing: Standing) -> str:
    """Return the sentence under the title."""
    if known := _WHERE.get(standing.state):
        return str(known)
    if standing.state == "back":
        return _("The groups have answered, and it waits to be decided.")
    if standing.state in {"tabled", "referred", "out"}:
        return waiting_in_words(motion)
    return result_in_words(motion)


def told(step: MotionStep) -> Told:
    """Return one step in words."""
    return Told(
        pk=step.pk,
        title=_title(step),
        done_on=step.done_on,
        meeting=str(step.meeting or ""),
        sentence=" ".join(each for each in _sentences(step) if each),
        changes=_changes(step) if step.kind == Kind.AMENDED else (),
        struck=step.struck_because,
    )


def _changes(step: MotionStep) -> tuple[Change, ...]:
    both = (
        Change(_("The words, before and after"), step.text_before, step.text),
        Change(_("The policy, before and after"), step.policy_before, step.policy),
    )
    return tuple(each for each in both if each.before != each.after)


def _title(step: MotionStep) -> str:
    result = {
        (Kind.VOTED, True): _("Voted on: carried"),
        (Kind.VOTED, False): _("Voted on: not carried"),
        (Kind.VOTED, None): _("Voted on: back to the groups"),
        (Kind.AMENDED, True): _("Amended"),
        (Kind.AMENDED, False): _("An amendment was not carried"),
        (Kind.RECONSIDERED, True): _("Reconsidered: open again"),
        (Kind.RECONSIDERED, False): _("Not reconsidered: the decision stands"),
    }
    return result.get((step.kind, step.has_carried), str(step.get_kind_display()))


def _sentences(step: MotionStep) -> list[str]:
    said = [_who(step), _count(step)]
    if step.kind == Kind.BACK:
        return [answers_in_words(answers_counted(step))]
    if step.kind == Kind.VOTED and step.majority:
        said.append(needed_in_words(step))
    if step.kind != Kind.AMENDED:
        said.append(step.text)
    return said


def _who(step: MotionStep) -> str:
    who = group_in_words(step.by_group) or step.by
    if not who:
        return ""
    if step.kind == Kind.REFERRED:
        return _("To: %s.") % who
    return _("By: %s.") % who


def _count(step: MotionStep) -> str:
    if step.blocks is not None:
        return _consensus(step)
    if step.votes_for is None:
        return ""
    params = {
        "ayes": step.votes_for,
        "noes": step.votes_against or 0,
        "abstentions": step.abstentions or 0,
        "here": step.votes_here,
        "roll": step.votes_on_roll,
    }
    told = _("%(ayes)s for, %(noes)s against, %(abstentions)s abstaining.") % params
    if step.kind != Kind.VOTED or not step.votes_here:
        return told
    here = _("%(here)s of %(roll)s votes were here.") % params
    return f"{told} {here}"


def _consensus(step: MotionStep) -> str:
    told = _(
        "%(assents)s assent, %(reservations)s with reservations, %(asides)s stand "
        "aside, %(blocks)s block."
    )
    params = {
        "assents": step.votes_for or 0,
        "reservations": step.reservations or 0,
        "asides": step.stand_asides or 0,
        "blocks": step.blocks,
    }
    return told % params
