"""How a meeting can be attended: its link and telephone, and what follows from them."""

from intergroup.registry.actions.listing import Place
from intergroup.registry.feeds import links, texts
from intergroup.registry.feeds.cells import Cells
from intergroup.registry.feeds.codes import CLOSED_PLACE
from intergroup.registry.feeds.kinds import Found
from intergroup.registry.models import Meeting

Attendance = Meeting.Attendance
_SAID = {"in_person": Attendance.IN_PERSON, "hybrid": Attendance.HYBRID}


def read_conference(cells: Cells) -> dict[str, str]:
    """Return the fields of a meeting about its link and its telephone."""
    link, around = cells.read("conference_url", links.read_link) or ("", "")
    notes = cells.lines("conference_url_notes")
    if around not in notes:
        notes = f"{around}\n{notes}".strip()
    return {
        "conference_url": cells.fit("conference_url", link, Meeting, "conference_url"),
        "conference_url_notes": notes,
        "conference_phone": cells.line("conference_phone", Meeting, "conference_phone"),
        "conference_phone_notes": cells.lines("conference_phone_notes"),
    }


def read_attendance(
    cells: Cells, conference: dict[str, str], place: Place | None, found: Found
) -> str:
    """Return how it can be attended, as the row says or as it follows.

    A place that is only roughly there, or closed for a time, is no place to go to.
    """
    said = cells.read("attendance_option", texts.fold) or ""
    said = said.replace(" ", "_").replace("-", "_")
    if said in _SAID:
        return _SAID[said]
    has_door = bool(place) and not place.is_approximate
    is_closed = CLOSED_PLACE in found.codes
    says_online = said == "online" or found.is_online
    from_afar = _from_afar(conference, says_online=says_online)
    if said == "online" and has_door and is_closed and from_afar:
        return Attendance.ONLINE_FOR_NOW
    has_door = has_door and not is_closed
    if from_afar and has_door and said != "online":
        return Attendance.HYBRID if _has_link(conference) else Attendance.IN_PERSON
    return from_afar or Attendance.IN_PERSON


def _from_afar(conference: dict[str, str], *, says_online: bool) -> str:
    """Return online, by telephone, or nothing."""
    if conference["conference_url"]:
        return Attendance.ONLINE
    if conference["conference_phone"]:
        return Attendance.PHONE
    return Attendance.ONLINE if says_online else ""


def _has_link(conference: dict[str, str]) -> bool:
    return bool(conference["conference_url"] or conference["conference_phone"])
