"""What is told of a list that was read before: sentences for the preview."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from intergroup.kit.imports import Refusal
from intergroup.registry.feeds.sources import Memory
from intergroup.registry.models import Meeting

SHOWN = 20


def source_notes(memory: Memory, refused: Sequence[Refusal]) -> Iterator[str]:
    """Yield what somebody should read before the list is brought in."""
    if memory.is_short:
        yield _(
            "Look twice: this list has %(now)s meetings, half of the %(before)s that "
            "it had before, or fewer."
        ) % {"now": len(memory.now), "before": memory.known}
    for owner, slugs in memory.owned.items():
        sentence = _(
            "Left out, because the list “%(owner)s” has them already: %(slugs)s"
        )
        yield sentence % {"owner": owner, "slugs": _some(slugs)}
    if memory.adopted:
        sentence = _("Meetings that were here already, and follow this list now:")
        yield f"{sentence} {memory.adopted}"
    yield from _conflicts(memory)
    if memory.gone and refused:
        yield _("What has gone from the list is told when no row of it is refused.")
    elif memory.gone:
        named = [f"{each} ({each.slug})" for each in memory.gone]
        yield f"{_('Gone from the list:')} {_some(named)}"


def _conflicts(memory: Memory) -> Iterator[str]:
    """Yield a sentence for each meeting that was changed there and here."""
    told = list(memory.conflicts.items())
    for slug, names in told[:SHOWN]:
        labels = (str(Meeting._meta.get_field(name).verbose_name) for name in names)
        sentence = _(
            "Changed in the list and here, where the list’s word wins: %(slug)s: "
            "%(fields)s"
        )
        yield sentence % {"slug": slug, "fields": ", ".join(labels)}
    if len(told) > SHOWN:
        yield _("And %s more that were changed in both.") % (len(told) - SHOWN)


def _some(names: Sequence[str]) -> str:
    more = " …" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more
