"""One position on its way from Tess, who leaves on July 1, to Gail, who follows."""

from datetime import date

from service.models import HandoverItem
from tests.factories import (
    HandoverFactory,
    HandoverItemFactory,
    PositionFactory,
    TermFactory,
)

JUNE_20, JULY_1 = date(2026, 6, 20), date(2026, 7, 1)
LAST_DAY = date(2026, 6, 30)


def handover(
    outgoing, incoming=None, *, ends_on=JULY_1, position=None, titles=("Keys",)
):
    """A hand-over from one person to another, with these things on its list."""
    position = position or PositionFactory(name="Treasurer")
    made = HandoverFactory(
        from_term=TermFactory(position=position, person=outgoing, ends_on=ends_on),
        to_term=incoming
        and TermFactory(position=position, person=incoming, began_on=ends_on),
    )
    for place, title in enumerate(titles, start=1):
        HandoverItemFactory(handover=made, title=title, order=place)
    return made


def keys(tess, gail=None, **fields):
    """The one thing on Tess’s list."""
    return handover(tess.person, gail and gail.person, **fields).items.get()


def read(item):
    """An item as the database has it now."""
    return HandoverItem.objects.get(pk=item.pk)
