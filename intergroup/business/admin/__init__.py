"""The screens of business meetings."""

from intergroup.business.admin.meetings import BusinessMeetingAdmin
from intergroup.business.admin.motions import MotionAdmin

__all__ = ["BusinessMeetingAdmin", "MotionAdmin"]
