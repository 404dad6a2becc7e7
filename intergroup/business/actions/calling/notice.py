"""The notice of a meeting: to everybody who should come, each by blind copy, once.

Sent again, it goes to those it has not reached; where day, time or place have changed
it goes to all, as a change.
"""

import itertools
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.business.actions.recipients import who_comes
from intergroup.business.actions.sending import Recipient, each_once, write_down
from intergroup.business.invitations import announced
from intergroup.business.models import BusinessMeeting, Sending, SendingLine
from intergroup.registry.models import User


@dataclass(frozen=True, slots=True)
class Invited:
    """Those who should come: who can be written to, and who has no address."""

    reached: tuple[Recipient, ...]
    without: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Announced:
    """What was sent so far: to whom what stands now, and how often it has changed.

    ``waiting`` are those whose mail was not tried yet: its sending goes on with it.
    """

    told: frozenset[str]
    waiting: frozenset[str]
    changes: int
    is_change: bool


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


def what_is_announced(meeting: BusinessMeeting) -> Announced:
    """Return what the notices have said of day, time and place."""
    sendings = Sending.objects.filter(meeting=meeting, kind=Sending.Kind.NOTICE)
    prints = list(sendings.order_by("pk").values_list("pk", "sha256"))
    now, current = announced(meeting), []
    changes = sum(a != b for (_p, a), (_q, b) in itertools.pairwise(prints))
    for pk, said in reversed(prints):
        if said != now:
            break
        current.append(pk)
    is_change = bool(prints) and not current
    lines = SendingLine.objects.filter(sending__in=current)
    told = lines.filter(is_sent=True).values_list("to", flat=True)
    return Announced(
        told=frozenset(told),
        waiting=frozenset(lines.untried().values_list("to", flat=True)),
        changes=changes + is_change,
        is_change=is_change or (changes > 0 and bool(current)),
    )


def still_to_tell(invited: Invited, so_far: Announced) -> list[Recipient]:
    """Return those to whom day, time and place as they are now were not sent."""
    known = so_far.told | so_far.waiting
    return [each for each in invited.reached if each.to not in known]


def write_notice(
    meeting: BusinessMeeting, *, subject: str, at: datetime, sent_by: User
) -> Sending:
    """Write down whom the notice goes to now: those whom it has not reached.

    Raises ValidationError: ``over`` after the day of the meeting, ``nobody_left``.
    """
    check_ahead(meeting, timezone.localdate(at))
    sending = Sending(
        kind=Sending.Kind.NOTICE,
        meeting=meeting,
        subject=subject,
        sha256=announced(meeting),
        sent_at=at,
        sent_by=sent_by,
    )
    return write_down(sending, partial(_choose, meeting))


def note_notice(sending: Sending, *, on: date) -> None:
    """Write down the day on which the first mail of a notice has gone."""
    called = BusinessMeeting.objects.filter(pk=sending.meeting_id)
    called.filter(called_on__isnull=True).update(called_on=on)


def check_ahead(meeting: BusinessMeeting, today: date) -> None:
    """Refuse to announce what is over; raises ValidationError (``over``)."""
    if meeting.held_on < today:
        raise ValidationError(_("This meeting is over already."), code="over")


def _choose(meeting: BusinessMeeting) -> list[Recipient]:
    recipients = still_to_tell(invited_to(meeting), what_is_announced(meeting))
    if not recipients:
        told = _("The notice has gone to everybody who has an address.")
        raise ValidationError(told, code="nobody_left")
    return recipients
