"""Service as a Django app; its seats and ballots are guarded by the database."""

from django.apps import AppConfig

from intergroup.kit import guards


class ServiceConfig(AppConfig):
    """Positions, terms, elections, and handing on."""

    name = "service"
    verbose_name = "Service"

    def ready(self) -> None:
        """Guard seats and ballots, and tell the office which roles people hold."""
        from intergroup.registry.models.users import tell_roles_by_service
        from service.access import roles_by_service
        from service.guards import GUARDS

        guards.connect(self, GUARDS)
        tell_roles_by_service(roles_by_service)
