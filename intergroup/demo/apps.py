"""The demonstration as a Django app without tables, on top of all others."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The demonstration body."""

    name = "intergroup.demo"
    label = "demo"
