"""Guards of what the ledger rests on: records of what happened, accounts and funds."""

from intergroup.kit.guards import Guard
from treasury.guards.rules import (
    CLOSED,
    KEPT,
    ONE_AT_A_TIME,
    USED,
    both,
    kept,
    not_replaced,
    untruncated,
)

CONTRIBUTION = (
    "id",
    "received_on",
    "amount",
    "fund_id",
    "account_id",
    "entry_id",
    "reverses_id",
    "import_key",
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
GIVER_CHANGED = (
    "OLD.source <> 'unidentified' AND (NEW.source IS DISTINCT FROM OLD.source "
    "OR NEW.group_id IS DISTINCT FROM OLD.group_id)"
)


def _used(table: str, column: str, meaning: str) -> tuple[Guard, ...]:
    """Refuse to delete what postings point at, or to change what it means."""
    is_used = f"EXISTS (SELECT 1 FROM treasury_posting WHERE {column} = OLD.id)"
    changed = f"NEW.id <> OLD.id OR (({meaning}) AND {is_used})"
    return (
        both(f"{table}_used_is_kept", table, "DELETE", is_used, USED),
        both(f"{table}_used_means_the_same", table, "UPDATE", changed, USED),
        untruncated(table),
    )


_CLOSING = Guard(
    name="treasury_closedmonth_waits_for_posting",
    table="treasury_closedmonth",
    fires="BEFORE INSERT",
    postgresql=f"BEGIN {ONE_AT_A_TIME} RETURN NEW; END",
)
_WHOLE_MONTH = Guard(
    name="treasury_closedmonth_begins_a_month",
    table="treasury_closedmonth",
    fires="BEFORE INSERT",
    sqlite="WHEN NEW.first_on IS NOT date(NEW.first_on, 'start of month') "
    f"BEGIN SELECT RAISE(ABORT, '{CLOSED}'); END",
)
RECORDS = (
    *kept("treasury_contribution", CONTRIBUTION),
    both(
        "treasury_contribution_giver_stays",
        "treasury_contribution",
        "UPDATE",
        GIVER_CHANGED,
        KEPT,
    ),
    *not_replaced(
        "treasury_contribution", ("id", "entry_id", "reverses_id", "import_key")
    ),
    *kept("treasury_expense", EXPENSE),
    *not_replaced("treasury_expense", ("id", "entry_id", "reverses_id")),
    *kept("treasury_transfer", TRANSFER),
    *not_replaced("treasury_transfer", ("id", "entry_id")),
    *kept("treasury_importbatch", ("id", "sha256", "rows", "refused")),
    *kept("treasury_closedmonth", ("id", "first_on")),
    *not_replaced("treasury_closedmonth", ("id", "first_on")),
    _CLOSING,
    _WHOLE_MONTH,
    *_used(
        "treasury_account",
        "account_id",
        "NEW.kind <> OLD.kind OR NEW.purpose <> OLD.purpose",
    ),
    *not_replaced("treasury_account", ("id", "code", "name", "purpose")),
    *_used("treasury_fund", "fund_id", "NEW.purpose <> OLD.purpose"),
    *not_replaced("treasury_fund", ("id", "name", "purpose")),
)
