"""Other income, money set apart in funds, and how cash and apps come to the bank."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from intergroup.demo.contributions import Gift
from intergroup.demo.spending import Bill
from intergroup.demo.story import Story, chance, second_sunday
from intergroup.kit.money import ZERO, from_cents

OPENING = {
    ("1000", "Operating"): Decimal("2315.40"),
    ("1000", "Prudent reserve"): Decimal("1200.00"),
    ("1000", "Literature"): Decimal("612.75"),
    ("1000", "Events"): Decimal("538.10"),
    ("1000", "Hospitals and institutions"): Decimal("284.60"),
    ("1020", "Literature"): Decimal("50.00"),
    ("1040", "Operating"): Decimal("18.22"),
}
SOLD = "Literature sold at the business meeting"
TICKETS = "Unity Day, at the door"
IN_THE_CASH_BOX = Decimal("50.00")
AT_HOME_DAYS = 7  # what came in the last week has not been to the bank


@dataclass(frozen=True, slots=True)
class Receipt:
    """Income that is no contribution: literature, tickets."""

    received_on: date
    amount: Decimal
    account: str
    income: str
    memo: str
    fund: str = "Operating"


@dataclass(frozen=True, slots=True)
class Move:
    """Money moved between two accounts (codes) or two funds (names)."""

    moved_on: date
    amount: Decimal
    purpose: str
    from_account: str = "1000"
    to_account: str = "1000"
    from_fund: str = "Operating"
    to_fund: str = "Operating"

    @property
    def is_deposit(self) -> bool:
        """Whether it takes to the bank what was received and not yet deposited."""
        return self.from_account == "1010"


def receipts(story: Story) -> tuple[Receipt, ...]:
    """Return the other income up to today, the oldest first."""
    return tuple(each for each in _income(story) if each.received_on <= story.today)


def moves(
    story: Story,
    gifts: tuple[Gift, ...],
    income: tuple[Receipt, ...],
    paid: tuple[Bill, ...],
) -> tuple[Move, ...]:
    """Return every transfer and deposit up to today, the oldest first."""
    found = [move for move in _set_apart(story) if move.moved_on <= story.today]
    found += _banked(story, gifts, income, paid)
    return tuple(sorted(found, key=lambda move: move.moved_on))


def _income(story: Story) -> Iterator[Receipt]:
    dice = chance("receipts")
    for index, month in enumerate(story.months):
        day = second_sunday(month)
        sold = dice.randint(70, 150) * 100
        yield Receipt(day, from_cents(sold), "1020", "4300", SOLD, "Literature")
        if index % 12 == 2:
            yield from _tickets(month.replace(day=20))


def _tickets(day: date) -> tuple[Receipt, ...]:
    return (
        Receipt(day, Decimal("412.00"), "1010", "4200", TICKETS, "Events"),
        Receipt(day, Decimal("185.00"), "1030", "4200", TICKETS, "Events"),
    )


def _set_apart(story: Story) -> Iterator[Move]:
    for index, month in enumerate(story.months):
        day = second_sunday(month)
        yield Move(
            day,
            Decimal("200.00"),
            "Share for hospitals and institutions",
            to_fund="Hospitals and institutions",
        )
        if index % 3 == 1:
            yield Move(
                day,
                Decimal("75.00"),
                "Added to the prudent reserve",
                to_fund="Prudent reserve",
            )
        if index % 12 == 9:
            yield Move(
                day, Decimal("75.00"), "Share for the year’s events", to_fund="Events"
            )


def _banked(
    story: Story,
    gifts: tuple[Gift, ...],
    income: tuple[Receipt, ...],
    paid: tuple[Bill, ...],
) -> Iterator[Move]:
    """Yield the deposits and payouts that take to the bank what lies elsewhere."""
    waiting: dict[tuple[str, str], Decimal] = defaultdict(lambda: ZERO)
    for (account, fund), amount in OPENING.items():
        waiting[account, fund] += amount
    flow = sorted(_flow(gifts, income, paid), key=lambda each: each[0])
    days = [day for day in _bank_days(story) if day <= story.days_ago(AT_HOME_DAYS)]
    for day in days:
        while flow and flow[0][0] < day:
            _day, account, fund, amount = flow.pop(0)
            waiting[account, fund] += amount
        for (account, fund), held in sorted(waiting.items()):
            amount = _to_bank(account, held)
            if amount > ZERO:
                waiting[account, fund] -= amount
                yield Move(day, amount, _PURPOSES[account], account, "1000", fund, fund)


_PURPOSES = {
    "1010": "Deposit of checks and cash",
    "1020": "Deposit from the cash box",
    "1030": "Payout from Venmo",
    "1040": "Payout from PayPal",
}


def _to_bank(account: str, held: Decimal) -> Decimal:
    """Return how much of it goes to the bank: the cash box keeps a float."""
    match account:
        case "1010" | "1030":
            return held
        case "1020":
            return held - IN_THE_CASH_BOX
        case "1040":
            return held // 1 - 10
    return ZERO


def _flow(
    gifts: Iterable[Gift], income: Iterable[Receipt], paid: Iterable[Bill]
) -> Iterator[tuple[date, str, str, Decimal]]:
    """Yield each day’s money in and out by account and fund, but for the bank’s own."""
    for gift in gifts:
        if gift.account != "1000":
            yield gift.received_on, gift.account, gift.fund, gift.net
    for each in income:
        if each.account != "1000":
            yield each.received_on, each.account, each.fund, each.amount
    for bill in paid:
        if bill.paid_from != "1000":
            yield bill.paid_on, bill.paid_from, bill.fund, -bill.amount


def _bank_days(story: Story) -> Iterator[date]:
    for month in story.months:
        yield second_sunday(month) + timedelta(days=2)
        yield month.replace(day=26)
