"""A meeting that is not in the list: what became of it, as far as everybody may know.

Only days and the way on are told, no word of the listing itself: nobody cleaned it.
"""

from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.registry.models import Group, Meeting
from intergroup.registry.publishing import Published, PublishedMeeting
from intergroup.registry.views.finder.answering import EVERYBODY, show

TEMPLATE = "public/gone.html"


def gone(request: HttpRequest, published: Published, slug: str) -> HttpResponse:
    """Say that a meeting is paused or gone; or that there never was one."""
    rows = Meeting.objects.select_related("group")
    meeting = rows.filter(slug=slug.replace("\0", "")).first()
    if meeting is None:
        title, words, status = _("There is no such meeting"), "", 404
    elif _is_paused(meeting):
        title, status = _("This meeting is paused"), 200
        words = _until(meeting.group)
    elif _is_off(meeting, published):
        title, words, status = _("This meeting is no longer held"), _since(meeting), 410
    else:
        title, words, status = _("This meeting is not in our list just now"), "", 404
    response = show(
        request,
        published,
        TEMPLATE,
        status=status,
        title=title,
        words=words,
        instead=_instead(published, meeting),
    )
    response["Cache-Control"] = EVERYBODY
    return response


def _is_paused(meeting: Meeting) -> bool:
    group = meeting.group
    is_paused = group is not None and group.status == Group.Status.PAUSED
    return is_paused and meeting.unlisted_on is None


def _until(group: Group) -> str:
    if group.paused_until is None:
        return _("It is not known yet when the group meets again.")
    day = date_format(group.paused_until, "DATE_FORMAT")
    return _(
        "Paused until %(day)s: the group means to meet again from that day on."
    ) % {"day": day}


def _is_off(meeting: Meeting, published: Published) -> bool:
    group, last = meeting.group, meeting.last_on
    is_closed = group is not None and group.status in Group.GONE
    is_over = last is not None and last < published.on
    return meeting.unlisted_on is not None or is_closed or is_over


def _since(meeting: Meeting) -> str:
    day = meeting.unlisted_on or meeting.last_on
    if day is None:
        return ""
    words = {"day": date_format(day, "DATE_FORMAT")}
    return _("It was taken off our list on %(day)s.") % words


def _instead(
    published: Published, meeting: Meeting | None
) -> tuple[PublishedMeeting, ...]:
    """Return the meetings that are still held by its group, or by the one it joined."""
    group = meeting.group if meeting else None
    if group is None:
        return ()
    wanted = {group.pk, group.merged_into_id}
    return tuple(m for m in published.meetings if m.group and m.group.pk in wanted)
