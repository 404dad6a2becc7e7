"""What is written when a group has said that its listing is still right."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.registry.actions.holding import hold_register
from intergroup.registry.actions.recording import Hand, Way, facts, record_changes
from intergroup.registry.models import Group, Registration, User, Verification

Answer = Verification.Answer


@transaction.atomic
def verify_group(
    group: Group, *, on: date, verified_by: User | None, way: str = Way.OFFICE
) -> None:
    """Write down the day a group said: still right; its open questions are closed.

    Raises ValidationError (``not_on_the_roll``) for a group that does not meet.
    """
    hold_register()
    group.refresh_from_db(fields=["status", "verified_on"])
    if group.status not in Group.ON_THE_ROLL:
        message = _("“%(group)s” is %(status)s: first say that it meets.")
        params = {"group": group, "status": group.get_status_display().lower()}
        raise ValidationError(message, code="not_on_the_roll", params=params)
    before = facts(group)
    group.verified_on = on
    group.save(update_fields=["verified_on"])
    record_changes(group, before, Hand(on, way, verified_by))
    close_questions(group, Answer.RIGHT)


def close_questions(
    group: Group, answer: str, registration: Registration | None = None
) -> None:
    """Write one answer to all questions of a group that nobody has answered."""
    group.verifications.filter(answered_at__isnull=True).update(
        answered_at=timezone.now(), answer=answer, registration=registration
    )
