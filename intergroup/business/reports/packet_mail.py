"""The mail that brings a packet: the file as it was kept, and few words."""

from datetime import date

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.business.actions.recipients import who_comes
from intergroup.business.actions.sending import Post, Recipient
from intergroup.business.models import PresentedPacket, Sending
from intergroup.kit import pages


def subject_of(packet: PresentedPacket) -> str:
    """Return the subject: it says nothing of the fellowship."""
    day = date_format(packet.meeting.held_on, "DATE_FORMAT")
    if packet.is_final:
        return _("Final packet for the meeting of %s") % day
    return _("Packet for the meeting of %s") % day


def packet_post(sending: Sending, *, on: date, site: str) -> Post:
    """Return what a packet’s sending brings: the packet that it names."""
    meeting = sending.meeting
    packet = PresentedPacket.objects.filter(meeting=meeting, sha256=sending.sha256)[0]
    context = pages.context(meeting=meeting, packet=packet)
    text = render_to_string("business/mail/packet.txt", context)
    content = bytes(packet.content)

    def letter(_recipient: Recipient) -> EmailMessage:
        mail = EmailMessage(subject=sending.subject, body=text.strip() + "\n")
        mail.attach(f"packet-{meeting.held_on}.pdf", content, "application/pdf")
        return mail

    return Post(who_comes(meeting.held_on), letter)
