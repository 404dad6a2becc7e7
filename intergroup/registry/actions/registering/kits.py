"""Starter kits that new groups asked for: those to send, and the day they went."""

from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from intergroup.registry.models import Registration


def kits_to_send() -> QuerySet[Registration]:
    """Return the accepted forms whose kit has not gone out, the oldest first."""
    rows = Registration.objects.filter(
        state=Registration.State.ACCEPTED,
        is_kit_wanted=True,
        kit_sent_on__isnull=True,
        forgotten_on__isnull=True,
    )
    return rows.select_related("group").order_by("decided_at", "pk")


@transaction.atomic
def send_kit(registration: Registration, *, on: date) -> bool:
    """Write down that a kit went out; False where that was written before."""
    waiting = kits_to_send().filter(pk=registration.pk)
    return bool(waiting.update(kit_sent_on=on))
