"""Asking for reports by mail: a link for each, and one reminder for who has not sent.

Whom a sending asks is written down first; a report counts as asked for, or reminded of,
once a mail with its link has gone, and from then on that link is the good one. Who
reports for several gets one mail with a link for each.
"""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.business.actions.reporting.whose import (
    office_of,
    report_of,
    reporters_on,
)
from intergroup.business.actions.sending import Recipient, each_once, write_down
from intergroup.business.models import BusinessMeeting, MeetingReport, Sending
from intergroup.business.servants import serving_on
from intergroup.kit.dates import ONE_DAY
from intergroup.kit.tokens import hashed, token_for
from intergroup.registry.actions.verifying.contacts import contacts_of

LONGEST = 300
State = MeetingReport.State


@dataclass(frozen=True, slots=True)
class Asking:
    """Whom a sending may write to, and about which reports, by the address of each.

    ``recipients`` are all who report and can be reached: by name they stay the same,
    whatever has been sent meanwhile. ``nobody`` are reports that no mail asks for.
    """

    recipients: tuple[Recipient, ...]
    reports: dict[str, list[MeetingReport]]
    nobody: tuple[MeetingReport, ...]


def ask_for_reports(sending: Sending) -> Sending:
    """Write down who is asked, of those who were not, and reminded once, who was.

    ``sending`` is unsaved, and names the meeting. Raises ValidationError: ``over``
    after the day of the meeting, ``all_asked``, or ``nobody`` without any address.
    """
    check_open(sending.meeting, _day_of(sending))
    return write_down(sending, lambda: _choose(sending))


def asking_of(sending: Sending, *, on: date) -> Asking:
    """Return whom a sending asks for what, by who serves on ``on``."""
    rows = list(sending.meeting.reports.select_related("group").order_by("pk"))
    reachable = _addresses(rows, on)
    wanted = {row.pk for row in rows if _is_wanted(row, sending)}
    found: dict[str, list[MeetingReport]] = {}
    for row in rows:
        for address in dict.fromkeys(reachable[row.pk]):
            found.setdefault(address, []).append(row)
    named = (
        Recipient(", ".join(map(str, reports))[:LONGEST], address)
        for address, reports in found.items()
    )
    return Asking(
        recipients=tuple(each_once(named)),
        reports={
            address: [row for row in reports if row.pk in wanted]
            for address, reports in found.items()
        },
        nobody=tuple(r for r in rows if r.pk in wanted and not reachable[r.pk]),
    )


def begin_list(meeting: BusinessMeeting, *, on: date) -> None:
    """Make a row for everybody who reports, by who serves on ``on``."""
    for reporter in reporters_on(on):
        row = report_of(meeting, reporter)
        if row.pk is None:
            row.save()


def token_of(row: MeetingReport, sending: Sending) -> str:
    """Return the word in the link to a report that the mails of a sending bring."""
    return token_for(f"report:{row.pk}:{sending.pk}")


def is_reminder(row: MeetingReport, sending: Sending) -> bool:
    """Tell whether a sending reminds of a report that another one asked for."""
    return bool(row.reminded_on if _is_asked(row, sending) else row.asked_on)


def note_asked(row: MeetingReport, sending: Sending, *, on: date) -> None:
    """Write down that a mail with its link has gone; the one before is good no more."""
    if _is_asked(row, sending):
        return
    row.reminded_on = on if row.asked_on else None
    row.asked_on = row.asked_on or on
    row.token_hash = hashed(token_of(row, sending))
    row.expires_on = row.meeting.held_on + ONE_DAY
    names = ("token_hash", "asked_on", "reminded_on", "expires_on")
    waiting = MeetingReport.objects.filter(pk=row.pk, state__in=_WAITING)
    waiting.update(**{name: getattr(row, name) for name in names})


def check_open(meeting: BusinessMeeting, on: date) -> None:
    """Refuse to ask after the day of the meeting; raises ValidationError (``over``)."""
    if on > meeting.held_on:
        message = _("The meeting is over: enter what was told there instead.")
        raise ValidationError(message, code="over")


def _choose(sending: Sending) -> list[Recipient]:
    on = _day_of(sending)
    begin_list(sending.meeting, on=on)
    asking = asking_of(sending, on=on)
    reached = [each for each in asking.recipients if asking.reports[each.address]]
    names = ", ".join(map(str, asking.nobody))
    if not reached and names:
        message = _("Nobody can be asked by mail for: %s. Ask at the meeting.")
        raise ValidationError(message % names, code="nobody")
    if not reached:
        message = _("Everybody has been asked, and reminded once.")
        raise ValidationError(message, code="all_asked")
    return [*reached, *(Recipient(str(row), "") for row in asking.nobody)]


def _addresses(rows: list[MeetingReport], on: date) -> dict[int, list[str]]:
    """Return where each report can be asked for, by the id of its row."""
    offices: dict[str, list[str]] = {}
    for each in serving_on(on):
        if each.address:
            offices.setdefault(office_of(each), []).append(each.address.lower())
    contacts = contacts_of([row.group for row in rows if row.group], on=on)
    return {
        row.pk: [each.address.lower() for each in contacts[row.group_id]]
        if row.group_id
        else offices.get(row.office, [])
        for row in rows
    }


_WAITING = (State.ASKED, State.DRAFT)


def _is_wanted(row: MeetingReport, sending: Sending) -> bool:
    """Tell whether a sending asks for it: new to be asked for, or to be reminded of."""
    if row.state not in _WAITING:
        return False
    is_new = not row.asked_on
    is_reminded = row.asked_on and not row.reminded_on
    is_due = is_reminded and row.asked_on < _day_of(sending)
    return bool(is_new or is_due or _is_asked(row, sending))


def _is_asked(row: MeetingReport, sending: Sending) -> bool:
    """Tell whether a mail of this very sending has gone for it."""
    return bool(sending.pk) and row.token_hash == hashed(token_of(row, sending))


def _day_of(sending: Sending) -> date:
    return timezone.localdate(sending.sent_at)
