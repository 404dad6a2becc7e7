"""Guards of the chart: accounts and funds stay what they were when they were used."""

from intergroup.kit.guards import Guard
from treasury.guards.rules import USED, both, not_replaced, untruncated


def _used(table: str, column: str, meaning: str) -> tuple[Guard, ...]:
    """Refuse to delete what postings point at, or to change what it means."""
    is_used = f"EXISTS (SELECT 1 FROM treasury_posting WHERE {column} = OLD.id)"
    changed = f"NEW.id <> OLD.id OR (({meaning}) AND {is_used})"
    return (
        both(f"{table}_used_is_kept", table, "DELETE", is_used, USED),
        both(f"{table}_used_means_the_same", table, "UPDATE", changed, USED),
        untruncated(table),
    )


ACCOUNTS = (
    *_used(
        "treasury_account",
        "account_id",
        "NEW.kind <> OLD.kind OR NEW.purpose <> OLD.purpose",
    ),
    *not_replaced("treasury_account", ("id", "code", "name", "purpose")),
    *_used("treasury_fund", "fund_id", "NEW.purpose <> OLD.purpose"),
    *not_replaced("treasury_fund", ("id", "name", "purpose")),
)
