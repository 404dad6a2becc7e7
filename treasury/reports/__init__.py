"""The treasury’s reports; importing them pins them to the board."""

from treasury.reports.balances import balances
from treasury.reports.contributions import contributions_by_group
from treasury.reports.handover import handover
from treasury.reports.reconciliation import reconciliation
from treasury.reports.treasurer import treasurers_report

__all__ = [
    "balances",
    "contributions_by_group",
    "handover",
    "reconciliation",
    "treasurers_report",
]
