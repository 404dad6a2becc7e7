"""What the passing of days does to service: the work of a night, a step after another.

A step is a function of the day that does what is for it, and tells it in sentences; a
second time on the same day it finds nothing to do.
"""

from collections.abc import Callable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from service.actions.handing_on import open_due
from service.actions.rotating import write_steps

Step = Callable[[date], list[str]]


@transaction.atomic
def keep_service(*, on: date) -> list[str]:
    """Do everything whose day has come by ``on``, and tell it by position only."""
    return [sentence for step in STEPS for sentence in step(on)]


def open_handovers(on: date) -> list[str]:
    """Open the hand-overs of terms that end soon, and bring in who follows."""
    done = open_due(on)
    return [
        *(_("Hand-over opened: %s.") % each for each in done.opened),
        *(_("Somebody follows now: %s.") % each for each in done.followed),
        *(_("Nothing to hand on after all: %s.") % each for each in done.put_away),
    ]


def let_step_up(on: date) -> list[str]:
    """Write down which alternates have stepped up by themselves."""
    told = _("An alternate steps up: %s.")
    return [told % each.position for each in write_steps(on)]


STEPS: list[Step] = [let_step_up, open_handovers]
