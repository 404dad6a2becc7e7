"""The treasury as a Django app; its ledger is guarded by the database."""

from django.apps import AppConfig

from intergroup.kit import guards


class TreasuryConfig(AppConfig):
    """The body’s money."""

    name = "treasury"
    verbose_name = "Treasury"

    def ready(self) -> None:
        """Guard the ledger after every migrate, and the currency that it is kept in."""
        from intergroup.registry.models.body import keep_currency_while
        from treasury.guards import GUARDS
        from treasury.models import Posting

        guards.connect(self, GUARDS)
        keep_currency_while(Posting.objects.exists)
