"""Reports on service: who serves, what is vacant, what changes hands."""

from service.reports import (
    about_position,
    handing_on,
    handover_packet,
    mine,
    my_position,
    roster,
    vacancies,
)

__all__ = [
    "about_position",
    "handing_on",
    "handover_packet",
    "mine",
    "my_position",
    "roster",
    "vacancies",
]
