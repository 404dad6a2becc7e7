"""The notice of a meeting: its words, who gets it now, and who cannot be written to."""

from dataclasses import dataclass
from datetime import date, datetime

from django.template.loader import render_to_string

from intergroup.business.actions.calling import (
    invited_to,
    still_to_tell,
    what_is_announced,
)
from intergroup.business.models import BusinessMeeting
from intergroup.business.reports.cover import cover
from intergroup.kit import pages
from intergroup.registry.models import Body

MAIL = "business/mail/notice"


@dataclass(frozen=True, slots=True)
class Notice:
    """What would be sent: ``to_tell`` by service, ``told`` have it already."""

    subject: str
    words: str
    to_tell: tuple[str, ...]
    told: tuple[str, ...]
    without: tuple[str, ...]
    is_change: bool
    called_on: date | None


def notice(meeting: BusinessMeeting, *, at: datetime) -> Notice:
    """Return the notice of ``meeting`` as it would go out at ``at``."""
    invited, so_far = invited_to(meeting), what_is_announced(meeting, at=at)
    to_tell = tuple(each.to for each in still_to_tell(invited, so_far))
    subject, words = words_of(meeting, is_change=so_far.is_change)
    return Notice(
        subject=subject,
        words=words,
        to_tell=to_tell,
        told=tuple(each.to for each in invited.reached if each.to in so_far.told),
        without=invited.without,
        is_change=so_far.is_change,
        called_on=meeting.called_on,
    )


def words_of(meeting: BusinessMeeting, *, is_change: bool) -> tuple[str, str]:
    """Return subject and words; the subject says nothing of the fellowship."""
    context = pages.context(
        meeting=meeting,
        cover=cover(meeting),
        is_change=is_change,
        body=Body.objects.current(),
    )
    subject = render_to_string(f"{MAIL}_subject.txt", context)
    words = render_to_string(f"{MAIL}.txt", context)
    return " ".join(subject.split()), f"{words.strip()}\n"
