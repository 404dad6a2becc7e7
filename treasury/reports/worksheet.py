"""The worksheet of passing on: each share as it is worked out, to the cent."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, Sum
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from intergroup.kit import pages, pdf
from intergroup.kit.money import CURRENCIES, ZERO, in_words, unit_of
from intergroup.registry.models import Body
from treasury.actions.splitting import portions
from treasury.models import Distribution, Entry, Fund
from treasury.reports.footing import check_foots
from treasury.reports.reserve import Reserve, reserve_on

MILLIONTHS = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One share: exact, as it is paid, and whether it got one of the odd cents."""

    recipient: str
    account: str
    percent: Decimal
    exact: str
    amount: Decimal
    has_odd: bool


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A sum to be passed on, before or after it was recorded.

    ``available`` is what was above the reserve before it; None where nobody knows.
    """

    day: date
    currency: str
    amount: Decimal
    plan: str
    plan_from: date
    fund: str
    motion: str
    is_voted: bool
    is_taken_back: bool
    reserve: Reserve | None
    available: Decimal | None
    lines: tuple[Line, ...]
    seal: str

    @property
    def beyond(self) -> Decimal:
        """How much it is more than what is available: never below zero."""
        if self.available is None:
            return ZERO
        return max(self.amount - self.available, ZERO)

    @property
    def left(self) -> Decimal:
        """What is available after it: never below zero."""
        return max((self.available or ZERO) - self.amount, ZERO)

    @property
    def odd(self) -> str:
        """Who got the odd cents and why; nothing where the division is even."""
        names = [each.recipient for each in self.lines if each.has_odd]
        if not names:
            return ""
        unit = unit_of(self.currency)
        said = _(
            "Rounded down, the shares come to %(sum)s. What is left goes, %(unit)s "
            "each, to the shares that lost most by it, and of equal losses to the one "
            "that stands first in the plan: %(names)s."
        )
        return said % {
            "sum": in_words(self.amount - len(names) * unit, self.currency),
            "unit": in_words(unit, self.currency),
            "names": ", ".join(names),
        }


def worksheet(distribution: Distribution) -> Worksheet:
    """Work a distribution out, recorded or not.

    Raises ValidationError (``not_whole``) as the plan does, and DoesNotFootError where
    the shares recorded are not those worked out.
    """
    currency = Body.objects.current().currency
    reserve = reserve_on(distribution.voted_on)
    motion = distribution.motion
    return Worksheet(
        day=distribution.voted_on,
        currency=currency,
        amount=distribution.amount,
        plan=distribution.plan.name,
        plan_from=distribution.plan.effective_on,
        fund=distribution.fund.name,
        motion=f"{motion.number} {motion.title}" if motion else "",
        is_voted=distribution.pk is not None,
        is_taken_back=_is_taken_back(distribution),
        reserve=reserve,
        available=_available(distribution, reserve),
        lines=_lines(distribution, currency),
        seal=Entry.objects.last_seal(),
    )


def worksheet_pdf(sheet: Worksheet) -> bytes:
    """Return the worksheet as a tagged PDF. Raises kit.pdf.CannotPrintError."""
    context = pages.context(sheet=sheet)
    return pdf.from_html(render_to_string("treasury/print/distribution.html", context))


def _is_taken_back(distribution: Distribution) -> bool:
    if distribution.pk is None:
        return False
    return Distribution.objects.filter(reverses=distribution).exists()


def _available(distribution: Distribution, reserve: Reserve | None) -> Decimal | None:
    """Return what was above the reserve before this was voted: never below zero.

    A vote is off the funds from its day on, so that it and what was voted after it on
    the same day are put back.
    """
    if reserve is None or reserve.above is None:
        return None
    day, own = distribution.voted_on, Fund.Purpose.values
    back = ZERO
    if distribution.pk:
        same_day = Distribution.objects.filter(voted_on=day, pk__gte=distribution.pk)
        ours = same_day.filter(Q(reverses=None), fund__purpose__in=own)
        live = ours.exclude(reversed_by__voted_on=day)
        back = live.aggregate(sum=Sum("amount", default=ZERO))["sum"]
    return max(reserve.above + back, ZERO)


def _lines(distribution: Distribution, currency: str) -> tuple[Line, ...]:
    source = distribution if distribution.pk else distribution.plan
    shares = list(source.shares.select_related("account").order_by("pk"))
    percents = [each.percent for each in shares]
    parts = portions(distribution.amount, percents, unit=unit_of(currency))
    if distribution.pk:
        for share, part in zip(shares, parts, strict=True):
            check_foots(share.recipient, told=share.amount, added=part.amount)
    return tuple(
        Line(
            share.recipient,
            share.account.name,
            share.percent,
            _exact(part.exact, currency),
            part.amount,
            part.has_odd,
        )
        for share, part in zip(shares, parts, strict=True)
    )


def _exact(exact: Decimal, currency: str) -> str:
    """Return ``33.343334`` or ``30.00``: all that is there, and the cents at least."""
    whole, _point, fraction = f"{exact:,.{MILLIONTHS}f}".partition(".")
    fraction = fraction.rstrip("0").ljust(CURRENCIES[currency].places, "0")
    return f"{whole}.{fraction}" if fraction else whole
