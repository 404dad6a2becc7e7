"""Action items: done, and reminded of until they are."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db.models import Q
from django.utils.translation import gettext as _

from intergroup.business.actions.sending import Recipient, send
from intergroup.business.models import ActionItem, Sending
from intergroup.business.servants import serving_on
from intergroup.registry.models import Person

AHEAD = timedelta(days=7)  # reminded so long before the day, and so often after it

Letter = Callable[[ActionItem], EmailMessage]


def finish(item: ActionItem, *, on: date) -> None:
    """Say that it is done; done already, it stays as it was."""
    if item.done_on is None:
        item.done_on = on
        item.save(update_fields=["done_on"])


def finish_own(item: ActionItem, person: Person | None, *, on: date) -> None:
    """Say that it is done, by who took it on.

    Raises ValidationError (``not_yours``) for somebody else.
    """
    if person is None or item.person_id != person.pk:
        raise ValidationError(_("Somebody else took this on."), code="not_yours")
    finish(item, on=on)


def to_remind(on: date) -> list[ActionItem]:
    """Return the items to remind of on ``on``: wanted soon, and not told of lately."""
    quiet = Q(reminded_on__isnull=True) | Q(reminded_on__lte=on - AHEAD)
    items = ActionItem.objects.open_on(on).filter(quiet, wanted_on__lte=on + AHEAD)
    return list(items.select_related("person", "meeting"))


def remind(on: date, *, at: datetime, letter: Letter) -> list[ActionItem]:
    """Write to those who took something on; return what they were reminded of.

    Nobody is written to twice within a week of one item. Raises ValidationError
    (``mail_server``) where the mail server does not answer.
    """
    addresses = {each.office: each.address for each in serving_on(on)}
    reminded = []
    for item in to_remind(on):
        recipient = _recipient(item, addresses)
        mail = letter(item)
        sending = Sending(
            kind=Sending.Kind.TASK,
            meeting=item.meeting,
            subject=mail.subject[:200],
            sent_at=at,
        )
        if recipient.address:
            send(sending, [recipient], lambda _to, mail=mail: mail)
            ActionItem.objects.filter(pk=item.pk).update(reminded_on=on)
            reminded.append(item)
    return reminded


def _recipient(item: ActionItem, addresses: dict[str, str]) -> Recipient:
    if item.person_id:
        return Recipient(item.office or str(item.person), item.person.email)
    return Recipient(item.office, addresses.get(item.office, ""))
