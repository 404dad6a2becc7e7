"""Amounts in the currency of the body, which may have no cents."""

from decimal import Decimal

from django.core.exceptions import ValidationError

from intergroup.kit.money import check_places
from intergroup.registry.models import Body


def hold_to_its_currency(name: str, amount: Decimal | None) -> None:
    """Refuse cents of a currency that has none, beside the box called ``name``."""
    if amount is None:
        return
    try:
        check_places(amount, Body.objects.current().currency)
    except ValidationError as error:
        raise ValidationError({name: error}) from error
