"""A print is asked for, made by itself, and kept for a day to be taken.

What is made is found again by a fingerprint of the data and of what was chosen, so that
the same choice is not made twice. Nothing of it is written into the register.
"""

import hashlib
import json
from dataclasses import dataclass

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from intergroup.kit import background, pdf
from intergroup.registry.publishing import Published, published
from intergroup.registry.reports.printed import Wishes
from intergroup.registry.views.printing.papers import Paper, make_paper

AT_ONCE = 250  # meetings that take no longer than a page may
KEPT = 24 * 60 * 60  # seconds
SILENCE = 180  # seconds after which nobody is at work any more


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a print that was asked for."""

    key: str
    wishes: Wishes
    paper: Paper | None
    problem: str
    is_going: bool


def ask(wishes: Wishes, on: Published) -> str:
    """Keep what is wanted, and return the fingerprint by which it is found again."""
    said = json.dumps([wishes.as_json(), on.etag, get_language()], sort_keys=True)
    key = hashlib.sha256(said.encode()).hexdigest()
    cache.set(_name(key, "wishes"), wishes, KEPT)
    return key


def begin(key: str, meetings: int) -> None:
    """Make it now where that is quick, and otherwise in a process of its own."""
    if cache.get(_name(key, "paper")) or not cache.add(_name(key, "going"), 1, SILENCE):
        return
    cache.delete(_name(key, "problem"))
    if meetings <= AT_ONCE:
        make(key)
    elif not background.launch("print_directory", "--asked", key):
        _stop(key, _("The work could not begin. Try again, or print fewer meetings."))


def make(key: str) -> None:
    """Make what is wanted, and keep it, or the sentence that says why not."""
    wishes = cache.get(_name(key, "wishes"))
    if wishes is None:
        return
    try:
        paper = make_paper(published(), wishes)
    except ValidationError as error:
        _stop(key, " ".join(error.messages))
    except pdf.CannotPrintError as error:
        _stop(key, str(error))
    else:
        cache.set(_name(key, "paper"), paper, KEPT)
        cache.delete(_name(key, "going"))


def find(key: str) -> Kept | None:
    """Return how far it is; None where nothing is kept of it any more."""
    names = {each: _name(key, each) for each in ("wishes", "paper", "problem", "going")}
    found = cache.get_many(names.values())
    wishes = found.get(names["wishes"])
    if wishes is None:
        return None
    return Kept(
        key=key,
        wishes=wishes,
        paper=found.get(names["paper"]),
        problem=found.get(names["problem"], ""),
        is_going=names["going"] in found,
    )


def _stop(key: str, problem: str) -> None:
    cache.set(_name(key, "problem"), problem, KEPT)
    cache.delete(_name(key, "going"))


def _name(key: str, what: str) -> str:
    return f"printing:{key}:{what}"
