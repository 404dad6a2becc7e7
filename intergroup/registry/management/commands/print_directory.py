"""Print the directory: ``manage.py print_directory --output meetings.pdf``."""

from functools import partial
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from intergroup.kit import background, pdf
from intergroup.kit.files import write_whole
from intergroup.kit.site_address import absolute
from intergroup.registry.models import Body
from intergroup.registry.publishing import published
from intergroup.registry.reports.printed import Wishes
from intergroup.registry.reports.printed.wishes import Form, Order
from intergroup.registry.views.printing import making
from intergroup.registry.views.printing.papers import make_paper


class Command(BaseCommand):
    """Write the directory as a PDF, as its page in the office does."""

    help = "Print the directory into a PDF. It is not written down among the prints."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--layout", choices=Order.values, default=Order.DAY)
        parser.add_argument("--form", choices=Form.values, default=Form.PAGE)
        parser.add_argument("--paper", choices=Body.Paper.values, default="")
        parser.add_argument("--pages", type=int, default=0, help="of a booklet")
        parser.add_argument("--district", type=int, help="only this district")
        parser.add_argument("--region", default="", help="only this town")
        parser.add_argument("--for-whom", default="", help="is printed on it")
        parser.add_argument("--without-online", action="store_true")
        parser.add_argument("--codes", action="store_true", help="a QR code each")
        parser.add_argument("--notes", action="store_true")
        parser.add_argument("--site", default="", help="https://… for the QR codes")
        parser.add_argument("--output", type=Path, help="the PDF to write")
        parser.add_argument("--asked", help="a print that its page has asked for")

    def handle(self, *args: object, **options: object) -> None:
        if options["asked"]:
            background.alone(partial(making.make, options["asked"]))
            return
        if not options["output"]:
            raise CommandError(_("Say where to write it: --output FILE"))
        try:
            paper = make_paper(published(), _wishes(options))
            write_whole(options["output"], paper.pdf)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except pdf.CannotPrintError as error:
            raise CommandError(str(error)) from error
        told = _("Meetings: %(count)s. Pages: %(pages)s.")
        self.stdout.write(told % {"count": len(paper.listed), "pages": paper.pages})


def _wishes(options: dict[str, object]) -> Wishes:
    return Wishes(
        order=options["layout"],
        form=options["form"],
        paper=options["paper"],
        pages=options["pages"],
        district=options["district"],
        region=options["region"],
        for_whom=options["for_whom"],
        has_online=not options["without_online"],
        has_codes=options["codes"],
        has_notes=options["notes"],
        site=_site(options["site"]),
    )


def _site(site: str) -> str:
    """Return where the pages are; nothing where nobody said, and no code is printed."""
    try:
        return absolute("", site=site)
    except ValidationError:
        return ""
