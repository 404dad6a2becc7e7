"""The mails of a packet, sent in a process of their own: it survives a closed tab."""

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from intergroup.business.actions.recipients import who_comes
from intergroup.business.actions.sending import Recipient, is_whole
from intergroup.business.actions.sending import go_on as mail_the_rest
from intergroup.business.models import PresentedPacket, Sending
from intergroup.kit import background, pages

AT_ONCE = 20  # mails that take no longer than a page may
SILENCE = 300  # seconds after which nobody is at work any more


def begin(sending: Sending) -> None:
    """Send what is left, here or by itself; two who begin at once send it once.

    Raises ValidationError where the mail server does not answer, or the work could
    not begin.
    """
    if is_whole(sending) or not cache.add(_key(sending), 1, SILENCE):
        return
    if sending.lines.filter(is_sent=False).count() <= AT_ONCE:
        send_the_rest(sending)
    elif not background.launch("send_packet", str(sending.pk)):
        cache.delete(_key(sending))
        message = _("The work could not begin. Try again in a minute.")
        raise ValidationError(message, code="not_begun")


def send_the_rest(sending: Sending) -> None:
    """Send what is left of a sending of a packet."""
    try:
        packet = PresentedPacket.objects.get(
            meeting=sending.meeting_id, sha256=sending.sha256
        )
        letter = _Letter(sending, packet)
        mail_the_rest(sending, who_comes(packet.meeting.held_on), letter)
    finally:
        cache.delete(_key(sending))


def is_going(sending: Sending) -> bool:
    """Tell whether somebody is at work on it."""
    return cache.get(_key(sending)) is not None


class _Letter:
    """Makes the mail to one of them; the packet is attached, the words are short."""

    def __init__(self, sending: Sending, packet: PresentedPacket) -> None:
        context = pages.context(meeting=packet.meeting, packet=packet)
        text = render_to_string("business/mail/packet.txt", context)
        self.subject, self.text = sending.subject, text.strip() + "\n"
        name = f"packet-{packet.meeting.held_on}.pdf"
        self.file = (name, bytes(packet.content), "application/pdf")

    def __call__(self, recipient: Recipient) -> EmailMessage:
        mail = EmailMessage(subject=self.subject, body=self.text)
        mail.attach(*self.file)
        return mail


def _key(sending: Sending) -> str:
    return f"sending:{sending.pk}:going"
