"""Out of the ordinary in what came in: nothing here says who gave nothing."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import F, Q
from django.utils.translation import gettext as _

from intergroup.kit.dates import Period
from treasury.actions.limits import over_limit
from treasury.models import Collection, Contribution, OutsideOffer
from treasury.reports.exceptions.findings import Finding, day, of, teller

WAITS = timedelta(days=60)


def unidentified(period: Period) -> Iterator[Finding]:
    """Contributions that wait for their group for more than sixty days."""
    cash = teller()
    old = Contribution.objects.unidentified().filter(
        received_on__lt=period.last - WAITS
    )
    for each in old.order_by("received_on", "pk"):
        told = _("%(amount)s of %(day)s waits to be identified.")
        params = {"amount": cash(each.amount), "day": day(each.received_on)}
        yield of(each, told % params, each.received_on)


def over_the_limit(period: Period) -> Iterator[Finding]:
    """Contributor keys above the limit of a calendar year: a key, never a name."""
    for year in range(period.first.year, period.last.year + 1):
        for each in over_limit(year):
            yield Finding(str(each))


def outside(period: Period) -> Iterator[Finding]:
    """Money from outside the fellowship that had not gone back at the end."""
    cash = teller()
    waits = Q(returned_on__isnull=True) | Q(returned_on__gt=period.last)
    rows = OutsideOffer.objects.filter(waits, offered_on__lte=period.last)
    for each in rows.order_by("offered_on", "pk"):
        told = _("%(amount)s offered by %(by)s on %(day)s was not yet returned.")
        params = {"amount": cash(each.amount), "by": each.offered_by}
        sentence = told % {**params, "day": day(each.offered_on)}
        yield of(each, sentence, each.offered_on)


def differing(period: Period) -> Iterator[Finding]:
    """Collections of which more or less was counted than was entered."""
    days = (period.first, period.last)
    cash = teller()
    rows = Collection.objects.filter(collected_on__range=days, counted__isnull=False)
    for each in rows.exclude(counted=F("cash")).order_by("collected_on", "pk"):
        more = each.counted > each.cash
        told = (
            _("On %(day)s %(amount)s more was counted than entered: %(why)s")
            if more
            else _("On %(day)s %(amount)s less was counted than entered: %(why)s")
        )
        amount = cash(abs(each.counted - each.cash))
        params = {"day": day(each.collected_on), "amount": amount}
        yield of(each, told % {**params, "why": each.explanation}, each.collected_on)
