"""The treasury’s screens."""

from treasury.admin.accounts import AccountAdmin, FundAdmin
from treasury.admin.contributions import ContributionAdmin, ImportBatchAdmin
from treasury.admin.ledger import ClosedMonthAdmin, EntryAdmin
from treasury.admin.spending import ExpenseAdmin, TransferAdmin

__all__ = [
    "AccountAdmin",
    "ClosedMonthAdmin",
    "ContributionAdmin",
    "EntryAdmin",
    "ExpenseAdmin",
    "FundAdmin",
    "ImportBatchAdmin",
    "TransferAdmin",
]
