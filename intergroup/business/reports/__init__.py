"""Reports on business meetings: the roll, motions, decisions, dates, the cover."""

from intergroup.business.reports import (
    cover,
    dates,
    decisions,
    motions,
    period,
    rollcall,
    upcoming,
)

__all__ = [
    "cover",
    "dates",
    "decisions",
    "motions",
    "period",
    "rollcall",
    "upcoming",
]
