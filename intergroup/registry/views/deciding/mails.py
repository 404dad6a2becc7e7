"""The mails of a decision: to who sent the form, and to a group said to have closed."""

from django.conf import settings
from django.contrib import messages
from django.core.mail import send_mail
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.kit import pages
from intergroup.kit.site_address import absolute
from intergroup.registry.actions.registering.talking import talk_address
from intergroup.registry.actions.registering.telling import tell_sender
from intergroup.registry.actions.verifying import ask_group
from intergroup.registry.models import Directory, Group, Registration, Verification


def tell(request: HttpRequest, registration: Registration, what: str) -> None:
    """Mail the sender what became of the form; say so where that does not work."""
    link = absolute(talk_address(registration), request)
    if tell_sender(registration, what, link=link):
        messages.info(request, _("The sender was told by mail."))
    elif registration.sender_email:
        told = _("No mail could be sent: tell the sender in another way.")
        messages.warning(request, told)


def ask_whether_closed(request: HttpRequest, group: Group) -> None:
    """Ask the contacts of a group that is said to have closed, by a link each."""

    def send(question: Verification, token: str, address: str) -> None:
        link = absolute(reverse("registry:confirm", args=[token]), request)
        name = "registry/mail/decision_closing"
        context = pages.context(group=question.group, link=link, question=question)
        send_mail(
            " ".join(render_to_string(f"{name}_subject.txt", context).split()),
            render_to_string(f"{name}.txt", context),
            settings.DEFAULT_FROM_EMAIL,
            [address],
        )

    directory, today = Directory.objects.current(), timezone.localdate()
    told = ask_group(group, on=today, directory=directory, send=send)
    if told.sent:
        messages.info(request, _("Its contacts were asked by mail."))
    elif told.failed:
        messages.warning(request, _("No mail could be sent: ask the group yourself."))
    else:
        sentence = _("Nobody of the group could be asked by mail: call, or go there.")
        messages.warning(request, sentence)
