"""Sums that must agree before anything is shown."""

from decimal import Decimal

from django.utils.translation import gettext as _

from intergroup.kit.money import figures
from intergroup.kit.reports import DoesNotFootError


def check_foots(what: str, *, told: Decimal, added: Decimal) -> None:
    """Raise DoesNotFootError unless the sum told is the sum of its parts."""
    if told != added:
        sentence = _(
            "%(what)s does not foot: it says %(told)s and adds up to %(added)s."
        )
        raise DoesNotFootError(
            sentence % {"what": what, "told": figures(told), "added": figures(added)}
        )
