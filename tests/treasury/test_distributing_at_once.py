"""Two treasurers at the same moment pass on, take back, pay, and write a budget."""

from datetime import date

import pytest

from tests.factories import account, money
from tests.kit.test_once_at_once import in_sessions
from tests.treasury.test_deposits_at_once import at_once
from tests.treasury.test_distributing import JUNE_9, held, pay, plan, vote
from treasury.actions.budgeting import Planned, write_lines
from treasury.actions.distributing import take_back_distribution
from treasury.models import Budget, Distribution, Expense

__all__ = ["held", "in_sessions", "plan"]

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_the_same_vote_of_two_at_once_is_recorded_once(in_sessions, held, plan):
    told = in_sessions(*at_once(lambda: vote(plan), lambda: vote(plan)))

    assert sorted(told) == ["done", "voted_already"]
    assert in_sessions(Distribution.objects.count) == [1]


def test_a_vote_taken_back_by_two_at_once_is_taken_back_once(in_sessions, held, plan):
    distribution = vote(plan)

    def take_back():
        take_back_distribution(distribution, dated=JUNE_9, recorded_by=None)

    told = in_sessions(*at_once(take_back, take_back))

    assert sorted(told) == ["done", "taken_back"]


def test_a_share_is_paid_or_its_vote_is_taken_back_and_never_both(
    in_sessions, held, plan
):
    distribution = vote(plan)
    share = distribution.shares.get(recipient="Area")

    def take_back():
        take_back_distribution(distribution, dated=JUNE_9, recorded_by=None)

    told = in_sessions(*at_once(lambda: pay(share), take_back))

    assert tuple(told) in {("done", "share_paid"), ("voted_back", "done")}
    paid = in_sessions(Expense.objects.count)
    assert paid == [1 if told[0] == "done" else 0]


def test_lines_written_by_two_at_once_are_those_of_one(in_sessions, db):
    budget = Budget.objects.create(begins_on=date(2026, 1, 1))
    rent = account("5000")

    def write(amount):
        planned = {rent: Planned(money(amount))}
        return lambda: write_lines(budget, planned, committee=None, seen={})

    told = in_sessions(*at_once(write("100.00"), write("200.00")))

    assert sorted(told) == ["done", "written_meanwhile"]
    (amount,) = in_sessions(lambda: budget.lines.get().amount)
    assert amount == money("100.00" if told[0] == "done" else "200.00")
