"""Holding the register while something is read that the next write rests on."""

from intergroup.registry.models import Revision


def hold_register() -> None:
    """Let nobody else write to the register until this transaction ends.

    Every write to it changes the stamp first, so who holds the stamp holds it all; a
    row is never waited for by somebody who holds the stamp.
    """
    if not _hold():
        Revision.objects.bulk_create([Revision(pk=1, stamp=0)], ignore_conflicts=True)
        _hold()


def _hold() -> bool:
    """Lock the stamp; False where there is none yet."""
    return Revision.objects.select_for_update().filter(pk=1).first() is not None
