"""The few figures that stand on the desk of a treasurer and of a reviewer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.cache import cache
from django.db.models import Sum
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.business.models import BusinessMeeting
from intergroup.kit.charts import QUIET, Chart, Series
from intergroup.kit.dates import Period, add_months, month_of
from intergroup.kit.money import total
from intergroup.registry.models import Body
from treasury.actions.months import next_to_close
from treasury.models import Account, ClosedMonth, Contribution, Entry, Posting
from treasury.reports.reserve import Reserve, reserve_on
from treasury.reports.soundness import Soundness, check_books

SHOWN_CLOSED = 3
AN_HOUR = 60 * 60


@dataclass(frozen=True, slots=True)
class MoneyAtAGlance:
    """What each fund holds on a day, all of them, and how the reserve stands."""

    currency: str
    funds: tuple[tuple[str, Decimal], ...]
    total: Decimal
    reserve: Reserve | None


@dataclass(frozen=True, slots=True)
class ThisMonth:
    """Contributions of this month so far, and of the same days a year ago."""

    currency: str
    month: Period
    so_far: Decimal
    year_ago: Decimal
    chart: Chart


@dataclass(frozen=True, slots=True)
class NextSteps:
    """The month to close next, and the meeting to report to."""

    month_to_close: date | None
    meeting: BusinessMeeting | None


@dataclass(frozen=True, slots=True)
class Review:
    """What a reviewer looks at: the months closed last, and the state of the books."""

    closed: tuple[Period, ...]
    soundness: Soundness


def money_at_a_glance(day: date) -> MoneyAtAGlance:
    """Return what each fund holds at the end of ``day``: money less what is owed."""
    kinds = (Account.Kind.ASSET, Account.Kind.LIABILITY)
    rows = (
        Posting.objects.posted()
        .up_to(day)
        .filter(account__kind__in=kinds)
        .values_list("fund__name")
        .annotate(held=Sum("amount"))
        .order_by("fund__order", "fund__name")
    )
    funds = tuple((name, held) for name, held in rows)
    held = total(amount for _name, amount in funds)
    currency = Body.objects.current().currency
    return MoneyAtAGlance(currency, funds, held, reserve_on(day))


def this_month(day: date) -> ThisMonth:
    """Return the month so far beside the same days last year, and twelve months."""
    month = month_of(day)
    year_ago = Period(add_months(month.first, -12), add_months(day, -12))
    received = _received(Period(add_months(month.first, -23), day))
    return ThisMonth(
        currency=Body.objects.current().currency,
        month=month,
        so_far=_within(received, Period(month.first, day)),
        year_ago=_within(received, year_ago),
        chart=_chart(received, month.first),
    )


def next_steps(day: date) -> NextSteps:
    """Return the oldest open month that is over, and the next meeting."""
    month = next_to_close()
    return NextSteps(
        month_to_close=month if month and month_of(month).last < day else None,
        meeting=BusinessMeeting.objects.ahead(day).first(),
    )


def review() -> Review:
    """Return the months closed last and go through the books."""
    closed = ClosedMonth.objects.closed().order_by("-first_on")[:SHOWN_CLOSED]
    months = tuple(month_of(each.first_on) for each in closed)
    return Review(closed=months, soundness=_soundness())


def _soundness() -> Soundness:
    """Go through the books once an hour, and at once when they have grown.

    The desk is opened often, and long books take seconds; ``check_books``, the review
    kit and the list before closing always go through them anew.
    """
    key = f"soundness:{Entry.objects.last_seal() or 'none'}"
    found = cache.get(key)
    if found is None:
        found = check_books()
        cache.set(key, found, AN_HOUR)
    return found


def _received(period: Period) -> list[tuple[date, Decimal]]:
    """Return what came in each day of the period."""
    rows = Contribution.objects.within(period.first, period.last).order_by()
    return list(rows.values_list("received_on").annotate(sum=Sum("amount")))


def _within(received: Iterable[tuple[date, Decimal]], period: Period) -> Decimal:
    return total(amount for day, amount in received if day in period)


def _chart(received: list[tuple[date, Decimal]], month: date) -> Chart:
    """Draw the twelve months up to ``month`` beside the twelve before them."""
    firsts = [add_months(month, back) for back in range(-11, 1)]
    now = [_within(received, month_of(first)) for first in firsts]
    before = [_within(received, month_of(add_months(first, -12))) for first in firsts]
    return Chart(
        labels=tuple(date_format(first, "M") for first in firsts),
        series=(
            Series(_("A year before"), before, QUIET),
            Series(_("This year"), now),
        ),
        text=_("Contributions of the last twelve months, each beside the year before."),
    )
