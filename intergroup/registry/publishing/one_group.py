"""What the public reads of one group, or would read were it not hidden for its age."""

from datetime import date

from intergroup.registry.publishing.published import published
from intergroup.registry.publishing.reading import Reader
from intergroup.registry.publishing.records import PublishedMeeting


def published_of(group: int, *, on: date) -> tuple[PublishedMeeting, ...]:
    """Return the published meetings of the group with that id, in week order."""
    return tuple(each for each in published(on).meetings if _is_of(each, group))


def unhidden_of(group: int, *, on: date) -> tuple[PublishedMeeting, ...]:
    """Return the same, also where the group is hidden: for those who can confirm it."""
    if shown := published_of(group, on=on):
        return shown
    reader = Reader(on)
    reader.directory.hide_months = None
    return tuple(each for each in reader.meetings() if _is_of(each, group))


def _is_of(meeting: PublishedMeeting, group: int) -> bool:
    return meeting.group is not None and meeting.group.pk == group
