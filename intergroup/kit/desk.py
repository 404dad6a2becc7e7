"""The board of desk cards: what a person sees first after signing in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ImproperlyConfigured
from django.template.loader import render_to_string
from django.utils.module_loading import autodiscover_modules
from django.utils.safestring import SafeString

from intergroup.kit import pages

Build = Callable[[AbstractBaseUser, date], object | None]

_cards: dict[str, "Card"] = {}


@dataclass(frozen=True, slots=True)
class Card:
    """One card. ``build(user, day)`` returns None to be left out."""

    slug: str
    title: str
    order: int
    template: str
    permission: str | None
    build: Build


def card(
    slug: str, *, title: str, order: int, template: str, permission: str | None = None
) -> Callable[[Build], Build]:
    """Register the decorated ``build(user, day)`` as a card.

    ``permission`` is needed to see it; None shows it to all who are signed in.
    """

    def register(build: Build) -> Build:
        if slug in _cards:
            raise ImproperlyConfigured(f"Desk card {slug!r} is registered twice.")
        _cards[slug] = Card(slug, title, order, template, permission, build)
        return build

    return register


def discover() -> None:
    """Import every app’s ``desk`` module, once all apps are loaded."""
    autodiscover_modules("desk")


def cards(user: AbstractBaseUser) -> list[Card]:
    """Return the cards this person may see, in order."""
    allowed = [
        each
        for each in _cards.values()
        if each.permission is None or user.has_perm(each.permission)
    ]
    return sorted(allowed, key=lambda each: (each.order, each.slug))


def render(user: AbstractBaseUser, day: date) -> list[tuple[Card, SafeString]]:
    """Return each card that has something to say on ``day``, with its HTML."""
    rendered = []
    for each in cards(user):
        report = each.build(user, day)
        if report is not None:
            context = pages.context(card=each, report=report, user=user, day=day)
            rendered.append((each, render_to_string(each.template, context)))
    return rendered
