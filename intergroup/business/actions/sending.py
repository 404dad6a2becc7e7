"""Mail to many: each by blind copy, and written down whom it went to.

A sending is written down with all its lines first; each line is marked when its mail
is on its way. Where the work is killed in between, ``go_on`` sends what is left.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.business.models import Sending, SendingLine
from intergroup.registry.models import Body

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

    Nobody is written to twice under one name, nor at one address. Raises
    ValidationError (``mail_server``) where the server does not answer; nothing is
    written down then.
    """
    chosen = _each_once(recipients)
    try:
        with get_connection() as connection:
            _write_down(sending, chosen)
            _send_all(sending, chosen, letter, connection)
    except OSError as error:
        message = _("The mail server does not answer; nothing was sent. Try again.")
        raise ValidationError(message, code="mail_server") from error
    return sending


def go_on(sending: Sending, recipients: Iterable[Recipient], letter: Letter) -> Sending:
    """Mail what was not sent of a sending that was stopped, or failed in part."""
    left = set(sending.lines.filter(is_sent=False).values_list("to", flat=True))
    chosen = [each for each in _each_once(recipients) if each.to in left]
    try:
        with get_connection() as connection:
            _send_all(sending, chosen, letter, connection)
    except OSError as error:
        message = _("The mail server does not answer; nothing was sent. Try again.")
        raise ValidationError(message, code="mail_server") from error
    return sending


def _each_once(recipients: Iterable[Recipient]) -> list[Recipient]:
    names, addresses, chosen = set(), set(), []
    for each in recipients:
        address = each.address.strip().lower()
        if each.to in names or (address and address in addresses):
            continue
        names.add(each.to)
        addresses.add(address)
        chosen.append(each)
    return chosen


@transaction.atomic
def _write_down(sending: Sending, chosen: list[Recipient]) -> None:
    sending.full_clean()
    sending.save()
    SendingLine.objects.bulk_create(
        SendingLine(
            sending=sending,
            to=each.to,
            problem="" if each.address else _("no e-mail address"),
        )
        for each in chosen
    )


def _send_all(
    sending: Sending, chosen: list[Recipient], letter: Letter, connection: object
) -> None:
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
