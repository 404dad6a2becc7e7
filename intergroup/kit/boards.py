"""Boards of sections: upper floors pin what they say, a lower floor reads it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured
from django.template.loader import render_to_string
from django.utils.module_loading import autodiscover_modules
from django.utils.safestring import SafeString

from intergroup.kit import pages

Build = Callable[..., object | None]


@dataclass(frozen=True, slots=True)
class Section:
    """One heading. ``build`` returns a report, or None to be left out.

    ``about`` says what it belongs beside, where a board asks for that.
    """

    slug: str
    title: str
    order: int
    template: str
    build: Build
    about: str = ""


class Board:
    """Sections by their slugs, found in the module ``module`` of every app."""

    def __init__(self, name: str, *, module: str) -> None:
        self.name = name
        self.module = module
        self._sections: dict[str, Section] = {}

    def section(
        self, slug: str, *, title: str, order: int, template: str, about: str = ""
    ) -> Callable[[Build], Build]:
        """Register the decorated ``build`` as a section."""

        def register(build: Build) -> Build:
            if slug in self._sections:
                told = f"{self.name} section {slug!r} is registered twice."
                raise ImproperlyConfigured(told)
            made = Section(slug, title, order, template, build, about)
            self._sections[slug] = made
            return build

        return register

    def discover(self) -> None:
        """Import the module of every app, once all apps are loaded."""
        autodiscover_modules(self.module)

    def sections(self) -> list[Section]:
        """Return every section, in order."""
        self.discover()
        return sorted(self._sections.values(), key=lambda each: (each.order, each.slug))

    def render(self, **about: object) -> list[tuple[Section, SafeString]]:
        """Return each section that has something to say, with its HTML, in order."""
        return list(self.rendered(**about))

    def rendered(self, **about: object) -> Iterator[tuple[Section, SafeString]]:
        """Yield what ``render`` returns, as it is made.

        ``about`` is handed to ``build`` in its order, and to the template by name.
        """
        for each in self.sections():
            html = self.html_of(each, **about)
            if html is not None:
                yield each, html

    def html_of(self, section: Section, **about: object) -> SafeString | None:
        """Return one section as HTML; None where it has nothing to say."""
        report = section.build(*about.values())
        if report is None:
            return None
        context = pages.context(report=report, **about)
        return render_to_string(section.template, context)
