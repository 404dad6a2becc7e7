"""The minutes of the meeting before, as the packet shows them."""

from intergroup.business.models import BusinessMeeting, Minutes
from intergroup.business.reports.minutes.record import MinutesRecord, minutes_record


def last_minutes(meeting: BusinessMeeting) -> MinutesRecord | None:
    """Return the minutes of the meeting before; None until they were sent round."""
    before = BusinessMeeting.objects.before(meeting.held_on).first()
    found = Minutes.objects.listed().filter(meeting=before) if before else None
    minutes = found.select_related("meeting").first() if found is not None else None
    if minutes is None or minutes.state == Minutes.State.DRAFT:
        return None
    return minutes_record(minutes)
