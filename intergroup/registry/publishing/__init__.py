"""What the public sees of the register: read once, cleaned once, and kept at hand."""

from intergroup.registry.publishing.published import Published, published
from intergroup.registry.publishing.records import (
    PublishedContact,
    PublishedGroup,
    PublishedMeeting,
    PublishedPlace,
    PublishedType,
)

__all__ = [
    "Published",
    "PublishedContact",
    "PublishedGroup",
    "PublishedMeeting",
    "PublishedPlace",
    "PublishedType",
    "published",
]
