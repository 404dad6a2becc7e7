"""Service as a Django app; its seats and ballots are guarded by the database."""

from django.apps import AppConfig

from intergroup.kit import guards


class ServiceConfig(AppConfig):
    """Positions, terms, elections, and handing on."""

    name = "service"
    verbose_name = "Service"

    def ready(self) -> None:
        """Guard seats and ballots after every migrate."""
        from service.guards import GUARDS

        guards.connect(self, GUARDS)
