"""The register’s screens."""

from intergroup.registry.admin import second_steps as second_steps
from intergroup.registry.admin.body import BodyAdmin
from intergroup.registry.admin.groups import DistrictAdmin, GroupAdmin
from intergroup.registry.admin.meetings import (
    LocationAdmin,
    MeetingAdmin,
    MeetingTypeAdmin,
)
from intergroup.registry.admin.people import PersonAdmin, RepresentativeAdmin
from intergroup.registry.admin.users import UserAdmin

__all__ = [
    "BodyAdmin",
    "DistrictAdmin",
    "GroupAdmin",
    "LocationAdmin",
    "MeetingAdmin",
    "MeetingTypeAdmin",
    "PersonAdmin",
    "RepresentativeAdmin",
    "UserAdmin",
]
