"""Reports that came on paper or were spoken, entered by the office; and accepting."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.business.actions.reporting.writing import boxes_of, has_words, hold
from intergroup.business.models import BusinessMeeting, MeetingReport

State = MeetingReport.State


@transaction.atomic
def enter_report(
    report: MeetingReport, said: Mapping[str, object], *, state: str, at: datetime
) -> MeetingReport:
    """Write a report down for somebody: ``sent`` on paper, or ``spoken``.

    A spoken one may have no words. Raises ValidationError: ``sent``, or ``empty``.
    """
    held = hold(report)
    for name in boxes_of(held):
        setattr(held, name, said[name])
    if state != State.SPOKEN and not has_words(held):
        message = _("Write down what the report says, or say that it was spoken.")
        raise ValidationError(message, code="empty")
    held.state, held.sent_at = state, at
    held.full_clean(exclude=["group"])
    held.save()
    return held


@transaction.atomic
def accept_reports(meeting: BusinessMeeting, ids: Iterable[int] | None = None) -> int:
    """Write down that the meeting accepted these reports; all that were given, if None.

    Return how many.
    """
    given = meeting.reports.given().filter(is_accepted=False)
    if ids is not None:
        given = given.filter(pk__in=ids)
    return given.update(is_accepted=True)
