"""Service as a Django app."""

from django.apps import AppConfig


class ServiceConfig(AppConfig):
    """Positions and terms."""

    name = "service"
    verbose_name = "Service"

    def ready(self) -> None:
        """Let the office see which roles people hold through service."""
        from intergroup.registry.models.users import tell_roles_by_service
        from service.access import roles_by_service

        tell_roles_by_service(roles_by_service)
