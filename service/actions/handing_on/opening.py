"""Opening the list of what is handed on: in time, once, and with whoever follows."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from intergroup.kit.dates import ONE_DAY
from intergroup.registry.models import User
from service.actions.handing_on.hands import STAYS, hands_of
from service.actions.usual_points import usual_points
from service.models import Handover, HandoverItem, HandoverPoint, Policy, Position, Term


@dataclass(frozen=True, slots=True)
class Opened:
    """What was done to lists of hand-overs.

    ``followed`` learned who follows; ``put_away`` are positions whose untouched list
    had no reason any more, because the person serves on.
    """

    opened: tuple[Handover, ...] = ()
    followed: tuple[Handover, ...] = ()
    put_away: tuple[Position, ...] = ()


def successor_of(term: Term) -> Term | None:
    """Return the term that takes the seat after ``term``; None while there is none.

    Who only stands in for somebody is no successor.
    """
    if term.ends_on is None:
        return None
    later = Term.objects.filter(
        position=term.position_id, seat=term.seat, began_on__gte=term.ends_on
    )
    holding = later.exclude(standing=Term.Standing.ACTING).select_related("person")
    return holding.order_by("began_on", "pk").first()


@transaction.atomic
def open_handover(term: Term, *, on: date) -> Handover:
    """Return the list of what ``term`` hands on, made now where there was none.

    A list that is there learns who follows, until something on it was received; an
    empty one is filled from the position’s points. Raises ValidationError:
    ``stands_in``, ``no_end``, ``not_begun``, ``serves_on``.
    """
    term = _held(term.pk)
    successor = successor_of(term)
    _check_is_handed_on(term, successor, on)
    handover, _made = Handover.objects.select_for_update(of=("self",)).get_or_create(
        from_term=term, defaults={"opened_on": on}
    )
    _let_follow(handover, successor)
    if not handover.items.exists():
        _list(handover, term.position.handover_points.all())
    return handover


@transaction.atomic
def open_due(today: date, *, position: Position | None = None) -> Opened:
    """Open every hand-over whose time has come by ``today``; again does nothing more.

    That is: the last day is near, or is just past; or somebody follows soon. Lists that
    are open learn who follows, and one that nobody has touched is put away where the
    person serves on after all. ``position`` looks at one position only.
    """
    followed, put_away = _look_again(today, position)
    due = [each for each in _candidates(today, position) if _is_due(each, today)]
    opened = tuple(open_handover(each, on=today) for each in due)
    return Opened(opened, followed, put_away)


@transaction.atomic
def fill_list(handover: Handover, *, by: User, on: date) -> Handover:
    """Put the position’s points on an empty list; the usual ones where it has none.

    Raises ValidationError: ``not_yours``, ``has_a_list``.
    """
    held = Handover.objects.select_for_update(of=("self",)).with_people()
    handover = held.get(pk=handover.pk)
    if not hands_of(handover, by, on=on).writes:
        raise ValidationError(_("This hand-over is not yours."), code="not_yours")
    if handover.items.exists():
        message = _("There is something on the list already.")
        raise ValidationError(message, code="has_a_list")
    position = handover.from_term.position
    own = position.handover_points.all()
    _list(handover, own or usual_points(position.name))
    return handover


def _held(pk: int) -> Term:
    """Return the term; whoever opens its list at the same moment waits."""
    terms = Term.objects.select_for_update(of=("self",))
    return terms.select_related("position", "person").get(pk=pk)


def _check_is_handed_on(term: Term, successor: Term | None, on: date) -> None:
    if term.is_acting:
        message = _("Who stands in for somebody gives back to that person: no list.")
        raise ValidationError(message, code="stands_in")
    if term.ends_on is None:
        message = _("Say first when this term ends.")
        raise ValidationError(message, code="no_end")
    if on < term.began_on:
        message = _("This term has not begun: there is nothing to hand on yet.")
        raise ValidationError(message, code="not_begun")
    if successor and successor.person_id == term.person_id:
        message = _("%s serves on: nothing changes hands.") % term.person
        raise ValidationError(message, code="serves_on")


def _let_follow(handover: Handover, successor: Term | None) -> None:
    """Write down who follows; what somebody has received stays theirs."""
    is_known = handover.to_term_id == (successor and successor.pk)
    if is_known or handover.items.filter(taken_on__isnull=False).exists():
        return
    if successor and Handover.objects.filter(to_term=successor).exists():
        return
    handover.to_term = successor
    handover.save(update_fields=["to_term"])


def _list(handover: Handover, points: object) -> None:
    HandoverItem.objects.bulk_create(
        HandoverItem(
            handover=handover, order=each.order, title=each.title, how=each.how
        )
        for each in points
    )


def _look_again(
    today: date, position: Position | None
) -> tuple[tuple[Handover, ...], tuple[Position, ...]]:
    """Look at the lists that are open: who follows now, and is there still a reason."""
    found = Handover.objects.unfinished().select_related("from_term__position")
    if position:
        found = found.filter(from_term__position=position)
    followed, put_away = [], []
    for each in found.order_by("from_term__ends_on", "pk"):
        try:
            with transaction.atomic():
                now = open_handover(each.from_term, on=today)
        except ValidationError:
            if _put_away(each):
                put_away.append(each.from_term.position)
            continue
        if now.to_term_id and now.to_term_id != each.to_term_id:
            followed.append(now)
    return tuple(followed), tuple(put_away)


def _put_away(handover: Handover) -> bool:
    """Take away a list that nobody has written on; tell whether it was one."""
    list(Handover.objects.select_for_update(of=("self",)).filter(pk=handover.pk))
    written = Q(given_on__isnull=False) | Q(taken_on__isnull=False)
    written |= Q(is_left_out=True) | ~Q(notes="")
    points = HandoverPoint.objects.filter(position=handover.from_term.position_id)
    own = ~Q(title__in=points.values("title"))
    if handover.items.filter(written | own).exists():
        return False
    handover.delete()
    return True


def _candidates(today: date, position: Position | None) -> list[Term]:
    """Return terms without a list that end soon, or ended not too long ago."""
    latest = today + _days() + ONE_DAY
    terms = Term.objects.filter(
        began_on__lte=today, ends_on__range=(today - STAYS, latest), handed_on=None
    ).exclude(standing=Term.Standing.ACTING)
    if position:
        terms = terms.filter(position=position)
    return list(terms.order_by("ends_on", "pk"))


def _is_due(term: Term, today: date) -> bool:
    soon, successor = _days(), successor_of(term)
    if successor and successor.person_id == term.person_id:
        return False
    days = [term.last_on, *([successor.began_on] if successor else [])]
    return any(abs(each - today) <= soon for each in days)


def _days() -> timedelta:
    return timedelta(days=Policy.objects.current().handover_days)
