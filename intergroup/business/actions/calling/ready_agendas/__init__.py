"""Ready-made orders of business, to begin with and to change."""

from intergroup.business.actions.calling.ready_agendas.adding import add_ready_agenda
from intergroup.business.actions.calling.ready_agendas.orders import (
    AA_INTERGROUP,
    HEROIN_ANONYMOUS_AREA,
    NA_AREA,
)
from intergroup.business.actions.calling.ready_agendas.shapes import (
    ReadyAgenda,
    ReadyItem,
)

READY_AGENDAS = {
    each.slug: each for each in (HEROIN_ANONYMOUS_AREA, NA_AREA, AA_INTERGROUP)
}

__all__ = ["READY_AGENDAS", "ReadyAgenda", "ReadyItem", "add_ready_agenda"]
