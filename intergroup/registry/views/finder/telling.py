"""What was found, in a sentence: “12 meetings on Friday evening in Springfield”."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intergroup.registry.publishing.facets import APPOINTMENT
from intergroup.registry.publishing.searching import Search


def told(search: Search, count: int) -> str:
    """Say how many meetings a search has found, and what was looked for."""
    number = ngettext("%(count)s meeting", "%(count)s meetings", count)
    begin = [number % {"count": f"{count:,}"}, _when(search), _where(search)]
    begin.append(_words(search))
    rest = [_way(search), _openness(search), _kind(search), _tongue(search)]
    first = " ".join(filter(None, begin))
    return ", ".join(filter(None, [first, *rest]))


def _when(search: Search) -> str:
    day, hour = search.chosen.get("day"), search.chosen.get("time")
    if day and day.value == APPOINTMENT:
        return _("by appointment")
    if day and hour:
        words = {"day": day.label, "time": hour.label.lower()}
        return _("on %(day)s %(time)s") % words
    if day:
        return _("on %(day)s") % {"day": day.label}
    if hour:
        at_night = hour.value == "night"
        words = {"time": hour.label.lower()}
        return _("at night") if at_night else _("in the %(time)s") % words
    return ""


def _where(search: Search) -> str:
    place = search.chosen.get("place")
    return _("in %(place)s") % {"place": place.label} if place else ""


def _way(search: Search) -> str:
    way = search.chosen.get("how")
    return way.label.lower() if way else ""


def _openness(search: Search) -> str:
    openness = search.chosen.get("open")
    if openness is None:
        return ""
    return _("open to everybody") if openness.value == "open" else _("closed")


def _kind(search: Search) -> str:
    kind = search.chosen.get("type")
    return _("of the kind “%(kind)s”") % {"kind": kind.label} if kind else ""


def _tongue(search: Search) -> str:
    language = search.chosen.get("language")
    return _("in %(language)s") % {"language": language.label} if language else ""


def _words(search: Search) -> str:
    return _("with “%(words)s”") % {"words": search.words} if search.words else ""
