"""The notice of a meeting: to everybody who should come, each by blind copy, once.

Sent again, it goes to those it has not reached; where day, time or place have changed
it goes to all, as a change.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.business.actions.recipients import who_comes
from intergroup.business.actions.sending import Recipient, send
from intergroup.business.invitations import announced, invitation
from intergroup.business.models import BusinessMeeting, Sending, SendingLine
from intergroup.registry.models import Body, User


@dataclass(frozen=True, slots=True)
class Invited:
    """Those who should come: who can be written to, and who has no address."""

    reached: tuple[Recipient, ...]
    without: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Announced:
    """What was sent so far: to whom what stands now, and how often it has changed."""

    told: frozenset[str]
    changes: int
    is_change: bool


Words = Callable[[bool], tuple[str, str]]
"""Return subject and words of the mail; True for a change."""


def invited_to(meeting: BusinessMeeting) -> Invited:
    """Return representatives, alternates and those who serve, each address once."""
    reached: dict[str, Recipient] = {}
    without: dict[str, None] = {}
    for each in who_comes(meeting.held_on):
        address = each.address.strip().lower()
        if address:
            reached.setdefault(address, each)
        else:
            without[each.to] = None
    return Invited(tuple(reached.values()), tuple(without))


def what_is_announced(meeting: BusinessMeeting) -> Announced:
    """Return what the notices sent so far have said of day, time and place."""
    sendings = Sending.objects.filter(meeting=meeting, kind=Sending.Kind.NOTICE)
    prints = list(sendings.order_by("pk").values_list("pk", "sha256"))
    now, current = announced(meeting), []
    changes = sum(a != b for (_p, a), (_q, b) in itertools.pairwise(prints))
    for pk, told in reversed(prints):
        if told != now:
            break
        current.append(pk)
    is_change = bool(prints) and not current
    lines = SendingLine.objects.filter(sending__in=current, is_sent=True)
    return Announced(
        told=frozenset(lines.values_list("to", flat=True)),
        changes=changes + is_change,
        is_change=is_change or (changes > 0 and bool(current)),
    )


def still_to_tell(invited: Invited, so_far: Announced) -> list[Recipient]:
    """Return those to whom day, time and place as they are now were not sent."""
    return [each for each in invited.reached if each.to not in so_far.told]


def send_notice(
    meeting: BusinessMeeting, *, words: Words, at: datetime, sent_by: User
) -> Sending:
    """Mail the notice to those whom it has not reached, and write down the day.

    Raises ValidationError: ``nobody_left``, ``over``, and what ``send`` raises.
    """
    body, so_far = Body.objects.current(), what_is_announced(meeting)
    recipients = still_to_tell(invited_to(meeting), so_far)
    today = timezone.localdate(at)
    _check(meeting, recipients, today)
    subject, text = words(so_far.is_change)
    file = invitation(meeting, zone=body.time_zone, at=at, changes=so_far.changes)

    def letter(_recipient: Recipient) -> EmailMessage:
        mail = EmailMessage(subject=subject, body=text)
        mail.attach("meeting.ics", file.decode(), "text/calendar")
        return mail

    sending = Sending(
        kind=Sending.Kind.NOTICE,
        meeting=meeting,
        subject=subject,
        sha256=announced(meeting),
        sent_at=at,
        sent_by=sent_by,
    )
    send(sending, recipients, letter)
    if meeting.called_on is None and sending.lines.filter(is_sent=True).exists():
        meeting.called_on = today
        meeting.save(update_fields=["called_on"])
    return sending


def _check(
    meeting: BusinessMeeting, recipients: list[Recipient], today: object
) -> None:
    if meeting.held_on < today:
        raise ValidationError(_("This meeting is over already."), code="over")
    if not recipients:
        told = _("The notice has gone to everybody who has an address.")
        raise ValidationError(told, code="nobody_left")
