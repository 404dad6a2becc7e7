"""The board of trusted servants: who serves is known on an upper floor.

``build(day)`` stands in the ``serving`` module of an app and returns a list; whoever
calls a meeting, its roll, and for its reports asks here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.utils.module_loading import autodiscover_modules

from intergroup.registry.models import Person

Build = Callable[[date], list["Servant"]]

_builders: list[Build] = []


@dataclass(frozen=True, slots=True)
class Servant:
    """Somebody who serves in a position. ``address`` may be empty.

    ``office`` is the position as it is called, with its seat where it has several;
    ``committee`` is empty for an officer of the body.
    """

    office: str
    person: Person
    address: str = ""
    committee: str = ""
    has_vote: bool = False


def provider(build: Build) -> Build:
    """Register the decorated ``build(day)``."""
    _builders.append(build)
    return build


@cache
def discover() -> None:
    """Import every app’s ``serving`` module, once; all apps are loaded by then."""
    autodiscover_modules("serving")


def serving_on(day: date) -> list[Servant]:
    """Return all who serve on ``day``, in the order of the positions."""
    discover()
    return [each for build in _builders for each in build(day)]
