"""The register’s tables."""

from intergroup.registry.models.body import Body
from intergroup.registry.models.groups import District, ExternalNumber, Group
from intergroup.registry.models.meetings import (
    IN_WEEK_ORDER,
    Location,
    Meeting,
    MeetingType,
)
from intergroup.registry.models.people import Person
from intergroup.registry.models.representation import Representative
from intergroup.registry.models.users import User

__all__ = [
    "IN_WEEK_ORDER",
    "Body",
    "District",
    "ExternalNumber",
    "Group",
    "Location",
    "Meeting",
    "MeetingType",
    "Person",
    "Representative",
    "User",
]
