"""A group answers: by its representative, or by the alternate where they are not here.

One group, one vote, and no proxies: one person never speaks for two groups.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.business.actions.rollcall.holding import hold
from intergroup.business.actions.rollcall.keeping import freeze
from intergroup.business.models import Attendance, BusinessMeeting
from intergroup.business.standing import standing_at, why_no_vote
from intergroup.registry.models import Group, Person, Representative


@transaction.atomic
def call_group(
    meeting: BusinessMeeting, group: Group, *, person: Person | None, today: date
) -> Attendance:
    """Let ``person`` speak for ``group``; None is somebody from it without a name.

    Who comes back after leaving is here again; the representative takes over from the
    alternate. Raises ValidationError: ``representative_is_here``, ``not_theirs``,
    ``two_groups``, ``votes_as_officer``.
    """
    held = hold(meeting)
    is_alternate = _serves_as_alternate(person, group, held.held_on)
    row = held.roll.filter(group=group).select_related("person", "group").first()
    if row and row.person == person and not row.has_left:
        return row
    standing = standing_at(held)
    freeze(held, on=today, standing=standing)
    if row is None:
        is_beside = group.pk not in standing.on_roll
        row = Attendance(meeting=held, group=group, is_beside_roll=is_beside)
        row.has_vote = group.pk not in why_no_vote(held, [group])
    elif is_alternate or person is None:
        _check_representative_is_away(row)
    _check_speaks_for_no_other(held, row, person)
    row.person, row.is_alternate, row.has_left = person, is_alternate, False
    row.full_clean()
    row.save()
    return row


@transaction.atomic
def take_back_group(meeting: BusinessMeeting, group: Group) -> None:
    """Undo a tap by mistake: the group has not answered after all."""
    hold(meeting).roll.filter(group=group).delete()


def _serves_as_alternate(person: Person | None, group: Group, day: date) -> bool:
    if person is None:
        return False
    serving = Representative.objects.serving_on(day).filter(group=group, person=person)
    terms = list(serving.values_list("is_alternate", flat=True))
    if not terms:
        params = {"person": person, "group": group}
        told = _("%(person)s does not represent %(group)s.") % params
        raise ValidationError(told, code="not_theirs")
    return all(terms)


def _check_representative_is_away(row: Attendance) -> None:
    """Refuse an alternate, or somebody else, while the representative is here."""
    is_here = row.person is not None and not row.is_alternate and not row.has_left
    if is_here:
        told = _("The representative of %s is here and speaks for it.") % row.group
        raise ValidationError(told, code="representative_is_here")


def _check_speaks_for_no_other(
    meeting: BusinessMeeting, row: Attendance, person: Person | None
) -> None:
    if person is None:
        return
    others = meeting.roll.filter(person=person).exclude(group=row.group)
    if other := others.select_related("group").first():
        told = _(
            "%(person)s speaks for %(group)s already: one person never speaks for two "
            "groups."
        ) % {"person": person, "group": other.group}
        raise ValidationError(told, code="two_groups")
