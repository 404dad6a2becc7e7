"""Three years of books as plain data, and what each account of each fund held when."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from intergroup.demo.contributions import Gift, contributions
from intergroup.demo.moves import OPENING, Move, Receipt, moves, receipts
from intergroup.demo.passing_on import Passed, passed_on
from intergroup.demo.spending import Bill, bills
from intergroup.demo.story import Story
from intergroup.kit.dates import month_of
from intergroup.kit.money import ZERO

Change = tuple[date, str, str, Decimal]


@dataclass(frozen=True, slots=True)
class Books:
    """Everything that happened to the Area’s money, each kind by day."""

    gifts: tuple[Gift, ...]
    receipts: tuple[Receipt, ...]
    bills: tuple[Bill, ...]
    moves: tuple[Move, ...]
    passed_on: tuple[Passed, ...]

    def within(self, month: date) -> "Books":
        """Return what happened in the month that holds the day."""
        period = month_of(month)
        return Books(
            tuple(each for each in self.gifts if each.received_on in period),
            tuple(each for each in self.receipts if each.received_on in period),
            tuple(each for each in self.bills if each.paid_on in period),
            tuple(each for each in self.moves if each.moved_on in period),
            tuple(each for each in self.passed_on if each.voted_on in period),
        )

    def changes(self) -> Iterator[Change]:
        """Yield day, account, fund and amount of all that goes in (+) or out (−)."""
        for gift in self.gifts:
            yield gift.received_on, gift.account, gift.fund, gift.net
        for each in self.receipts:
            yield each.received_on, each.account, each.fund, each.amount
        for bill in self.bills:
            yield bill.paid_on, bill.paid_from, bill.fund, -bill.amount
        for move in self.moves:
            yield move.moved_on, move.from_account, move.from_fund, -move.amount
            yield move.moved_on, move.to_account, move.to_fund, move.amount

        for each in self.passed_on:
            if each.paid_on:
                yield each.paid_on, "1000", "Operating", -each.amount

    def lowest(self) -> dict[tuple[str, str], Decimal]:
        """Return the least that each account of each fund held as a day ended."""
        by_day: dict[date, list[Change]] = defaultdict(list)
        for change in self.changes():
            by_day[change[0]].append(change)
        held = defaultdict(lambda: ZERO, OPENING)
        lowest = dict(OPENING)
        for day in sorted(by_day):
            for _day, account, fund, amount in by_day[day]:
                held[account, fund] += amount
            for key, amount in held.items():
                lowest[key] = min(lowest.get(key, amount), amount)
        return lowest


def books_of(story: Story) -> Books:
    """Return the whole story’s books."""
    gifts, income = contributions(story), receipts(story)
    paid, voted = bills(story), tuple(passed_on(story))
    moved = moves(story, gifts, income, paid)
    return Books(gifts, income, paid, moved, voted)
