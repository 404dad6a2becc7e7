"""A meeting on December 13 with two groups and a treasurer who report to it."""

from datetime import UTC, date, datetime

import pytest

from intergroup.business import servants
from intergroup.business.actions.reporting import ask_for_reports
from intergroup.business.models import BusinessMeeting, Sending
from intergroup.business.reports.reporting.letters import letter_writer
from intergroup.registry.models import Body
from tests.factories import (
    BodyFactory,
    BusinessMeetingFactory,
    CommitteeFactory,
    GroupFactory,
    PersonFactory,
    PositionFactory,
    RepresentativeFactory,
    TermFactory,
    UserFactory,
)

servants.discover()


@pytest.fixture
def today(db):
    BodyFactory()
    return Body.objects.today()


@pytest.fixture
def meeting(today) -> BusinessMeeting:
    """The meeting ahead: it is today, so that pages and actions agree."""
    return BusinessMeetingFactory(
        held_on=today, reports_from=date(2026, 1, 1), reports_to=date(2026, 1, 31)
    )


@pytest.fixture
def hope(today):
    """Group 7 Hope, and Gil, who speaks for it."""
    group = GroupFactory(number=7, name="Hope")
    person = PersonFactory(first_name="Gil", email="gil@example.org")
    RepresentativeFactory(group=group, person=person, began_on=today)
    return group


@pytest.fixture
def treasurer(today):
    person = PersonFactory(first_name="Tom", email="tom@example.org")
    term = TermFactory(
        position=PositionFactory(name="Treasurer", order=1),
        person=person,
        began_on=today,
    )
    return term.person


@pytest.fixture
def events(today):
    """The events committee, with a chair who has no address."""
    committee = CommitteeFactory(name="Events")
    position = PositionFactory(name="Events chair", committee=committee, order=2)
    return TermFactory(position=position, began_on=today).person


@pytest.fixture
def ask(meeting, today):
    """Ask for the reports; return what came of it. ``tokens`` has the links by name."""

    def ask(on=today):
        tokens = {}

        def write(links):
            tokens.update({str(row): token for row, token in links})
            return letter_writer(meeting, "https://x.example/{}".format)(links)

        sending = Sending(
            kind="reports",
            meeting=meeting,
            subject="Your report",
            sent_at=datetime(2026, 11, 30, 12, tzinfo=UTC),
            sent_by=UserFactory(),
        )
        told = ask_for_reports(sending, on=on, write=write)
        return told, tokens

    return ask
