"""Whose hand it is that changes the register in the office."""

from django.utils import timezone

from intergroup.registry.actions.recording import Hand
from intergroup.registry.models import ListingChange


def hand_of(request):
    """Return that the office changes the register today, and who does."""
    way = ListingChange.Way.OFFICE
    return Hand(on=timezone.localdate(), way=way, by=request.user)
