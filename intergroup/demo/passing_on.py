"""What the Area passes on, every third month, as its meeting decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from intergroup.demo.story import Story, second_sunday

WORLD, REGION = "Heroin Anonymous World Services", "Great Rivers Region"
PLAN = "Above the reserve"
SHARES = ((WORLD, "6000", Decimal("80.00")), (REGION, "6100", Decimal("20.00")))
PASSED_ON = (Decimal("2500.00"), Decimal("2850.00"))
MOTION_PASS_ON = {1: "pass-on-1", 4: "pass-on-2"}
PAID_AFTER = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Passed:
    """A sum that was voted, the day its checks went out, the key of its motion."""

    voted_on: date
    amount: Decimal
    paid_on: date | None
    motion: str = ""


def passed_on(story: Story) -> Iterator[Passed]:
    """Yield what was voted up to today, the oldest first."""
    at = {story.past_on[past]: key for past, key in MOTION_PASS_ON.items()}
    first = story.months.index(story.past_on[1].replace(day=1))
    for index in range(first % 3, len(story.months), 3):
        voted_on = second_sunday(story.months[index])
        if voted_on <= story.today:
            amount, paid_on = PASSED_ON[(index - first) // 3 % 2], voted_on + PAID_AFTER
            is_paid = paid_on <= story.today
            motion = at.get(voted_on, "")
            yield Passed(voted_on, amount, paid_on if is_paid else None, motion)
