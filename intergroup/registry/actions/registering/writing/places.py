"""Where a meeting of a proposal is: a place of the register, or a new one."""

from collections.abc import Mapping

from intergroup.registry.actions.registering.proposals import OF_PLACE
from intergroup.registry.models import Location, Meeting

Attendance = Meeting.Attendance
FROM_AFAR = (Attendance.ONLINE, Attendance.PHONE)


def set_place(meeting: Meeting, said: Mapping[str, object]) -> bool:
    """Set the place that the words mean; tell whether the meeting has moved.

    A place that is shared is shared further: only what is said of the way there is
    written to it, for everybody who meets there.
    """
    if not set(OF_PLACE) & set(said):
        return False
    old, there = meeting.location, _place(meeting, said)
    notes = said.get("location_notes")
    if there and notes is not None and there.notes != notes:
        there.notes = str(notes)
        there.save(update_fields=["notes"])
    meeting.location = there
    return (old and old.pk) != (there and there.pk)


def _place(meeting: Meeting, said: Mapping[str, object]) -> Location | None:
    old = meeting.location
    name = str(said.get("location", old.name if old else ""))
    address = str(said.get("address", old.address if old else ""))
    if old and (old.name, old.address) == (name, address):
        return old
    if not (name or address):
        return None
    found = Location.objects.filter(name=name, address=address).order_by("pk").first()
    return found or _new_place(meeting, name, address)


def _new_place(meeting: Meeting, name: str, address: str) -> Location:
    is_town = meeting.attendance in FROM_AFAR
    place = Location(name=name, address=address, is_approximate=is_town)
    place.full_clean()
    place.save()
    return place
