"""Mail to many: each by blind copy, and written down whom it went to.

A sending is written down with all its lines first; each line is marked when its mail
is on its way. Where the work is killed in between, ``go_on`` sends what is left.
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
from django.utils.translation import gettext_lazy

from intergroup.business.models import Sending, SendingLine
from intergroup.registry.models import Body

NO_ADDRESS = gettext_lazy("no e-mail address")
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody to write to: ``to`` is by service (“Group 7 Hope, GSR”)."""

    to: str
    address: str


Letter = Callable[[Recipient], EmailMessage]
"""Makes the mail to one of them: subject, words and files; whom it goes to is set."""


def send(sending: Sending, recipients: Iterable[Recipient], letter: Letter) -> Sending:
    """Save ``sending`` and mail it to all of ``recipients`` who have an address.

    Raises ValidationError (``mail_server``) where the server does not answer; nothing
    is written down then.
    """
    chosen = each_once(recipients)
    with mail_server() as connection:
        write_down(sending, chosen)
        send_all(sending, chosen, letter, connection)
    return sending


def go_on(sending: Sending, recipients: Iterable[Recipient], letter: Letter) -> Sending:
    """Mail what was not sent of a sending that was stopped, or failed in part.

    Raises ValidationError (``mail_server``) where the server does not answer.
    """
    left = set(sending.lines.filter(is_sent=False).values_list("to", flat=True))
    chosen = [each for each in each_once(recipients) if each.to in left]
    with mail_server() as connection:
        send_all(sending, chosen, letter, connection)
    return sending


def is_whole(sending: Sending) -> bool:
    """Tell whether all who have an address were written to."""
    left = sending.lines.filter(is_sent=False)
    return not left.exclude(problem=str(NO_ADDRESS)).exists()


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


@transaction.atomic
def write_down(sending: Sending, recipients: Iterable[Recipient]) -> Sending:
    """Save a sending with a line for each, before the first mail."""
    sending.full_clean()
    sending.save()
    SendingLine.objects.bulk_create(
        SendingLine(
            sending=sending, to=each.to, problem="" if each.address else NO_ADDRESS
        )
        for each in each_once(recipients)
    )
    return sending


@contextmanager
def mail_server() -> Iterator[object]:
    """Give a connection; raises ValidationError (``mail_server``) where none is."""
    try:
        with get_connection() as connection:
            yield connection
    except OSError as error:
        message = _("The mail server does not answer; nothing was sent. Try again.")
        raise ValidationError(message, code="mail_server") from error


def send_all(
    sending: Sending, chosen: list[Recipient], letter: Letter, connection: object
) -> None:
    """Mail what is written down of ``sending``, and mark each line."""
    body = Body.objects.current()
    for each in chosen:
        if not each.address:
            continue
        problem = _send_one(letter(each), each.address, body, connection)
        if problem:  # its words hold the address: only its kind is told
            logger.warning("Sending %s: a mail failed (%s).", sending.pk, problem)
        lines = SendingLine.objects.filter(sending=sending, to=each.to)
        lines.update(is_sent=not problem, problem=problem)


def _send_one(mail: EmailMessage, address: str, body: Body, connection: object) -> str:
    """Mail one letter; return why it could not be sent, or nothing."""
    mail.to, mail.bcc = [], [address]
    mail.connection = connection
    mail.reply_to = mail.reply_to or ([body.email] if body.email else [])
    mail.extra_headers.setdefault("Auto-Submitted", "auto-generated")
    try:
        mail.send()
    except (OSError, ValueError) as error:  # of the mail server; of the address
        return type(error).__name__
    return ""
