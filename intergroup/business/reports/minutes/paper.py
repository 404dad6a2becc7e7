"""Minutes on paper, in plain words, and the letter that sends them round."""

import hashlib
import re
from datetime import date
from html import unescape

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from intergroup.business.actions.minutes.approving import Kept
from intergroup.business.actions.recipients import who_comes
from intergroup.business.actions.sending import Post, Recipient
from intergroup.business.models import BusinessMeeting, Minutes, Sending
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


def round_fingerprint(minutes: Minutes) -> str:
    """Return the fingerprint of the PDF that would go round now."""
    return hashlib.sha256(minutes_pdf(minutes_record(minutes))).hexdigest()


def minutes_post(sending: Sending, *, on: date, site: str) -> Post:
    """Return what goes round: the PDF made anew, the same as was written down.

    Raises ValidationError: ``changed`` where the minutes read otherwise now, or
    ``cannot_print``.
    """
    meeting = sending.meeting
    rows = Minutes.objects.listed().select_related("meeting")
    content = _content(rows.get(meeting=meeting))
    if hashlib.sha256(content).hexdigest() != sending.sha256:
        message = _("The minutes read otherwise now: send them round again.")
        raise ValidationError(message, code="changed")
    text = _words(sending)

    def letter(_who: Recipient) -> EmailMessage:
        mail = EmailMessage(subject=subject_of(meeting), body=text)
        mail.attach(f"minutes-{meeting.held_on}.pdf", content, "application/pdf")
        return mail

    return Post(who_comes(on), letter)


def _content(minutes: Minutes) -> bytes:
    try:
        return minutes_pdf(minutes_record(minutes))
    except pdf.CannotPrintError as error:
        raise ValidationError(str(error), code="cannot_print") from error


def _words(sending: Sending) -> str:
    before = Sending.objects.filter(
        kind=Sending.Kind.MINUTES, meeting=sending.meeting, pk__lt=sending.pk
    )
    is_corrected = before.exclude(sha256=sending.sha256).exists()
    context = pages.context(meeting=sending.meeting, is_corrected=is_corrected)
    text = render_to_string("business/mail/minutes_round.txt", context)
    return f"{text.strip()}\n"
