"""A representative sees what the own group contributed, and nobody else’s."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from intergroup.kit import desk
from tests.factories import GroupFactory, RepresentativeFactory, account, fund, money
from treasury.actions.contributions import record_contribution
from treasury.models import Contribution
from treasury.reports.our_group import our_contributions

JUNE_15 = date(2026, 6, 15)

desk.discover()


def give(group, amount, day=JUNE_15):
    contribution = Contribution(
        received_on=day,
        group=group,
        amount=money(amount),
        fund=fund(),
        account=account("1000"),
    )
    record_contribution(contribution, recorded_by=None)


@pytest.fixture
def hope(gail):
    """Friday Hope, for which Gail speaks, with forty-five dollars this June."""
    group = GroupFactory(number=12, name="Friday Hope")
    RepresentativeFactory(group=group, person=gail.person)
    give(group, "45.00")
    return group


def address(number, year="this-year"):
    return reverse("treasury:our-statement", args=[number, year])


def test_the_card_shows_the_year_so_far(gail, hope):
    give(hope, "5.00", date(2026, 6, 16))

    (ours,) = our_contributions(gail.person, JUNE_15)

    assert ours.statement.total == money("45.00")
    assert [line.receipt for line in ours.newest] == ["2026-0001"]
    assert (ours.this_year, ours.last_year) == (2026, 2025)


def test_the_card_is_for_those_who_speak_for_a_group(gail, hope, reg):
    def has_card(user):
        return "our-contributions" in {
            card.slug for card, _ in desk.render(user, JUNE_15)
        }

    assert (has_card(gail), has_card(reg)) == (True, False)


@pytest.mark.parametrize("year", ["this-year", "last-year"])
def test_the_statement_of_the_own_group_is_a_pdf(client, gail, hope, year):
    client.force_login(gail)

    answer = client.get(address(12, year))

    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")


def test_another_group_s_statement_is_not_there(client, gail, hope):
    GroupFactory(number=13)
    client.force_login(gail)

    assert client.get(address(13)).status_code == 404
    assert client.get(address(99)).status_code == 404


def test_on_the_day_the_service_ends_the_statement_is_gone(client, gail, hope):
    gail.person.representations.update(ends_on=timezone.localdate())
    client.force_login(gail)

    assert client.get(address(12)).status_code == 404


def test_somebody_without_a_person_finds_nothing(client, ada, hope):
    client.force_login(ada)

    assert client.get(address(12)).status_code == 404


def test_nobody_reads_it_without_signing_in(client, hope):
    assert client.get(address(12)).status_code == 302


def test_there_are_two_years_and_no_third(client, gail, hope):
    client.force_login(gail)

    assert client.get("/treasury/our-group/12/ever/statement.pdf").status_code == 404
