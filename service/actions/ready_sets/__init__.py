"""Ready-made sets of positions and committees, to begin with and to change.

Each set is a module of data whose first lines say where its words and numbers are from.
"""

from service.actions.ready_sets.aa_intergroup import AA_INTERGROUP
from service.actions.ready_sets.adding import (
    Added,
    Planned,
    add_ready_set,
    plan_ready_set,
)
from service.actions.ready_sets.heroin_anonymous_area import HEROIN_ANONYMOUS_AREA
from service.actions.ready_sets.na_area import NA_AREA
from service.actions.ready_sets.shapes import ReadyCommittee, ReadyPosition, ReadySet

READY_SETS = {
    each.slug: each for each in (HEROIN_ANONYMOUS_AREA, AA_INTERGROUP, NA_AREA)
}

__all__ = [
    "READY_SETS",
    "Added",
    "Planned",
    "ReadyCommittee",
    "ReadyPosition",
    "ReadySet",
    "add_ready_set",
    "plan_ready_set",
]
