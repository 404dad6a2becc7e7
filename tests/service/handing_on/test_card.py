"""The card of hand-overs on the desk, and the way to one’s own page."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from service.actions.handing_on import give
from tests.factories import TermFactory
from tests.service.handing_on.world import handover
from tests.service.test_desk import card


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def made(tess, gail, today):
    return handover(tess.person, gail.person, ends_on=today + timedelta(days=10))


def test_both_find_it_on_their_desk(made, tess, gail, rae, today):
    of_tess, of_gail = card(tess, "handover", today), card(gail, "handover", today)

    assert "To give" in of_tess
    assert "To receive" in of_gail
    assert reverse("service:handover", args=[made.pk]) in of_gail
    assert "still with the outgoing Treasurer: Keys." in of_gail
    assert card(rae, "handover", today) is None


def test_gail_reads_it_on_her_desk_as_well_once_it_is_given(made, tess, gail, today):
    give(made.items.get(), by=tess, on=today)

    assert "given, and not yet received: Keys." in card(gail, "handover", today)
    assert card(tess, "handover", today) is None


def test_the_chair_sees_whose_are_open(made, cal, today):
    html = card(cal, "handover", today)

    assert "Of others" in html
    assert "Tess D. → Gail D.: 0 of 1 received" in html


def test_my_position_leads_to_its_page(tess, today):
    TermFactory(person=tess.person)

    assert reverse("service:my-position") in card(tess, "my-position", today)
