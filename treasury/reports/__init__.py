"""The treasury’s reports; importing them pins them to the board."""

from treasury.reports.contributions import contributions_by_group
from treasury.reports.treasurer import treasurers_report

__all__ = ["contributions_by_group", "treasurers_report"]
