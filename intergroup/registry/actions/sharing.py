"""Giving somebody a key to the feeds."""

import secrets
from datetime import date

from django.db import transaction

from intergroup.registry.models import SharingKey

_BYTES = 24


@transaction.atomic
def give_key(key: SharingKey, *, on: date) -> None:
    """Save an unsaved key with a word that nobody can guess."""
    key.key = secrets.token_urlsafe(_BYTES)
    key.made_on = on
    key.full_clean()
    key.save()
