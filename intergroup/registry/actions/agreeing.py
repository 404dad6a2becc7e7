"""What a person says of their own contact data: how to reach them, and what to show."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.registry.actions.holding import hold_register
from intergroup.registry.models import Person

DAYS = ("listing_agreed_on", "email_agreed_on", "phone_agreed_on")


@dataclass(frozen=True, slots=True)
class Agreed:
    """What a person agrees to have shown; what is False is withdrawn."""

    name: bool = False
    email: bool = False
    phone: bool = False


@transaction.atomic
def keep_own_contact(
    person: Person, *, email: str, phone: str, agreed: Agreed, on: date
) -> None:
    """Save a person’s own addresses and consents; a new consent is of the day ``on``.

    A consent is to one address: with another one it is given anew. Raises
    ValidationError, keyed by field: ``not_without_a_name``, ``nothing_to_show``.
    """
    _check(email, phone, agreed)
    hold_register()
    kept = Person.objects.get(pk=person.pk)
    email_day = kept.email_agreed_on if kept.email == email else None
    phone_day = kept.phone_agreed_on if kept.phone == phone else None
    kept.email, kept.phone = email, phone
    kept.listing_agreed_on = (kept.listing_agreed_on or on) if agreed.name else None
    kept.email_agreed_on = (email_day or on) if agreed.email else None
    kept.phone_agreed_on = (phone_day or on) if agreed.phone else None
    kept.clean_fields(exclude=["first_name", "last_initial"])
    kept.save(update_fields=["email", "phone", *DAYS])


def _check(email: str, phone: str, agreed: Agreed) -> None:
    errors = {}
    sentences = {
        "nothing_to_show": _("Write above what may be shown."),
        "not_without_a_name": _(
            "This is shown beside a name only: agree to that as well."
        ),
    }
    for field, value in (("email", email), ("phone", phone)):
        if not getattr(agreed, field):
            continue
        if not value:
            errors[f"shows_{field}"] = "nothing_to_show"
        elif not agreed.name:
            errors[f"shows_{field}"] = "not_without_a_name"
    if errors:
        raise ValidationError(
            {
                field: ValidationError(sentences[code], code=code)
                for field, code in errors.items()
            }
        )
