"""Forgetting who sent a form, some months after the decision; the decision stays."""

from datetime import date

from django.db import transaction

from intergroup.kit import dates
from intergroup.registry.models import Directory, Registration

PRIVATE = (
    "sender_first_name",
    "sender_initial",
    "sender_email",
    "sender_phone",
    "kit_address",
    "remarks",
)


@transaction.atomic
def forget_senders(*, on: date) -> int:
    """Take names, addresses and remarks from forms decided long ago; return how many.

    The contacts in them go too: those who were accepted are in the register.
    """
    since = dates.add_months(on, -Directory.objects.current().kept_months)
    old = Registration.objects.filter(
        decided_at__date__lte=since, forgotten_on__isnull=True
    )
    forms = list(old)
    for form in forms:
        _forget(form, on)
    return len(forms)


def _forget(form: Registration, on: date) -> None:
    for name in PRIVATE:
        setattr(form, name, "")
    form.is_contact_offered = False
    for words in (form.proposed, form.applied):
        if "contacts" in words:
            words["contacts"] = []
    form.forgotten_on = on
    form.save(
        update_fields=[
            *PRIVATE,
            "is_contact_offered",
            "proposed",
            "applied",
            "forgotten_on",
        ]
    )
