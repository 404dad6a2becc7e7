"""The contract’s rules on where a meeting is, and how to get to it."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from intergroup.registry.actions.providers import provider_of
from intergroup.registry.feeds.contract.cells import Found, Row, text_of
from intergroup.registry.feeds.countries import country_of

_SHORTEST = 10  # characters of a telephone number, as tsml-ui counts them
_DISTRICT = re.compile(r"\bdist(?:rict|\.)?\s*#?\s*\d+", re.IGNORECASE)
_PARTS = ("formatted_address", "address", "city", "state", "postal_code", "country")


def _address(row: Row) -> Iterator[Found]:
    if not any(text_of(row, name) for name in _PARTS):
        yield "formatted_address", _("Without any address, readers drop the row.")
    said = row.get("approximate")
    if said is None:
        yield (
            "approximate",
            _("Say “yes” or “no”: readers guess it from the commas else."),
        )
    elif said not in ("yes", "no"):
        yield "approximate", _("This is “yes” or “no”, as a word.")
    if said == "no" and not _country(row):
        yield "country", _("The address does not say its country.")


def _country(row: Row) -> str:
    return text_of(row, "country") or country_of(text_of(row, "formatted_address"))


def _point(row: Row) -> Iterator[Found]:
    for name, most in (("latitude", 90), ("longitude", 180)):
        value = row.get(name)
        if value is None:
            continue
        if isinstance(value, bool) or not isinstance(value, int | float):
            yield name, _("This is a number: 37.26141.")
        elif abs(value) > most:
            yield name, _("This is not on the earth.")


def _region(row: Row) -> Iterator[Found]:
    for name in ("region", "sub_region"):
        if _DISTRICT.search(text_of(row, name)):
            yield (
                name,
                _("The number of a district tells nobody where it is."),
            )


def _link(row: Row) -> Iterator[Found]:
    url = text_of(row, "conference_url")
    if url and not provider_of(url):
        sentence = _("Readers do not know this service: they drop the link.")
        yield "conference_url", sentence
    if not url and text_of(row, "conference_url_notes"):
        sentence = _("Words about a link that is not there: readers drop them.")
        yield "conference_url_notes", sentence
    phone = text_of(row, "conference_phone")
    if phone and len(re.sub(r"[^\d,+#]", "", phone)) < _SHORTEST:
        yield "conference_phone", _("Shorter than ten characters: readers drop it.")


def _way_in(row: Row) -> Iterator[Found]:
    """Yield a breach for what readers call inactive."""
    types = row.get("types")
    is_closed = isinstance(types, list) and "TC" in types
    has_door = row.get("approximate") != "yes" and not is_closed
    phone = re.sub(r"[^\d,+#]", "", text_of(row, "conference_phone"))
    is_online = provider_of(text_of(row, "conference_url")) or len(phone) >= _SHORTEST
    if not (has_door or is_online):
        yield (
            "",
            _("No exact place and no link that readers know: it is shown as inactive."),
        )


RULES = (_address, _point, _region, _link, _way_in)
