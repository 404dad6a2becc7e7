"""What a reader of a feed did with the rows that needed reading between the lines."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from intergroup.registry.feeds.reading import Reading


def notes(reading: Reading) -> list[str]:
    """Return a sentence for each thing that was counted."""
    told = [
        f"{sentence} {reading.told[name]}"
        for name, sentence in _counted().items()
        if reading.told[name]
    ]
    lists = {
        _("Types nobody knows, kept beside the meeting:"): reading.unknown_types,
        _(
            "Groups whose names differ only in blanks or capitals; "
            "merge those that are one:"
        ): reading.near_doubles,
    }
    told += [f"{sentence} {_some(names)}" for sentence, names in lists.items() if names]
    return told


def _counted() -> dict[str, str]:
    return {
        "groups_added": _("Groups added to the register:"),
        "several_days": _("Rows with several days, made a meeting for each day:"),
        "open_and_closed": _("Rows that say both Open and Closed, kept as Closed:"),
        "slug_from_name": _("Rows without a slug, which was made of the name:"),
        "double_slug": _("Slugs that came twice, and got a number at their end:"),
        "long_slug": _("Slugs longer than 64 characters, which were shortened:"),
        "private": _("Rows that name a contact or an author, which are not kept:"),
        "off_the_list": _("Meetings that were taken off the list here, and stay off:"),
    }


def _some(names: Iterable[str]) -> str:
    """Return the first ten of some names."""
    names = sorted(names)
    more = " …" if len(names) > 10 else ""
    return ", ".join(each[:40] for each in names[:10]) + more
