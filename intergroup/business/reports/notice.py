"""The notice of a meeting: its words, its mail, who gets it now, who has no address."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from intergroup.business.actions.calling import (
    check_ahead,
    invited_to,
    note_notice,
    still_to_tell,
    what_is_announced,
)
from intergroup.business.actions.sending import Post, Recipient
from intergroup.business.invitations import announced, invitation
from intergroup.business.models import BusinessMeeting, Sending
from intergroup.business.reports.cover import cover
from intergroup.kit import pages
from intergroup.registry.models import Body

MAIL = "business/mail/notice"


@dataclass(frozen=True, slots=True)
class Notice:
    """What would be sent: ``to_tell`` by service, ``told`` have it already.

    ``is_waiting`` where mails of the last one were not tried yet.
    """

    subject: str
    words: str
    to_tell: tuple[str, ...]
    told: tuple[str, ...]
    is_waiting: bool
    without: tuple[str, ...]
    is_change: bool
    called_on: date | None


def notice(meeting: BusinessMeeting) -> Notice:
    """Return the notice of ``meeting`` as it would go out now."""
    invited, so_far = invited_to(meeting), what_is_announced(meeting)
    to_tell = tuple(each.to for each in still_to_tell(invited, so_far))
    subject, words = words_of(meeting, is_change=so_far.is_change)
    return Notice(
        subject=subject,
        words=words,
        to_tell=to_tell,
        told=tuple(each.to for each in invited.reached if each.to in so_far.told),
        is_waiting=bool(so_far.waiting),
        without=invited.without,
        is_change=so_far.is_change,
        called_on=meeting.called_on,
    )


def words_of(meeting: BusinessMeeting, *, is_change: bool) -> tuple[str, str]:
    """Return subject and words; the subject says nothing of the fellowship."""
    context = pages.context(
        meeting=meeting,
        cover=cover(meeting),
        is_change=is_change,
        body=Body.objects.current(),
    )
    subject = render_to_string(f"{MAIL}_subject.txt", context)
    words = render_to_string(f"{MAIL}.txt", context)
    return " ".join(subject.split()), f"{words.strip()}\n"


def notice_post(sending: Sending, *, on: date, site: str) -> Post:
    """Return what a notice brings; raises ValidationError: ``over``, ``changed``."""
    meeting = sending.meeting
    check_ahead(meeting, on)
    if announced(meeting) != sending.sha256:
        message = _("Day, time or place have changed since: send the notice anew.")
        raise ValidationError(message, code="changed")
    so_far, zone = what_is_announced(meeting), Body.objects.current().time_zone
    subject, words = words_of(meeting, is_change=so_far.is_change)
    file = invitation(meeting, zone=zone, at=sending.sent_at, changes=so_far.changes)

    def letter(_recipient: Recipient) -> EmailMessage:
        mail = EmailMessage(subject=subject, body=words)
        mail.attach("meeting.ics", file.decode(), "text/calendar")
        return mail

    def note(_recipient: Recipient) -> None:
        note_notice(sending, on=on)

    return Post(invited_to(meeting).reached, letter, note)
