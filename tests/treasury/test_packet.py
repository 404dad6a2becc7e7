"""What the treasury says in the packet."""

from datetime import date

from intergroup.kit import packet
from intergroup.registry.models import Group
from tests.factories import BusinessMeetingFactory, GroupFactory, account, fund, money
from treasury.actions.contributions import record_contribution
from treasury.models import Budget, BudgetLine, Contribution, ReserveRule


def section(meeting, slug):
    packet.discover()
    return next(html for each, html in packet.render(meeting) if each.slug == slug)


def give(day, amount):
    contribution = Contribution(
        received_on=day,
        source="group",
        group=GroupFactory(name="Friday Hope"),
        amount=money(amount),
        fund=fund(),
        account=account("1000"),
    )
    record_contribution(contribution, recorded_by=None)


def test_the_treasurer_reports_on_the_meetings_period(db):
    give(date(2026, 1, 31), "45.00")
    give(date(2026, 2, 1), "9.00")

    html = section(BusinessMeetingFactory(), "treasurer")

    assert "45.00" in html
    assert "54.00" not in html
    assert "Last seal of the books" in html


def test_the_groups_stand_once_in_the_packet(db):
    give(date(2026, 1, 31), "45.00")
    Group.objects.update(verified_on=date(2026, 1, 1))  # one that was not is named too
    meeting = BusinessMeetingFactory()

    packet.discover()
    told = "".join(html for _each, html in packet.render(meeting))

    assert told.count("Friday Hope") == 1
    assert "1 of 1 groups contributed in this period" in told


def test_contributions_are_those_of_the_fiscal_year_so_far(db):
    give(date(2025, 12, 31), "7.00")
    give(date(2026, 1, 2), "45.00")

    html = section(BusinessMeetingFactory(), "contributions")

    assert "45.00" in html
    assert "7.00" not in html.replace("47.00", "")


def test_a_body_without_money_still_has_its_treasurers_page(db):
    html = section(BusinessMeetingFactory(), "treasurer")

    assert "The body holds no money." in html
    assert "Nothing was paid in this period." in html


def test_budget_and_reserve_are_left_out_where_there_are_none(db):
    packet.discover()
    told = [each.slug for each, _html in packet.render(BusinessMeetingFactory())]

    assert {"budget", "reserve"}.isdisjoint(told)


def test_budget_and_reserve_stand_behind_the_contributions(db):
    line = {"account": account("5000"), "amount": money("1020.00")}
    year = Budget.objects.create(begins_on=date(2026, 1, 1))
    BudgetLine.objects.create(budget=year, **line)
    ReserveRule.objects.create(
        effective_on=date(2026, 1, 1), kind="fixed", amount=money("100.00")
    )

    packet.discover()
    sections = packet.render(BusinessMeetingFactory())
    told = {each.slug: html for each, html in sections}

    mine = ["treasurer", "contributions", "budget", "reserve"]
    assert [slug for slug in told if slug in mine] == mine
    assert "1,020.00" in told["budget"]
    assert "100.00" in told["reserve"]
