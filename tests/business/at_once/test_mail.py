"""Two who press the same button of a mail: it goes out once to each."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from intergroup.business import servants
from intergroup.business.actions.calling import invited_to, send_notice
from intergroup.business.actions.reporting import ask_for_reports
from intergroup.business.actions.sending import write_down
from intergroup.business.invitations import announced
from intergroup.business.models import MeetingReport, Sending
from intergroup.business.reports.reporting.letters import letter_writer
from tests.factories import (
    BodyFactory,
    BusinessMeetingFactory,
    GroupFactory,
    PersonFactory,
    RepresentativeFactory,
    UserFactory,
)
from tests.kit.test_once_at_once import in_sessions
from tests.treasury.test_deposits_at_once import at_once

__all__ = ["in_sessions"]

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
servants.discover()
AT = datetime(2026, 1, 20, 17, tzinfo=UTC)
TODAY, LONG_AGO = date(2026, 1, 20), date(2025, 1, 1)
ADDRESSES = ["group1@example.org", "group2@example.org", "group3@example.org"]


@pytest.fixture
def meeting():
    BodyFactory()
    for address in ADDRESSES:
        person = PersonFactory(email=address)
        RepresentativeFactory(group=GroupFactory(), person=person, began_on=LONG_AGO)
    return BusinessMeetingFactory(held_on=date(2026, 2, 8))


def addressed():
    return sorted(address for each in mail.outbox for address in each.bcc)


def noticing(meeting, user, at=AT):
    def words(_is_change):
        return "Notice", "Come."

    return lambda: send_notice(meeting, words=words, at=at, sent_by=user)


def test_a_notice_sent_by_two_at_once_goes_to_each_once(in_sessions, meeting):
    users = [UserFactory(), UserFactory()]

    told = in_sessions(*at_once(*(noticing(meeting, each) for each in users)))

    assert sorted(told) == ["done", "nobody_left"]
    assert addressed() == ADDRESSES
    assert in_sessions(Sending.objects.count) == [1]


@pytest.mark.parametrize(("later", "goes"), [(29, False), (30, True)])
def test_a_notice_that_was_stopped_goes_on_after_half_an_hour(meeting, later, goes):
    stopped = Sending(
        kind="notice",
        meeting=meeting,
        subject="Notice",
        sha256=announced(meeting),
        sent_at=AT,
    )
    write_down(stopped, invited_to(meeting).reached)
    again = noticing(meeting, UserFactory(), AT + timedelta(minutes=later))

    if goes:
        again()
    else:
        with pytest.raises(ValidationError, match="gone to everybody"):
            again()

    assert addressed() == (ADDRESSES if goes else [])


def test_reports_asked_for_by_two_at_once_are_asked_for_once(in_sessions, meeting):
    def asking():
        sending = Sending(
            kind="reports", meeting=meeting, subject="Your report", sent_at=AT
        )
        write = letter_writer(meeting, "https://x.example/{}".format)
        ask_for_reports(sending, on=TODAY, write=write)

    told = in_sessions(*at_once(asking, asking))

    assert told == ["done", "done"]
    assert addressed() == ADDRESSES
    assert in_sessions(MeetingReport.objects.count) == [3]
