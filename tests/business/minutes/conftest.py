"""A meeting that was held, its minutes, and the meeting that approves them."""

from datetime import UTC, date, datetime

import pytest

from intergroup.business import servants
from intergroup.business.actions.minutes import (
    approve_minutes,
    begin_minutes,
    circulate_minutes,
)
from intergroup.business.actions.sending import go_on
from intergroup.business.models import AgendaItem, Minutes, Sending
from intergroup.business.reports.minutes.paper import (
    keep,
    minutes_post,
    round_fingerprint,
)
from tests.factories import BodyFactory, BusinessMeetingFactory, UserFactory

servants.discover()
FEB_8, MARCH_8 = date(2026, 2, 8), date(2026, 3, 8)


@pytest.fixture
def meeting(db):
    BodyFactory()
    meeting = BusinessMeetingFactory(held_on=FEB_8, place="Unity Hall")
    for order, (kind, title) in enumerate(
        [("opening", "Opening"), ("treasurer", "Treasurer"), ("new", "New business")]
    ):
        AgendaItem.objects.create(meeting=meeting, order=order, kind=kind, title=title)
    return meeting


@pytest.fixture
def later(meeting):
    """The meeting after it."""
    return BusinessMeetingFactory(held_on=MARCH_8)


@pytest.fixture
def minutes(meeting):
    return begin_minutes(meeting)


@pytest.fixture
def parts(minutes):
    return list(minutes.parts.all())


@pytest.fixture
def go_round():
    """Send minutes round; return the sending."""

    def go_round(minutes, on=MARCH_8):
        sending = Sending(
            kind="minutes",
            meeting=minutes.meeting,
            subject="Minutes",
            sha256=round_fingerprint(minutes),
            sent_at=datetime(2026, 3, 1, 12, tzinfo=UTC),
            sent_by=UserFactory(),
        )
        circulate_minutes(minutes, sending, on=on)
        go_on(sending, minutes_post(sending, on=on, site=""))
        return sending

    return go_round


@pytest.fixture
def approved(minutes, later):
    """The minutes, approved without a count."""
    Minutes.objects.filter(pk=minutes.pk).update(state="circulated")
    return approve_minutes(minutes, at=later, on=MARCH_8, keep=keep)
