"""The screens of service."""

from service.admin import menu
from service.admin.committees import CommitteeAdmin
from service.admin.elections import ElectionAdmin
from service.admin.handover import HandoverAdmin
from service.admin.policy import ElectionMethodAdmin, PolicyAdmin
from service.admin.positions import PositionAdmin
from service.admin.terms import TermAdmin

__all__ = [
    "CommitteeAdmin",
    "ElectionAdmin",
    "ElectionMethodAdmin",
    "HandoverAdmin",
    "PolicyAdmin",
    "PositionAdmin",
    "TermAdmin",
    "menu",
]
