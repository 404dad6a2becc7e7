"""Motions that wait for the office: sent in, out with the groups, or back from them."""

from dataclasses import dataclass
from datetime import date

from intergroup.business.actions.motions.turns import standing_of
from intergroup.business.models import Motion


@dataclass(frozen=True, slots=True)
class Out:
    """A motion that the groups are asked about, and how many have answered."""

    pk: int
    title: str
    due_on: date | None
    answered: int
    asked: int
    is_back: bool


@dataclass(frozen=True, slots=True)
class WaitingMotions:
    """How many were sent in, and those with the groups."""

    received: int
    out: tuple[Out, ...]


def waiting_motions() -> WaitingMotions | None:
    """Return the motions that wait for the office; None where there are none."""
    received = Motion.objects.received().count()
    rows = Motion.objects.with_the_groups().prefetch_related("steps", "ballots")
    out = tuple(_out(each) for each in rows.order_by("answers_due_on", "pk"))
    return WaitingMotions(received, out) if received or out else None


def _out(motion: Motion) -> Out:
    ballots = motion.ballots.all()
    return Out(
        pk=motion.pk,
        title=str(motion),
        due_on=motion.answers_due_on,
        answered=sum(bool(each.answer) for each in ballots),
        asked=len(ballots),
        is_back=standing_of(motion).state == "back",
    )
