"""Reports on service: who serves, what is vacant, what changes hands."""

from service.reports import (
    about_position,
    elections,
    handing_on,
    handover_packet,
    history,
    mine,
    my_position,
    roster,
    rotation,
    vacancies,
)

__all__ = [
    "about_position",
    "elections",
    "handing_on",
    "handover_packet",
    "history",
    "mine",
    "my_position",
    "roster",
    "rotation",
    "vacancies",
]
