"""Signing in: how this installation differs from what allauth does by itself.

It is neither a table nor a screen: allauth finds it by ``settings.ACCOUNT_ADAPTER``.
"""

import logging

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from intergroup.registry.models import User

logger = logging.getLogger(__name__)


class Adapter(DefaultAccountAdapter):
    """The office makes the accounts, and what is refused is told to a volunteer."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed. Ask the secretary about it."),
        "email_password_mismatch": _(
            "The e-mail address and the password do not go together. "
            "Try again, or have a code sent to you."
        ),
        "incorrect_code": _("This is not the right code. Try again."),
        "incorrect_password": _("This is not your password. Try again."),
        "rate_limited": _("That was too often. Wait a minute, then try again."),
        "too_many_login_attempts": _(
            "That was too often. Wait five minutes, or have a code sent to you."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return no: an account comes from the office, and from nowhere else."""
        return False

    def send_mail(
        self, template_prefix: str, email: str, context: dict[str, object]
    ) -> None:
        """Send a mail; where it cannot be sent, the log says so and the page does not.

        An unknown address gets no mail, so a page that told would tell them apart.
        """
        try:
            super().send_mail(template_prefix, email, context)
        except OSError:
            logger.exception("A mail (%s) could not be sent.", template_prefix)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, object] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell a person what changed, at the address they sign in with."""
        email = email or user.email
        super().send_notification_mail(template_prefix, user, context, email)
