"""The register as a Django app; it also opens the boards and sets up the roles."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate

from intergroup.kit import guards


class RegistryConfig(AppConfig):
    """The register of groups."""

    name = "intergroup.registry"
    label = "registry"
    verbose_name = "Register"

    def ready(self) -> None:
        """Connect what runs after a migrate: the guards, then the rights of roles."""
        from intergroup.registry.actions.roles import sync_roles
        from intergroup.registry.guards import GUARDS

        guards.connect(self, GUARDS)
        *_, last = (each for each in apps.get_app_configs() if each.models_module)
        post_migrate.connect(sync_roles, sender=last, dispatch_uid="registry_roles")
