"""Guards of what was spent: expenses, transfers, bills, what is passed on."""

from intergroup.kit.guarding import both
from intergroup.kit.guards import Guard
from treasury.guards.rules import (
    KEPT,
    PLAN,
    UNPAYABLE,
    alone,
    kept,
    not_replaced,
    once,
    untruncated,
)

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
_NOT_WHOLE = (
    "(SELECT coalesce(sum(percent), 0) FROM treasury_splitshare "
    "WHERE plan_id = NEW.plan_id) <> 10000"
)
_PLAN_IS_USED = (
    "EXISTS (SELECT 1 FROM treasury_distribution WHERE plan_id = {}.plan_id)"
)
_PAID_LIVE = (
    "EXISTS (SELECT 1 FROM treasury_expense paid WHERE paid.bill_id = {} "
    "AND paid.reverses_id IS NULL AND NOT EXISTS "
    "(SELECT 1 FROM treasury_expense back WHERE back.reverses_id = paid.id))"
)
_APPROVED = (
    "EXISTS (SELECT 1 FROM treasury_bill bill WHERE bill.id = NEW.bill_id "
    "AND bill.declined_on IS NULL AND bill.amount = NEW.amount "
    "AND bill.approvals_needed <= "
    "(SELECT count(*) FROM treasury_approval yes WHERE yes.bill_id = bill.id))"
)
_UNPAYABLE = (
    "NEW.bill_id IS NOT NULL AND NEW.reverses_id IS NULL "
    f"AND (NOT {_APPROVED} OR {_PAID_LIVE.format('NEW.bill_id')})"
)
_DECIDED = (
    "EXISTS (SELECT 1 FROM treasury_bill "
    "WHERE id = NEW.bill_id AND declined_on IS NOT NULL) "
    f"OR {_PAID_LIVE.format('NEW.bill_id')}"
)
_PAID_AND_DECLINED = (
    "OLD.declined_on IS NULL AND NEW.declined_on IS NOT NULL "
    f"AND {_PAID_LIVE.format('NEW.id')}"
)
_MORE_THAN_VOTED = (
    "(SELECT coalesce(sum(amount), 0) FROM treasury_distributionshare "
    "WHERE distribution_id = NEW.distribution_id) + NEW.amount > "
    "(SELECT amount FROM treasury_distribution WHERE id = NEW.distribution_id)"
)
_USED_PLAN = "EXISTS (SELECT 1 FROM treasury_distribution WHERE plan_id = OLD.id)"


def _share_of_used(name: str, event: str, row: str) -> Guard:
    name = f"treasury_splitshare_used_stays_{name}"
    used = _PLAN_IS_USED.format(row)
    return both(name, "treasury_splitshare", event, used, PLAN)


SPENT = (
    *kept("treasury_expense", EXPENSE),
    *not_replaced("treasury_expense", ("id", "entry_id", "reverses_id")),
    *alone(
        "treasury_expense",
        ("paid_from_id", "cheque_number"),
        among="reverses_id IS NULL AND NEW.reverses_id IS NULL",
    ),
    both(
        "treasury_expense_pays_what_was_approved",
        "treasury_expense",
        "INSERT",
        _UNPAYABLE,
        UNPAYABLE,
    ),
    *kept("treasury_voidcheque", ("id", "account_id", "number", "voided_on", "reason")),
    *not_replaced("treasury_voidcheque", ("id",)),
    *alone("treasury_voidcheque", ("account_id", "number")),
    *kept("treasury_transfer", TRANSFER),
    *not_replaced("treasury_transfer", ("id", "entry_id")),
    *kept("treasury_bill", BILL),
    *not_replaced("treasury_bill", ("id",)),
    *alone("treasury_bill", ("recurring_id", "requested_on")),
    once("treasury_bill", ("declined_on", "declined_by_id")),
    both(
        "treasury_bill_paid_is_not_declined",
        "treasury_bill",
        "UPDATE",
        _PAID_AND_DECLINED,
        UNPAYABLE,
    ),
    *kept("treasury_approval", ("id", "bill_id", "approved_by_id", "approved_at")),
    *not_replaced("treasury_approval", ("id",)),
    *alone("treasury_approval", ("bill_id", "approved_by_id")),
    both(
        "treasury_approval_comes_before_it_is_decided",
        "treasury_approval",
        "INSERT",
        _DECIDED,
        UNPAYABLE,
    ),
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
    *alone("treasury_distributionshare", ("distribution_id", "recipient")),
    both(
        "treasury_distributionshare_is_of_what_was_voted",
        "treasury_distributionshare",
        "INSERT",
        _MORE_THAN_VOTED,
        KEPT,
    ),
    _share_of_used("insert", "INSERT", "NEW"),
    _share_of_used("update", "UPDATE", "OLD"),
    _share_of_used("moved", "UPDATE OF plan_id", "NEW"),
    _share_of_used("delete", "DELETE", "OLD"),
    *not_replaced("treasury_splitshare", ("id",)),
    *alone("treasury_splitshare", ("plan_id", "recipient")),
    untruncated("treasury_splitshare"),
    both(
        "treasury_splitplan_used_stays",
        "treasury_splitplan",
        "UPDATE",
        _USED_PLAN,
        PLAN,
    ),
    *not_replaced("treasury_splitplan", ("id",)),
    *alone("treasury_splitplan", ("name", "effective_on")),
    untruncated("treasury_splitplan"),
)
