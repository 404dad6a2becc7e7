"""The mail that asks for a report: plain text, with nobody’s name in it."""

from datetime import date

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.business.actions.reporting import (
    asking_of,
    check_open,
    is_reminder,
    note_asked,
    token_of,
)
from intergroup.business.actions.sending import Post, Recipient
from intergroup.business.models import BusinessMeeting, MeetingReport, Sending
from intergroup.kit import pages
from intergroup.kit.site_address import absolute


def subject_of(meeting: BusinessMeeting) -> str:
    """Return the subject: it says nothing of the fellowship."""
    day = date_format(meeting.held_on, "DATE_FORMAT")
    return _("Your report to the meeting on %s") % day


def reports_post(sending: Sending, *, on: date, site: str) -> Post:
    """Return what asks for reports; raises ValidationError (``over``)."""
    check_open(sending.meeting, on)
    asking = asking_of(sending, on=on)

    def letter(recipient: Recipient) -> EmailMessage | None:
        rows = asking.reports[recipient.address]
        return _letter(sending, rows, site) if rows else None

    def note(recipient: Recipient) -> None:
        for row in asking.reports[recipient.address]:
            note_asked(row, sending, on=on)

    return Post(asking.recipients, letter, note)


def _letter(sending: Sending, rows: list[MeetingReport], site: str) -> EmailMessage:
    def link(row: MeetingReport) -> str:
        address = reverse("business:report", args=[token_of(row, sending)])
        return absolute(address, site=site)

    context = pages.context(
        meeting=sending.meeting,
        links=[(row, link(row)) for row in rows],
        is_reminder=any(is_reminder(row, sending) for row in rows),
    )
    text = render_to_string("business/mail/reports_asked.txt", context)
    subject = subject_of(sending.meeting)
    return EmailMessage(subject=subject, body=text.strip() + "\n")
