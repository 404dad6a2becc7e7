"""Dividing an amount by percentages, so that the parts add up to it exactly.

Largest remainder: every share is rounded down to the smallest amount that the currency
has, and what is left goes, one each, to the shares that lost most by the rounding; of
equal losses, to the one that stands first in the plan.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intergroup.kit.money import CENT, total
from intergroup.kit.percent import WHOLE

HUNDREDTHS = 10_000  # of a per cent, in the whole


@dataclass(frozen=True, slots=True)
class Portion:
    """One share: exact to a millionth, as it is paid, and what it lost in units.

    ``has_odd`` is true where it was given one of the units left over.
    """

    exact: Decimal
    amount: Decimal
    lost: Decimal
    has_odd: bool


def split(
    amount: Decimal, percents: Sequence[Decimal], *, unit: Decimal = CENT
) -> list[Decimal]:
    """Return each share of ``amount``; ``unit`` is 1 where there are no cents.

    Raises ValueError unless the amount is whole units above zero, and ValidationError
    (``not_whole``) unless the percentages total 100.
    """
    return [each.amount for each in portions(amount, percents, unit=unit)]


def portions(
    amount: Decimal, percents: Sequence[Decimal], *, unit: Decimal = CENT
) -> list[Portion]:
    """Return the same with what explains it. Raises as ``split`` does."""
    check_whole(percents)
    units = amount / unit
    if amount <= 0 or units != int(units):
        raise ValueError(f"{amount} is not whole units above zero")
    hundredths = [int(each * 100) for each in percents]
    parts = split_units(int(units), hundredths)
    return [
        _portion(int(units) * each, part, unit)
        for each, part in zip(hundredths, parts, strict=True)
    ]


def split_units(units: int, hundredths: Sequence[int]) -> list[int]:
    """Divide whole units by hundredths of a per cent that total 10,000."""
    exact = [units * each for each in hundredths]
    parts = [each // HUNDREDTHS for each in exact]
    if left := units - sum(parts):
        lost = [each % HUNDREDTHS for each in exact]
        by_loss = sorted(range(len(lost)), key=lost.__getitem__, reverse=True)
        for nth in by_loss[:left]:
            parts[nth] += 1
    return parts


def check_whole(percents: Sequence[Decimal]) -> None:
    """Raise ValidationError (``not_whole``) unless the shares total 100 per cent."""
    given = total(percents)
    if given == WHOLE:
        return
    if given < WHOLE:
        message = _("These shares total %(given)s %%; %(gap)s %% is still to be given.")
    else:
        message = _("These shares total %(given)s %%; that is %(gap)s %% too much.")
    params = {"given": given, "gap": abs(WHOLE - given)}
    raise ValidationError(message, code="not_whole", params=params)


def _portion(exact: int, part: int, unit: Decimal) -> Portion:
    """Return a portion from ten-thousandths of a unit and the units it is paid."""
    whole, lost = divmod(exact, HUNDREDTHS)
    return Portion(
        exact=Decimal(exact) / HUNDREDTHS * unit,
        amount=(part * unit).quantize(CENT),
        lost=Decimal(lost) / HUNDREDTHS,
        has_odd=part > whole,
    )
