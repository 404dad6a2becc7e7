"""From whom a contribution came, in words that name no person."""

from django.db.models import Prefetch
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.registry.models import Group
from treasury.models import Contribution, Identification

Source = Contribution.Source

# Fetched with contributions, it spares each of them a question: ``found`` is a list.
FOUND = Prefetch(
    "identifications",
    Identification.objects.live().select_related("group"),
    to_attr="found",
)


def group_in_words(group: Group) -> str:
    """Return ``Group 12, Friday Hope``."""
    told = {"number": group.number, "name": group.name}
    return _("Group %(number)s, %(name)s") % told


def giver_in_words(contribution: Contribution) -> str:
    """Return from whom it was recorded to come, before anything was found out."""
    if contribution.group:
        return group_in_words(contribution.group)
    if contribution.source == Source.EVENT and contribution.event:
        return _("An event: %s") % contribution.event
    return str(contribution.get_source_display())


def giver_of_finding(found: Identification) -> str:
    """Return from whom it came, as somebody found out."""
    return group_in_words(found.group) if found.group else found.get_source_display()


def found_in_words(found: Identification) -> str:
    """Return ``Group 12, Friday Hope (identified March 3, 2026)``."""
    day = date_format(found.identified_on, "DATE_FORMAT")
    told = {"giver": giver_of_finding(found), "day": day}
    return _("%(giver)s (identified %(day)s)") % told


def known_in_words(contribution: Contribution) -> str:
    """Return what is known today; the contribution was fetched with ``FOUND``."""
    if contribution.found:
        return found_in_words(contribution.found[0])
    return giver_in_words(contribution)
