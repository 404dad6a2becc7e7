"""The register’s tables."""

from intergroup.registry.models.body import Body
from intergroup.registry.models.changes import ListingChange
from intergroup.registry.models.contacts import ContactSheet, GroupContact
from intergroup.registry.models.directory import Directory, Revision, SharingKey
from intergroup.registry.models.groups import District, ExternalNumber, Group
from intergroup.registry.models.meetings import (
    IN_WEEK_ORDER,
    Location,
    Meeting,
    MeetingType,
    MeetingTypeName,
)
from intergroup.registry.models.people import Person
from intergroup.registry.models.publishing import DirectoryPrint, FeedSource, Finding
from intergroup.registry.models.registrations import Registration, RegistrationMessage
from intergroup.registry.models.representation import Representative
from intergroup.registry.models.users import User
from intergroup.registry.models.verifications import Verification

__all__ = [
    "IN_WEEK_ORDER",
    "Body",
    "ContactSheet",
    "Directory",
    "DirectoryPrint",
    "District",
    "ExternalNumber",
    "FeedSource",
    "Finding",
    "Group",
    "GroupContact",
    "ListingChange",
    "Location",
    "Meeting",
    "MeetingType",
    "MeetingTypeName",
    "Person",
    "Registration",
    "RegistrationMessage",
    "Representative",
    "Revision",
    "SharingKey",
    "User",
    "Verification",
]
