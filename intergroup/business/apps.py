"""Business meetings as a Django app."""

from django.apps import AppConfig


class BusinessConfig(AppConfig):
    """The body’s own meetings."""

    name = "intergroup.business"
    label = "business"
    verbose_name = "Business meetings"
