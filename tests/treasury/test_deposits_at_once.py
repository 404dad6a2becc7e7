"""Two treasurers at the same moment: one wins, and the other reads a sentence."""

from threading import Barrier

import pytest
from django.core.exceptions import ValidationError

from tests.kit.test_once_at_once import in_sessions
from tests.treasury.test_deposits import JUNE_9, deposited, given, slip
from treasury.actions.contributions import take_back_contribution
from treasury.actions.depositing import record_deposit, take_back_deposit
from treasury.actions.waiting import waiting_to_be_deposited
from treasury.models import Deposit, DepositItem

__all__ = ["in_sessions"]

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def at_once(*actions):
    """Return functions that begin together, and return the code of their refusal."""
    barrier = Barrier(len(actions))

    def beginning(action):
        def begin():
            barrier.wait(timeout=30)
            try:
                action()
            except ValidationError as error:
                return error.code
            return "done"

        return begin

    return [beginning(action) for action in actions]


def test_the_same_thing_deposited_by_two_at_once_is_on_one_slip(in_sessions):
    entries = [given("20.00").entry_id, given("5.00").entry_id]

    def deposit():
        record_deposit(slip(), entries, today=JUNE_9, recorded_by=None)

    told = in_sessions(*at_once(deposit, deposit))

    assert sorted(told) == ["done", "not_waiting"]
    assert in_sessions(Deposit.objects.count) == [1]
    assert in_sessions(DepositItem.objects.live().count) == [2]


def test_a_deposit_taken_back_by_two_at_once_is_taken_back_once(in_sessions):
    deposit = deposited(given("20.00"))

    def take_back():
        take_back_deposit(deposit, dated=JUNE_9, recorded_by=None)

    told = in_sessions(*at_once(take_back, take_back))

    assert sorted(told) == ["done", "taken_back"]
    assert in_sessions(lambda: waiting_to_be_deposited().total) == [deposit.amount]


def test_what_one_deposits_while_another_takes_it_back_still_adds_up(in_sessions):
    row = given("20.00")

    def deposit():
        record_deposit(slip(), [row.entry_id], today=JUNE_9, recorded_by=None)

    def take_back():
        take_back_contribution(row, dated=JUNE_9, recorded_by=None)

    told = in_sessions(*at_once(deposit, take_back))

    left = {"done": -row.amount, "not_waiting": 0}[told[0]]
    assert told[1] == "done"
    assert in_sessions(lambda: waiting_to_be_deposited().total) == [left]
