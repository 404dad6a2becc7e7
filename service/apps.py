"""Service as a Django app."""

from django.apps import AppConfig


class ServiceConfig(AppConfig):
    """Positions and terms."""

    name = "service"
    verbose_name = "Service"
