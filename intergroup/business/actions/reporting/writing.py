"""Writing a report: saved as it is typed, sent once; words of two tabs stay both.

Whoever writes says with ``read`` what they had before them, by its stamp. Where the
report has been written since, nothing is saved (``stale``), and the caller shows both.
"""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.business.actions.rollcall import hold as hold_meeting
from intergroup.business.models import MeetingReport
from intergroup.registry.actions.recording import Way
from intergroup.registry.actions.verifying import verify_group

State = MeetingReport.State
OFFICE_BOXES = ("report", "needs", "suggestions", "events")
GROUP_BOXES = (
    "listing",
    "changes",
    "attendance",
    "meetings_held",
    "contributed",
    "literature",
    "report",
    "problems",
    *OFFICE_BOXES[1:],
)


def boxes_of(report: MeetingReport) -> tuple[str, ...]:
    """Return what is asked: of a group more than of a position."""
    return OFFICE_BOXES if report.office else GROUP_BOXES


def stamp_of(report: MeetingReport) -> str:
    """Return what stands for all that a report says now."""
    said = [report.state, *(str(getattr(report, name)) for name in GROUP_BOXES)]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:20]


@transaction.atomic
def save_draft(
    report: MeetingReport, said: Mapping[str, object], *, read: str
) -> MeetingReport:
    """Keep what was typed so far, and return the report as it is now.

    Raises ValidationError: ``sent``, or ``stale``.
    """
    held = _written(report, said, read)
    held.state = State.DRAFT
    held.save()
    return held


@transaction.atomic
def send_report(
    report: MeetingReport, said: Mapping[str, object], *, read: str, at: datetime
) -> MeetingReport:
    """Send a report, once; a listing that is said to be right counts as confirmed.

    Raises ValidationError: ``sent``, ``stale``, or ``empty``.
    """
    held = _written(report, said, read)
    if not has_words(held):
        message = _("There is nothing in this report yet. Write a line, then send it.")
        raise ValidationError(message, code="empty")
    held.state, held.sent_at = State.SENT, at
    held.full_clean(exclude=["group"])
    held.save()
    if held.group and held.listing == MeetingReport.Listing.RIGHT:
        day = timezone.localdate(at)
        with suppress(ValidationError):  # it does not meet: the office knows more
            verify_group(held.group, on=day, verified_by=None, way=Way.VERIFICATION)
    return held


def has_words(report: MeetingReport) -> bool:
    """Tell whether a report says anything."""
    said = (getattr(report, name) for name in GROUP_BOXES)
    return any(each not in (None, "") for each in said)


def hold(report: MeetingReport) -> MeetingReport:
    """Return the row of a report, held until the end; itself where there is none yet.

    Raises ValidationError (``sent``) for one that was given.
    """
    whose = {"meeting": report.meeting, "group": report.group, "office": report.office}
    found = MeetingReport.objects.select_for_update(of=("self",)).filter(**whose)
    held = found.first()
    if held is None:  # two who begin at once wait for each other here
        hold_meeting(report.meeting)
        held = found.first() or report
    if held.state in (State.SENT, State.SPOKEN):
        message = _("This report was given already, and stays as it was given.")
        raise ValidationError(message, code="sent")
    return held


def _written(
    report: MeetingReport, said: Mapping[str, object], read: str
) -> MeetingReport:
    held = hold(report)
    is_the_same = all(getattr(held, name) == value for name, value in said.items())
    if stamp_of(held) != read and not is_the_same:
        message = _(
            "This report has been written in another window since you opened this "
            "page. Nothing is lost: both are shown."
        )
        raise ValidationError(message, code="stale")
    for name in boxes_of(held):
        if name in said:
            setattr(held, name, said[name])
    return held
