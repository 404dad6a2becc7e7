"""One meeting for everybody: when, where, how to join, and what to take along."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from urllib.parse import quote

import segno
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.kit import site_address
from intergroup.registry.publishing import Published, PublishedMeeting
from intergroup.registry.publishing.calendar import first_time
from intergroup.registry.publishing.facets import CLOSED, OPEN
from intergroup.registry.publishing.occurrences import clock, in_words, upcoming
from intergroup.registry.views.finder.answering import answer, public, show
from intergroup.registry.views.finder.handles import handles_of
from intergroup.registry.views.finder.leaving import gone
from intergroup.registry.views.finder.places import room_of, way_to
from intergroup.registry.views.finder.rows import row

NEXT_TIMES = 3


@public
def meeting(request: HttpRequest, published: Published, slug: str) -> HttpResponse:
    """Show a meeting, or say what became of it."""
    found = by_slug(published).get(slug)
    if found is None:
        return gone(request, published, slug)
    return answer(request, published, lambda: _page(request, published, found))


@public
def meeting_qr(request: HttpRequest, published: Published, slug: str) -> HttpResponse:
    """Give the address of a meeting’s page as a picture to scan."""
    found = by_slug(published).get(slug)
    if found is None:
        return gone(request, published, slug)
    address = site_address.absolute(_address(found), request)

    def make() -> HttpResponse:
        code = segno.make(address, error="m")
        picture = BytesIO()
        code.save(picture, kind="svg", xmldecl=False, scale=8, light="#fff")
        return HttpResponse(picture.getvalue(), content_type="image/svg+xml")

    return answer(request, published, make)


def _page(
    request: HttpRequest, published: Published, found: PublishedMeeting
) -> HttpResponse:
    held = upcoming(found, timezone.now(), NEXT_TIMES)
    room = room_of(found)
    return show(
        request,
        published,
        "public/meeting.html",
        title=found.name,
        meeting=found,
        row=row(published, found, held[0].start.date() if held else None),
        words=in_words(found, published.body.time_zone),
        times=[_time(each.start) for each in held],
        room=room,
        way=way_to(room) if room else None,
        others=tuple(_others(published, found)),
        handles=handles_of(found),
        openness=_openness(found),
        mistake=_mistake(published, found),
        has_calendar=first_time(found) is not None,
    )


def _openness(found: PublishedMeeting) -> str:
    """Say who is welcome, to somebody who has never been to a meeting."""
    if CLOSED in found.types:
        return _(
            "Closed meeting: for everybody with a desire to stop suffering from heroin "
            "addiction. If that is you, you are welcome."
        )
    if OPEN in found.types:
        return _("Open meeting: everybody is welcome, family and friends too.")
    return ""


def _time(start: datetime) -> str:
    words = {"day": date_format(start, "l, F j"), "hour": clock(start)}
    return _("%(day)s at %(hour)s") % words


@dataclass(frozen=True, slots=True)
class Other:
    """Another meeting of the same group, and when it is held."""

    meeting: PublishedMeeting
    words: str


def _others(published: Published, found: PublishedMeeting) -> Iterator[Other]:
    if found.group is None:
        return
    home = published.body.time_zone
    for each in _by_group(published).get(found.group.pk, ()):
        if each.pk != found.pk:
            yield Other(each, in_words(each, home))


def _by_group(published: Published) -> dict[int, list[PublishedMeeting]]:
    def make() -> dict[int, list[PublishedMeeting]]:
        groups: dict[int, list[PublishedMeeting]] = {}
        for each in published.meetings:
            if each.group:
                groups.setdefault(each.group.pk, []).append(each)
        return groups

    return published.keep("by group", make)


def _mistake(published: Published, found: PublishedMeeting) -> str:
    """Return where to say that something is wrong: the form, or a letter to write."""
    if found.group and published.directory.is_registration_open:
        return reverse("registry:group-change", args=[found.group.number])
    email = published.body.email
    subject = quote(_("Meeting list: %(slug)s") % {"slug": found.slug})
    return f"mailto:{email}?subject={subject}" if email else ""


def by_slug(published: Published) -> dict[str, PublishedMeeting]:
    """Return the published meetings by their address on the web."""
    return published.keep(
        "by slug", lambda: {each.slug: each for each in published.meetings}
    )


def _address(found: PublishedMeeting) -> str:
    return reverse("registry:meeting", args=[found.slug])
