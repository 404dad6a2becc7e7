"""Guards of what was spent: expenses, transfers, bills, what is passed on."""

from treasury.guards.rules import PLAN, both, kept, not_replaced, once

EXPENSE = (
    "id",
    "paid_on",
    "payee",
    "purpose",
    "amount",
    "account_id",
    "fund_id",
    "paid_from_id",
    "method",
    "cheque_number",
    "bill_id",
    "share_id",
    "entry_id",
    "reverses_id",
)
TRANSFER = (
    "id",
    "moved_on",
    "amount",
    "from_account_id",
    "to_account_id",
    "from_fund_id",
    "to_fund_id",
    "entry_id",
)
BILL = (
    "id",
    "requested_on",
    "payee",
    "purpose",
    "amount",
    "account_id",
    "fund_id",
    "position_id",
    "recurring_id",
    "approvals_needed",
    "requested_by_id",
)
DISTRIBUTION = (
    "id",
    "voted_on",
    "amount",
    "plan_id",
    "fund_id",
    "entry_id",
    "reverses_id",
)
SHARE = ("id", "distribution_id", "recipient", "account_id", "percent", "amount")
AMENDMENT = ("id", "line_id", "decided_on", "change", "motion_id")
_NOT_WHOLE = (
    "(SELECT coalesce(sum(percent), 0) FROM treasury_splitshare "
    "WHERE plan_id = NEW.plan_id) <> 10000"
)
_PLAN_IS_USED = (
    "EXISTS (SELECT 1 FROM treasury_distribution WHERE plan_id = {}.plan_id)"
)


def _share_of_used(event: str, row: str) -> object:
    name = f"treasury_splitshare_used_stays_{event.lower()}"
    used = _PLAN_IS_USED.format(row)
    return both(name, "treasury_splitshare", event, used, PLAN)


SPENT = (
    *kept("treasury_expense", EXPENSE),
    *not_replaced("treasury_expense", ("id", "entry_id", "reverses_id")),
    *kept("treasury_voidcheque", ("id", "account_id", "number", "voided_on", "reason")),
    *kept("treasury_transfer", TRANSFER),
    *not_replaced("treasury_transfer", ("id", "entry_id")),
    *kept("treasury_bill", BILL),
    *not_replaced("treasury_bill", ("id",)),
    once("treasury_bill", ("declined_on", "declined_by_id")),
    *kept("treasury_approval", ("id", "bill_id", "approved_by_id", "approved_at")),
    *not_replaced("treasury_approval", ("id",)),
    *kept(
        "treasury_voucher",
        ("id", "bill_id", "expense_id", "name", "kind", "content", "sha256"),
    ),
    *not_replaced("treasury_voucher", ("id",)),
    *kept("treasury_distribution", DISTRIBUTION),
    *not_replaced("treasury_distribution", ("id", "entry_id", "reverses_id")),
    both(
        "treasury_distribution_plan_is_whole",
        "treasury_distribution",
        "INSERT",
        _NOT_WHOLE,
        PLAN,
    ),
    *kept("treasury_distributionshare", SHARE),
    *not_replaced("treasury_distributionshare", ("id",)),
    _share_of_used("INSERT", "NEW"),
    _share_of_used("UPDATE", "OLD"),
    _share_of_used("DELETE", "OLD"),
    *kept("treasury_budgetamendment", AMENDMENT),
    *not_replaced("treasury_budgetamendment", ("id",)),
)
