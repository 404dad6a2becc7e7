"""Paying a share that was voted: once, from what is owed."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from intergroup.kit.percent import WHOLE
from tests.factories import account, fund, money
from treasury.actions.paying import pay_share, unpaid
from treasury.actions.posting import Line, post_entry
from treasury.actions.spending import take_back_expense
from treasury.models import (
    Distribution,
    DistributionShare,
    Posting,
    SplitPlan,
    SplitShare,
)
from treasury.reports.soundness import check_books

JUNE_1, JUNE_2 = date(2026, 6, 1), date(2026, 6, 2)


@pytest.fixture
def share(db):
    """Ninety dollars voted to the world service office, whole."""
    plan = SplitPlan.objects.create(name="Our plan", effective_on=JUNE_1)
    world = {"recipient": "World services", "account": account("6000")}
    SplitShare.objects.create(plan=plan, percent=WHOLE, **world)
    return DistributionShare.objects.create(
        distribution=voted(plan), percent=WHOLE, amount=money("90.00"), **world
    )


def voted(plan, amount="90.00", **values):
    lines = [
        Line(account("6000"), fund(), money(amount)),
        Line(account("2000"), fund(), -money(amount)),
    ]
    entry = post_entry(dated=JUNE_1, memo="Voted", lines=lines, posted_by=None)
    return Distribution.objects.create(
        voted_on=JUNE_1,
        amount=money(amount),
        plan=plan,
        fund=fund(),
        entry=entry,
        **values,
    )


def pay(share, **values):
    how = {"paid_on": JUNE_2, "paid_from": account("1000"), "method": "transfer"}
    return pay_share(share, recorded_by=None, **{**how, **values})


def held(code):
    amounts = Posting.objects.filter(account__code=code).values_list("amount")
    return sum(amount for (amount,) in amounts)


def test_a_share_that_is_paid_is_owed_no_more(share):
    payment = pay(share)

    assert (payment.payee, payment.amount) == ("World services", money("90.00"))
    assert unpaid(share) == money("0.00")
    assert [held(code) for code in ("2000", "6000", "1000")] == [
        money("0.00"),
        money("90.00"),
        money("-90.00"),
    ]
    assert check_books().findings == ()


def test_a_share_is_paid_once(share):
    pay(share)

    with pytest.raises(ValidationError, match="share is paid already"):
        pay(share)


def test_a_payment_of_a_share_that_is_taken_back_pays_nothing(share):
    payment = pay(share)

    take_back_expense(payment, dated=JUNE_2, recorded_by=None)

    assert unpaid(share) == money("90.00")
    assert pay(share).amount == money("90.00")


def test_a_share_whose_vote_was_taken_back_is_not_paid(share):
    first = share.distribution
    voted(first.plan, amount="-90.00", reverses=first)

    with pytest.raises(ValidationError, match="vote to pass this on was taken back"):
        pay(share)


def test_a_share_is_not_paid_from_money_that_waits_to_be_deposited(share):
    with pytest.raises(ValidationError, match="leaves by a deposit slip"):
        pay(share, paid_from=account("1010"))
