"""A warning after something was paid: what is there was not enough."""

from datetime import date

from django.utils.translation import gettext as _

from intergroup.kit import money
from intergroup.registry.models import Body
from treasury.models import Account, ClosingBalance


def below_zero(account: Account, *, on: date) -> str:
    """Say how far below zero an account stands at the end of a day; "" if it is not."""
    holdings = ClosingBalance.objects.held_on(on).items()
    held = money.total(amount for (pk, _fund), amount in holdings if pk == account.pk)
    if held >= 0:
        return ""
    message = _("“%(account)s” is %(amount)s below zero now. Is everything recorded?")
    amount = money.in_words(-held, Body.objects.current().currency)
    return message % {"account": account.name, "amount": amount}
