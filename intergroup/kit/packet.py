"""The board of packet sections: upper floors pin, the packet reads."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured
from django.template.loader import render_to_string
from django.utils.module_loading import autodiscover_modules
from django.utils.safestring import SafeString

from intergroup.kit import pages

Build = Callable[[object], object | None]

_sections: dict[str, "Section"] = {}


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of the packet. ``build(meeting)`` returns None to be left out."""

    slug: str
    title: str
    order: int
    template: str
    build: Build


def section(
    slug: str, *, title: str, order: int, template: str
) -> Callable[[Build], Build]:
    """Register the decorated ``build(meeting)`` as a packet section."""

    def register(build: Build) -> Build:
        if slug in _sections:
            raise ImproperlyConfigured(f"Packet section {slug!r} is registered twice.")
        _sections[slug] = Section(slug, title, order, template, build)
        return build

    return register


def discover() -> None:
    """Import every app’s ``packet`` module, once all apps are loaded."""
    autodiscover_modules("packet")


def sections() -> list[Section]:
    """Return every section in packet order."""
    return sorted(_sections.values(), key=lambda each: (each.order, each.slug))


def render(meeting: object) -> list[tuple[Section, SafeString]]:
    """Return each section that has something to say, with its HTML, in packet order."""
    rendered = []
    for each in sections():
        report = each.build(meeting)
        if report is not None:
            context = pages.context(meeting=meeting, report=report)
            rendered.append((each, render_to_string(each.template, context)))
    return rendered
