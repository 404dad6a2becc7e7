"""The random word in a link: it is mailed, and only its hash is kept."""

import hashlib
import secrets


def new_token() -> str:
    """Return a word that nobody can guess, fit for the address of a page."""
    return secrets.token_urlsafe(32)


def hashed(token: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()
