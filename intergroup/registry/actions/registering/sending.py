"""Taking a form in: checked, kept beside what the register says, and decided later."""

from datetime import datetime

from django.db import transaction

from intergroup.registry.actions.registering.boxes import Offered
from intergroup.registry.actions.registering.checking import (
    check_group,
    check_sender,
    check_substance,
    checked,
)
from intergroup.registry.actions.registering.proposals import present
from intergroup.registry.models import Registration

NOTHING = {"group": {}, "meetings": [], "contacts": []}
WITH_A_PROPOSAL = (Registration.Kind.NEW, Registration.Kind.CHANGE)


@transaction.atomic
def send_registration(
    registration: Registration, *, offered: Offered, sent_at: datetime
) -> None:
    """Save an unsaved form as it was sent; nothing in the register changes yet.

    Raises ValidationError, keyed by the path to what is to blame.
    """
    check_group(registration)
    now = present(registration.group) if registration.group else None
    registration.proposed = (
        checked(registration.proposed, now=now, offered=offered)
        if registration.kind in WITH_A_PROPOSAL
        else NOTHING
    )
    check_sender(registration, offered=offered)
    check_substance(registration)
    registration.present = now or {}
    registration.state = Registration.State.SENT
    registration.sent_at = sent_at
    registration.full_clean()
    registration.save()
