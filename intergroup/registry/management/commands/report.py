"""Run one report: ``manage.py report SLUG --from DAY --to DAY --choose NAME=VALUE``."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from intergroup.kit import pdf, reports
from intergroup.kit.dates import Period, fiscal_year, parse_day
from intergroup.kit.files import write_whole
from intergroup.registry.models import Body

TEXT = ("json", "csv")


class Command(BaseCommand):
    """Print a report or write it to a file; one that does not foot is an error."""

    help = "Print one of the reports, or write it to a file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare what docs/reports.md promises."""
        parser.add_argument("slug", nargs="?", default="", help="which report")
        parser.add_argument("--from", dest="first", metavar="DAY", help="first day")
        parser.add_argument("--to", dest="last", metavar="DAY", help="last day")
        parser.add_argument("--on", metavar="DAY", help="for a report on one day")
        parser.add_argument(
            "--choose",
            action="append",
            default=[],
            metavar="NAME=VALUE",
            help="one of the choices of the report; may be repeated",
        )
        parser.add_argument("--format", default="json", help=", ".join(reports.FORMS))
        parser.add_argument("--output", metavar="FILE", type=Path)

    def handle(self, *args: object, **options: object) -> None:
        """Run the report, then write it in one piece."""
        reports.discover()
        shown, form = _report(options["slug"]), _form(options["format"])
        try:
            chosen = _chosen(shown, options["choose"])
            with Body.objects.clock():
                answer = shown.run(_asked(shown, options), **chosen)
                data = reports.write(shown, answer, form)
            self._put(data, form, options["output"])
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except pdf.CannotPrintError as error:
            raise CommandError(str(error)) from error
        except reports.DoesNotFootError as error:
            message = _("“%(report)s” does not foot: %(reason)s")
            params = {"report": shown.title, "reason": error}
            raise CommandError(message % params) from error

    def _put(self, data: bytes, form: str, output: Path | None) -> None:
        if output:
            write_whole(output, data)
            self.stdout.write(_("Wrote %s.") % output)
        elif form in TEXT:
            self.stdout.write(data.decode(), ending="")
        elif self.stdout.isatty() or not hasattr(self.stdout, "buffer"):
            message = _("Say where to write the %s file: --output FILE.")
            raise CommandError(message % form)
        else:
            self.stdout.buffer.write(data)


def _report(slug: str) -> reports.Report:
    try:
        return reports.get(slug)
    except KeyError as error:
        known = ", ".join(each.slug for each in reports.reports())
        said = _("There is no report “%s”.") % slug if slug else _("Say which report.")
        listed = _("The reports are: %s.") % known
        raise CommandError(f"{said} {listed}") from error


def _form(form: str) -> str:
    if form not in reports.FORMS:
        message = _("There is no format “%(form)s”. The formats are: %(known)s.")
        params = {"form": form, "known": ", ".join(reports.FORMS)}
        raise CommandError(message % params)
    return form


def _chosen(shown: reports.Report, given: list[str]) -> dict[str, str]:
    """Return the value of every choice of the report, by its name."""
    said = dict(_read_choice(shown, each) for each in given)
    chosen = {}
    for each in (choice.offered() for choice in shown.choices):
        value = said.get(each.name, each.usual)
        if value is None:
            message = _("“%(report)s” needs --choose %(name)s=…")
            raise CommandError(message % {"report": shown.title, "name": each.name})
        chosen[each.name] = each.check(value)
    return chosen


def _read_choice(shown: reports.Report, given: str) -> tuple[str, str]:
    """Read NAME=VALUE, where the name is one of the report’s own."""
    name, equals, value = given.partition("=")
    known = [each.name for each in shown.choices]
    if not equals:
        raise CommandError(_("Write a choice as NAME=VALUE, not as “%s”.") % given)
    if name not in known:
        message = _("“%(report)s” has no choice “%(name)s”.")
        said = message % {"report": shown.title, "name": name}
        listed = _("Its choices are: %s.") % ", ".join(known) if known else ""
        raise CommandError(f"{said} {listed}".strip())
    return name, value


def _asked(shown: reports.Report, options: dict[str, object]) -> Period | date:
    """Return the day or the period that this report is asked for."""
    body = Body.objects.current()
    today = Body.objects.today()
    first, last, on = (
        options[name] and parse_day(options[name], day_first=body.is_day_first)
        for name in ("first", "last", "on")
    )
    if shown.asks == "day":
        return on or last or today
    if on:
        message = _("“%s” asks for a period: --from and --to.")
        raise CommandError(message % shown.title)
    last = last or today
    year = fiscal_year(last, first_month=body.fiscal_year_begins)
    return Period(first or year.first, last)
