"""The notice of a meeting: to everybody who should come, each by blind copy, once.

Sent again, it goes to those it has not reached; where day, time or place have changed
it goes to all, as a change. Of two who send it at once the first writes down whom it
goes to, and the second reads that it is on its way.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.business.actions.recipients import who_comes
from intergroup.business.actions.rollcall import hold
from intergroup.business.actions.sending import (
    Recipient,
    each_once,
    mail_server,
    send_all,
    write_down,
)
from intergroup.business.invitations import announced, invitation
from intergroup.business.models import BusinessMeeting, Sending, SendingLine
from intergroup.registry.models import Body, User

ON_ITS_WAY = timedelta(minutes=30)  # after that, what was not sent was stopped


@dataclass(frozen=True, slots=True)
class Invited:
    """Those who should come: who can be written to, and who has no address."""

    reached: tuple[Recipient, ...]
    without: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Announced:
    """What was sent so far: to whom what stands now, and how often it has changed.

    A mail that is on its way counts as sent.
    """

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
    return Invited(tuple(each_once(reached.values())), tuple(without))


def what_is_announced(meeting: BusinessMeeting, *, at: datetime) -> Announced:
    """Return what the notices sent by ``at`` have said of day, time and place."""
    sendings = Sending.objects.filter(meeting=meeting, kind=Sending.Kind.NOTICE)
    prints = list(sendings.order_by("pk").values_list("pk", "sha256"))
    now, current = announced(meeting), []
    changes = sum(a != b for (_p, a), (_q, b) in itertools.pairwise(prints))
    for pk, told in reversed(prints):
        if told != now:
            break
        current.append(pk)
    is_change = bool(prints) and not current
    goes_out = Q(problem="", sending__sent_at__gt=at - ON_ITS_WAY)
    lines = SendingLine.objects.filter(Q(is_sent=True) | goes_out, sending__in=current)
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
    with mail_server() as connection:
        begun = _begin(meeting, words, at=at, sent_by=sent_by)
        send_all(begun.sending, begun.recipients, begun.letter, connection)
    if begun.sending.lines.filter(is_sent=True).exists():
        called = BusinessMeeting.objects.filter(pk=meeting.pk, called_on__isnull=True)
        called.update(called_on=timezone.localdate(at))
    return begun.sending


@dataclass(frozen=True, slots=True)
class _Begun:
    """A notice that is written down, and its mail."""

    sending: Sending
    recipients: list[Recipient]
    text: str
    file: bytes

    def letter(self, _recipient: Recipient) -> EmailMessage:
        mail = EmailMessage(subject=self.sending.subject, body=self.text)
        mail.attach("meeting.ics", self.file.decode(), "text/calendar")
        return mail


@transaction.atomic
def _begin(
    meeting: BusinessMeeting, words: Words, *, at: datetime, sent_by: User
) -> _Begun:
    """Write down whom it goes to, while nobody else does."""
    held, body = hold(meeting), Body.objects.current()
    so_far = what_is_announced(held, at=at)
    recipients = still_to_tell(invited_to(held), so_far)
    _check(held, recipients, timezone.localdate(at))
    subject, text = words(so_far.is_change)
    sending = Sending(
        kind=Sending.Kind.NOTICE,
        meeting=held,
        subject=subject,
        sha256=announced(held),
        sent_at=at,
        sent_by=sent_by,
    )
    write_down(sending, recipients)
    file = invitation(held, zone=body.time_zone, at=at, changes=so_far.changes)
    return _Begun(sending, recipients, text, file)


def _check(meeting: BusinessMeeting, recipients: list[Recipient], today: date) -> None:
    if meeting.held_on < today:
        raise ValidationError(_("This meeting is over already."), code="over")
    if not recipients:
        told = _("The notice has gone to everybody who has an address.")
        raise ValidationError(told, code="nobody_left")
