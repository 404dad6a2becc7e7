"""The register’s reports."""

from intergroup.registry.reports import (
    group_roster,
    history,
    representatives,
    verification,
)

__all__ = ["group_roster", "history", "representatives", "verification"]
