"""Whose turn it is: where a motion stands, what may happen next, and why not yet."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.business.models import Motion, MotionStep

Kind, Result = MotionStep.Kind, Motion.Result
_DEBATED = (
    Kind.VOTED,
    Kind.AMENDED,
    Kind.STRAW_POLL,
    Kind.TABLED,
    Kind.REFERRED,
    Kind.TO_GROUPS,
    Kind.WITHDRAWN,
)
_TURNS = {
    "received": (Kind.ON_AGENDA, Kind.NOT_TAKEN_UP, Kind.WITHDRAWN),
    "not_moved": (Kind.MOVED, Kind.NOT_TAKEN_UP, Kind.WITHDRAWN),
    "not_seconded": (Kind.SECONDED, Kind.NOT_TAKEN_UP, Kind.WITHDRAWN),
    "debated": _DEBATED,
    "abstained": (Kind.TO_GROUPS, Kind.WITHDRAWN),
    "tabled": (Kind.TAKEN_UP, Kind.WITHDRAWN),
    "referred": (Kind.TAKEN_UP, Kind.WITHDRAWN),
    "out": (Kind.BACK, Kind.WITHDRAWN),
    "back": (Kind.VOTED, Kind.TAKEN_UP, Kind.WITHDRAWN),
    "decided": (Kind.MINORITY_HEARD, Kind.RECONSIDERED),
    "withdrawn": (),
    "not_taken_up": (),
}
_WHY_NOT = {
    "received": gettext_lazy("It was only sent in: first put it on an agenda."),
    "not_moved": gettext_lazy("Nobody has moved it yet."),
    "not_seconded": gettext_lazy("Nobody has seconded it yet."),
    "debated": gettext_lazy("It is before the meeting: this is not its turn."),
    "abstained": gettext_lazy("More than half abstained: it goes to the groups."),
    "tabled": gettext_lazy("It was tabled: first take it up again."),
    "referred": gettext_lazy("It was referred: first take it up again."),
    "out": gettext_lazy("It is out with the groups: first count their answers."),
    "back": gettext_lazy("The groups have answered: decide it, or take it up again."),
    "decided": gettext_lazy("It was decided: it can only be reconsidered, once."),
    "withdrawn": gettext_lazy("It was withdrawn: nothing more happens to it."),
    "not_taken_up": gettext_lazy("It was not taken up: nothing more happens to it."),
}
_STATES = {
    Result.RECEIVED: "received",
    Result.TABLED: "tabled",
    Result.REFERRED: "referred",
    Result.CARRIED: "decided",
    Result.FAILED: "decided",
    Result.WITHDRAWN: "withdrawn",
    Result.NOT_TAKEN_UP: "not_taken_up",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a motion stands: its ``state``, and what was done since the last vote."""

    state: str
    is_heard: bool = False
    was_reconsidered: bool = False

    @property
    def turns(self) -> tuple[Kind, ...]:
        """The steps that may be taken now, the likeliest first."""
        done = set()
        if self.is_heard:
            done.add(Kind.MINORITY_HEARD)
        if self.was_reconsidered:
            done.add(Kind.RECONSIDERED)
        return tuple(each for each in _TURNS[self.state] if each not in done)

    @property
    def why_not(self) -> str:
        """What keeps the other steps from being taken."""
        if self.state == "decided" and self.was_reconsidered:
            return _("It was reconsidered once already: the decision stands.")
        return str(_WHY_NOT[self.state])


def standing_of(motion: Motion) -> Standing:
    """Return where ``motion`` stands, told by its result and by its steps."""
    steps = sorted(motion.steps.all(), key=lambda step: step.pk)
    kinds = [step.kind for step in steps]
    return Standing(
        state=_state(motion, steps, kinds),
        is_heard=Kind.MINORITY_HEARD in _since(kinds, Kind.VOTED),
        was_reconsidered=Kind.RECONSIDERED in kinds,
    )


def in_turn(motion: Motion, kind: str) -> None:
    """Refuse a step out of its turn; raises ValidationError (``out_of_turn``)."""
    standing = standing_of(motion)
    if kind not in standing.turns:
        raise ValidationError(standing.why_not, code="out_of_turn")


def _state(motion: Motion, steps: list[MotionStep], kinds: list[str]) -> str:
    if known := _STATES.get(Result(motion.result)):
        return known
    latest = next((each for each in reversed(steps) if _is_about_it(each)), None)
    if latest and latest.kind == Kind.VOTED and latest.has_carried is None:
        return "abstained"
    if motion.result == Result.TO_GROUPS:
        return "back" if Kind.BACK in _since(kinds, Kind.TO_GROUPS) else "out"
    was_entered = Kind.ON_AGENDA not in kinds  # in the list, with whoever moved it
    is_moved = Kind.MOVED in kinds or (was_entered and has_mover(motion))
    if not is_moved:
        return "not_moved"
    return "debated" if _is_seconded(motion, kinds) else "not_seconded"


def has_mover(motion: Motion) -> bool:
    """Tell whether it is written down who moves it."""
    return bool(motion.moved_by_group_id or motion.moved_by)


def _is_seconded(motion: Motion, kinds: list[str]) -> bool:
    """A recommendation of a committee, or of who serves, needs no second."""
    if Kind.SECONDED in kinds or motion.seconded_by_group_id:
        return True
    return not motion.moved_by_group_id


def _is_about_it(step: MotionStep) -> bool:
    return step.kind in {Kind.VOTED, Kind.TO_GROUPS, Kind.TAKEN_UP}


def _since(kinds: Iterable[str], kind: str) -> list[str]:
    """Return what came after the last step of a kind; all, where there is none."""
    found = list(kinds)
    places = [place for place, each in enumerate(found) if each == kind]
    return found[places[-1] + 1 :] if places else []
