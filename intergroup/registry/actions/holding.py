"""Holding the register while something is read that the next write rests on."""

from intergroup.registry.models import Revision


def hold_register() -> None:
    """Let nobody else write to the register until this transaction ends.

    Every write to it changes the stamp first, so who holds the stamp holds it all; a
    row is never waited for by somebody who holds the stamp.
    """
    Revision.objects.get_or_create(pk=1, defaults={"stamp": 0})
    Revision.objects.select_for_update().get(pk=1)
