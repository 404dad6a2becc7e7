"""Import a bank’s statement: ``manage.py import_statement FILE --account CODE``."""

from django.core.exceptions import ValidationError
from django.core.management.base import CommandParser
from django.utils.translation import gettext as _

from intergroup.kit.imports import ImportCommand, Outcome
from treasury.models import Account, ColumnMapping
from treasury.resources.statements import Layout
from treasury.resources.statements.importing import load_statement
from treasury.resources.statements.mappings import layout_of


class Command(ImportCommand):
    """Import a statement of a bank or a payment app, each line once."""

    help = "Import a statement from an OFX, QFX, CSV or XLSX file."
    thing = "Lines"

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--account", required=True, metavar="CODE", help="whose statement it is"
        )
        parser.add_argument(
            "--mapping", default="", metavar="NAME", help="which columns are what"
        )
        parser.add_argument(
            "--part", default="", metavar="HINT", help="which account of the file"
        )

    def load(self, data: bytes, *, name: str, **options: object) -> Outcome:
        return load_statement(
            data,
            name=name,
            account=_account(options["account"]),
            layout=_layout(options["mapping"]),
            part=options["part"],
            dry_run=options["dry_run"],
            by=options["by"],
        )


def _account(code: str) -> Account:
    found = Account.objects.holding_money().filter(code=code).first()
    if found is None:
        message = _("There is no account “%s” that holds money.") % code
        raise ValidationError(message, code="no_such_account")
    return found


def _layout(name: str) -> Layout | None:
    if not name:
        return None
    found = ColumnMapping.objects.filter(name=name).first()
    if found is None:
        message = _("There is no column mapping called “%s”.") % name
        raise ValidationError(message, code="no_such_mapping")
    return layout_of(found)
