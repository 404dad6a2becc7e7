"""Mail to many: each by blind copy, and written down whom it went to.

``write_down`` saves a sending with all its lines, before the first mail; ``go_on``
mails what has not gone, and marks each line when its mail is on its way. Where the work
is killed in between, ``go_on`` does the rest.
"""

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.business.actions import at_work
from intergroup.business.models import (
    NO_ADDRESS,
    NOT_NEEDED,
    BusinessMeeting,
    Motion,
    Sending,
    SendingLine,
)
from intergroup.registry.models import Body

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody to write to: ``to`` is by service (“Group 7 Hope, GSR”)."""

    to: str
    address: str


Letter = Callable[[Recipient], EmailMessage | None]
"""Makes the mail to one of them, or None where there is nothing to tell any more.

It has subject, words and files; whom it goes to is set.
"""


@dataclass(frozen=True, slots=True)
class Post:
    """What a sending brings: the letter to each, and what follows once it has gone.

    ``recipients`` are all who may have a line, in the same order each time: two of one
    name are told apart by their place.
    """

    recipients: Iterable[Recipient]
    letter: Letter
    note: Callable[[Recipient], object] | None = None


@transaction.atomic
def write_down(sending: Sending, choose: Callable[[], Iterable[Recipient]]) -> Sending:
    """Save a sending with a line for each whom ``choose`` gives; return it.

    Where the last one of the same thing has mails that were never tried, it is on its
    way or was stopped, and is returned instead: of two who send at once one writes.
    """
    _hold(sending)
    last = Sending.objects.like(sending).first()
    if last and last.lines.untried().exists():
        return last
    return _save(sending, each_once(choose()))


def go_on(sending: Sending, post: Post) -> None:
    """Mail what has not gone of a sending that is written down.

    Raises ValidationError (``mail_server``) where the server does not answer; what has
    not gone by then can go later.
    """
    with mail_server() as connection:
        _send_all(sending, post, connection)


def send(sending: Sending, recipients: list[Recipient], letter: Letter) -> Sending:
    """Save ``sending`` and mail it, where the mail server answers.

    Raises ValidationError (``mail_server``) where it does not; nothing is written down
    then. It is for what is tried again by itself: no page goes on with it.
    """
    with mail_server() as connection:
        _save(sending, each_once(recipients))
        _send_all(sending, Post(recipients, letter), connection)
    return sending


def each_once(recipients: Iterable[Recipient]) -> list[Recipient]:
    """Return those to write to: nobody twice under one name, nor at one address.

    Two who share a name, such as the co-chairs of a committee, are told apart by a
    number; of two names at one address the first is kept.
    """
    addresses, names, chosen = set(), Counter(), []
    for each in recipients:
        address = each.address.strip().lower()
        if address and address in addresses:
            continue
        addresses.add(address)
        names[each.to] += 1
        number = names[each.to]
        to = f"{each.to} ({number})" if number > 1 else each.to
        chosen.append(replace(each, to=to))
    return chosen


@contextmanager
def mail_server() -> Iterator[object]:
    """Give a connection; raises ValidationError (``mail_server``) where none is."""
    try:
        with get_connection() as connection:
            yield connection
    except OSError as error:
        message = _("The mail server does not answer. Try again later.")
        raise ValidationError(message, code="mail_server") from error


def _hold(sending: Sending) -> None:
    """Let nobody else write down a sending about the same meeting or motion."""
    if sending.meeting_id:
        held = BusinessMeeting.objects.select_for_update(of=("self",))
        held.get(pk=sending.meeting_id)
    if sending.motion_id:
        Motion.objects.select_for_update(of=("self",)).get(pk=sending.motion_id)


@transaction.atomic
def _save(sending: Sending, recipients: list[Recipient]) -> Sending:
    sending.full_clean()
    sending.save()
    SendingLine.objects.bulk_create(
        SendingLine(
            sending=sending, to=each.to, problem="" if each.address else NO_ADDRESS
        )
        for each in recipients
    )
    return sending


def _send_all(sending: Sending, post: Post, connection: object) -> None:
    """Mail what is left; a connection that broke is opened anew for the next one."""
    left = set(sending.lines.left().values_list("to", flat=True))
    for each in each_once(post.recipients):
        if each.to not in left:
            continue
        left.remove(each.to)
        connection.open()
        problem = _send_one(sending, post, each, connection)
        _mark(sending, post, each, problem)
        at_work.heard(sending)
    sending.lines.filter(to__in=left).update(problem=NOT_NEEDED)


def _send_one(
    sending: Sending, post: Post, recipient: Recipient, connection: object
) -> str:
    """Mail one letter; return why it could not be sent, or nothing."""
    if not recipient.address:
        return str(NO_ADDRESS)
    mail = post.letter(recipient)
    if mail is None:
        return str(NOT_NEEDED)
    body = Body.objects.current()
    mail.to, mail.bcc = [], [recipient.address]
    mail.connection = connection
    mail.reply_to = mail.reply_to or ([body.email] if body.email else [])
    mail.extra_headers.setdefault("Auto-Submitted", "auto-generated")
    try:
        mail.send()
    except (OSError, ValueError) as error:  # of the mail server; of the address
        problem = type(error).__name__  # its words hold the address
        logger.warning("Sending %s: a mail failed (%s).", sending.pk, problem)
        connection.close()
        return problem
    return ""


@transaction.atomic
def _mark(sending: Sending, post: Post, recipient: Recipient, problem: str) -> None:
    lines = sending.lines.filter(to=recipient.to)
    lines.update(is_sent=not problem, problem=problem)
    if post.note and not problem:
        post.note(recipient)
