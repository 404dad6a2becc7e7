"""One row of a feed, read into the meetings it speaks of; or refused, with reasons."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from intergroup.registry.actions.listing import Kind, Listing, Place
from intergroup.registry.feeds import clocks, texts
from intergroup.registry.feeds.attendance import read_attendance, read_conference
from intergroup.registry.feeds.cells import Cells
from intergroup.registry.feeds.codes import CLOSED_PLACE
from intergroup.registry.feeds.days import read_days
from intergroup.registry.feeds.extras import keep_extra, plain
from intergroup.registry.feeds.facts import read_group
from intergroup.registry.feeds.kinds import Found
from intergroup.registry.feeds.places import read_place
from intergroup.registry.feeds.reading import Reading
from intergroup.registry.feeds.slugs import as_slug
from intergroup.registry.feeds.zones import read_zone
from intergroup.registry.models import Meeting


def read_row(cells: Cells, reading: Reading) -> list[Listing]:
    """Return a listing for each day of a row; ``cells.refused`` says what is wrong."""
    if cells.refused:
        return []
    name, slug = _name_and_slug(cells, reading)
    days = cells.read("day", read_days) or (None,)
    extra: dict[str, object] = {}
    place = read_place(cells, extra)
    found = cells.read("types", reading.kinds.read) or Found()
    _tell(found, extra, reading)
    values = {"name": name, **_values(cells, place, found)}
    values["updated_at"] = _updated(cells, extra, reading)
    group = read_group(cells, name, reading)
    listing = Listing(
        slug=slug,
        values=values,
        kinds=_kinds(found, values),
        place=place,
        group=group,
        extra={**extra, **keep_extra(cells, reading)},
        leaves=reading.leaves,
    )
    return list(_each_day(listing, days, reading))


def _kinds(found: Found, values: dict[str, object]) -> tuple[Kind, ...]:
    """Return the types; that the place is closed for now is not said twice."""
    if values["attendance"] != Meeting.Attendance.ONLINE_FOR_NOW:
        return found.kept
    return tuple(each for each in found.kept if each.code != CLOSED_PLACE)


def _values(cells: Cells, place: Place | None, found: Found) -> dict[str, object]:
    """Return the fields of the meeting that are the same on every day."""
    begins, ends = cells.read("time", clocks.read_span) or (None, None)
    conference = read_conference(cells)
    return {
        "time": begins,
        "end_time": cells.read("end_time", clocks.read_time) or ends,
        "time_zone": cells.read("timezone", read_zone) or "",
        "notes": cells.lines("notes"),
        **conference,
        "attendance": read_attendance(cells, conference, place, found),
    }


def _name_and_slug(cells: Cells, reading: Reading) -> tuple[str, str]:
    """Return both; a slug is made of the name, or a name found for the slug."""
    name = cells.line("name", Meeting, "name")
    given = cells.read("slug", texts.line) or ""
    slug = as_slug(given)
    if not (name or slug or cells.refused):
        cells.refuse("", _("The meeting has no name and no slug."))
    if not slug:
        reading.told["slug_from_name"] += 1
        slug = slugify(name, allow_unicode=True) or "meeting"
    return name or _name_for(cells, slug), slug


def _name_for(cells: Cells, slug: str) -> str:
    """Return the name of the group, of the place, or one made of the slug."""
    for other in ("group", "location"):
        if isinstance(value := cells.peek(other), str) and (name := texts.line(value)):
            return name[:255]
    return slug.replace("-", " ").capitalize()


def _tell(found: Found, extra: dict[str, object], reading: Reading) -> None:
    """Keep the types nobody knows, and count what the notes will say."""
    if found.unknown:
        extra["types"] = list(found.unknown)
        reading.unknown_types.update(found.unknown)
    reading.told["open_and_closed"] += found.is_open_and_closed


def _updated(
    cells: Cells, extra: dict[str, object], reading: Reading
) -> datetime | None:
    """Return when the feed changed it last; what cannot be read is kept as it came."""
    value = cells.take("updated")
    try:
        return clocks.read_instant(value, day_first=reading.is_day_first)
    except ValidationError:
        extra["updated"] = plain(value)
    return None


def _each_day(
    listing: Listing, days: tuple[int | None, ...], reading: Reading
) -> Iterable[Listing]:
    """Yield a listing for each day; of several days each slug gets the day’s number."""
    reading.told["several_days"] += len(days) > 1
    for day in days:
        slug = listing.slug if len(days) == 1 else f"{listing.slug}-{day}"
        yield replace(listing, slug=slug, values={**listing.values, "day": day})
