"""What the Area pays, month by month, and what it passes on to world services."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import count

from intergroup.demo.contributions import Gift
from intergroup.demo.story import Story, chance, second_sunday
from intergroup.kit.dates import month_key, month_of
from intergroup.kit.money import ZERO, from_cents, total

FIRST_CHECK = 1518
PASSED_ON = (Decimal("2500.00"), Decimal("2850.00"))
INSURANCE = Decimal("385.00")
MOTION_PASS_ON = {1: "pass-on-1", 4: "pass-on-2"}


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


def _by_check(paid: list[Bill]) -> tuple[Bill, ...]:
    """Number the checks; hosting, telephone and fees are taken from the account."""
    numbers = count(FIRST_CHECK)
    return tuple(
        bill
        if bill.account in {"5100", "5150", "5900"}
        else replace(bill, reference=f"Check {next(numbers)}")
        for bill in paid
    )


def _every_month(story: Story) -> Iterator[Bill]:
    dice = chance("bills")
    for month in story.months:
        meeting = second_sunday(month)
        yield Bill(
            meeting,
            Decimal("85.00"),
            "5000",
            "Lock House Community Center",
            "Room for the business meeting",
        )
        yield Bill(
            month.replace(day=4),
            Decimal("42.99"),
            "5100",
            "Riverlink Hosting",
            "Web site and online rooms",
        )
        yield Bill(
            month.replace(day=12),
            from_cents(dice.randint(3640, 4380)),
            "5150",
            "Tamsin Telephone",
            "Phone line, one month",
        )
        yield Bill(
            meeting - timedelta(days=4),
            from_cents(dice.randint(5200, 9900)),
            "5200",
            "Quayside Print",
            "Meeting lists and the packet",
        )
        yield Bill(
            meeting + timedelta(days=6),
            from_cents(dice.randint(15000, 25500)),
            "5400",
            "World Services literature",
            "Books and kits for facilities",
            fund="Hospitals and institutions",
        )


def _now_and_then(story: Story) -> Iterator[Bill]:
    dice = chance("now and then")
    for index, month in enumerate(story.months):
        if index % 2:
            yield _literature(month, from_cents(dice.randint(17000, 25500)))
        if index % 3 == 2:
            yield _information(month, from_cents(dice.randint(7000, 15000)))
        if index % 6 == 1:
            yield _travel(month, from_cents(dice.randint(26000, 41000)))
        if index % 12 == 11:
            yield _insurance(month, motion="insurance" if index == 35 else "")
        yield from _event(index, month)


def _literature(month: date, amount: Decimal) -> Bill:
    return Bill(
        month.replace(day=19),
        amount,
        "5300",
        "World Services literature",
        "Books and pamphlets for the table",
        fund="Literature",
    )


def _information(month: date, amount: Decimal) -> Bill:
    return Bill(
        month.replace(day=22), amount, "5500", "Quayside Print", "Cards for libraries"
    )


def _travel(month: date, amount: Decimal) -> Bill:
    return Bill(
        month.replace(day=24), amount, "5700", "Delegate", "Travel to the conference"
    )


def _insurance(month: date, *, motion: str) -> Bill:
    return Bill(
        month.replace(day=25),
        INSURANCE,
        "5800",
        "Marl Mutual",
        "Liability, one year",
        motion=motion,
    )


def _event(index: int, month: date) -> Iterator[Bill]:
    """Yield what Unity Day costs: the room three months before, the food on the day."""
    fund = "Events"
    if index % 12 == 11:
        yield Bill(
            month.replace(day=3),
            Decimal("150.00"),
            "5600",
            "Heron Point Pavilion",
            "Room for Unity Day",
            fund=fund,
        )
    if index % 12 == 2:
        yield Bill(
            month.replace(day=20),
            Decimal("468.25"),
            "5600",
            "Reedwater Catering",
            "Food for Unity Day",
            fund=fund,
        )


def _fees(story: Story, gifts: tuple[Gift, ...]) -> Iterator[Bill]:
    """Yield what PayPal keeps of a month’s contributions: three cents of the dollar."""
    for month in story.months:
        received = total(
            gift.amount
            for gift in gifts
            if gift.account == "1040"
            and month_key(gift.received_on) == month_key(month)
        )
        fee = (received * 3 / 100).quantize(Decimal("0.01"))
        if fee > ZERO:
            yield Bill(
                month_of(month).last,
                fee,
                "5900",
                "PayPal",
                "Fees of the month",
                paid_from="1040",
            )


def _passed_on(story: Story) -> Iterator[Bill]:
    """Yield every third month’s share for world services, as the meeting decided."""
    at = {story.past_on[past]: key for past, key in MOTION_PASS_ON.items()}
    first = story.months.index(story.past_on[1].replace(day=1))
    for index in range(first % 3, len(story.months), 3):
        meeting = second_sunday(story.months[index])
        yield Bill(
            meeting + timedelta(days=3),
            PASSED_ON[(index - first) // 3 % 2],
            "6000",
            "Heroin Anonymous World Services",
            "Passed on by motion of the Area",
            motion=at.get(meeting, ""),
        )
