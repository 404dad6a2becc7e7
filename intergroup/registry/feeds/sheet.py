"""The published meetings as TSML’s spreadsheet: its columns, in order, in English."""

import csv
import io
import re
from collections.abc import Mapping, Sequence

from intergroup.kit.sheets import FORMULA_STARTS
from intergroup.registry.feeds.codes import HA_TYPES, TSML_LANGUAGES
from intergroup.registry.feeds.guide import CONTACTS, Row

_DAYS = (
    *("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"),
)
_NAMES = {**TSML_LANGUAGES, **HA_TYPES, "TC": "Location Temporarily Closed"}
_NAMES["ONL"] = "Online"
_CONTACT = tuple(
    f"contact_{nth}_{what}"
    for nth in range(1, CONTACTS + 1)
    for what in ("name", "email", "phone")
)
TSML_COLUMNS = (
    *("name", "day", "time", "end_time", "types", "notes"),
    *("conference_url", "conference_url_notes"),
    *("conference_phone", "conference_phone_notes"),
    *("location", "formatted_address", "region", "sub_region", "location_notes"),
    *("timezone", "group", "district", "sub_district", "website", "website_2"),
    *("mailing_address", "venmo", "square", "paypal", "homegroup_online"),
    *("email", "phone", "group_notes", *_CONTACT, "last_contact", "author", "slug"),
    *("data_source", "data_source_name", "updated", "id"),
)
OUR_COLUMNS = ("latitude", "longitude", "approximate", "attendance_option")
COLUMNS = (*TSML_COLUMNS, *OUR_COLUMNS)
_HEADERS = {
    "formatted_address": "Address",
    "conference_url": "Conference URL",
    "conference_url_notes": "Conference URL Notes",
    "id": "ID",
}
HEADER = tuple(_HEADERS.get(each) or each.replace("_", " ").title() for each in COLUMNS)
_PLAIN = re.compile(r"@[\w.-]+|[+-]?[\d .,*#()-]+")


def to_csv(rows: Sequence[Row]) -> bytes:
    """Return rows of the TSML profile as its export writes them.

    Behind TSML’s own columns stand four that it passes over and we read again.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADER)
    writer.writerows([_cell(row, name) for name in COLUMNS] for row in rows)
    return out.getvalue().encode()


def _cell(row: Mapping[str, object], name: str) -> str:
    value = row.get(name, "")
    if name == "day" and value != "":
        return _DAYS[value]
    if name == "types":
        value = ", ".join(_type(each) for each in value)
    if name == "formatted_address":
        value = value or row.get("city", "")
    return _harmless(str(value))


def _type(code: str) -> str:
    """Return the name of a type; the code where the name has a comma in it."""
    name = _NAMES.get(code, code)
    return code if "," in name else name


def _harmless(text: str) -> str:
    """Return text that no spreadsheet takes for a formula.

    A payment name and a telephone number are none, and are read by machines.
    """
    is_formula = text.startswith(FORMULA_STARTS) and not _PLAIN.fullmatch(text)
    return f"'{text}" if is_formula else text
