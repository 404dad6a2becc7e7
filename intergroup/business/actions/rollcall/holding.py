"""Holding a meeting while its roll is read and written."""

from intergroup.business.models import BusinessMeeting


def hold(meeting: BusinessMeeting) -> BusinessMeeting:
    """Return the meeting as it stands now; nobody else writes to its roll meanwhile."""
    return BusinessMeeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
