"""The last day of a term: who serves is here and reports; the day after, no more."""

from datetime import timedelta

import pytest
from django.urls import reverse

from intergroup.business.models import MeetingReport
from intergroup.registry.models import Body, Group
from tests.factories import (
    BodyFactory,
    BusinessMeetingFactory,
    GroupFactory,
    PositionFactory,
    RepresentativeFactory,
    TermFactory,
)

DAY = timedelta(days=1)


@pytest.fixture
def meeting(db):
    BodyFactory()
    return BusinessMeetingFactory(held_on=Body.objects.today())


@pytest.fixture(params=[True, False], ids=["last day", "day after"])
def serves(request, meeting, gail):
    """Gail is clerk and speaks for group 7 until today, or until yesterday."""
    last = meeting.held_on if request.param else meeting.held_on - DAY
    who = {"person": gail.person, "began_on": last - 30 * DAY}
    TermFactory(position=PositionFactory(name="Clerk"), ends_on=last + DAY, **who)
    RepresentativeFactory(group=GroupFactory(number=7), ends_on=last + DAY, **who)
    return request.param


def test_the_roll_call_offers_who_serves_on_that_day(as_sam, meeting, gail, serves):
    address = reverse("business:roll", args=[meeting.pk])
    group = Group.objects.get()

    html = as_sam.get(address).content.decode()
    here = {"act": "here", "office": "Clerk", "person": gail.person.pk}
    as_sam.post(reverse("business:roll-officer", args=[meeting.pk]), here)
    tap = {"tap": f"here-{group.pk}-{gail.person.pk}"}
    as_sam.post(reverse("business:roll-group", args=[meeting.pk]), tap)

    assert (f"here-{group.pk}-{gail.person.pk}" in html) is serves
    assert ("Clerk" in html) is serves
    assert meeting.attendees.filter(office="Clerk").exists() is serves
    assert meeting.roll.exists() is serves


@pytest.mark.parametrize("key", ["office:Clerk", "group:7"])
def test_who_serves_on_that_day_reports(client, gail, meeting, serves, key):
    client.force_login(gail)
    address = reverse("business:my-report", query={"for": key})

    page = client.get(address)
    read = page.context["form"].read if serves else ""
    client.post(address, {"send": 1, "read": read, "report": "Well."})

    assert page.status_code == (200 if serves else 404)
    assert MeetingReport.objects.given().exists() is serves


def test_who_serves_on_that_day_carries_the_sheet_home(client, gail, meeting, serves):
    client.force_login(gail)

    page = client.get(reverse("business:sheet", args=[meeting.pk, 7]))

    assert page.status_code == (200 if serves else 403)
