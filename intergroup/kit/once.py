"""Forms that count once: a request sent twice is recorded once.

A form carries ``{% include "kit/once.html" %}`` beside its CSRF token. The view that
saves it calls ``spend`` first, inside the transaction that saves; what fails and is
rolled back leaves the token unspent. A form without a token is taken as it is.
"""

import secrets

from django.contrib import messages
from django.core.cache import cache
from django.core.exceptions import SuspiciousOperation
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

NAME = "_once"
KEPT = 24 * 60 * 60  # seconds; a page lives no longer than its session of eight hours


def token(request: HttpRequest | None = None) -> str:
    """Return a new token, or the one that came with a form to be shown again."""
    sent = request.POST.get(NAME) if request else None
    return sent or _SIGNER.sign(secrets.token_urlsafe(16))


def spend(request: HttpRequest) -> bool:
    """Take the form’s token; False where the same form was recorded before.

    Two at once wait for each other: the second learns what became of the first.
    """
    if not request.POST.get(NAME):
        return True
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("spend a token inside the transaction that saves")
    return cache.add(_key(request), 1, KEPT)


def give_back(request: HttpRequest) -> None:
    """Make the token good again, for a form that comes back to be corrected."""
    if request.POST.get(NAME):
        cache.delete(_key(request))


def say_so(request: HttpRequest) -> None:
    """Tell the person that the form was recorded before."""
    told = _("This was recorded already; nothing was recorded twice.")
    messages.info(request, told)


def _key(request: HttpRequest) -> str:
    try:
        return f"once:{request.user.pk}:{_SIGNER.unsign(request.POST[NAME])}"
    except BadSignature as error:
        raise SuspiciousOperation("the token of a form was changed") from error


_SIGNER = Signer(salt="intergroup.kit.once")
