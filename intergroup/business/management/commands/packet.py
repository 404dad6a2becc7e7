"""Make the packet of a meeting: ``manage.py packet --meeting DAY --output FILE``."""

from argparse import ArgumentParser
from datetime import date
from functools import partial
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from intergroup.business.models import BusinessMeeting, PacketMaking
from intergroup.business.printing import packet_pdf
from intergroup.business.views.packets.making import make
from intergroup.kit import background, pdf, reports
from intergroup.kit.dates import parse_day
from intergroup.kit.files import write_whole
from intergroup.registry.models import Body

SHOWN = 12


class Command(BaseCommand):
    """Write the packet of a business meeting, the next one unless a day is given."""

    help = "Write the packet of a business meeting as a PDF."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare what docs/reports.md promises."""
        parser.add_argument(
            "--meeting", metavar="DAY", help="the day it is held; else the next one"
        )
        parser.add_argument("--output", metavar="FILE", type=Path)
        parser.add_argument("--large", action="store_true", help="in large print")
        parser.add_argument("--asked", type=int, help="one that its page has asked for")

    def handle(self, *args: object, **options: object) -> None:
        """Build the packet, then write it in one piece."""
        if options["asked"]:
            making = PacketMaking.objects.select_related("meeting")
            asked = making.get(pk=options["asked"])
            background.alone(partial(make, asked))
            return
        if not options["output"]:
            raise CommandError(_("Say where to write the packet: --output FILE."))
        try:
            meeting = _meeting(options["meeting"])
            write_whole(options["output"], packet_pdf(meeting, large=options["large"]))
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except (reports.DoesNotFootError, pdf.CannotPrintError) as error:
            raise CommandError(str(error)) from error
        told = _("Wrote the packet of “%(meeting)s” to %(file)s.")
        self.stdout.write(told % {"meeting": meeting, "file": options["output"]})


def _meeting(asked: str | None) -> BusinessMeeting:
    body = Body.objects.current()
    if asked:
        return _meeting_on(parse_day(asked, day_first=body.is_day_first))
    today = Body.objects.today()
    meetings = BusinessMeeting.objects
    found = meetings.ahead(today).first() or meetings.before(today).first()
    if not found:
        raise CommandError(_("There is no business meeting yet. Add the first one."))
    return found


def _meeting_on(day: date) -> BusinessMeeting:
    found = BusinessMeeting.objects.filter(held_on=day).first()
    if found:
        return found
    days = BusinessMeeting.objects.order_by("-held_on").values_list(
        "held_on", flat=True
    )
    known = ", ".join(each.isoformat() for each in days[:SHOWN]) or _("none yet")
    message = _("No business meeting is held on %(day)s. There are: %(known)s.")
    raise CommandError(message % {"day": day, "known": known})
