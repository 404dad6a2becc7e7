"""Handing on in words: what is on a list, how far it is, and what waits on a desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intergroup.registry.models import User
from service.actions.handing_on import Step, hands_of, step_of
from service.actions.handing_on.hands import WRITE
from service.models import Handover, HandoverItem, Policy, Term
from service.models.handover import HandoverQuerySet

MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing on the list.

    ``given_by`` and ``taken_by`` are empty where they said it whose turn it was.
    """

    pk: int
    title: str
    how: str
    notes: str
    step: Step | None
    given_on: date | None
    given_by: str
    taken_on: date | None
    taken_by: str


@dataclass(frozen=True, slots=True)
class HandingOn:
    """One hand-over: from whom to whom, and everything on its list.

    ``incoming`` is empty while nobody follows; ``begins_on`` is their first day.
    ``is_closing`` says that nobody will, because the position is closed.
    """

    pk: int
    position: str
    outgoing: str
    incoming: str
    last_on: date | None
    begins_on: date | None
    is_closing: bool
    things: tuple[Thing, ...]

    @property
    def to_give(self) -> tuple[Thing, ...]:
        """What is still with the outgoing person, as far as anybody has said."""
        return tuple(each for each in self.things if each.step is None)

    @property
    def to_receive(self) -> tuple[Thing, ...]:
        """What was given, and nobody has said yet that it arrived."""
        return tuple(each for each in self.things if each.step is Step.GIVEN)

    @property
    def received(self) -> int:
        """How many things have arrived."""
        return sum(each.step is Step.TAKEN for each in self.things)

    @property
    def count(self) -> int:
        """How many things there are to hand on."""
        return sum(each.step is not Step.LEFT_OUT for each in self.things)

    @property
    def in_figures(self) -> str:
        """How far it is in figures, for where the list itself stands below."""
        if not self.things or self.is_done:
            return self.progress
        said = _("Of %(count)s, %(given)s given and %(received)s received.")
        given = self.received + len(self.to_receive)
        return said % {
            "count": self.count,
            "given": given,
            "received": self.received,
        }

    @property
    def is_done(self) -> bool:
        """Whether there is a list, and nothing on it is open."""
        return bool(self.things) and not (self.to_give or self.to_receive)

    @property
    def progress(self) -> str:
        """How far it is, in a sentence that names the position and no person."""
        if not self.things:
            return _("Nothing is on the list yet.")
        if self.is_done:
            return _("Everything is handed on.")
        said = _("%(received)s of %(count)s received")
        parts = [said % {"received": self.received, "count": self.count}]
        if self.to_give:
            said = _("still with the outgoing %(position)s: %(things)s")
            things = _named(self.to_give)
            parts.append(said % {"position": self.position, "things": things})
        if self.to_receive:
            said = _("with the body until somebody follows: %s")
            said = _("given, and not yet received: %s") if self.incoming else said
            parts.append(said % _named(self.to_receive))
        return _("%s.") % "; ".join(parts)


@dataclass(frozen=True, slots=True)
class OnDesk:
    """What waits on one person’s desk: to give, to receive, and to keep an eye on."""

    giving: tuple[HandingOn, ...]
    receiving: tuple[HandingOn, ...]
    watching: tuple[HandingOn, ...]


def handing_on(handover: Handover) -> HandingOn:
    """Return a hand-over in words; read it ``with_people``."""
    outgoing, incoming = handover.from_term, handover.to_term
    return HandingOn(
        pk=handover.pk,
        position=outgoing.position.name,
        outgoing=str(outgoing.person),
        incoming=str(incoming.person) if incoming else "",
        last_on=outgoing.last_on,
        begins_on=incoming.began_on if incoming else None,
        is_closing=incoming is None and outgoing.position.closed_on is not None,
        things=tuple(_thing(each, outgoing, incoming) for each in handover.items.all()),
    )


def on_desk(user: User, day: date) -> OnDesk | None:
    """Return what waits for ``user`` on ``day``; None where nothing does.

    Those who may change hand-overs see all that are open beside their own.
    """
    giving, receiving, watching = [], [], []
    for each in _unfinished(day).filter(_seen_by(user)).with_people():
        hands, told = hands_of(each, user, on=day), handing_on(each)
        if hands.is_outgoing and (told.to_give or not told.things):
            giving.append(told)
        elif hands.is_incoming:
            receiving.append(told)
        elif hands.is_keeper:
            watching.append(told)
    if not (giving or receiving or watching):
        return None
    return OnDesk(tuple(giving), tuple(receiving), tuple(watching))


def _unfinished(day: date) -> HandoverQuerySet:
    """Return what is open; an empty list asks for attention only about its own day."""
    about_now = day - timedelta(days=Policy.objects.current().handover_days)
    is_forgotten = Q(items__isnull=True, from_term__ends_on__lte=about_now)
    unfinished = Handover.objects.unfinished().exclude(is_forgotten)
    return unfinished.order_by("from_term__ends_on", "pk")


def _seen_by(user: User) -> Q:
    if user.has_perm(WRITE):
        return Q()
    return Q(from_term__person=user.person_id) | Q(to_term__person=user.person_id)


def _thing(item: HandoverItem, outgoing: Term, incoming: Term | None) -> Thing:
    return Thing(
        pk=item.pk,
        title=item.title,
        how=item.how,
        notes=item.notes,
        step=step_of(item),
        given_on=item.given_on,
        given_by=_said_by(item.given_by, outgoing),
        taken_on=item.taken_on,
        taken_by=_said_by(item.taken_by, incoming),
    )


def _said_by(user: User | None, term: Term | None) -> str:
    """Return who said it for somebody else; nothing for one who said their own."""
    if user is None or (term and user.person_id == term.person_id):
        return ""
    return user.shown_name


def _named(things: Sequence[Thing]) -> str:
    """Return a few titles, and how many more there are."""
    shown = ", ".join(each.title for each in things[:MOST_NAMED])
    more = len(things) - MOST_NAMED
    if more <= 0:
        return shown
    rest = ngettext("%s more", "%s more", more) % more
    return _("%(shown)s and %(rest)s") % {"shown": shown, "rest": rest}
