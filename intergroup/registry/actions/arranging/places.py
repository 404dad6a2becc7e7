"""Places that meetings share: found again, added, and changed for all of them."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.registry.actions.holding import hold_register
from intergroup.registry.actions.recording import Hand, changes_between, save_all
from intergroup.registry.models import Location


def place_for(
    *, name: str, address: str, region: str = "", is_approximate: bool = False
) -> Location:
    """Return the place of this name and address, unsaved where it is a new one.

    Raises ValidationError, keyed by the field to blame.
    """
    known = {"name": name.strip(), "address": address.strip(), "region": region.strip()}
    there = Location.objects.filter(**known).order_by("sub_region").first()
    if there:
        return there
    if not known["address"]:
        error = ValidationError(_("Write where it is."), code="no_address")
        raise ValidationError({"address": error})
    place = Location(**known, is_approximate=is_approximate)
    place.full_clean()
    return place


@transaction.atomic
def change_place(place: Location, *, hand: Hand) -> int:
    """Save a place, and record it with every listed meeting held there.

    Returns how many these are.
    """
    hold_register()
    there = Location.objects.get(pk=place.pk)
    place.save()
    listed = place.meetings.listed()
    was, now = {"location": str(there)}, {"location": str(place)}
    for meeting in listed:
        save_all(changes_between(meeting, was, now, hand))
    if _differ(there, place):
        place.meetings.update(updated_at=timezone.now())
    return len(listed)


def _differ(one: Location, other: Location) -> bool:
    names = [field.attname for field in Location._meta.concrete_fields]
    return any(getattr(one, name) != getattr(other, name) for name in names)
