"""The talk about a form, by a link that only its sender has: read, and written back."""

from datetime import datetime, timedelta

from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from intergroup.registry.actions.registering.texts import tidy
from intergroup.registry.models import Registration, RegistrationMessage

GOOD_FOR = timedelta(days=60)  # a link, from the mail that brought it
OPEN_FOR = timedelta(days=14)  # the talk, after the decision
LONGEST = 2000
MOST = 30  # messages from the sender about one form
_SIGNER = signing.TimestampSigner(salt="intergroup.registry.registering.talk")


def talk_token(registration: Registration) -> str:
    """Return a new word that opens the talk about one form, good for sixty days."""
    return _SIGNER.sign_object(registration.pk, compress=False)


def talk_address(registration: Registration) -> str:
    """Return the path of the talk; ``kit.site_address.absolute`` makes it whole."""
    return reverse("registry:talk", args=[talk_token(registration)])


def registration_of(token: str) -> Registration:
    """Return the form whose talk a token opens.

    Raises ValidationError: ``no_talk`` for a wrong token, ``talk_is_over`` for an old
    one, and where the sender has been forgotten.
    """
    try:
        pk = _SIGNER.unsign_object(token, max_age=GOOD_FOR)
    except signing.SignatureExpired:
        raise _over() from None
    except (signing.BadSignature, ValueError):
        pk = None
    found = Registration.objects.filter(pk=pk if isinstance(pk, int) else None).first()
    if found is None:
        raise ValidationError(_("This link is not whole."), code="no_talk")
    if found.forgotten_on:
        raise _over()
    return found


def is_open(registration: Registration, *, at: datetime) -> bool:
    """Tell whether the sender may still write."""
    decided_at = registration.decided_at
    return decided_at is None or at < decided_at + OPEN_FOR


@transaction.atomic
def write_back(registration: Registration, text: str, *, at: datetime) -> None:
    """Save what the sender writes; a form that was asked about is to decide again."""
    text = tidy(text)
    waiting = Registration.objects.select_for_update().get(pk=registration.pk)
    _check_message(waiting, text, at)
    RegistrationMessage.objects.create(registration=waiting, text=text, written_at=at)
    if waiting.state == Registration.State.ASKED:
        waiting.state = Registration.State.SENT
        waiting.save(update_fields=["state"])


def _check_message(registration: Registration, text: str, at: datetime) -> None:
    if not text:
        raise ValidationError(_("Write something first."), code="empty")
    if len(text) > LONGEST:
        sentence = _("Write at most %s characters; send the rest after it.")
        raise ValidationError(sentence % LONGEST, code="too_long")
    if not is_open(registration, at=at):
        raise ValidationError(_("This talk is closed."), code="talk_is_closed")
    if registration.messages.filter(is_from_office=False).count() >= MOST:
        sentence = _("That are many messages. Wait for us to answer.")
        raise ValidationError(sentence, code="too_many_messages")


def _over() -> ValidationError:
    sentence = _("This link was good for sixty days, and they are over.")
    return ValidationError(sentence, code="talk_is_over")
