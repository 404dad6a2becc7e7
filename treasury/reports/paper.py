"""The treasurer’s report as figures and as paper, ready to be presented.

Printing takes seconds and is done while nobody waits: what is printed is compared with
the books again when it is kept.
"""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from intergroup.business.models import BusinessMeeting
from intergroup.kit import reports
from intergroup.kit.dates import Period
from intergroup.registry.models import User
from treasury.actions.months import Point, close_month
from treasury.models import ClosedMonth, Entry, PresentedReport
from treasury.reports.closings import TREASURERS
from treasury.reports.treasurer import TreasurersReport, treasurers_report

Status = PresentedReport.Status


def print_report(
    period: Period, *, meeting: BusinessMeeting | None = None
) -> PresentedReport:
    """Return the report of a period as it is now, unsaved.

    It is final if every month of the period is closed. Raises DoesNotFootError, and
    CannotPrintError where nothing can be printed.
    """
    seal = Entry.objects.last_seal()  # first: what is posted meanwhile must show
    report = _on_paper(treasurers_report(period), seal)
    report.meeting = meeting
    return report


def print_month(
    month: ClosedMonth,
    *,
    today: date,
    closed_by: User | None,
    points: Sequence[Point] = (),
) -> PresentedReport:
    """Return the final report of a month that is about to be closed, unsaved.

    The month is closed and opened again at once, so that the paper says what it will
    say; raises whatever ``close_month`` raises, and the same as ``print_report``.
    """
    rehearsed = ClosedMonth(first_on=month.first_on, explanation=month.explanation)
    with transaction.atomic():
        close_month(rehearsed, today=today, closed_by=closed_by, points=points)
        answer = treasurers_report(rehearsed.period)
        transaction.set_rollback(True)
    return _on_paper(answer, answer.seal)


def _on_paper(answer: TreasurersReport, seal: str) -> PresentedReport:
    return PresentedReport(
        report=TREASURERS,
        first_on=answer.period.first,
        last_on=answer.period.last,
        status=Status.FINAL if answer.is_final else Status.PROVISIONAL,
        figures=answer.as_json(),
        pdf=reports.get(TREASURERS).as_pdf(answer),
        seal=seal,
    )
