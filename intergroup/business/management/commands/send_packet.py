"""Send what is left of a packet: ``manage.py send_packet NUMBER``."""

from argparse import ArgumentParser
from functools import partial

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from intergroup.business.models import Sending
from intergroup.business.views.packets.mailing import send_the_rest
from intergroup.kit import background


class Command(BaseCommand):
    """Go on with a sending that its page began, by itself."""

    help = "Send what is left of a packet; its page in the office begins this."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("sending", type=int, help="the number of the sending")

    def handle(self, *, sending: int, **options: object) -> None:
        found = Sending.objects.filter(pk=sending, kind=Sending.Kind.PACKET).first()
        if found is None:
            raise CommandError(_("There is no such sending of a packet."))
        background.alone(partial(send_the_rest, found))
