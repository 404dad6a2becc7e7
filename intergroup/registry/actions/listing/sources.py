"""The meeting lists of others, and what each of them last said."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.registry.actions.holding import hold_register
from intergroup.registry.models import FeedSource

Rows = dict[str, dict[str, str]]


def find_source(name: str) -> FeedSource:
    """Return the source of this name, added where it is new, and hold the register.

    What the list is compared with stays as it is, that of other sources too. Call it
    inside the transaction that reads the list. Raises ValidationError (``no_name`` or
    ``long_name``).
    """
    name = " ".join(name.split())
    if not name:
        raise ValidationError(_("Give the list a name."), code="no_name")
    if len(name) > FeedSource._meta.get_field("name").max_length:
        raise ValidationError(_("This name is too long."), code="long_name")
    hold_register()
    there = FeedSource.objects.filter(name__iexact=name).first()
    return there or FeedSource.objects.create(name=name)


@transaction.atomic
def remember_source(source: FeedSource, *, rows: Rows) -> None:
    """Keep what a source said, by slug, until it is read again."""
    source.rows, source.read_at = rows, timezone.now()
    source.save()
