"""Per cent with two places, kept as whole hundredths."""

from decimal import Decimal

from django.utils.translation import gettext_lazy

from intergroup.kit.money import MoneyField

WHOLE = Decimal("100.00")


class PercentField(MoneyField):
    """A Decimal such as 33.33 in Python, whole hundredths in the database.

    It reads and adds up like money, so that shares total exactly 100.00.
    """

    description = gettext_lazy("Per cent")

    def formfield(self, **kwargs: object) -> object:
        return super().formfield(**{"max_value": WHOLE, **kwargs})
