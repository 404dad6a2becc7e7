"""The treasury’s reports; importing them pins them to the board."""

from treasury.reports.account_register import account_register
from treasury.reports.balances import balances
from treasury.reports.budget import budget_report
from treasury.reports.cheques import cheque_register
from treasury.reports.contributions import contributions_by_group
from treasury.reports.distribution import distribution_report
from treasury.reports.exceptions import exceptions
from treasury.reports.handover import handover
from treasury.reports.income_by_month import income_and_expense
from treasury.reports.reconciliation import reconciliation
from treasury.reports.reserve import reserve_report
from treasury.reports.statement_of_group import group_statement
from treasury.reports.treasurer import treasurers_report

__all__ = [
    "account_register",
    "balances",
    "budget_report",
    "cheque_register",
    "contributions_by_group",
    "distribution_report",
    "exceptions",
    "group_statement",
    "handover",
    "income_and_expense",
    "reconciliation",
    "reserve_report",
    "treasurers_report",
]
