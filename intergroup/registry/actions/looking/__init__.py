"""Looking through public texts for what may be a person’s, and deciding about it."""

from intergroup.registry.actions.looking.findings import (
    decide,
    look_over,
    look_over_group,
)
from intergroup.registry.actions.looking.scanning import (
    Found,
    Known,
    held_back,
    scan,
)

__all__ = [
    "Found",
    "Known",
    "decide",
    "held_back",
    "look_over",
    "look_over_group",
    "scan",
]
