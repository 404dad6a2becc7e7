"""The published meetings: one query a table, then kept until the stamp changes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import TypeVar

from intergroup.registry.models import Body, Directory, Revision
from intergroup.registry.publishing.reading import Reader
from intergroup.registry.publishing.records import PublishedMeeting, PublishedType

MOST_PAGES = 4
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Published:
    """The whole directory on a day, in week order, with what is made of it.

    ``stamp`` changes whenever anything in here does; 0 where none was ever given.
    """

    stamp: int
    on: date
    body: Body
    directory: Directory
    types: dict[str, PublishedType]
    meetings: tuple[PublishedMeeting, ...]
    _made: dict[object, object] = field(default_factory=dict, repr=False)
    _made_for: dict[str, dict[object, object]] = field(default_factory=dict, repr=False)

    @property
    def etag(self) -> str:
        """What tells this directory from every other, quotes not included."""
        return f"{self.stamp & 0xFFFF_FFFF_FFFF_FFFF:x}-{self.on:%y%m%d}"

    def keep(self, key: object, make: Callable[[], Made]) -> Made:
        """Return what ``make`` returned for ``key`` when it was first asked for."""
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]

    def keep_for(self, page: str, key: object, make: Callable[[], Made]) -> Made:
        """Do the same with what leads to ``page``, for a few addresses only.

        Its host and port are the reader’s own word where no SITE_URL is set: whoever
        asks by ever new ones fills no memory. Those asked for last are kept.
        """
        with _turn:
            made = self._made_for.pop(page, {})
            self._made_for[page] = made
            while len(self._made_for) > MOST_PAGES:
                del self._made_for[next(iter(self._made_for))]
        if key not in made:
            made[key] = make()
        return made[key]


_lock, _turn = Lock(), Lock()
_latest: list[Published] = []


def published(on: date | None = None) -> Published:
    """Return what the public may see on ``on``, the body’s today unless told.

    It is read anew when the database’s own stamp has changed, or the day.
    """
    on = on or Body.objects.today()
    stamp = Revision.objects.values_list("stamp", flat=True).first() or 0
    for latest in _latest:
        if stamp and (latest.stamp, latest.on) == (stamp, on):
            return latest
    with _lock:
        made = _read(stamp, on)
        _latest[:] = [made]
    return made


def _read(stamp: int, on: date) -> Published:
    reader = Reader(on)
    return Published(
        stamp=stamp,
        on=on,
        body=reader.body,
        directory=reader.directory,
        types=reader.types(),
        meetings=tuple(reader.meetings()),
    )
