"""A mail server that does not answer."""

from django.core.mail.backends.base import BaseEmailBackend


class Backend(BaseEmailBackend):
    """It cannot be reached."""

    def open(self):
        raise ConnectionRefusedError
