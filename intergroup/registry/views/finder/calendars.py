"""Meetings for a calendar: one to take along, or all that were looked for."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from intergroup.kit import site_address
from intergroup.registry.publishing import Published, PublishedMeeting
from intergroup.registry.publishing.calendar import calendar_of
from intergroup.registry.publishing.searching import find, index, read
from intergroup.registry.views.finder.answering import answer, public
from intergroup.registry.views.finder.leaving import gone
from intergroup.registry.views.finder.meeting import by_slug


@public
def whole_calendar(request: HttpRequest, published: Published) -> HttpResponse:
    """Give the meetings that were looked for, as a calendar to subscribe to."""

    def make() -> HttpResponse:
        entries = index(published)
        found = find(entries, read(entries, request.GET))
        meetings = [entries.entries[number].meeting for number in found]
        return _calendar(request, published, meetings, name=published.body.name)

    return answer(request, published, make)


@public
def meeting_calendar(
    request: HttpRequest, published: Published, slug: str
) -> HttpResponse:
    """Give one meeting as a file for a calendar."""
    meeting = by_slug(published).get(slug)
    if meeting is None:
        return gone(request, published, slug)

    def make() -> HttpResponse:
        response = _calendar(request, published, [meeting], name=meeting.name)
        name = f"meeting-{meeting.pk}.ics"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    return answer(request, published, make)


def _calendar(
    request: HttpRequest,
    published: Published,
    meetings: list[PublishedMeeting],
    *,
    name: str,
) -> HttpResponse:
    path = reverse("registry:meeting", args=["SLUG"])
    page = site_address.absolute(path, request)
    data = calendar_of(published, meetings, name=name, page=page)
    return HttpResponse(data, content_type="text/calendar; charset=utf-8")
