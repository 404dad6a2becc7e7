"""The word in a link that nobody can guess: it is mailed, and only its hash is kept."""

import hashlib
import secrets

from django.utils.crypto import salted_hmac


def new_token() -> str:
    """Return a word that nobody can guess, fit for the address of a page."""
    return secrets.token_urlsafe(32)


def token_for(about: str) -> str:
    """Return the word for one thing, the same each time, made with ``SECRET_KEY``.

    What is mailed by several processes, or gone on with later, has the same link in
    every mail, though the word is kept nowhere.
    """
    return salted_hmac("intergroup.kit.tokens", about, algorithm="sha256").hexdigest()


def hashed(token: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()
