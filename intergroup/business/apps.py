"""Business meetings as a Django app."""

from django.apps import AppConfig

from intergroup.kit import guards


class BusinessConfig(AppConfig):
    """The body’s own meetings."""

    name = "intergroup.business"
    label = "business"
    verbose_name = "Business meetings"

    def ready(self) -> None:
        """Guard what was counted, presented and approved."""
        from intergroup.business.guards import GUARDS

        guards.connect(self, GUARDS)
