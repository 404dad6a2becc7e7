"""The treasury as a Django app; its ledger is guarded by the database."""

from django.apps import AppConfig

from intergroup.kit import guards


class TreasuryConfig(AppConfig):
    """The body’s money."""

    name = "treasury"
    verbose_name = "Treasury"

    def ready(self) -> None:
        """Put the guards on the ledger after every migrate."""
        from treasury.guards import GUARDS

        guards.connect(self, GUARDS)
