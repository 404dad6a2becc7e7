"""A printed directory is written down: what stood in it, and for whom it was."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from intergroup.registry.models import DirectoryPrint, User


@transaction.atomic
def record_print(
    made: DirectoryPrint,
    *,
    listed: Mapping[str, object],
    made_at: datetime,
    made_by: User,
) -> DirectoryPrint:
    """Save an unsaved print with the lines of each meeting, by slug."""
    made.listed = dict(listed)
    made.made_at = made_at
    made.made_by = made_by
    made.full_clean(exclude=["listed"])
    made.save()
    return made
