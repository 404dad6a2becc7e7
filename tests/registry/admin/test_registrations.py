"""The list of forms: what waits first, no bare form, and as cheap with many."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import GroupFactory
from tests.registry.registering.sent import form, new_group

LIST = reverse("admin:registry_registration_changelist")


@pytest.fixture
def as_reg(client, reg):
    """A browser in which Reg has signed in."""
    client.force_login(reg)
    return client


def decided(by, day, **facts):
    at = datetime(2026, 5, day, tzinfo=UTC)
    return new_group(state="refused", decided_at=at, decided_by=by, **facts)


def test_what_waits_comes_first_and_the_oldest_of_it_at_the_top(as_reg, reg):
    early, late = decided(reg, 2), decided(reg, 3)
    young = new_group(sent_at=datetime(2026, 5, 9, tzinfo=UTC))
    old = new_group(sent_at=datetime(2026, 5, 8, tzinfo=UTC), state="asked")

    rows = as_reg.get(LIST).context["cl"].result_list

    assert list(rows) == [old, young, late, early]


def test_a_form_says_how_long_it_waits_and_what_it_is_about(as_reg):
    new_group(sent_at=timezone.now())

    page = as_reg.get(LIST).content.decode()

    assert "since today" in page
    assert "Hope" in page


def test_the_filter_shows_what_is_to_do(as_reg, reg):
    waits = new_group()
    kit = decided(reg, 2, is_kit_wanted=True)
    type(kit).objects.filter(pk=kit.pk).update(state="accepted")

    found = {
        name: list(as_reg.get(f"{LIST}?to_do={name}").context["cl"].result_list)
        for name in ("decide", "kit")
    }

    assert found == {"decide": [waits], "kit": [kit]}


def test_a_row_leads_to_the_page_of_the_form(as_reg):
    sent = new_group()

    answer = as_reg.get(reverse("admin:registry_registration_change", args=[sent.pk]))

    assert answer.url == reverse("registry:registration", args=[sent.pk])


def test_who_may_not_read_forms_is_led_nowhere(client, tess):
    sent = new_group()
    client.force_login(tess)

    answer = client.get(reverse("admin:registry_registration_change", args=[sent.pk]))

    assert answer.status_code == 403


def test_the_list_is_as_cheap_with_three_as_with_one(
    as_reg, django_assert_max_num_queries
):
    form("close", GroupFactory())
    with django_assert_max_num_queries(12) as one:
        as_reg.get(LIST)
    form("close", GroupFactory())
    form("pause", GroupFactory())

    with django_assert_max_num_queries(12) as three:
        as_reg.get(LIST)

    assert len(three) == len(one)
