"""Three years of what groups and members gave, as untidy as it is in life."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain
from random import Random

from intergroup.demo.groups import GROUPS, GroupRow
from intergroup.demo.story import Story, chance, second_sunday
from intergroup.kit.dates import ONE_DAY
from intergroup.kit.money import CENT, ZERO, from_cents

BY_HAND = {"cash", "cheque"}
RECEIVED_INTO = {"cash": "1010", "cheque": "1010", "venmo": "1030", "paypal": "1040"}
MEMBER_METHODS = ("venmo", "venmo", "cash", "zelle", "paypal", "card")
MEMBER_AMOUNTS = (500, 500, 500, 1000, 1000, 1500, 2000, 2500, 4000, 1300)
STOPPED_MONTHS_AGO = {12: 6, 19: 5, 24: 10, 54: 3}
GIVES_TO_INSTITUTIONS = {15, 26, 40}

FOUND_OUT, FOUND_GROUP = "4410", 26
MISTAKEN_FOR, MEANT = 15, 22
MISTAKE = Decimal("40.00")


@dataclass(frozen=True, slots=True)
class Gift:
    """One contribution: from group ``group``, or from a member or unidentified."""

    received_on: date
    amount: Decimal
    method: str
    source: str = "group"
    group: int | None = None
    marked: str = ""
    reference: str = ""
    fund: str = "Operating"

    @property
    def fee(self) -> Decimal:
        """What PayPal keeps: three cents of the dollar."""
        if self.method != "paypal":
            return ZERO
        return (self.amount * 3 / 100).quantize(CENT)

    @property
    def net(self) -> Decimal:
        """What arrives."""
        return self.amount - self.fee

    @property
    def account(self) -> str:
        """The code of the account it was received into."""
        return RECEIVED_INTO.get(self.method, "1000")


def contributions(story: Story) -> tuple[Gift, ...]:
    """Return every contribution up to today, the oldest first."""
    gifts = [
        gift
        for group in GROUPS
        for gift in _of_group(group, story)
        if gift.received_on <= story.today
    ]
    others = chain(_of_members(story), _baskets(story), _birthdays(story))
    gifts += [gift for gift in others if gift.received_on <= story.today]
    gifts += [*_unidentified(story), *_since_the_deposit(story), mistake(story)]
    return tuple(sorted(gifts, key=lambda gift: (gift.received_on, gift.group or 0)))


def mistake(story: Story) -> Gift:
    """Return what was recorded for one group and came from another, two months ago."""
    day = story.months_ago(2, day=17)
    return Gift(day, MISTAKE, "zelle", group=MISTAKEN_FOR)


def correction(story: Story) -> Gift:
    """Return the same money recorded anew, for the group it came from."""
    return replace(mistake(story), group=MEANT, received_on=corrected_on(story))


def corrected_on(story: Story) -> date:
    """Return the day the mistake was found, in a month still open."""
    return max(story.days_ago(5), story.months_ago(1))


def _of_group(group: GroupRow, story: Story) -> Iterator[Gift]:
    """Yield what one group gave; a month left out is often made good in the next."""
    dice = chance(f"group {group.number}")
    reference = dice.randint(300, 2400)
    left_out, (first, last) = 0, _span(group, story)
    for index, month in enumerate(story.months):
        gives = _gives(group, index, dice)
        is_late = gives and dice.random() < 0.1
        if not gives or is_late or not first <= month <= last:
            left_out = int(is_late)
            continue
        gift = _gift(group, month, dice)
        if left_out and dice.random() < 0.7:
            gift = replace(gift, amount=gift.amount * 2)
        if gift.method == "cheque":
            reference += dice.randint(1, 4)
            gift = replace(gift, reference=str(reference))
        left_out = 0
        yield gift
        if group.number in GIVES_TO_INSTITUTIONS and index % 3 == 1:
            yield _to_institutions(month, dice, group)


def _span(group: GroupRow, story: Story) -> tuple[date, date]:
    """Return the first and the last month in which the group may give."""
    stopped = STOPPED_MONTHS_AGO.get(group.number, 0)
    return story.months_ago(group.age - 1), story.months_ago(stopped)


def _gives(group: GroupRow, index: int, dice: Random) -> bool:
    match group.gives:
        case "m":
            return True
        case "q":
            return index % 3 == group.number // 9 % 3  # two groups in each month
        case "s":
            return dice.random() < 0.35
    return False


def _gift(group: GroupRow, month: date, dice: Random) -> Gift:
    method = group.method if dice.random() < 0.88 else "cash"
    return Gift(
        received_on=_day(month, method, dice),
        amount=_about(group.usual, method, dice),
        method=method,
        group=group.number,
    )


def _day(month: date, method: str, dice: Random) -> date:
    """Return the business meeting’s day for most cash and cheques, else any day."""
    any_day = month.replace(day=dice.randint(1, 28))
    at_meeting = method in BY_HAND and dice.random() < 0.85
    return second_sunday(month) if at_meeting else any_day


def _about(usual: int, method: str, dice: Random) -> Decimal:
    """Return roughly the usual amount: cheques in dollars, cash with its coins."""
    cents = usual * dice.randint(70, 128)
    if method == "cash" and dice.random() < 0.6:
        return from_cents(cents)
    if method != "cash" and dice.random() < 0.2:
        return from_cents(cents - cents % 5)
    return from_cents(cents - cents % 100)


def _to_institutions(month: date, dice: Random, group: GroupRow) -> Gift:
    return Gift(
        received_on=second_sunday(month),
        amount=from_cents(100 * dice.randint(6, 22)),
        method="cash",
        group=group.number,
        fund="Hospitals and institutions",
    )


def _of_members(story: Story) -> Iterator[Gift]:
    dice = chance("members")
    for month in story.months:
        for _each in range(dice.randint(6, 12)):
            method = dice.choice(MEMBER_METHODS)
            amount = from_cents(dice.choice(MEMBER_AMOUNTS))
            yield Gift(_day(month, method, dice), amount, method, source="member")


def _baskets(story: Story) -> Iterator[Gift]:
    dice = chance("baskets")
    for month in story.months:
        amount = from_cents(dice.randint(1400, 4600))
        yield Gift(second_sunday(month), amount, "cash", source="basket")


def _birthdays(story: Story) -> Iterator[Gift]:
    """Yield a dollar for each year of somebody’s sobriety, now and then."""
    dice = chance("birthdays")
    for month in story.months:
        if dice.random() < 0.4:
            amount = from_cents(100 * dice.randint(1, 21))
            yield Gift(second_sunday(month), amount, "cash", source="birthday")


def _unidentified(story: Story) -> tuple[Gift, ...]:
    """Return cheques that nobody could place at once, with what was written on them."""
    earlier, later = second_sunday(story.months_ago(4)), story.days_ago(16)
    found = second_sunday(story.months_ago(3))
    return (
        _unplaced(found, "47.00", "Thursday step study", FOUND_OUT),
        _unplaced(earlier, "63.00", "Sun. nite group, thank you!", "1187"),
        _unplaced(later, "31.50", "Serenity Grp #14? or 19?", "206"),
    )


def _unplaced(day: date, amount: str, marked: str, reference: str) -> Gift:
    return Gift(
        day,
        Decimal(amount),
        "cheque",
        source="unidentified",
        marked=marked,
        reference=reference,
    )


def _since_the_deposit(story: Story) -> tuple[Gift, ...]:
    """Return what came by post in the last days and has not been to the bank."""
    return (
        Gift(
            story.today - 3 * ONE_DAY,
            Decimal("54.00"),
            "cheque",
            group=3,
            reference="2466",
        ),
        Gift(story.today - timedelta(days=1), Decimal("27.35"), "cash", group=42),
    )
