"""A meeting on December 13 with two groups and a treasurer who report to it."""

from datetime import UTC, date, datetime, time

import pytest

from intergroup.business import servants
from intergroup.business.actions.reporting import ask_for_reports, token_of
from intergroup.business.actions.sending import go_on
from intergroup.business.models import BusinessMeeting, MeetingReport, Sending
from intergroup.business.reports.reporting.letters import reports_post
from intergroup.kit.tokens import hashed
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
NOON = time(12)


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
    """Ask for the reports, and mail them; return the sending, and the tokens by name.

    Tokens are those of reports that this very sending has asked for.
    """

    def ask(on=today):
        sending = Sending(
            kind="reports",
            meeting=meeting,
            subject="Your report",
            sent_at=datetime.combine(on, NOON, UTC),
            sent_by=UserFactory(),
        )
        sending = ask_for_reports(sending)
        go_on(sending, reports_post(sending, on=on, site="https://x.example"))
        rows = MeetingReport.objects.filter(meeting=meeting).select_related("group")
        words = {row: token_of(row, sending) for row in rows}
        return sending, {
            str(row): word
            for row, word in words.items()
            if row.token_hash == hashed(word)
        }

    return ask
