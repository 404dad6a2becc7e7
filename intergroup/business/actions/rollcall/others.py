"""Those who speak for no group: officers, with a vote or without, and observers."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from intergroup.business.actions.rollcall.holding import hold
from intergroup.business.models import Attendee, BusinessMeeting
from intergroup.business.servants import Servant
from intergroup.registry.models import Person


@transaction.atomic
def call_officer(
    meeting: BusinessMeeting, servant: Servant, *, is_listening: bool = False
) -> Attendee:
    """Write down that somebody who serves is here; they vote as their position does.

    Who is ``is_listening`` gives up the vote of the position, to speak for a group.
    Raises ValidationError: ``speaks_for_a_group``, ``here_already``,
    ``office_is_here``.
    """
    held = hold(meeting)
    has_vote = servant.has_vote and not is_listening
    officers = held.attendees.filter(kind=Attendee.Kind.OFFICER)
    row = officers.filter(office=servant.office).first()
    if row and row.person_id == servant.person.pk and not row.has_left:
        return row
    if row and row.person_id != servant.person.pk and not row.has_left:
        told = _("Somebody is here as %s already.") % servant.office
        raise ValidationError(told, code="office_is_here")
    row = row or Attendee(meeting=held, office=servant.office)
    _check_not_here_otherwise(held, row, servant.person)
    row.person, row.has_vote, row.has_left = servant.person, has_vote, False
    row.full_clean()
    row.save()
    return row


@transaction.atomic
def add_observer(
    meeting: BusinessMeeting, person: Person, *, office: str = ""
) -> Attendee:
    """Write down a guest by first name and initial; ``person`` is not saved yet.

    ``office`` is who they are: “a guest from District 4”.
    """
    held = hold(meeting)
    person.full_clean()
    person.save()
    kind = Attendee.Kind.OBSERVER
    row = Attendee(meeting=held, kind=kind, person=person, office=office)
    row.full_clean()
    row.save()
    return row


@transaction.atomic
def count_observers(meeting: BusinessMeeting, *, more: int) -> None:
    """Count ``more`` observers without a name, or fewer where it is below zero."""
    held = hold(meeting)
    if held.observer_count + more >= 0:
        found = BusinessMeeting.objects.filter(pk=held.pk)
        found.update(observer_count=F("observer_count") + more)


@transaction.atomic
def take_back_attendee(row: Attendee) -> None:
    """Undo a tap by mistake: they are not here after all."""
    hold(row.meeting)
    Attendee.objects.filter(pk=row.pk).delete()


def _check_not_here_otherwise(
    meeting: BusinessMeeting, row: Attendee, person: Person
) -> None:
    others = meeting.attendees.filter(person=person).exclude(pk=row.pk)
    if other := others.first():
        params = {"person": person, "office": other}
        told = _("%(person)s is here as %(office)s already.") % params
        raise ValidationError(told, code="here_already")
