"""What the body voted to pass on, in the books and out of them again."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import Error, transaction

from tests.factories import BodyFactory, MotionFactory, account, fund, money
from treasury.actions.distributing import (
    copy_plan,
    take_back_distribution,
    vote_distribution,
)
from treasury.actions.paying import pay_share
from treasury.actions.posting import Line, post_entry
from treasury.actions.spending import take_back_expense
from treasury.models import ClosedMonth, Distribution, Entry, SplitPlan
from treasury.reports.soundness import check_books

JUNE_1, JUNE_9 = date(2026, 6, 1), date(2026, 6, 9)
SHARES = (("World services", "60.00"), ("Area", "30.00"), ("District", "10.00"))


@pytest.fixture
def held(db):
    """1,000.00 in the operating fund."""
    post_entry(
        dated=date(2026, 1, 1),
        memo="Brought forward",
        lines=[
            Line(account("1000"), fund(), money("1000.00")),
            Line(account("3000"), fund(), money("-1000.00")),
        ],
        posted_by=None,
    )


@pytest.fixture
def plan(db):
    return made_plan()


def made_plan(shares=SHARES, **values):
    facts = {"name": "60/30/10", "effective_on": date(2026, 1, 1), **values}
    plan = SplitPlan.objects.create(**facts)
    for recipient, percent in shares:
        plan.shares.create(
            recipient=recipient, account=account("6000"), percent=money(percent)
        )
    return plan


def vote(plan, amount="100.01", **values):
    facts = {"voted_on": JUNE_1, "plan": plan, "fund": fund(), **values}
    distribution = Distribution(amount=money(amount), **facts)
    vote_distribution(distribution, recorded_by=None)
    return distribution


def pay(share, day=JUNE_9):
    return pay_share(
        share,
        paid_on=day,
        paid_from=account("1000"),
        method="transfer",
        recorded_by=None,
    )


def lines(entry):
    return sorted(
        entry.postings.values_list("account__code", "fund__name", "amount"),
    )


def test_what_is_voted_is_spent_at_once_and_owed(held, plan, tess):
    distribution = Distribution(
        voted_on=JUNE_1, amount=money("100.01"), plan=plan, fund=fund()
    )

    vote_distribution(distribution, recorded_by=tess)

    assert lines(distribution.entry) == [
        ("2000", "Operating", money("-100.01")),
        ("6000", "Operating", money("10.00")),
        ("6000", "Operating", money("30.00")),
        ("6000", "Operating", money("60.01")),
    ]
    assert list(distribution.shares.values_list("recipient", "amount")) == [
        ("World services", money("60.01")),
        ("Area", money("30.00")),
        ("District", money("10.00")),
    ]
    assert distribution.entry.posted_by == tess
    assert check_books().findings == ()


def test_a_share_of_less_than_a_cent_has_no_line(held, plan):
    distribution = vote(plan, "0.01")

    assert len(lines(distribution.entry)) == 2
    assert [each.amount for each in distribution.shares.all()] == [
        money("0.01"),
        money("0.00"),
        money("0.00"),
    ]


def test_a_currency_without_cents_is_voted_in_whole_units(held, plan):
    BodyFactory(currency="JPY")

    distribution = vote(plan, "101.00")

    assert [each.amount for each in distribution.shares.all()] == [
        money("61.00"),
        money("30.00"),
        money("10.00"),
    ]
    with pytest.raises(ValidationError, match="JPY has no cents"):
        vote(plan, "100.50")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"amount": "0.00"}, "What is passed on is more than zero."),
        ({"amount": "1000.01"}, "The fund Operating holds $1,000.00. Pass on less"),
        ({"voted_on": date(2025, 12, 31)}, "This plan is in force from Jan. 1, 2026"),
    ],
)
def test_what_cannot_be_voted_is_refused_and_nothing_is_written(
    held, plan, values, sentence
):
    with pytest.raises(ValidationError) as refused:
        vote(plan, **values)

    assert refused.value.messages[0].startswith(sentence)
    assert (Distribution.objects.count(), Entry.objects.count()) == (0, 1)


def test_a_plan_that_is_not_whole_is_refused_in_a_sentence(held):
    plan = made_plan((("Area", "99.99"),))

    with pytest.raises(ValidationError, match=r"total 99\.99 %; 0\.01 % is still"):
        vote(plan)


def test_a_plan_that_is_not_whole_is_refused_by_the_database(held):
    whole, short = made_plan(), made_plan((("Area", "99.99"),), name="Short")
    entry = vote(whole).entry

    with pytest.raises(Error, match="total 100 per cent"), transaction.atomic():
        Distribution.objects.create(
            voted_on=JUNE_1,
            amount=money("5.00"),
            plan=short,
            fund=fund(),
            entry=Entry.objects.exclude(pk=entry.pk).get(),
        )


def test_a_motion_that_was_not_carried_authorises_nothing(held, plan):
    motion = MotionFactory(result="withdrawn")

    with pytest.raises(ValidationError, match="This motion was not carried"):
        vote(plan, motion=motion)


def test_a_closed_month_takes_no_vote(held, plan):
    ClosedMonth.objects.create(first_on=JUNE_1)

    with pytest.raises(ValidationError, match="The books of June 2026 are closed"):
        vote(plan)


def test_the_same_vote_is_recorded_once(held, plan):
    vote(plan)

    with pytest.raises(ValidationError, match="This is recorded already"):
        vote(plan)

    assert Distribution.objects.count() == 1


def test_a_vote_is_taken_back_once_and_may_be_recorded_anew(held, plan):
    first = vote(plan)

    mirror = take_back_distribution(first, dated=JUNE_9, recorded_by=None)

    assert lines(mirror.entry) == sorted(
        (code, name, -amount) for code, name, amount in lines(first.entry)
    )
    with pytest.raises(ValidationError, match="taken back already"):
        take_back_distribution(first, dated=JUNE_9, recorded_by=None)
    with pytest.raises(ValidationError, match="is a correction itself"):
        take_back_distribution(mirror, dated=JUNE_9, recorded_by=None)
    assert vote(plan).pk
    assert check_books().findings == ()


def test_a_vote_of_which_a_share_is_paid_waits_for_that_payment(held, plan):
    distribution = vote(plan)
    payment = pay(distribution.shares.get(recipient="Area"))

    with pytest.raises(ValidationError, match="The share of Area is paid"):
        take_back_distribution(distribution, dated=JUNE_9, recorded_by=None)

    take_back_expense(payment, dated=JUNE_9, recorded_by=None)
    assert take_back_distribution(distribution, dated=JUNE_9, recorded_by=None).pk


def test_what_is_voted_and_paid_is_owed_no_more(held, plan):
    distribution = vote(plan, "100.00")

    for share in distribution.shares.all():
        pay(share)

    booked = account("2000").postings.order_by("pk")
    assert [each.amount for each in booked] == [
        money("-100.00"),
        money("60.00"),
        money("30.00"),
        money("10.00"),
    ]


def test_a_plan_that_was_used_stays_and_its_copy_can_be_written_anew(held, plan):
    vote(plan)

    version = copy_plan(plan, effective_on=date(2026, 7, 1), motion=None)

    with pytest.raises(Error, match="stay once used"), transaction.atomic():
        plan.shares.filter(recipient="Area").update(percent=money("29.00"))
    version.shares.filter(recipient="Area").update(percent=money("40.00"))
    version.shares.filter(recipient="District").delete()
    assert list(version.shares.values_list("recipient", "percent")) == [
        ("World services", money("60.00")),
        ("Area", money("40.00")),
    ]
    with pytest.raises(ValidationError, match="has a version from this day"):
        copy_plan(plan, effective_on=date(2026, 7, 1), motion=None)
