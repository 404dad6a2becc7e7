"""What the Area pays, month by month."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import count

from intergroup.demo.story import Story, chance, second_sunday
from intergroup.kit.money import from_cents

FIRST_CHECK = 1518
WITHOUT_CHECK = {"5100", "5150"}  # taken from the account
INSURANCE = Decimal("385.00")

KINDS = {
    "room": ("5000", "Lock House Community Center", "Room for the business meeting"),
    "web": ("5100", "Riverlink Hosting", "Web site and online rooms"),
    "phone": ("5150", "Tamsin Telephone", "Phone line, one month"),
    "print": ("5200", "Quayside Print", "Meeting lists and the packet"),
    "literature": ("5300", "World Services literature", "Books for the table"),
    "inside": ("5400", "World Services literature", "Books and kits for facilities"),
    "cards": ("5500", "Quayside Print", "Cards for libraries"),
    "event room": ("5600", "Heron Point Pavilion", "Room for Unity Day"),
    "event food": ("5600", "Reedwater Catering", "Food for Unity Day"),
    "travel": ("5700", "Delegate", "Travel to the conference"),
    "insurance": ("5800", "Marl Mutual", "Liability, one year"),
}
FUNDS = {
    "literature": "Literature",
    "inside": "Hospitals and institutions",
    "event room": "Events",
    "event food": "Events",
}


@dataclass(frozen=True, slots=True)
class Bill:
    """Something paid; ``motion`` is the key of the motion that authorised it."""

    paid_on: date
    amount: Decimal
    account: str
    payee: str
    purpose: str
    fund: str = "Operating"
    paid_from: str = "1000"
    check: int | None = None
    motion: str = ""


def bills(story: Story) -> tuple[Bill, ...]:
    """Return everything paid up to today, the oldest first."""
    found = [*_every_month(story), *_now_and_then(story)]
    paid = [bill for bill in found if bill.paid_on <= story.today]
    return _by_check(sorted(paid, key=lambda bill: (bill.paid_on, bill.account)))


def _bill(kind: str, paid_on: date, amount: Decimal, *, motion: str = "") -> Bill:
    account, payee, purpose = KINDS[kind]
    fund = FUNDS.get(kind, "Operating")
    return Bill(paid_on, amount, account, payee, purpose, fund=fund, motion=motion)


def _by_check(paid: list[Bill]) -> tuple[Bill, ...]:
    numbers = count(FIRST_CHECK)
    return tuple(
        bill if bill.account in WITHOUT_CHECK else replace(bill, check=next(numbers))
        for bill in paid
    )


def _every_month(story: Story) -> Iterator[Bill]:
    dice = chance("bills")
    for month in story.months:
        meeting = second_sunday(month)
        phone, printing = dice.randint(3640, 4380), dice.randint(5200, 9900)
        inside = dice.randint(15000, 25500)
        yield _bill("room", meeting, Decimal("85.00"))
        yield _bill("web", month.replace(day=4), Decimal("42.99"))
        yield _bill("phone", month.replace(day=12), from_cents(phone))
        yield _bill("print", meeting - timedelta(days=4), from_cents(printing))
        yield _bill("inside", meeting + timedelta(days=6), from_cents(inside))


def _now_and_then(story: Story) -> Iterator[Bill]:
    dice = chance("now and then")
    last_insured = len(story.months) - 2
    for index, month in enumerate(story.months):
        books, cards = dice.randint(17000, 25500), dice.randint(7000, 15000)
        travel = dice.randint(26000, 41000)
        if index % 2:
            yield _bill("literature", month.replace(day=19), from_cents(books))
        if index % 3 == 2:
            yield _bill("cards", month.replace(day=22), from_cents(cards))
        if index % 6 == 1:
            yield _bill("travel", month.replace(day=24), from_cents(travel))
        if index % 12 == 11:
            yield _bill("event room", month.replace(day=3), Decimal("150.00"))
            key = "insurance" if index == last_insured else ""
            yield _bill("insurance", month.replace(day=25), INSURANCE, motion=key)
        if index % 12 == 2:
            yield _bill("event food", month.replace(day=20), Decimal("468.25"))
