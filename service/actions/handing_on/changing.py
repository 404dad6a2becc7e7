"""Each thing changes hands: given by the one, received by the other.

Only the outgoing person says that something is given, only the incoming one that it is
received; who may change hand-overs says either for them. What is received counts, even
where nobody has said that it was given. Every function holds the row of the hand-over,
so that two at once wait for each other, returns the item as it is then, and raises
ValidationError: ``not_yours``, or ``put_away`` for a list that is gone.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.registry.actions.looking.numbers import passwords
from intergroup.registry.models import User
from service.actions.handing_on.hands import Hands, hands_of
from service.models import Handover, HandoverItem

_SIGNS = "!$%&*@^~_+="


class Step(models.TextChoices):
    """What has become of an item, and can be taken back."""

    GIVEN = "given", gettext_lazy("given")
    TAKEN = "received", gettext_lazy("received")
    LEFT_OUT = "left-out", gettext_lazy("there is none")


@transaction.atomic
def give(item: HandoverItem, *, by: User, on: date) -> HandoverItem:
    """Write down that the outgoing person has handed it on; to the body, if nobody
    follows.

    Raises ValidationError: ``not_yours``, ``left_out``, ``given_already``,
    ``taken_already``.
    """
    item, hands = _held(item, by, on)
    _check_gives(hands)
    _check_is_there(item)
    _check_is_not_given(item)
    _check_is_not_taken(item)
    item.given_on, item.given_by = on, by
    item.save(update_fields=["given_on", "given_by"])
    return item


@transaction.atomic
def take(item: HandoverItem, *, by: User, on: date) -> HandoverItem:
    """Write down that the incoming person has received it.

    What a closed position hands on, somebody receives for the body. Raises
    ValidationError: ``not_yours``, ``nobody_follows``, ``left_out``, ``taken_already``.
    """
    item, hands = _held(item, by, on)
    _check_takes(hands)
    _check_somebody_follows(item.handover)
    _check_is_there(item)
    _check_is_not_taken(item)
    item.taken_on, item.taken_by = on, by
    item.save(update_fields=["taken_on", "taken_by"])
    return item


@transaction.atomic
def leave_out(item: HandoverItem, *, by: User, on: date) -> HandoverItem:
    """Write down that there is no such thing to hand on.

    Raises ValidationError: ``not_yours``, ``left_out``, ``given_already``,
    ``taken_already``.
    """
    item, hands = _held(item, by, on)
    _check_gives(hands)
    _check_is_there(item)
    _check_is_not_given(item)
    _check_is_not_taken(item)
    item.is_left_out = True
    item.save(update_fields=["is_left_out"])
    return item


@transaction.atomic
def undo(item: HandoverItem, step: Step, *, by: User, on: date) -> HandoverItem:
    """Take the last step back, by whoever may say it: ``step`` is the one they saw.

    Raises ValidationError: ``not_yours``, and ``changed_meanwhile`` where it is not
    the last one any more.
    """
    item, hands = _held(item, by, on)
    (_check_takes if step == Step.TAKEN else _check_gives)(hands)
    if step != step_of(item):
        message = _("Somebody has changed this meanwhile. Look again.")
        raise ValidationError(message, code="changed_meanwhile")
    if step == Step.TAKEN:
        item.taken_on = item.taken_by = None
    elif step == Step.GIVEN:
        item.given_on = item.given_by = None
    else:
        item.is_left_out = False
    item.save()
    return item


@transaction.atomic
def write_notes(item: HandoverItem, notes: str, *, by: User, on: date) -> HandoverItem:
    """Keep a note for whoever follows, in the place of the one before.

    Raises ValidationError: ``not_yours``, ``a_password``.
    """
    item, hands = _held(item, by, on)
    _check_gives(hands)
    _check_no_password("notes", notes)
    item.notes = notes.strip()
    item.save(update_fields=["notes"])
    return item


@transaction.atomic
def add_item(item: HandoverItem, *, by: User, on: date) -> HandoverItem:
    """Save an unsaved item at the end of the list: what only this hand-over has.

    Raises ValidationError: ``not_yours``, ``a_password``, ``listed_already``, and as
    the model’s rules do.
    """
    handover, hands = _held_list(item.handover_id, by, on)
    if not hands.writes:
        raise _not_yours()
    item.title = item.title.strip()
    _check_no_password("title", item.title)
    _check_no_password("how", item.how)
    _check_is_not_listed(handover, item.title)
    item.order = max((each.order for each in handover.items.all()), default=0) + 10
    item.full_clean()
    item.save()
    return item


def step_of(item: HandoverItem) -> Step | None:
    """Return the last step that was written down; None while it is as it was."""
    if item.is_left_out:
        return Step.LEFT_OUT
    if item.taken_on:
        return Step.TAKEN
    return Step.GIVEN if item.given_on else None


def _held(item: HandoverItem, by: User, on: date) -> tuple[HandoverItem, Hands]:
    handover, hands = _held_list(item.handover_id, by, on)
    fresh = next(each for each in handover.items.all() if each.pk == item.pk)
    return fresh, hands


def _held_list(pk: int, by: User, on: date) -> tuple[Handover, Hands]:
    held = Handover.objects.select_for_update(of=("self",)).with_people()
    handover = held.filter(pk=pk).first()
    if handover is None:
        message = _("This list has been put away: nothing changes hands.")
        raise ValidationError(message, code="put_away")
    return handover, hands_of(handover, by, on=on)


def _not_yours() -> ValidationError:
    return ValidationError(_("This hand-over is not yours."), code="not_yours")


def _check_gives(hands: Hands) -> None:
    if not hands.writes:
        raise _not_yours()
    if not hands.gives:
        message = _("Only the person who hands it on says this.")
        raise ValidationError(message, code="not_yours")


def _check_takes(hands: Hands) -> None:
    if not hands.writes:
        raise _not_yours()
    if not hands.takes:
        message = _("Only the person who receives it says this.")
        raise ValidationError(message, code="not_yours")


def _check_somebody_follows(handover: Handover) -> None:
    if handover.to_term_id is None and handover.from_term.position.closed_on is None:
        message = _("Nobody follows yet: whoever does will receive it.")
        raise ValidationError(message, code="nobody_follows")


def _check_is_there(item: HandoverItem) -> None:
    if item.is_left_out:
        message = _("Of “%s” there is none, it was said.") % item
        raise ValidationError(message, code="left_out")


def _check_is_not_given(item: HandoverItem) -> None:
    if item.given_on:
        message = _("“%s” is given already.") % item
        raise ValidationError(message, code="given_already")


def _check_is_not_taken(item: HandoverItem) -> None:
    if item.taken_on:
        message = _("“%s” is received already.") % item
        raise ValidationError(message, code="taken_already")


def _check_is_not_listed(handover: Handover, title: str) -> None:
    listed = {each.title.casefold() for each in handover.items.all()}
    if title.casefold() in listed:
        error = ValidationError(
            _("This is on the list already."), code="listed_already"
        )
        raise ValidationError({"title": error})


def _check_no_password(field: str, text: str) -> None:
    """Refuse what looks like one: behind “password”, a word with a figure or a sign.

    “Passwords: Alternate Chair” says who keeps them, and may be written.
    """
    found = (text[first:last] for first, last in passwords(text))
    if any(sign.isdigit() or sign in _SIGNS for word in found for sign in word):
        message = _(
            "This looks like a password. Write down who keeps it, and never the "
            "password itself."
        )
        raise ValidationError({field: ValidationError(message, code="a_password")})
