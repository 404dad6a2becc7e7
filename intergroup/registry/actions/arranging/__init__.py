"""What the office changes by itself: meetings, the places of them, and groups."""

from intergroup.registry.actions.arranging.doubles import lookalikes, siblings
from intergroup.registry.actions.arranging.groups import save_group
from intergroup.registry.actions.arranging.listing import put_back, take_off
from intergroup.registry.actions.arranging.meetings import (
    add_meetings,
    change_meeting,
)
from intergroup.registry.actions.arranging.places import change_place, place_for
from intergroup.registry.actions.arranging.slugs import free_slug, slug_of

__all__ = [
    "add_meetings",
    "change_meeting",
    "change_place",
    "free_slug",
    "lookalikes",
    "place_for",
    "put_back",
    "save_group",
    "siblings",
    "slug_of",
    "take_off",
]
