"""Who presents the report, how settled it is, and where the last one ended."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.kit.dates import ONE_DAY, Period, month_of
from intergroup.kit.money import in_words
from service.models import Term
from treasury.models import ClosedMonth, PresentedReport

TREASURER = "Treasurer"  # the role, as intergroup/roles.py names it
REPORT = "treasurer"


@dataclass(frozen=True, slots=True)
class Presenting:
    """The head of the report. ``last_closing`` is that of the last accepted report."""

    prepared_by: str
    is_final: bool
    last_closing: Decimal | None


def presenting(period: Period) -> Presenting:
    """Return who serves as treasurer on the last day, and whether all is closed."""
    return Presenting(
        prepared_by=treasurer_on(period.last),
        is_final=is_closed(period),
        last_closing=_last_closing(period.first - ONE_DAY),
    )


def treasurer_on(day: date) -> str:
    """Return the first name and initial of who serves as treasurer, or nothing."""
    serving = Term.objects.serving_on(day).filter(position__role__name=TREASURER)
    in_order = serving.order_by("position__order", "position__name", "seat")
    term = in_order.select_related("person").first()
    return str(term.person) if term else ""


def is_closed(period: Period) -> bool:
    """Tell whether every day of the period is in months that are closed."""
    through = ClosedMonth.objects.through()
    return bool(through) and period.last <= month_of(through).last


def opening_sentence(
    head: Presenting, period: Period, opening: Decimal, currency: str
) -> str:
    """Say that the report does not open where the last closed; nothing if it does."""
    if head.last_closing in (None, opening):
        return ""
    return _(
        "The final report up to %(day)s closed on %(closed)s, and this one opens on "
        "%(opens)s: the books of earlier days have changed since."
    ) % {
        "day": date_format(period.first - ONE_DAY, "DATE_FORMAT"),
        "closed": in_words(head.last_closing, currency),
        "opens": in_words(opening, currency),
    }


def _last_closing(day: date) -> Decimal | None:
    """Return the closing balance of the last final report that ended on ``day``."""
    final = PresentedReport.objects.filter(
        report=REPORT, status=PresentedReport.Status.FINAL, last_on=day
    )
    shown = final.order_by("presented_at", "pk").only("figures").last()
    if not shown:
        return None
    try:
        return Decimal(shown.figures.get("closing", ""))
    except InvalidOperation:
        return None
