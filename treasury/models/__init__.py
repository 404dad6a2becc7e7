"""The tables of the treasury."""

from treasury.models.accounts import Account, Fund
from treasury.models.contributions import Contribution, ImportBatch
from treasury.models.expenses import Expense
from treasury.models.ledger import Entry, Posting
from treasury.models.months import ClosedMonth
from treasury.models.transfers import Transfer

__all__ = [
    "Account",
    "ClosedMonth",
    "Contribution",
    "Entry",
    "Expense",
    "Fund",
    "ImportBatch",
    "Posting",
    "Transfer",
]
