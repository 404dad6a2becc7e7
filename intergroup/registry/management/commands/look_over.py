"""Look over the public texts of the register: ``manage.py look_over``, once a night."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intergroup.registry.actions.looking import look_over
from intergroup.registry.models import Finding


class Command(BaseCommand):
    """Write down what may be a person’s; what was written down before stays."""

    help = "Find words in the public texts that may be a person’s."

    def handle(self, *args: object, **options: object) -> None:
        new = len(look_over())
        waiting = Finding.objects.undecided().count()
        told = ngettext("Found one new word.", "Found %(count)s new words.", new)
        self.stdout.write(told % {"count": new} if new else _("Nothing new was found."))
        told = ngettext("One waits.", "%(count)s wait to be decided.", waiting)
        self.stdout.write(told % {"count": waiting})
