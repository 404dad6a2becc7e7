"""What the Area has agreed on about its money: limits, reserve, budget, what recurs."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from intergroup.demo.story import Story

APPROVAL_LIMIT = Decimal("450.00")
RESERVE_MONTHS = 3
LEFT_OUT_OF_RESERVE = ("5300", "6000", "6100")
HALL = Decimal("620.00")
INSURANCE_MORE = Decimal("35.00")


@dataclass(frozen=True, slots=True)
class Planned:
    """A line of the year’s budget: an account by code, a committee by name."""

    account: str
    amount: Decimal
    committee: str = ""


BUDGET = (
    Planned("4000", Decimal("14400.00")),
    Planned("4010", Decimal("1700.00")),
    Planned("4020", Decimal("60.00")),
    Planned("4100", Decimal("360.00")),
    Planned("4200", Decimal("600.00"), "Events"),
    Planned("4300", Decimal("1300.00"), "Literature"),
    Planned("5000", Decimal("1020.00")),
    Planned("5100", Decimal("520.00"), "Web and phone"),
    Planned("5150", Decimal("480.00"), "Web and phone"),
    Planned("5200", Decimal("900.00")),
    Planned("5300", Decimal("1200.00"), "Literature"),
    Planned("5400", Decimal("2500.00"), "Hospitals and institutions"),
    Planned("5500", Decimal("450.00"), "Public information"),
    Planned("5600", Decimal("700.00"), "Events"),
    Planned("5700", Decimal("700.00")),
    Planned("5800", Decimal("350.00")),
    Planned("5900", Decimal("90.00")),
    Planned("6000", Decimal("8500.00")),
    Planned("6100", Decimal("2200.00")),
)

COMMITTEE_OF = {each.account: each.committee for each in BUDGET if each.committee}


@dataclass(frozen=True, slots=True)
class Recurring:
    """A bill that comes every month on the same day."""

    kind: str
    amount: Decimal
    day: int
    committee: str = ""


RECURRING = (
    Recurring("room", Decimal("85.00"), 8),
    Recurring("web", Decimal("42.99"), 4, "Web and phone"),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A bill on its way; ``approved_by`` are mailboxes, ``paper`` is one to attach."""

    asked_on: date
    payee: str
    purpose: str
    amount: Decimal
    account: str
    approved_by: tuple[str, ...] = ()
    fund: str = "Operating"
    committee: str = ""
    position: str = ""
    motion: str = ""
    paper: bool = False


def asked(story: Story) -> tuple[Asked, ...]:
    """Return a bill that waits for its second yes, one to pay, and one just asked."""
    return _hall(story), _lists(story), _shelf(story)


def _hall(story: Story) -> Asked:
    return Asked(
        story.days_ago(12),
        "Heron Point Pavilion",
        "Hall for the spring assembly",
        HALL,
        "5600",
        approved_by=("chair",),
        fund="Events",
        committee="Events",
        motion="pavilion",
        paper=True,
    )


def _lists(story: Story) -> Asked:
    return Asked(
        story.days_ago(6),
        "Quayside Print",
        "Two hundred meeting lists",
        Decimal("74.20"),
        "5200",
        approved_by=("secretary",),
        paper=True,
    )


def _shelf(story: Story) -> Asked:
    return Asked(
        story.days_ago(2),
        "Literature",
        "Shelf for the literature table",
        Decimal("38.45"),
        "5300",
        fund="Literature",
        committee="Literature",
        position="Literature",
    )
