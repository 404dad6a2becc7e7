"""Who is at work on a sending: one process at a time, heard of with each mail.

Where nothing was heard for ``SILENCE`` seconds the work was stopped, and anybody may go
on with it. Why it could not go on is kept for the page to tell.
"""

from django.core.cache import cache

from intergroup.business.models import Sending

SILENCE = 300  # seconds: longer than one mail takes, with a large file and a slow line
KEPT = 60 * 60  # seconds for which the page tells why


def begin(sending: Sending) -> bool:
    """Take the sending; False where somebody else is at work on it."""
    if not cache.add(_going(sending), 1, SILENCE):
        return False
    cache.delete(_trouble(sending))
    return True


def heard(sending: Sending) -> None:
    """Say that the work still goes on."""
    cache.touch(_going(sending), SILENCE)


def end(sending: Sending) -> None:
    """Say that nobody is at work on it any more."""
    cache.delete(_going(sending))


def is_going(sending: Sending) -> bool:
    """Tell whether somebody is at work on it."""
    return cache.get(_going(sending)) is not None


def note_trouble(sending: Sending, sentence: str) -> None:
    """Keep why it could not go on."""
    cache.set(_trouble(sending), sentence, KEPT)


def trouble_of(sending: Sending) -> str:
    """Return why it could not go on, or nothing."""
    return cache.get(_trouble(sending), "")


def _going(sending: Sending) -> str:
    return f"sending:{sending.pk}:going"


def _trouble(sending: Sending) -> str:
    return f"sending:{sending.pk}:trouble"
