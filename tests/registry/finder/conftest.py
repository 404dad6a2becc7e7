"""A public directory of a body in Chicago, for the pages of the finder."""

from datetime import time

import pytest

from intergroup.registry.models import Meeting, MeetingType
from tests.factories import (
    BodyFactory,
    DirectoryFactory,
    GroupFactory,
    LocationFactory,
    MeetingFactory,
)


@pytest.fixture
def directory(db):
    """The body’s directory, public, with registration open."""
    BodyFactory(
        time_zone="America/Chicago",
        email="area@example.org",
        postal_address="PO Box 1\nSpringfield, IL 62701",
    )
    return DirectoryFactory(phone="+1-309-555-0100")


@pytest.fixture
def hope(directory):
    """Friday Hope: open, Fridays at half past seven in the library."""
    group = GroupFactory(number=12, name="Hope Group")
    place = LocationFactory(
        name="Library",
        address="1 Main St, Springfield, IL 62701, USA",
        latitude=39.8,
        longitude=-89.65,
    )
    found = MeetingFactory(
        slug="friday-hope",
        group=group,
        location=place,
        time=time(19, 30),
        end_time=time(20, 30),
    )
    found.types.add(MeetingType.objects.get(code="O"))
    return found


@pytest.fixture
def online(hope):
    """Sunrise: of the same group, Mondays online at seven in the morning."""
    return MeetingFactory(
        slug="sunrise",
        name="Sunrise",
        group=hope.group,
        day=Meeting.Day.MONDAY,
        time=time(7),
        attendance=Meeting.Attendance.ONLINE,
        conference_url="https://zoom.us/j/123",
    )
