"""What the office does when a group has said that its listing is still right."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.registry.models import Group, User


@transaction.atomic
def verify_group(group: Group, *, on: date, verified_by: User) -> None:
    """Write down the day a group said: still right.

    Raises ValidationError (``not_on_the_roll``) for a group that does not meet.
    """
    if group.status not in Group.ON_THE_ROLL:
        message = _("“%(group)s” is %(status)s: first say that it meets.")
        params = {"group": group, "status": group.get_status_display().lower()}
        raise ValidationError(message, code="not_on_the_roll", params=params)
    group.verified_on = on
    group.save(update_fields=["verified_on"])
