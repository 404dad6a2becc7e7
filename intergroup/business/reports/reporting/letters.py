"""The mail that asks for a report: plain text, with nobody’s name in it."""

from collections.abc import Callable

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.business.actions.reporting.asking import Links, Write
from intergroup.business.models import BusinessMeeting
from intergroup.kit import pages


def subject_of(meeting: BusinessMeeting) -> str:
    """Return the subject: it says nothing of the fellowship."""
    day = date_format(meeting.held_on, "DATE_FORMAT")
    return _("Your report to the meeting on %s") % day


def letter_writer(meeting: BusinessMeeting, link: Callable[[str], str]) -> Write:
    """Give what writes the mail; ``link`` makes the whole address of a token."""

    def write(links: Links) -> EmailMessage:
        context = pages.context(
            meeting=meeting,
            links=[(row, link(token)) for row, token in links],
            is_reminder=any(row.reminded_on for row, _token in links),
        )
        text = render_to_string("business/mail/reports_asked.txt", context)
        return EmailMessage(subject=subject_of(meeting), body=text.strip() + "\n")

    return write
