"""Forms for everybody: signed, good for a while, sent once, with a box for machines.

A form carries ``{% include "kit/timed.html" with timed=timed %}`` beside its CSRF
token. The view that gets it calls ``check`` first, and ``spend`` inside the transaction
that saves. It keeps nothing, and asks nobody else.
"""

import secrets
import time
from dataclasses import dataclass

from django.core import signing
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

TOKEN = "_timed"  # noqa: S105 -- the name of a box
TRAP = "fax_extension"  # nobody is shown this box; a machine fills it in
AT_LEAST = 3  # seconds to read a page and to write something
AT_MOST = 6 * 60 * 60  # seconds
_SIGNER = signing.TimestampSigner(salt="intergroup.kit.timed")


@dataclass(frozen=True, slots=True)
class Timed:
    """What a form carries: a signed word for its purpose, and the trap’s name."""

    word: str
    name: str = TOKEN
    trap: str = TRAP


def given(purpose: str) -> Timed:
    """Return what a form newly given carries; ``purpose`` tells forms apart."""
    return Timed(_SIGNER.sign_object([purpose, secrets.token_urlsafe(16)]))


def kept(request: HttpRequest, purpose: str) -> Timed:
    """Return what a form shown again carries: the same word while it is good."""
    word = request.POST.get(TOKEN, "")
    try:
        _read(word, purpose)
    except ValidationError:
        return given(purpose)
    return Timed(word)


def check(request: HttpRequest, purpose: str) -> None:
    """Refuse what a person did not send, or sent too late; raises ValidationError.

    The codes: ``trapped``, ``forged``, ``too_old``, ``too_fast``.
    """
    if request.POST.get(TRAP):
        raise ValidationError(
            _("Leave the box that is not for people empty."), code="trapped"
        )
    born = _read(request.POST.get(TOKEN, ""), purpose)[1]
    if time.time() - born < AT_LEAST:
        raise ValidationError(
            _("That was very quick. Look it over, and send it again."), code="too_fast"
        )


def spend(request: HttpRequest, purpose: str) -> bool:
    """Take the form’s word; False where the same form was saved before."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("spend a word inside the transaction that saves")
    nonce, _born = _read(request.POST.get(TOKEN, ""), purpose)
    return cache.add(f"timed:{nonce}", 1, 2 * AT_MOST)


def _read(word: str, purpose: str) -> tuple[str, float]:
    """Return the nonce of a word, and the instant it was given."""
    try:
        meant, nonce = _SIGNER.unsign_object(word, max_age=AT_MOST)
        if meant == purpose:
            return nonce, _born(word)
    except signing.SignatureExpired:
        raise ValidationError(
            _("The page was open for hours. Look it over, and send it again."),
            code="too_old",
        ) from None
    except (signing.BadSignature, ValueError, TypeError):
        pass
    raise ValidationError(
        _("This did not come from our page. Look it over, and send it again."),
        code="forged",
    )


def _born(word: str) -> float:
    return signing.b62_decode(word.split(_SIGNER.sep)[-2])
