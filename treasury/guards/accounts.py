"""Guards of the chart: accounts and funds stay what they were when they were used.

So does the currency: every amount in the books is one of it, and none says which.
"""

from intergroup.kit.guarding import aborts, both
from intergroup.kit.guards import Guard
from treasury.guards.rules import (
    USED,
    not_replaced,
    untruncated,
)

CURRENCY = "ledger: the currency stays the same once there is money in the books"
_HAS_MONEY = "EXISTS (SELECT 1 FROM treasury_posting)"
_OTHER_CURRENCY = (
    "EXISTS (SELECT 1 FROM registry_body "
    "WHERE id = NEW.id AND currency <> NEW.currency)"
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


_BODY = (
    both(
        "treasury_body_keeps_its_currency",
        "registry_body",
        "UPDATE OF currency",
        f"NEW.currency <> OLD.currency AND {_HAS_MONEY}",
        CURRENCY,
    ),
    both("treasury_body_is_kept", "registry_body", "DELETE", _HAS_MONEY, CURRENCY),
    Guard(
        name="treasury_body_is_not_replaced",
        table="registry_body",
        fires="BEFORE INSERT",
        sqlite=f"WHEN {_OTHER_CURRENCY} AND {_HAS_MONEY} {aborts(CURRENCY)}",
    ),
)
ACCOUNTS = (
    *_BODY,
    *_used(
        "treasury_account",
        "account_id",
        "NEW.kind <> OLD.kind OR NEW.purpose <> OLD.purpose",
    ),
    *not_replaced("treasury_account", ("id", "code", "name", "purpose")),
    *_used("treasury_fund", "fund_id", "NEW.purpose <> OLD.purpose"),
    *not_replaced("treasury_fund", ("id", "name", "purpose")),
)
