"""Make the statements of a batch, or go on with it: ``manage.py make_statements 7``."""

from functools import partial

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.kit import background
from treasury.actions.statement_batches import begin_statements, missing_groups
from treasury.management.statement_workers import make_all
from treasury.models import StatementBatch


class Command(BaseCommand):
    """Make every statement of a batch that is not made yet."""

    help = "Make the yearly statements of a batch that was asked for on its page."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("batch", type=int, help="the number of the batch")
        parser.add_argument(
            "--detach",
            action="store_true",
            help="say at once whether it can begin, and go on by itself",
        )

    def handle(self, *args: object, **options: object) -> None:
        pk = options["batch"]
        try:
            missing = begin_statements(pk, now=timezone.now())
        except StatementBatch.DoesNotExist as error:
            raise CommandError(_("There is no batch %s.") % pk) from error
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        if options["detach"]:
            background.alone(partial(make_all, pk, missing))
            return
        make_all(pk, missing)
        self._tell(StatementBatch.objects.get(pk=pk))

    def _tell(self, batch: StatementBatch) -> None:
        made = batch.groups - len(missing_groups(batch))
        told = _("%(made)s of %(all)s statements are made.")
        sentence = told % {"made": made, "all": batch.groups}
        if made < batch.groups:
            raise CommandError(f"{sentence} {batch.problem}")
        self.stdout.write(sentence)
