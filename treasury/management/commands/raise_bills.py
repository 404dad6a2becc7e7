"""Ask for the bills that come again: ``manage.py raise_bills``, every day by cron."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intergroup.registry.models import Body
from treasury.actions.recurring import raise_recurring


class Command(BaseCommand):
    """Ask for every recurring bill whose day has come; twice a day asks once."""

    help = "Ask for the recurring bills whose day has come."
    requires_migrations_checks = True

    def handle(self, *args: object, **options: object) -> None:
        raised = raise_recurring(today=Body.objects.today(), requested_by=None)
        number = len(raised.bills)
        told = ngettext("Asked for %s bill.", "Asked for %s bills.", number)
        self.stdout.write(told % number)
        for sentence in raised.refused:
            self.stderr.write(sentence)
        if raised.refused:
            raise CommandError(_("Some recurring bills could not be asked for."))
