"""What a row says of its group."""

from datetime import date

from django.core.exceptions import ValidationError

from intergroup.kit import dates
from intergroup.registry.actions.listing import GroupFacts
from intergroup.registry.actions.listing.records import HANDLES
from intergroup.registry.feeds import links, texts
from intergroup.registry.feeds.cells import Cells
from intergroup.registry.feeds.districts import read_district
from intergroup.registry.feeds.reading import Reading
from intergroup.registry.models import Group


def read_group(cells: Cells, name: str, reading: Reading) -> GroupFacts:
    """Return what a row says of its group, whether it names one or not."""
    column = "group"
    group = cells.line(column, Group, "name")
    if reading.group_by_name and not group:
        column, group = "name", name
    website, _around = cells.read("website", links.read_link) or ("", "")
    values = {
        "notes": cells.lines("group_notes"),
        "website": cells.fit("website", website, Group, "website"),
        "email": _email(cells),
        "phone": cells.line("phone", Group, "phone"),
        **{each: _handle(cells, each) for each in HANDLES},
    }
    return GroupFacts(
        name=group,
        spelled=str(cells.peek(column) or group),
        values={field: value for field, value in values.items() if value},
        district=read_district(cells.read("district", texts.line) or ""),
        verified_on=_verified_on(cells, reading) if group else None,
    )


def _handle(cells: Cells, service: str) -> str:
    handle = cells.read(service, lambda value: links.read_handle(service, value))
    return cells.fit(service, handle or "", Group, service)


def _email(cells: Cells) -> str:
    """Return one address; what is none, or several, stays with the other facts."""
    said = cells.peek("email")
    text = texts.line(said).removeprefix("mailto:") if isinstance(said, str) else ""
    if not links.is_email(text):
        return ""
    cells.take("email")
    return text


def _verified_on(cells: Cells, reading: Reading) -> date | None:
    """Return the day of the last contact, if it is one and has been."""
    if not (said := cells.peek("last_contact")):
        return None
    try:
        day = dates.parse_day(said, day_first=reading.is_day_first)
    except ValidationError:
        return None
    if day > reading.today:
        return None
    cells.take("last_contact")
    return day
