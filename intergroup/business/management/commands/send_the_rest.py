"""Send what is left of a sending: ``manage.py send_the_rest NUMBER``."""

from argparse import ArgumentParser
from functools import partial

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from intergroup.business.actions import at_work
from intergroup.business.models import Sending
from intergroup.business.views.sendings.mailing import check, send_the_rest
from intergroup.kit import background


class Command(BaseCommand):
    """Go on with a sending by itself, as its page does where many are left."""

    help = "Send what is left of a sending; nobody gets it twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("sending", type=int, help="the number of the sending")
        parser.add_argument(
            "--site", default="", help="https://… of this program, for the links"
        )

    def handle(self, *, sending: int, site: str, **options: object) -> None:
        found = Sending.objects.filter(pk=sending).first()
        if found is None:
            raise CommandError(_("There is no such sending."))
        try:
            check(found, site=site)
        except ValidationError as error:
            raise CommandError(error.message) from error
        if not at_work.begin(found):
            raise CommandError(_("It is on its way already."))
        background.alone(partial(send_the_rest, found, site=site))
