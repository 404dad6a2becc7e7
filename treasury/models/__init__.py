"""The tables of the treasury."""

from treasury.models.accounts import Account, Fund
from treasury.models.bills import Approval, Bill, RecurringBill
from treasury.models.budgets import Budget, BudgetAmendment, BudgetLine
from treasury.models.collections import Collection
from treasury.models.contributions import Contribution, ImportBatch
from treasury.models.deposits import Deposit, DepositItem
from treasury.models.distributions import (
    Distribution,
    DistributionShare,
    SplitPlan,
    SplitShare,
)
from treasury.models.expenses import Expense, VoidCheque
from treasury.models.identifications import Identification
from treasury.models.income import OtherIncome
from treasury.models.ledger import Entry, Posting
from treasury.models.months import ClosedMonth, ClosingBalance, MonthContribution
from treasury.models.outside import OutsideOffer
from treasury.models.policy import Policy, YearlyLimit
from treasury.models.presented import GroupStatement, PresentedReport, StatementBatch
from treasury.models.reserve import ReservePart, ReserveRule
from treasury.models.statements import (
    Clearing,
    ColumnMapping,
    Statement,
    StatementLine,
)
from treasury.models.transfers import Transfer
from treasury.models.vouchers import Voucher

__all__ = [
    "Account",
    "Approval",
    "Bill",
    "Budget",
    "BudgetAmendment",
    "BudgetLine",
    "Clearing",
    "ClosedMonth",
    "ClosingBalance",
    "Collection",
    "ColumnMapping",
    "Contribution",
    "Deposit",
    "DepositItem",
    "Distribution",
    "DistributionShare",
    "Entry",
    "Expense",
    "Fund",
    "GroupStatement",
    "Identification",
    "ImportBatch",
    "MonthContribution",
    "OtherIncome",
    "OutsideOffer",
    "Policy",
    "Posting",
    "PresentedReport",
    "RecurringBill",
    "ReservePart",
    "ReserveRule",
    "SplitPlan",
    "SplitShare",
    "Statement",
    "StatementBatch",
    "StatementLine",
    "Transfer",
    "VoidCheque",
    "Voucher",
    "YearlyLimit",
]
