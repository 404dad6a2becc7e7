"""The tables of business meetings."""

from intergroup.business.models.action_items import ActionItem
from intergroup.business.models.agenda import (
    AgendaItem,
    AgendaTemplate,
    AgendaTemplateItem,
    ItemKind,
)
from intergroup.business.models.conscience import GroupBallot, Guideline
from intergroup.business.models.events import Event
from intergroup.business.models.meetings import BusinessMeeting
from intergroup.business.models.minutes import (
    Minutes,
    MinutesAmendment,
    MinutesCorrection,
    MinutesPart,
)
from intergroup.business.models.motion_steps import (
    MotionAttachment,
    MotionStep,
    MotionSubmission,
)
from intergroup.business.models.motions import Motion
from intergroup.business.models.packets import PacketMaking, PresentedPacket
from intergroup.business.models.reporting import MeetingReport
from intergroup.business.models.rollcall import Attendance, Attendee, QuorumCount
from intergroup.business.models.rules import Numbering, QuorumKind, Rules
from intergroup.business.models.sendings import (
    NO_ADDRESS,
    NOT_NEEDED,
    Sending,
    SendingLine,
)

__all__ = [
    "NOT_NEEDED",
    "NO_ADDRESS",
    "ActionItem",
    "AgendaItem",
    "AgendaTemplate",
    "AgendaTemplateItem",
    "Attendance",
    "Attendee",
    "BusinessMeeting",
    "Event",
    "GroupBallot",
    "Guideline",
    "ItemKind",
    "MeetingReport",
    "Minutes",
    "MinutesAmendment",
    "MinutesCorrection",
    "MinutesPart",
    "Motion",
    "MotionAttachment",
    "MotionStep",
    "MotionSubmission",
    "Numbering",
    "PacketMaking",
    "PresentedPacket",
    "QuorumCount",
    "QuorumKind",
    "Rules",
    "Sending",
    "SendingLine",
]
