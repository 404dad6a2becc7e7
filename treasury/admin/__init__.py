"""The treasury’s screens."""

from treasury.admin import menu
from treasury.admin.accounts import AccountAdmin, FundAdmin
from treasury.admin.bills import (
    BillAdmin,
    RecurringBillAdmin,
    VoidChequeAdmin,
    VoucherAdmin,
)
from treasury.admin.budgets import BudgetAdmin
from treasury.admin.collections import CollectionAdmin, IdentificationAdmin
from treasury.admin.contributions import ContributionAdmin, ImportBatchAdmin
from treasury.admin.deposits import DepositAdmin
from treasury.admin.distributions import DistributionAdmin, SplitPlanAdmin
from treasury.admin.income import OtherIncomeAdmin
from treasury.admin.ledger import EntryAdmin
from treasury.admin.months import ClosedMonthAdmin
from treasury.admin.outside import OutsideOfferAdmin
from treasury.admin.policy import PolicyAdmin, YearlyLimitAdmin
from treasury.admin.presented import PresentedReportAdmin
from treasury.admin.reserve import ReserveRuleAdmin
from treasury.admin.spending import ExpenseAdmin
from treasury.admin.statement_batches import StatementBatchAdmin
from treasury.admin.statements import ColumnMappingAdmin, StatementAdmin
from treasury.admin.transfers import TransferAdmin

__all__ = [
    "AccountAdmin",
    "BillAdmin",
    "BudgetAdmin",
    "ClosedMonthAdmin",
    "CollectionAdmin",
    "ColumnMappingAdmin",
    "ContributionAdmin",
    "DepositAdmin",
    "DistributionAdmin",
    "EntryAdmin",
    "ExpenseAdmin",
    "FundAdmin",
    "IdentificationAdmin",
    "ImportBatchAdmin",
    "OtherIncomeAdmin",
    "OutsideOfferAdmin",
    "PolicyAdmin",
    "PresentedReportAdmin",
    "RecurringBillAdmin",
    "ReserveRuleAdmin",
    "SplitPlanAdmin",
    "StatementAdmin",
    "StatementBatchAdmin",
    "TransferAdmin",
    "VoidChequeAdmin",
    "VoucherAdmin",
    "YearlyLimitAdmin",
    "menu",
]
