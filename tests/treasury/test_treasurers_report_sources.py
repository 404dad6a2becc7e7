"""Every way in which money comes and goes, in the treasurer’s report."""

from datetime import date

import pytest

from intergroup.kit.dates import Period
from intergroup.kit.percent import WHOLE
from tests.factories import GroupFactory, account, fund, money
from treasury.actions.collections import record_collection
from treasury.actions.contributions import record_contribution, take_back_contribution
from treasury.actions.identifying import identify_contribution
from treasury.actions.income import record_other_income
from treasury.actions.months import close_month
from treasury.actions.paying import pay_share
from treasury.actions.posting import Line, post_entry, reverse_entry
from treasury.models import (
    ClosedMonth,
    Collection,
    Contribution,
    Distribution,
    DistributionShare,
    Identification,
    OtherIncome,
    OutsideOffer,
    SplitPlan,
    SplitShare,
)
from treasury.reports.income import Event
from treasury.reports.treasurer import treasurers_report

MAY = Period(date(2026, 5, 1), date(2026, 5, 31))
JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))
MAY_9, JUNE_2 = date(2026, 5, 9), date(2026, 6, 2)


def give(day, amount, **values):
    contribution = Contribution(
        received_on=day,
        amount=money(amount),
        fund=fund(),
        account=account("1000"),
        **values,
    )
    record_contribution(contribution, recorded_by=None)
    return contribution


def receive(day, amount, code, purpose):
    income = OtherIncome(
        received_on=day,
        purpose=purpose,
        amount=money(amount),
        account=account(code),
        fund=fund(),
        paid_into=account("1000"),
    )
    record_other_income(income, recorded_by=None)


def vote(day, amount):
    """A sum voted to be passed on to world services, whole, and its one share."""
    plan = SplitPlan.objects.create(name="Our plan", effective_on=day)
    world = {"recipient": "World services", "account": account("6000")}
    SplitShare.objects.create(plan=plan, percent=WHOLE, **world)
    lines = [
        Line(account("6000"), fund(), money(amount)),
        Line(account("2000"), fund(), -money(amount)),
    ]
    voted = Distribution.objects.create(
        voted_on=day,
        amount=money(amount),
        plan=plan,
        fund=fund(),
        entry=post_entry(dated=day, memo="Voted", lines=lines, posted_by=None),
    )
    return DistributionShare.objects.create(
        distribution=voted, percent=WHOLE, amount=money(amount), **world
    )


def sums(report):
    return tuple(
        str(each)
        for each in (report.income_total, report.expenses_total, report.closing)
    )


def told(lines):
    return [(each.account, str(each.amount)) for each in lines]


def test_a_fee_is_an_expense_and_the_contribution_counts_in_full(db):
    give(JUNE_2, "50.00", fee=money("1.75"), source="member", method="paypal")

    report = treasurers_report(JUNE)

    assert sums(report) == ("50.00", "1.75", "48.25")
    assert [
        (each.payee, each.paid_on, str(each.amount)) for each in report.payments
    ] == [("Fees kept by payment services", None, "1.75")]


def test_a_fee_that_is_taken_back_comes_back(db):
    gift = give(MAY_9, "50.00", fee=money("1.75"), source="member", method="paypal")
    take_back_contribution(gift, dated=JUNE_2, recorded_by=None)

    assert sums(treasurers_report(JUNE)) == ("-50.00", "-1.75", "0.00")


@pytest.mark.parametrize(
    ("counted", "expenses", "closing"),
    [("18.00", "2.00", "18.00"), ("21.00", "-1.00", "21.00")],
)
def test_cash_over_and_short_is_a_line_of_its_own(db, counted, expenses, closing):
    collection = Collection(
        collected_on=JUNE_2,
        first_counter="Tess M",
        second_counter="Cal D",
        counted=money(counted),
        explanation="A note was counted twice.",
    )
    basket = Contribution(
        source="basket",
        method="cash",
        amount=money("20.00"),
        fund=fund(),
        account=account("1010"),
    )
    record_collection(collection, [basket], recorded_by=None)

    report = treasurers_report(JUNE)

    assert sums(report) == ("20.00", expenses, closing)
    assert [each.payee for each in report.payments] == ["Cash over and short"]
    assert report.notes == ("Counted on June 2, 2026: A note was counted twice.",)


def test_what_is_identified_moves_to_its_group_on_the_day_of_that(db):
    group = GroupFactory(number=12, name="Hope")
    waiting = give(MAY_9, "45.00", source="unidentified")
    found = Identification(contribution=waiting, group=group, identified_on=JUNE_2)
    identify_contribution(found, identified_by=None)

    may, june = treasurers_report(MAY), treasurers_report(JUNE)

    assert told(may.income) == [("Contributions not yet identified", "45.00")]
    assert told(june.income) == [
        ("Group contributions", "45.00"),
        ("Contributions not yet identified", "-45.00"),
    ]
    assert [str(each.amount) for each in june.groups] == ["45.00"]
    assert (june.income_total, june.closing) == (money("0.00"), money("45.00"))


def test_what_was_voted_is_spent_on_that_day_and_paid_later(db):
    give(MAY_9, "100.00", source="member")
    share = vote(MAY_9, "90.00")
    how = {"paid_from": account("1000"), "method": "transfer"}
    pay_share(share, paid_on=JUNE_2, recorded_by=None, **how)

    may, june = treasurers_report(MAY), treasurers_report(JUNE)

    assert sums(may) == ("100.00", "90.00", "10.00")
    assert [each.payee for each in may.payments] == ["World services"]
    assert [str(each.amount) for each in may.owing.voted] == ["90.00"]
    assert sums(june) == ("0.00", "0.00", "10.00")
    assert [str(each.amount) for each in june.paid_of_earlier] == ["90.00"]
    assert (june.payments, june.owing.total) == ((), money("0.00"))


def test_a_vote_that_is_taken_back_takes_its_expense_back(db):
    voted = vote(MAY_9, "90.00").distribution
    Distribution.objects.create(
        voted_on=JUNE_2,
        amount=money("-90.00"),
        plan=voted.plan,
        fund=voted.fund,
        entry=reverse_entry(voted.entry, dated=JUNE_2, posted_by=None),
        reverses=voted,
    )

    may, june = treasurers_report(MAY), treasurers_report(JUNE)

    assert (str(may.owing.total), str(june.owing.total)) == ("90.00", "0.00")
    assert [str(each.amount) for each in june.payments] == ["-90.00"]
    assert sums(june) == ("0.00", "-90.00", "0.00")


def test_money_from_outside_is_owed_and_never_income(db):
    lines = [
        Line(account("1000"), fund(), money("75.00")),
        Line(account("2010"), fund(), -money("75.00")),
    ]
    entry = post_entry(dated=JUNE_2, memo="Outside", lines=lines, posted_by=None)
    OutsideOffer.objects.create(
        offered_on=JUNE_2,
        offered_by="The savings bank",
        amount=money("75.00"),
        account=account("1000"),
        fund=fund(),
        entry=entry,
    )

    report = treasurers_report(JUNE)

    assert sums(report) == ("0.00", "0.00", "0.00")
    assert told(report.money) == [("Checking account", "75.00")]
    assert [(each.to, str(each.amount)) for each in report.owing.returns] == [
        ("The savings bank", "75.00")
    ]


def test_what_each_event_brought_adds_up_to_the_account(db):
    give(JUNE_2, "30.00", source="event", event="Unity Day")
    give(JUNE_2, "4.00", source="event")
    receive(JUNE_2, "60.00", "4200", "Picnic")
    receive(JUNE_2, "12.50", "4300", "Books")

    report = treasurers_report(JUNE)

    assert report.events == (
        Event("Picnic", money("60.00")),
        Event("Unity Day", money("30.00")),
        Event("Events, not named", money("4.00")),
    )
    assert [each.purpose for each in report.other_income] == ["Picnic", "Books"]
    assert sums(report) == ("106.50", "0.00", "106.50")


def test_a_closed_month_reports_as_it_did_when_it_was_open(db):
    group = GroupFactory(number=12, name="Hope")
    waiting = give(MAY_9, "45.00", source="unidentified")
    found = Identification(contribution=waiting, group=group, identified_on=MAY_9)
    identify_contribution(found, identified_by=None)
    give(MAY_9, "5.00", fee=money("0.25"), source="member")
    before = treasurers_report(MAY).as_json()

    closed = ClosedMonth(first_on=MAY.first)
    close_month(closed, today=JUNE.first, closed_by=None)

    assert treasurers_report(MAY).as_json() == {**before, "status": "final"}
