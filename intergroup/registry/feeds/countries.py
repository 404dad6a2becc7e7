"""The country that an address ends in, as far as the address itself tells."""

import re

_NAMES = {
    "usa": "US",
    "us": "US",
    "united states": "US",
    "united states of america": "US",
    "canada": "CA",
    "mexico": "MX",
    "méxico": "MX",
    "uk": "GB",
    "united kingdom": "GB",
    "great britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "ireland": "IE",
    "australia": "AU",
    "new zealand": "NZ",
    "puerto rico": "PR",
}
_ENDINGS = {
    "US": re.compile(r"\b[A-Z]{2} \d{5}(?:-\d{4})?"),
    "CA": re.compile(r"(?:\b[A-Z]{2} )?\b[A-Z]\d[A-Z] ?\d[A-Z]\d"),
    "GB": re.compile(r".*\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}"),
}


def country_of(address: str) -> str:
    """Return two letters, or nothing where the address does not say.

    A state and a postal code of the United States, of Canada or of Great Britain say it
    too, where nothing stands behind them.
    """
    last = address.rpartition(",")[2].strip().rstrip(".")
    if named := _NAMES.get(last.casefold()):
        return named
    endings = _ENDINGS.items()
    return next((code for code, ends in endings if ends.fullmatch(last)), "")
