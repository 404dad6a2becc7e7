"""The board of the public menu: pages for everybody that an upper floor has."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse
from django.utils.module_loading import autodiscover_modules

IsShown = Callable[[], bool]

_lines: dict[str, "Line"] = {}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the menu, which leads to the page ``url_name`` while it is public."""

    url_name: str
    title: str
    order: int
    is_shown: IsShown


def line(url_name: str, *, title: str, order: int) -> Callable[[IsShown], IsShown]:
    """Register the decorated function, which tells whether the page is public."""

    def register(is_shown: IsShown) -> IsShown:
        if url_name in _lines:
            raise ImproperlyConfigured(f"Page {url_name!r} is in the menu twice.")
        _lines[url_name] = Line(url_name, title, order, is_shown)
        return is_shown

    return register


def discover() -> None:
    """Import every app’s ``public_menu`` module, once all apps are loaded."""
    autodiscover_modules("public_menu")


def shown() -> list[tuple[str, str]]:
    """Return title and address of each page that is public now, in order."""
    lines = sorted(_lines.values(), key=lambda each: (each.order, each.url_name))
    return [(each.title, reverse(each.url_name)) for each in lines if each.is_shown()]
