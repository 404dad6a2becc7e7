"""Mails to many are written down first, then sent: here, or by a process of its own.

Each kind of sending names in ``POSTS`` what makes its mails of what is in the database;
so whoever goes on with one needs nothing but its number, and where the pages are.
"""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intergroup.business.actions import at_work
from intergroup.business.actions.sending import go_on
from intergroup.business.models import NO_ADDRESS, Sending
from intergroup.business.reports.ballot_mail import ballot_post
from intergroup.business.reports.minutes.paper import minutes_post
from intergroup.business.reports.notice import notice_post
from intergroup.business.reports.packet_mail import packet_post
from intergroup.business.reports.reporting.letters import reports_post
from intergroup.kit import admin, background, once
from intergroup.kit.site_address import absolute
from intergroup.registry.models import Body

AT_ONCE = 20  # mails that take no longer than a page may
Kind = Sending.Kind
POSTS = {
    Kind.NOTICE: notice_post,
    Kind.REPORTS: reports_post,
    Kind.PACKET: packet_post,
    Kind.MINUTES: minutes_post,
    Kind.BALLOT: ballot_post,
}
HAVE_LINKS = {Kind.REPORTS, Kind.BALLOT}


def mail_once(
    request: HttpRequest, write: Callable[[], Sending], *, back: str
) -> HttpResponse:
    """Write a sending down and mail it; a form that is sent twice counts once.

    Leads ``back`` where all have it, and else to the page that shows how far it is.
    """
    with admin.rules_shown(request):
        with transaction.atomic():
            sending = write() if once.spend(request) else None
        if sending:
            return mail(request, sending, back=back)
        once.say_so(request)
    return redirect(back)


def mail(request: HttpRequest, sending: Sending, *, back: str) -> HttpResponse:
    """Mail what is written down; lead ``back``, or to the page that shows how far."""
    begin(sending, site=site_of(request))
    return _answer(request, sending, back)


def begin(sending: Sending, *, site: str) -> None:
    """Send what is left, here or by itself; two who begin at once send it once.

    What hinders it is kept, for the page of the sending to tell.
    """
    left = sending.lines.left().count()
    if left > AT_ONCE:
        _launch(sending, site)
    elif left and at_work.begin(sending):
        send_the_rest(sending, site=site)


def send_the_rest(sending: Sending, *, site: str) -> None:
    """Send what is left; whoever calls this has begun it in ``at_work``."""
    try:
        with Body.objects.clock():
            check(sending, site=site)
            post = POSTS[sending.kind](sending, on=Body.objects.today(), site=site)
            go_on(sending, post)
    except ValidationError as error:
        at_work.note_trouble(sending, " ".join(error.messages))
    finally:
        at_work.end(sending)


def check(sending: Sending, *, site: str) -> None:
    """Refuse what no page goes on with, and what was sent again since.

    Raises ValidationError: ``by_itself``, ``again``, or ``no_site`` where its links
    would lead nowhere.
    """
    if sending.kind not in POSTS:
        message = _("It is sent again by itself, as long as it is wanted.")
        raise ValidationError(message, code="by_itself")
    if Sending.objects.like(sending).filter(pk__gt=sending.pk).exists():
        message = _("It was sent again since: go on with that sending.")
        raise ValidationError(message, code="again")
    if sending.kind in HAVE_LINKS:
        absolute("/", site=site)


def site_of(request: HttpRequest) -> str:
    """Return where the pages are, for links in mails that are written elsewhere."""
    return absolute("/", request).rstrip("/")


def _launch(sending: Sending, site: str) -> None:
    has_begun = background.launch("send_the_rest", str(sending.pk), "--site", site)
    if not has_begun and not at_work.is_going(sending):
        message = _("The work could not begin. Try again in a minute.")
        at_work.note_trouble(sending, message)


def _answer(request: HttpRequest, sending: Sending, back: str) -> HttpResponse:
    """Say how many have it; where some have not, their page says all of it."""
    lines = sending.lines
    if lines.left().exists():
        return redirect("business:sent", sending.pk)
    count = lines.filter(is_sent=True).count()
    if count:
        told = ngettext("Sent %s mail.", "Sent %s mails.", count) % count
        messages.success(request, told)
    names = lines.filter(problem=str(NO_ADDRESS)).values_list("to", flat=True)
    if names:
        told = _("Without an e-mail address: %s. Reach them another way.")
        messages.warning(request, told % "; ".join(names))
    return redirect(back)
