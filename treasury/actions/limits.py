"""The yearly limit of a member: it warns, and stops nobody from giving."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Sum
from django.utils.translation import gettext as _

from intergroup.kit.money import in_words
from intergroup.registry.models import Body
from treasury.models import Contribution, YearlyLimit


@dataclass(frozen=True, slots=True)
class OverLimit:
    """One contributor key whose contributions of a year are above the limit."""

    contributor: str
    year: int
    amount: Decimal
    limit: Decimal
    currency: str

    def __str__(self) -> str:
        told = _(
            "%(contributor)s has given %(amount)s in %(year)s; the limit for a member "
            "is %(limit)s."
        )
        params = {
            "contributor": self.contributor,
            "amount": in_words(self.amount, self.currency),
            "year": self.year,
            "limit": in_words(self.limit, self.currency),
        }
        return told % params


def over_limit(year: int, *, contributor: str = "") -> tuple[OverLimit, ...]:
    """Return the keys above the limit of a calendar year: all of them, or the one.

    The limit of a year is the one in force at its end. What was taken back does not
    count; what was given does before any fee. Without a limit nobody is above it.
    """
    currency = Body.objects.current().currency
    limit = YearlyLimit.objects.in_force(date(year, 12, 31), currency).first()
    if limit is None or limit.amount is None:
        return ()
    given = Contribution.objects.within(date(year, 1, 1), date(year, 12, 31))
    given = given.filter(reverses__isnull=True, reversed_by__isnull=True)
    given = given.filter(contributor=contributor) if contributor else given
    sums = given.exclude(contributor="").order_by("contributor")
    sums = sums.values_list("contributor").annotate(given=Sum("amount"))
    return tuple(
        OverLimit(key, year, amount, limit.amount, currency)
        for key, amount in sums.filter(given__gt=limit.amount)
    )


def limit_warning(contribution: Contribution) -> str:
    """Return what to say of a contribution just recorded; mostly nothing."""
    if not contribution.contributor:
        return ""
    year, key = contribution.received_on.year, contribution.contributor
    return " ".join(str(each) for each in over_limit(year, contributor=key))
