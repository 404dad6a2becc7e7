"""The cells of one row under the Meeting Guide’s names, and what is wrong with them."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from intergroup.kit import sheets
from intergroup.kit.imports import Refusal
from intergroup.registry.feeds import texts

_ALIASES = {
    "name": "meeting meeting_name title",
    "slug": "post_name id",
    "day": "weekday day_of_week days meeting_day",
    "time": "start_time start begin_time meeting_time",
    "end_time": "end",
    "timezone": "time_zone tz",
    "types": "type meeting_types",
    "notes": "comments description note",
    "group": "group_name",
    "location": "location_name venue venue_name",
    "address": "street street_address address_1 address1",
    "formatted_address": "full_address",
    "city": "town",
    "state": "province",
    "postal_code": "zip zip_code zipcode postcode postal",
    "sub_region": "subregion",
    "latitude": "lat",
    "longitude": "lng lon long",
    "coordinates": "latlng lat_lng lat_long",
    "conference_url": "online_link online_url zoom_link zoom_url virtual_link",
    "conference_phone": "dial_in dialin conference_number",
    "paypal": "pay_pal",
    "square": "cash_app cashapp",
    "email": "e_mail",
    "phone": "phone_number",
    "website": "website_url",
    "district": "district_number",
    "updated": "updated_at last_updated modified last_modified",
}
_MEANS = {alias: name for name, all_ in _ALIASES.items() for alias in all_.split()}
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NOT_WORD = re.compile(r"[^0-9a-z]+")


@cache
def snake(name: str) -> str:
    """Return ``conference_url`` for “Conference URL” and “conferenceUrl”."""
    return _NOT_WORD.sub("_", _HUMP.sub("_", name).lower()).strip("_")


def known_name(name: str) -> str:
    """Return the Meeting Guide’s name of a column, or its own in snake case."""
    own = snake(name)
    return _MEANS.get(own, own)


class Cells:
    """One row: what nobody takes of it is left over.

    ``keeps_names``: unknown cells are called as the feed calls them.
    """

    def __init__(
        self, number: int, row: Mapping[str, object], *, keeps_names: bool
    ) -> None:
        self.number = number
        self.keeps_names = keeps_names
        self.refused: list[Refusal] = []
        self._row = row
        self._own: dict[str, str] = {}
        for name in sorted(row, key=lambda each: snake(each) in _MEANS):
            known = known_name(name)
            if known not in self._own and row[name] not in (None, ""):
                self._own[known] = name
        self._left = set(row)
        self._check_text()

    def take(self, name: str) -> object:
        """Return the cell as it came; None where there is none."""
        own = self._own.get(name)
        self._left.discard(own or name)
        return self._row[own] if own else None

    def peek(self, name: str) -> object:
        """Return the cell and leave it to be taken."""
        own = self._own.get(name)
        return self._row[own] if own else None

    def read(self, name: str, read: Callable[[object], object]) -> object:
        """Return what ``read`` makes of a cell; None, and a refusal, if it cannot."""
        try:
            return read(self.take(name))
        except ValidationError as error:
            self.blame(name, error)
        return None

    def line(self, name: str, model: type[Model], field: str) -> str:
        """Return one line of text that fits into a field."""
        return self.fit(name, self.read(name, texts.line) or "", model, field)

    def lines(self, name: str) -> str:
        """Return text with its line breaks."""
        return self.read(name, texts.lines) or ""

    def fit(self, name: str, text: str, model: type[Model], field: str) -> str:
        """Return text that fits into a field; refuse what is longer."""
        most = model._meta.get_field(field).max_length
        if len(text) > most:
            sentence = _("This is %(length)s characters long; at most %(most)s fit.")
            self.refuse(name, sentence % {"length": len(text), "most": most})
        return text

    def refuse(self, name: str, sentence: str) -> None:
        """Remember what is wrong, under the name the file has for the column."""
        self.refused.append(Refusal(self.number, self._own.get(name, name), sentence))

    def blame(self, name: str, error: ValidationError) -> None:
        """Refuse a column for an error, or the columns that the error itself names."""
        named = error.message_dict if hasattr(error, "error_dict") else {}
        for column, sentences in (named or {name: error.messages}).items():
            self.refuse(column, " ".join(sentences))

    def left_over(self) -> dict[str, object]:
        """Return the cells that nobody took and that hold anything, as they came."""
        kept = ((name, self._row[name]) for name in self._row if name in self._left)
        return {name: each for name, each in kept if each not in (None, "", [], {})}

    def _check_text(self) -> None:
        for name, value in self._row.items():
            if sheets.bad_text(name) or any(map(sheets.bad_text, _inside(value))):
                sentence = _("This is not UTF-8 text. Save the file as UTF-8.")
                shown = name.encode(errors="replace").decode()
                self.refused.append(Refusal(self.number, shown, sentence))


def _inside(value: object) -> Iterable[object]:
    """Yield every value within a value."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from _inside(each)
    elif isinstance(value, list):
        for each in value:
            yield from _inside(each)
    else:
        yield value
