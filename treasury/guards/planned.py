"""Guards of what was planned: an adopted budget changes by amendments only."""

from intergroup.kit.guarding import both
from intergroup.kit.guards import Guard
from treasury.guards.rules import (
    ADOPTED,
    KEPT,
    alone,
    kept,
    not_replaced,
    untruncated,
)

AMENDMENT = ("id", "line_id", "decided_on", "change", "motion_id")
_IS_ADOPTED = (
    "EXISTS (SELECT 1 FROM treasury_budget "
    "WHERE id = {}.budget_id AND adopted_on IS NOT NULL)"
)
_LINE_CHANGED = " OR ".join(
    f"NEW.{column} IS DISTINCT FROM OLD.{column}"
    for column in ("id", "budget_id", "account_id", "committee_id", "amount")
)
_BUDGET_CHANGED = " OR ".join(
    f"NEW.{column} IS DISTINCT FROM OLD.{column}"
    for column in ("id", "begins_on", "adopted_on", "motion_id")
)


def _of_adopted(name: str, event: str, row: str, when: str = "1 = 1") -> Guard:
    name = f"treasury_budgetline_of_adopted_{name}"
    refused = f"({when}) AND {_IS_ADOPTED.format(row)}"
    return both(name, "treasury_budgetline", event, refused, ADOPTED)


PLANNED = (
    both(
        "treasury_budget_adopted_stays",
        "treasury_budget",
        "UPDATE",
        f"OLD.adopted_on IS NOT NULL AND ({_BUDGET_CHANGED})",
        ADOPTED,
    ),
    both(
        "treasury_budget_adopted_is_kept",
        "treasury_budget",
        "DELETE",
        "OLD.adopted_on IS NOT NULL",
        KEPT,
    ),
    *not_replaced("treasury_budget", ("id", "begins_on")),
    untruncated("treasury_budget"),
    # What a motion adds later begins as a line of nothing, which it then amends.
    _of_adopted("gets_no_more", "INSERT", "NEW", "NEW.amount <> 0"),
    _of_adopted("stays", "UPDATE", "OLD", _LINE_CHANGED),
    _of_adopted("is_not_moved_to", "UPDATE OF budget_id", "NEW"),
    _of_adopted("is_kept", "DELETE", "OLD"),
    *not_replaced("treasury_budgetline", ("id",)),
    *alone(
        "treasury_budgetline",
        ("budget_id", "account_id"),
        among="committee_id IS NEW.committee_id",
    ),
    untruncated("treasury_budgetline"),
    *kept("treasury_budgetamendment", AMENDMENT),
    *not_replaced("treasury_budgetamendment", ("id",)),
)
