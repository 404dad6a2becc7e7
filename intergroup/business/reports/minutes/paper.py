"""Minutes on paper, in plain words, and the letter that sends them round."""

import hashlib
import re
from collections.abc import Callable
from html import unescape

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from intergroup.business.actions.minutes.approving import Kept
from intergroup.business.models import BusinessMeeting, Minutes
from intergroup.business.reports.minutes.record import MinutesRecord, minutes_record
from intergroup.kit import pages, pdf

_BETWEEN_CELLS = re.compile(r"</t[hd]>\s*<t[hd][^>]*>")


def minutes_html(record: MinutesRecord, *, large: bool = False) -> str:
    """Return the minutes as a page of HTML for paper."""
    context = pages.context(record=record, large=large)
    return render_to_string("business/minutes/paper.html", context)


def minutes_pdf(record: MinutesRecord, *, large: bool = False) -> bytes:
    """Return the minutes as a tagged PDF; the same data gives the same bytes."""
    return pdf.from_html(minutes_html(record, large=large))


def as_text(record: MinutesRecord) -> str:
    """Return the minutes in plain words, line by line: to be kept and searched."""
    context = pages.context(record=record)
    html = render_to_string("business/minutes/body.html", context)
    html = _BETWEEN_CELLS.sub(", ", html.replace("</dt>", ": "))
    lines = (" ".join(line.split()) for line in strip_tags(html).splitlines())
    return unescape("\n".join(line for line in lines if line))


def keep(minutes: Minutes) -> Kept:
    """Return what is kept of minutes that are approved now."""
    record = minutes_record(minutes)
    return Kept(text=as_text(record), content=minutes_pdf(record))


def subject_of(meeting: BusinessMeeting) -> str:
    """Return the subject of the letter: it says nothing of the fellowship."""
    day = date_format(meeting.held_on, "DATE_FORMAT")
    return _("Minutes of the meeting on %s") % day


def round_letter(minutes: Minutes) -> tuple[Callable[[object], EmailMessage], str]:
    """Return what writes the letter to each, and the fingerprint of its PDF."""
    meeting = minutes.meeting
    content = minutes_pdf(minutes_record(minutes))
    context = pages.context(meeting=meeting, minutes=minutes)
    text = render_to_string("business/mail/minutes_round.txt", context).strip()
    name = f"minutes-{meeting.held_on}.pdf"

    def letter(_who: object) -> EmailMessage:
        mail = EmailMessage(subject=subject_of(meeting), body=f"{text}\n")
        mail.attach(name, content, "application/pdf")
        return mail

    return letter, hashlib.sha256(content).hexdigest()
