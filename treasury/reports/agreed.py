"""What the body has agreed on, for its treasurer’s report: reserve, budget, votes."""

from dataclasses import dataclass

from intergroup.kit.dates import Period
from intergroup.kit.money import plain
from intergroup.kit.sheets import Table
from treasury.reports.budget import BudgetActual, budget_against_actual
from treasury.reports.distribution import Voted, distributions_in
from treasury.reports.reserve import Reserve, reserve_on


@dataclass(frozen=True, slots=True)
class Agreed:
    """The reserve and the budget, where there are any; what was voted to pass on."""

    reserve: Reserve | None
    budget: BudgetActual | None
    voted: tuple[Voted, ...]

    def as_json(self) -> dict:
        """Return the documented shapes; null where nothing was agreed on."""
        return {
            "reserve": self.reserve and self.reserve.as_json(),
            "budget": self.budget and self.budget.as_json(),
            "voted": [_voted(each) for each in self.voted],
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return the tables of what there is; the shares stand among the payments."""
        return (
            *(self.reserve.as_tables() if self.reserve else ()),
            *(self.budget.as_tables() if self.budget else ()),
        )


def agreed(period: Period) -> Agreed:
    """Return reserve and budget at the end of the period, and what was voted in it."""
    return Agreed(
        reserve=reserve_on(period.last),
        budget=budget_against_actual(period),
        voted=distributions_in(period),
    )


def _voted(each: Voted) -> dict[str, object]:
    return {
        "voted_on": each.voted_on.isoformat(),
        "amount": plain(each.amount),
        "plan": each.plan,
        "motion": each.motion,
        "shares": [
            {
                "to": share.recipient,
                "amount": plain(share.amount),
                "paid_on": share.paid_on and share.paid_on.isoformat(),
            }
            for share in each.shares
        ],
    }
