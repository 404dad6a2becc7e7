"""What the Area pays, month by month, and what it passes on to world services."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import count

from intergroup.demo.contributions import Gift
from intergroup.demo.story import Story, chance, second_sunday
from intergroup.kit.dates import month_key, month_of
from intergroup.kit.money import CENT, ZERO, from_cents

FIRST_CHECK = 1518
WITHOUT_CHECK = {"5100", "5150", "5900"}  # taken from the account
PASSED_ON = (Decimal("2500.00"), Decimal("2850.00"))
INSURANCE = Decimal("385.00")
MOTION_PASS_ON = {1: "pass-on-1", 4: "pass-on-2"}

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
    "fees": ("5900", "PayPal", "Fees of the month"),
    "world": ("6000", "Heroin Anonymous World Services", "Passed on by motion"),
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
    reference: str = ""
    motion: str = ""


def bills(story: Story, gifts: tuple[Gift, ...]) -> tuple[Bill, ...]:
    """Return everything paid up to today, the oldest first."""
    found = [
        *_every_month(story),
        *_now_and_then(story),
        *_fees(story, gifts),
        *_passed_on(story),
    ]
    paid = [bill for bill in found if bill.paid_on <= story.today]
    return _by_check(sorted(paid, key=lambda bill: (bill.paid_on, bill.account)))


def _bill(kind: str, paid_on: date, amount: Decimal, *, motion: str = "") -> Bill:
    account, payee, purpose = KINDS[kind]
    fund = FUNDS.get(kind, "Operating")
    return Bill(paid_on, amount, account, payee, purpose, fund=fund, motion=motion)


def _by_check(paid: list[Bill]) -> tuple[Bill, ...]:
    numbers = count(FIRST_CHECK)
    return tuple(
        bill
        if bill.account in WITHOUT_CHECK
        else replace(bill, reference=f"Check {next(numbers)}")
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


def _fees(story: Story, gifts: tuple[Gift, ...]) -> Iterator[Bill]:
    """Yield what PayPal keeps of a month’s contributions: three cents of the dollar."""
    received = defaultdict(lambda: ZERO)
    for gift in gifts:
        if gift.account == "1040":
            received[month_key(gift.received_on)] += gift.amount
    for month in story.months:
        fee = (received[month_key(month)] * 3 / 100).quantize(CENT)
        if fee > ZERO:
            yield replace(_bill("fees", month_of(month).last, fee), paid_from="1040")


def _passed_on(story: Story) -> Iterator[Bill]:
    """Yield every third month’s share for world services, as the meeting decided."""
    at = {story.past_on[past]: key for past, key in MOTION_PASS_ON.items()}
    first = story.months.index(story.past_on[1].replace(day=1))
    for index in range(first % 3, len(story.months), 3):
        meeting = second_sunday(story.months[index])
        yield _bill(
            "world",
            meeting + timedelta(days=3),
            PASSED_ON[(index - first) // 3 % 2],
            motion=at.get(meeting, ""),
        )
