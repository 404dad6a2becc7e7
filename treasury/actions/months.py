"""Closing a month: nothing more is posted into it, and what it held is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet, Sum
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.kit.dates import Period, add_months
from intergroup.kit.money import ZERO
from intergroup.registry.models import User
from treasury.actions.posting import hold_the_books
from treasury.actions.presenting import check_unmoved, present_report
from treasury.models import (
    ClosedMonth,
    ClosingBalance,
    Contribution,
    Identification,
    MonthContribution,
    Posting,
    PresentedReport,
)
from treasury.models.months import Held

Giver = tuple[str, int | None]  # the source, and the id of the group if it is one


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the list before a month is closed, with a sentence about it."""

    slug: str
    title: str
    sentence: str = ""
    is_settled: bool = True
    is_explainable: bool = True

    @property
    def is_in_the_way(self) -> bool:
        """Whether no explanation can do in the place of mending it."""
        return not (self.is_settled or self.is_explainable)


@transaction.atomic
def close_month(
    month: ClosedMonth,
    *,
    today: date,
    closed_by: User | None,
    points: Sequence[Point] = (),
    report: PresentedReport | None = None,
) -> None:
    """Save an unsaved closed month; from then on nothing is posted up to its end.

    What it held and who gave is kept with it, and ``report``: the final paper of the
    month, unsaved, printed before. ``points`` are the list that was gone through.

    Raises ValidationError: ``not_over`` for a month that is not over on ``today``,
    ``closed_already``, ``not_next`` where a month before it is still open,
    ``in_the_way`` and ``not_explained`` for points that are not settled, and
    ``books_moved`` where something was posted after the report was printed.
    """
    hold_the_books()
    month.closed_by = closed_by
    month.full_clean()
    _check_turn(month.first_on, today)
    _check_points(points, month.explanation)
    if report:
        check_unmoved(report)
    held = ClosingBalance.objects.held_on(month.period.last)
    month.save()
    _keep_figures(month, held)
    if report:
        report.month = month
        present_report(report, presented_by=closed_by)


def next_to_close() -> date | None:
    """Return the first day of the oldest open month of the books, if there are any."""
    if through := ClosedMonth.objects.through():
        return add_months(through, 1)
    first = Posting.objects.posted().order_by("dated").first()
    return first.dated.replace(day=1) if first else None


def _check_turn(first: date, today: date) -> None:
    following, through = next_to_close(), ClosedMonth.objects.through()
    name = date_format(first, "F Y")
    if (first.year, first.month) >= (today.year, today.month):
        _refuse(_("%s is not over yet.") % name, code="not_over")
    if through and first <= through:
        _refuse(_("%s is closed already.") % name, code="closed_already")
    if following and first > following:
        before = date_format(following, "F Y")
        _refuse(_("Close %s first.") % before, code="not_next")


def _check_points(points: Sequence[Point], explanation: str) -> None:
    in_the_way = [each.sentence for each in points if each.is_in_the_way]
    if in_the_way:
        _refuse(" ".join(in_the_way), code="in_the_way")
    if not explanation.strip() and not all(each.is_settled for each in points):
        message = _("Say in a few words why what is not settled can stay so.")
        _refuse(message, code="not_explained", field="explanation")


def _keep_figures(month: ClosedMonth, held: Held) -> None:
    ClosingBalance.objects.bulk_create(
        ClosingBalance(month=month, account_id=account, fund_id=fund, amount=amount)
        for (account, fund), amount in held.items()
    )
    MonthContribution.objects.bulk_create(
        MonthContribution(month=month, source=source, group_id=group, amount=amount)
        for (source, group), amount in given_in(month.period).items()
    )


def given_in(period: Period) -> dict[Giver, Decimal]:
    """Return what each group and each other source is credited with in the period.

    What was found out is credited to the group, and no longer not yet identified.
    """
    days = (period.first, period.last)
    given = _by_giver(Contribution.objects.filter(received_on__range=days))
    found = _by_giver(Identification.objects.filter(identified_on__range=days))
    unidentified = (Contribution.Source.UNIDENTIFIED.value, None)
    for giver, amount in found.items():
        given[giver] = given.get(giver, ZERO) + amount
        given[unidentified] = given.get(unidentified, ZERO) - amount
    return given


def _by_giver(rows: QuerySet) -> dict[Giver, Decimal]:
    sums = rows.values_list("source", "group_id").annotate(sum=Sum("amount")).order_by()
    return {(source, group): amount for source, group, amount in sums}


def _refuse(message: str, *, code: str, field: str = "first_on") -> None:
    raise ValidationError({field: ValidationError(message, code=code)})
