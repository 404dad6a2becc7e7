"""The screens of business meetings."""

from intergroup.business.admin import menu
from intergroup.business.admin.action_items import ActionItemAdmin
from intergroup.business.admin.agendas import AgendaTemplateAdmin
from intergroup.business.admin.events import EventAdmin
from intergroup.business.admin.guidelines import GuidelineAdmin
from intergroup.business.admin.meetings import BusinessMeetingAdmin
from intergroup.business.admin.motions import MotionAdmin
from intergroup.business.admin.records import (
    MeetingReportAdmin,
    MinutesAdmin,
    PresentedPacketAdmin,
    SendingAdmin,
)
from intergroup.business.admin.rules import RulesAdmin

__all__ = [
    "ActionItemAdmin",
    "AgendaTemplateAdmin",
    "BusinessMeetingAdmin",
    "EventAdmin",
    "GuidelineAdmin",
    "MeetingReportAdmin",
    "MinutesAdmin",
    "MotionAdmin",
    "PresentedPacketAdmin",
    "RulesAdmin",
    "SendingAdmin",
    "menu",
]
