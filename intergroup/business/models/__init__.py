"""The tables of business meetings."""

from intergroup.business.models.agenda import AgendaItem
from intergroup.business.models.meetings import BusinessMeeting
from intergroup.business.models.motions import Motion
from intergroup.business.models.rollcall import Attendance

__all__ = ["AgendaItem", "Attendance", "BusinessMeeting", "Motion"]
