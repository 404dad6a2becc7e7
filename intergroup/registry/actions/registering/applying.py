"""Writing a form into the register, on the day it is accepted or the day it is for."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.registry.actions import living
from intergroup.registry.actions.looking import look_over_group
from intergroup.registry.actions.recording import Hand
from intergroup.registry.actions.registering.meaning import three_ways, whole
from intergroup.registry.actions.registering.proposals import Proposal, present
from intergroup.registry.actions.registering.writing import (
    add_sender,
    change_group,
    register_group,
    write_contacts,
    write_meetings,
)
from intergroup.registry.models import Group, ListingChange, Registration, User

Kind = Registration.Kind
WAITS, THEN, IS_GENUINE = "waits_for", "then", "is_genuine"


def hand_of(registration: Registration, *, on: date, by: User | None) -> Hand:
    """Return the hand that writes this form; its reason finds the changes again."""
    way = ListingChange.Way.REGISTRATION
    return Hand(on=on, way=way, by=by, reason=reason_of(registration))


def reason_of(registration: Registration) -> str:
    """Return what the changes of one form give as their reason."""
    return _("Form %s") % registration.pk


def apply_form(
    registration: Registration, proposal: Proposal, *, is_genuine: bool, hand: Hand
) -> Group:
    """Write what a form asks, and return the group.

    Raises ValidationError with the sentence of the rule that it breaks.
    """
    match registration.kind:
        case Kind.NEW:
            return _register(registration, proposal, hand)
        case Kind.CHANGE:
            return _change(registration, proposal, hand)
        case Kind.PAUSE:
            until = registration.paused_until
            living.pause(registration.group, until=until, hand=hand)
        case Kind.CLOSE:
            _close(registration, is_genuine=is_genuine, hand=hand)
    add_sender(registration, sent_on=sent_on(registration), on=hand.on)
    return registration.group


def apply_waiting(registration: Registration, *, on: date) -> Group:
    """Write a form that was accepted for a later day, now that it has come."""
    kept = registration.applied
    proposal = whole(kept)
    if registration.kind == Kind.CHANGE:
        proposal = three_ways(kept, kept[THEN], present(registration.group))
    hand = hand_of(registration, on=on, by=registration.decided_by)
    genuine = bool(kept.get(IS_GENUINE))
    group = apply_form(registration, proposal, is_genuine=genuine, hand=hand)
    registration.applied = kept_words(proposal)
    registration.save(update_fields=["applied"])
    return group


def kept_words(proposal: Proposal, **more: object) -> dict[str, object]:
    """Return what is kept of a proposal as it was accepted."""
    return {**whole(proposal), **more}


def waits_until(
    registration: Registration, *, is_genuine: bool, on: date
) -> date | None:
    """Return the later day that a form is for; None where it is written at once.

    A new group gets its number at once, and starts later; and whether a group will
    close is asked at once.
    """
    day, is_asked = registration.effective_on, registration.kind == Kind.CLOSE
    if registration.kind == Kind.NEW or (is_asked and not is_genuine):
        return None
    return day if day and day > on else None


def sent_on(registration: Registration) -> date:
    """Return the day on which a form was sent."""
    return timezone.localdate(registration.sent_at)


def _register(registration: Registration, proposal: Proposal, hand: Hand) -> Group:
    starts_on = registration.effective_on
    group = register_group(proposal["group"], starts_on=starts_on, hand=hand)
    registration.group = group
    _write_rest(registration, proposal, hand)
    return group


def _change(registration: Registration, proposal: Proposal, hand: Hand) -> Group:
    group = registration.group
    group.refresh_from_db()
    if group.status in Group.GONE:
        message = _("“%(group)s” is %(status)s: open it again first.")
        params = {"group": group, "status": group.get_status_display().lower()}
        raise ValidationError(message, code="group_is_gone", params=params)
    said = proposal["group"]
    change_group(group, said, verified_on=sent_on(registration), hand=hand)
    _write_rest(registration, proposal, hand)
    return group


def _write_rest(registration: Registration, proposal: Proposal, hand: Hand) -> None:
    group, day = registration.group, sent_on(registration)
    write_meetings(group, proposal["meetings"], hand=hand)
    look_over_group(group)
    write_contacts(group, proposal["contacts"], sent_on=day, on=hand.on)
    add_sender(registration, sent_on=day, on=hand.on)


def _close(registration: Registration, *, is_genuine: bool, hand: Hand) -> None:
    """Close a group where that is sure, and otherwise ask its contacts first."""
    group = registration.group
    if is_genuine:
        day = registration.effective_on or hand.on
        living.close(group, closed_on=day, hand=hand)
        return
    group.refresh_from_db()
    if group.status != Group.Status.PENDING_INACTIVE:
        living.say_closed(group, hand=hand)
