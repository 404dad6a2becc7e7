"""Moving in: what each account of each fund holds when the books begin here."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from intergroup.kit.money import total
from intergroup.registry.models import User
from treasury.actions.posting import Line, post_entry
from treasury.models import Account, Entry, Fund


def record_opening_balances(
    balances: Mapping[tuple[Account, Fund], Decimal],
    *,
    dated: date,
    recorded_by: User | None,
) -> Entry:
    """Bring forward what each account of each fund holds when the body moves in here.

    ``dated`` is the first day of the books: the balances are there as that day begins.
    """
    opening = Account.objects.by_purpose()[Account.Purpose.OPENING]
    lines = [Line(account, fund, each) for (account, fund), each in balances.items()]
    for fund in {line.fund: None for line in lines}:
        held = total(line.amount for line in lines if line.fund == fund)
        lines.append(Line(opening, fund, -held))
    return post_entry(
        dated=dated,
        memo=_("Balances brought forward"),
        lines=[line for line in lines if line.amount],
        posted_by=recorded_by,
    )
