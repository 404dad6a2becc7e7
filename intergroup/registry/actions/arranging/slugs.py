"""Addresses on the web for meetings: made of the name, and each once."""

from collections.abc import Collection

from django.utils.text import slugify
from django.utils.translation import gettext as _

from intergroup.registry.models import Meeting

MOST = 64


def slug_of(name: str) -> str:
    """Return a name as an address, in its own script; “meeting” if nothing is left."""
    return slugify(name, allow_unicode=True)[:MOST].strip("-_") or slugify(_("meeting"))


def free_slug(wanted: str, *, taken: Collection[str] = ()) -> str:
    """Return the address, with a number at its end where it is in use or ``taken``."""
    stem = wanted[: MOST - 6]
    there = Meeting.objects.filter(slug__startswith=stem)
    used = {*taken, *there.values_list("slug", flat=True)}
    free, number = wanted[:MOST], 1
    while free in used:
        number += 1
        free = f"{stem.rstrip('-')}-{number}"
    return free
