"""Loading the whole demonstration, or nothing, and knowing it again."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from intergroup.business.models import BusinessMeeting, Motion
from intergroup.demo.actions import (
    business,
    meetings,
    people,
    register,
    service,
)
from intergroup.demo.actions.agreed import load_agreed
from intergroup.demo.actions.bills import load_bills
from intergroup.demo.actions.chart import load_chart
from intergroup.demo.actions.contacts import load_contacts
from intergroup.demo.actions.forms import load_forms
from intergroup.demo.actions.handing_on import load_handovers
from intergroup.demo.actions.money import load_money
from intergroup.demo.actions.reporting import load_minutes, load_reports
from intergroup.demo.body import DOMAIN
from intergroup.demo.books import books_of
from intergroup.demo.people import representatives, sign_ins
from intergroup.demo.story import Story
from intergroup.registry.models import Body, Group, Meeting, Person, User
from service.access import roles_held
from service.models import Committee, Position
from treasury.models import Contribution, Entry

OF_A_REAL_BODY = (
    Body,
    Group,
    Meeting,
    Person,
    BusinessMeeting,
    Position,
    Committee,
    Entry,
)


class NotEmptyError(ValidationError):
    """There is a body here already, with groups or money of its own."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was loaded, in figures."""

    groups: int
    meetings: int
    contributions: int
    entries: int
    positions: int
    motions: int
    next_on: date


def is_loaded() -> bool:
    """Tell whether the body of this installation is the demonstration."""
    return User.objects.filter(email__endswith=f"@{DOMAIN}").exists()


def shown_sign_ins() -> list[tuple[str, str, str]]:
    """Return role, person and e-mail of each; nothing without a demonstration."""
    users = User.objects.filter(email__endswith=f"@{DOMAIN}", is_active=True)
    found = {user.email: user for user in users.select_related("person")}
    rows = sign_ins(representatives(Story(date(2026, 1, 1))))
    return [
        (row.role or "Administrator", str(found[row.email].person), row.email)
        for row in rows
        if row.email in found
    ]


def roles_not_held(day: date) -> list[str]:
    """Return the roles of sign-ins that are not held on ``day``.

    Rights follow service: they come and go with the terms around the story’s own day.
    """
    return [
        role
        for role, _person, email in shown_sign_ins()
        if role != "Administrator" and role not in _held(email, day)
    ]


def _held(email: str, day: date) -> list[str]:
    person = Person.objects.get(user__email=email)
    return [role.name for role in roles_held(person, day)]


@transaction.atomic
def load_demonstration(*, today: date) -> Loaded:
    """Fill an empty installation with three years that end on ``today``.

    Raises NotEmptyError (``not_empty``) where a body has begun to work here.
    """
    _check_empty()
    story = Story(today)
    speakers = representatives(story)
    groups = register.load_register(story)
    meetings.load_meetings(groups, story)
    found = people.load_people(story, speakers, groups)
    load_contacts(story, speakers, found, groups)
    held = business.load_meetings(story, speakers, found, groups)
    motions = business.load_motions(held, groups)
    service.load_service(story, found, held)
    business.load_presence(held, story)
    load_reports(story, held, groups)
    with Body.objects.clock():
        load_minutes(story, held)
    rows = sign_ins(speakers)
    users = people.load_sign_ins(rows, found)
    load_handovers(story, users)
    load_forms(story, groups, users)
    chart, treasurer = load_chart(groups, motions), users["treasurer"]
    load_agreed(story, chart, recorded_by=treasurer)
    load_money(story, books_of(story), chart, recorded_by=treasurer)
    with people.in_their_roles(rows, users):
        load_bills(story, chart, users)
    return _counted(story)


def _check_empty() -> None:
    if any(model.objects.exists() for model in OF_A_REAL_BODY):
        message = "There is a service body in this database already."
        raise NotEmptyError(message, code="not_empty")


def _counted(story: Story) -> Loaded:
    return Loaded(
        groups=Group.objects.count(),
        meetings=Meeting.objects.count(),
        contributions=Contribution.objects.count(),
        entries=Entry.objects.count(),
        positions=Position.objects.count(),
        motions=Motion.objects.count(),
        next_on=story.next_on,
    )
