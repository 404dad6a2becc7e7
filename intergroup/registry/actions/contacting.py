"""What the office does with people: hand a service on, print whom to reach."""

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.registry.models import ContactSheet, Person, Representative, User

MOST_PEOPLE = 400  # on one sheet
MOST_SHEETS = 5  # of one reader in a day and a night
_A_DAY = timedelta(days=1)


@transaction.atomic
def log_contact_sheet(
    *, scope: str, people_count: int, printed_at: datetime, printed_by: User
) -> ContactSheet:
    """Write down that a contact sheet leaves the house, before it does.

    Raises ValidationError: ``too_many_people`` for a sheet in bulk, ``too_many_sheets``
    for one who printed several in the last day and night.
    """
    User.objects.select_for_update(of=("self",)).get(pk=printed_by.pk)
    if people_count > MOST_PEOPLE:
        message = _("More than %s people do not go onto one sheet: choose a district.")
        raise ValidationError(message % MOST_PEOPLE, code="too_many_people")
    since = printed_at - _A_DAY
    lately = ContactSheet.objects.filter(printed_by=printed_by, printed_at__gt=since)
    if lately.count() >= MOST_SHEETS:
        message = _("You printed %s contact sheets since yesterday. Use those.")
        raise ValidationError(message % MOST_SHEETS, code="too_many_sheets")
    return ContactSheet.objects.create(
        scope=scope[:200],
        people_count=people_count,
        printed_at=printed_at,
        printed_by=printed_by,
    )


@transaction.atomic
def rotate(
    representative: Representative, *, to: Person | None, on: date
) -> Representative | None:
    """End one’s service on ``on``, and begin another’s for the same group that day.

    ``on`` is the first day without the one, and of the other; ``to`` is None where
    nobody takes over. Raises ValidationError (``has_ended``, ``is_the_same``), or the
    rule of the table that it breaks.
    """
    if representative.ends_on and representative.ends_on <= on:
        message = _("This term ended on %s already.") % representative.ends_on
        raise ValidationError(message, code="has_ended")
    if to == representative.person:
        message = _("%s serves in this now. Choose somebody else.") % to
        raise ValidationError({"to": ValidationError(message, code="is_the_same")})
    representative.ends_on = on
    representative.full_clean()
    representative.save(update_fields=["ends_on"])
    if to is None:
        return None
    following = Representative(
        group=representative.group,
        person=to,
        is_alternate=representative.is_alternate,
        began_on=on,
    )
    following.full_clean()
    following.save()
    return following
