"""Check the whole ledger: ``manage.py check_books``."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from intergroup.kit import seals
from treasury.reports.soundness import check_books


class Command(BaseCommand):
    """Recompute every seal and balance; say what is wrong and exit 1, if anything."""

    help = "Recompute the seals and balances of the whole ledger."

    def handle(self, *args: object, **options: object) -> None:
        found = check_books()
        for finding in found.findings:
            self.stderr.write(finding)
        if found.findings:
            raise CommandError(_("The books are not sound."))
        sentence = _("The books are sound: %(entries)s entries, last seal %(seal)s.")
        seal = seals.short(found.seal) if found.seal else "–"
        self.stdout.write(sentence % {"entries": found.entries, "seal": seal})
