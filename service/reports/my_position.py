"""My position, on one page: what I serve as, until when, and what belongs to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from intergroup.registry.models import User
from service.actions.handing_on import STAYS, Hands, hands_of, successor_of
from service.models import Handover, Policy, Term
from service.reports.about_position import AboutPosition, about_position
from service.reports.handing_on import HandingOn, handing_on
from service.reports.vacancies import Successor


@dataclass(frozen=True, slots=True)
class OwnHandover:
    """A hand-over, and what one may write on it."""

    handing: HandingOn
    hands: Hands


@dataclass(frozen=True, slots=True)
class Mine:
    """One position that is held, held soon, or was held until a short while ago.

    ``standing`` is empty for one who serves in their own right. ``alternates`` and
    ``beside`` are names: who alternates, and beside whom an alternate serves.
    ``giving`` is the list to hand on, ``receiving`` the one that is handed on to them.
    """

    pk: int
    about: AboutPosition
    is_to_come: bool
    is_over: bool
    standing: str
    began_on: date
    last_on: date | None
    alternates: tuple[str, ...]
    beside: tuple[str, ...]
    next: Successor | None
    giving: OwnHandover | None
    receiving: OwnHandover | None


def my_positions(user: User, day: date) -> tuple[Mine, ...]:
    """Return what ``user`` serves as about ``day``: today’s, to come, just ended.

    What has ended stays for the days of the policy, and while its hand-over is open.
    """
    terms = list(_terms(user, day))
    own = {
        side: OwnHandover(handing_on(each), hands_of(each, user, on=day))
        for side, each in _handovers(terms).items()
    }
    around = _around(terms, day)
    mine = [_mine(each, day, own, around) for each in terms]
    return tuple(sorted(mine, key=lambda each: (each.is_over, each.is_to_come)))


def _terms(user: User, day: date) -> Iterable[Term]:
    if not user.person_id:
        return ()
    soon = timedelta(days=Policy.objects.current().handover_days)
    is_open = Q(handed_on__in=Handover.objects.unfinished())
    is_near = Q(ends_on__isnull=True) | Q(ends_on__gt=day - soon)
    about = is_near | (Q(ends_on__gt=day - STAYS) & is_open)
    named = ("position__committee", "position__role", "position__alternate_of")
    found = Term.objects.filter(about, person=user.person_id).select_related(*named)
    return found.order_by("began_on", "position", "seat")


def _handovers(terms: list[Term]) -> dict[tuple[str, int], Handover]:
    """Return hand-overs by side and term: ``("from", 3)`` is what term 3 hands on."""
    about = Q(from_term__in=terms) | Q(to_term__in=terms)
    found: dict[tuple[str, int], Handover] = {}
    for each in Handover.objects.filter(about).with_people():
        found["from", each.from_term_id] = each
        if each.to_term_id:
            found["to", each.to_term_id] = each
    return found


def _around(terms: list[Term], day: date) -> list[Term]:
    """Return who serves on ``day`` as alternates of these positions, or beside one."""
    positions = {each.position_id for each in terms}
    beside = {each.position.alternate_of_id for each in terms}
    about = Q(position__alternate_of__in=positions) | Q(position__in=beside - {None})
    serving = Term.objects.serving_on(day).filter(about)
    return list(serving.select_related("person", "position").order_by("seat", "pk"))


def _mine(
    term: Term,
    day: date,
    own: dict[tuple[str, int], OwnHandover],
    around: list[Term],
) -> Mine:
    position, follower = term.position, successor_of(term)
    serving = [(each.position, str(each.person)) for each in around]
    return Mine(
        pk=term.pk,
        about=about_position(position),
        is_to_come=term.began_on > day,
        is_over=term.ends_on is not None and term.ends_on <= day,
        standing=str(term.get_standing_display()) if term.standing else "",
        began_on=term.began_on,
        last_on=term.last_on,
        alternates=tuple(
            n for held, n in serving if held.alternate_of_id == position.pk
        ),
        beside=tuple(n for held, n in serving if held.pk == position.alternate_of_id),
        next=Successor(str(follower.person), follower.began_on) if follower else None,
        giving=own.get(("from", term.pk)),
        receiving=own.get(("to", term.pk)),
    )
