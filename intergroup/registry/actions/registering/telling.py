"""Mails to those who sent a form: a sentence and a link, nothing that they typed."""

import logging

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string

from intergroup.kit import pages
from intergroup.registry.models import Registration

TOLD = ("sent", "asked", "accepted", "refused")
logger = logging.getLogger("intergroup.registry.registering")


def tell_sender(registration: Registration, what: str, *, link: str) -> bool:
    """Send ``registration_<what>.txt``; False where it could not be sent.

    ``what`` is one of ``TOLD``; ``link`` the whole address of the talk. Call it after
    the transaction: the log says what a failing mail server did, and no page breaks.
    """
    if not registration.sender_email:
        return False
    name = f"registry/mail/registration_{what}"
    context = pages.context(registration=registration, link=link)
    try:
        send_mail(
            " ".join(render_to_string(f"{name}_subject.txt", context).split()),
            render_to_string(f"{name}.txt", context),
            settings.DEFAULT_FROM_EMAIL,
            [registration.sender_email],
        )
    except OSError:
        logger.exception("A mail (%s) about a form could not be sent.", what)
        return False
    return True
