"""The packet of a body of 300 groups, with everything that can stand in it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from bench.timing import Figure, apart
from intergroup.business.actions.minutes import begin_minutes
from intergroup.business.models import (
    ActionItem,
    AgendaItem,
    Attendance,
    BusinessMeeting,
    Event,
    MeetingReport,
    Minutes,
    Motion,
)
from intergroup.business.printing import packet_context, print_packet
from intergroup.kit import pdf
from intergroup.registry.models import Body, Group, Person
from service.models import Election, ElectionMethod, Position, Term
from treasury.actions.contributions import record_contributions
from treasury.models import (
    Account,
    Budget,
    BudgetLine,
    Contribution,
    Fund,
    ReserveRule,
)

GROUPS, HELD_ON = 300, date(2026, 11, 8)
SECONDS, MEGABYTES, SECTIONS = 20, 700, 12
SAID = (
    "The group meets as before; two members have begun to serve, and coffee is better."
)


def measure() -> Iterator[Figure]:
    """Yield its seconds by the clock, and the memory of the process that makes it."""
    meeting = _fill()
    told_of = len(packet_context(meeting)["sections"])
    assert told_of >= SECTIONS, told_of
    pdf.prepare()
    seconds, memory = apart(lambda: print_packet(meeting))
    told = f"the packet of {GROUPS} groups, {told_of} sections"
    yield Figure(f"{told}, by the clock", seconds, SECONDS, 1)
    yield Figure(f"{told}, the most memory", memory, MEGABYTES, 1, unit="MB")


def _fill() -> BusinessMeeting:
    Body.objects.create(pk=1, name="A large area")
    groups = _groups()
    _books(groups)
    meetings = [_meeting(month) for month in range(1, 12)]
    last, meeting = meetings[-2:]
    _roll(last, groups)
    _serve()
    _business(last, meeting, groups)
    _agreed(meeting)
    _minutes(last)
    return meeting


def _groups() -> list[Group]:
    numbers = range(1, GROUPS + 1)
    Group.objects.bulk_create(
        Group(
            number=n,
            name=f"Group of the Way {n}",
            status="active",
            registered_on=date(2026, 10, 1 + n % 30),
        )
        for n in numbers
    )
    return list(Group.objects.order_by("number"))


def _books(groups: list[Group]) -> None:
    """Let each group give once a month."""
    fund = Fund.objects.get(purpose="operating")
    bank = Account.objects.get(purpose="bank")
    gifts = [
        Contribution(
            received_on=date(2026, month, 1 + group.number % 28),
            source="group",
            group=group,
            amount=Decimal(100 * month + group.number).scaleb(-1),
            fund=fund,
            account=bank,
        )
        for group in groups
        for month in range(1, 11)
    ]
    record_contributions(gifts, recorded_by=None)


def _meeting(month: int) -> BusinessMeeting:
    return BusinessMeeting.objects.create(
        held_on=date(2026, month, 8),
        reports_from=date(2026, max(month - 1, 1), 1),
        reports_to=date(2026, max(month - 1, 1), 28),
        place="Unity Hall",
    )


def _roll(meeting: BusinessMeeting, groups: list[Group]) -> None:
    people = [Person(first_name="Ann", last_initial="B") for _each in groups]
    Person.objects.bulk_create(people)
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, group=group, person=person)
        for group, person in zip(groups, Person.objects.all(), strict=True)
    )


def _serve() -> None:
    person = Person.objects.first()
    for number in range(30):
        position = Position.objects.create(
            name=f"Position {number}", duties=SAID, sobriety_months=24
        )
        if number % 3:
            Term.objects.create(
                position=position,
                person=person,
                began_on=date(2025, 1 + number % 12, 1),
                ends_on=date(2027, 1 + number % 12, 1),
            )


def _business(
    last: BusinessMeeting, meeting: BusinessMeeting, groups: list[Group]
) -> None:
    for number in range(20):
        Motion.objects.create(
            number=f"10-26-{number:02}",
            meeting=last if number % 2 else meeting,
            title=f"A motion of weight, number {number}",
            text=f"That the body do this. {SAID} " * 3,
            intent=SAID,
        )
        AgendaItem.objects.create(meeting=meeting, title=f"Item {number}")
        ActionItem.objects.create(meeting=last, title=SAID[:60], office="Secretary")
        Event.objects.create(title=f"Event {number}", begins_on=date(2026, 12, 12))
    MeetingReport.objects.bulk_create(
        MeetingReport(
            meeting=meeting,
            group=group,
            state="sent",
            attendance=12,
            meetings_held=4,
            report=f"{SAID} {SAID}",
            problems=SAID,
            needs=SAID,
        )
        for group in groups
    )


def _agreed(meeting: BusinessMeeting) -> None:
    """Let there be a rule for the reserve, a budget, and elections to come."""
    year = date(2026, 1, 1)
    ReserveRule.objects.create(effective_on=year, kind="months", months=3)
    budget = Budget.objects.create(begins_on=year)
    for account in Account.objects.filter(kind__in=["income", "expense"]):
        BudgetLine.objects.create(budget=budget, account=account, amount=1200)
    budget.adopted_on = year
    budget.save(update_fields=["adopted_on"])
    for position in Position.objects.all()[:8]:
        Election.objects.create(
            position=position,
            meeting=meeting,
            method=ElectionMethod.objects.first(),
            opened_on=year,
            begins_on=date(2027, 1, 1),
        )


def _minutes(last: BusinessMeeting) -> None:
    """Let the minutes of the last meeting be sent round, with prose in each part."""
    minutes = begin_minutes(last)
    minutes.parts.update(prose=f"{SAID}\n\n{SAID}")
    Minutes.objects.filter(pk=minutes.pk).update(
        state="circulated", circulated_on=last.held_on
    )
