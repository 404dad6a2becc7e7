"""The screens of service."""

from service.admin.positions import CommitteeAdmin, PositionAdmin
from service.admin.terms import TermAdmin

__all__ = ["CommitteeAdmin", "PositionAdmin", "TermAdmin"]
