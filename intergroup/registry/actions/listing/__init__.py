"""Writing a list of meetings into the register, all at once."""

from intergroup.registry.actions.listing.groups import name_key, next_number
from intergroup.registry.actions.listing.records import (
    GroupFacts,
    Kind,
    Listing,
    Place,
    Written,
)
from intergroup.registry.actions.listing.write import write_listings

__all__ = [
    "GroupFacts",
    "Kind",
    "Listing",
    "Place",
    "Written",
    "name_key",
    "next_number",
    "write_listings",
]
