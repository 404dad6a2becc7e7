"""Reports on business meetings: the roll, motions, decisions, dates, the cover."""

from intergroup.business.reports import (
    cover,
    dates,
    decisions,
    motions,
    rollcall,
    upcoming,
)

__all__ = ["cover", "dates", "decisions", "motions", "rollcall", "upcoming"]
