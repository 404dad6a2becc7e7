"""The same motion again: months have to lie between (Greenwood AA says six)."""

from datetime import date

from intergroup.business.models import Motion, Rules
from intergroup.kit.dates import add_months


def decided_before(motion: Motion, *, on: date) -> Motion | None:
    """Return the motion decided not long before ``on`` that says the same as this.

    The same: in the words of its text or of its title, capitals, stops and spaces left
    out. It is a warning, and blocks nothing.
    """
    months = Rules.objects.current().months_before_again
    if not months:
        return None
    decided = Motion.objects.filter(
        result__in=Motion.DECIDED, decided_at__held_on__gt=add_months(on, -months)
    ).exclude(pk=motion.pk)
    said = {plain(motion.title), plain(motion.text)} - {""}
    latest = decided.select_related("decided_at").order_by("-decided_at__held_on")
    return next(
        (each for each in latest if said & {plain(each.title), plain(each.text)}), None
    )


def plain(text: str) -> str:
    """Return the words of a text, and nothing else of it."""
    letters = (each if each.isalnum() else " " for each in text.casefold())
    return " ".join("".join(letters).split())
