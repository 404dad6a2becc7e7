"""The feeds that are offered: each as bytes, made once for a directory and kept."""

import gzip
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from intergroup.registry.feeds import guide, sheet
from intergroup.registry.feeds.guide import Row
from intergroup.registry.feeds.profiles import GUIDE, TSML, Profile
from intergroup.registry.publishing import Published

JSON, CSV = "application/json", "text/csv; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed by name: its profile, and how its rows are written."""

    name: str
    profile: Profile
    content_type: str
    write: Callable[[Sequence[Row]], bytes]

    def body(self, published: Published, *, meeting_page: str) -> bytes:
        """Return the whole feed."""
        return published.keep_for(
            meeting_page,
            self.name,
            lambda: self.write(
                guide.rows(published, self.profile, meeting_page=meeting_page)
            ),
        )

    def compressed(self, published: Published, *, meeting_page: str) -> bytes:
        """Return the whole feed, made smaller for those who can undo it."""
        return published.keep_for(
            meeting_page,
            (self.name, "gzip"),
            lambda: gzip.compress(
                self.body(published, meeting_page=meeting_page), 6, mtime=0
            ),
        )


def to_json(rows: Sequence[Row]) -> bytes:
    """Return rows as JSON, in UTF-8."""
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


MEETING_GUIDE = Feed("meeting-guide.json", GUIDE, JSON, to_json)
TSML_JSON = Feed("tsml.json", TSML, JSON, to_json)
TSML_CSV = Feed("tsml.csv", TSML, CSV, sheet.to_csv)
FEEDS = (MEETING_GUIDE, TSML_JSON, TSML_CSV)
