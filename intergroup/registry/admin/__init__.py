"""The register’s screens."""

from intergroup.registry.admin import menu as menu
from intergroup.registry.admin import second_steps as second_steps
from intergroup.registry.admin.body import BodyAdmin
from intergroup.registry.admin.changes import ListingChangeAdmin
from intergroup.registry.admin.contacts import ContactSheetAdmin, GroupContactAdmin
from intergroup.registry.admin.directory import DirectoryAdmin, SharingKeyAdmin
from intergroup.registry.admin.findings import FindingAdmin
from intergroup.registry.admin.groups import DistrictAdmin, GroupAdmin
from intergroup.registry.admin.locations import LocationAdmin
from intergroup.registry.admin.meeting_types import MeetingTypeAdmin
from intergroup.registry.admin.meetings import MeetingAdmin
from intergroup.registry.admin.people import PersonAdmin, RepresentativeAdmin
from intergroup.registry.admin.prints import DirectoryPrintAdmin
from intergroup.registry.admin.registrations import RegistrationAdmin
from intergroup.registry.admin.sources import FeedSourceAdmin
from intergroup.registry.admin.users import UserAdmin
from intergroup.registry.admin.verifications import VerificationAdmin

__all__ = [
    "BodyAdmin",
    "ContactSheetAdmin",
    "DirectoryAdmin",
    "DirectoryPrintAdmin",
    "DistrictAdmin",
    "FeedSourceAdmin",
    "FindingAdmin",
    "GroupAdmin",
    "GroupContactAdmin",
    "ListingChangeAdmin",
    "LocationAdmin",
    "MeetingAdmin",
    "MeetingTypeAdmin",
    "PersonAdmin",
    "RegistrationAdmin",
    "RepresentativeAdmin",
    "SharingKeyAdmin",
    "UserAdmin",
    "VerificationAdmin",
]
