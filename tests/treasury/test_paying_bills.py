"""Paying what was approved: once, by the next check, and void when taken back."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories import CommitteeFactory, account, money
from tests.treasury.billing import (
    JUNE_1,
    JUNE_2,
    approve,
    approved,
    asked,
    carried,
    check,
    limit,
    pay,
    state,
    unsaved,
)
from treasury.actions.bills import decline_bill
from treasury.actions.paying import next_cheque_number, void_cheque
from treasury.actions.spending import record_expense, take_back_expense
from treasury.models import Account, Bill, Expense, VoidCheque
from treasury.reports.soundness import check_books

State = Bill.State


def void(number, code="1000"):
    cheque = VoidCheque(
        account=account(code), number=number, voided_on=JUNE_2, reason="Torn"
    )
    void_cheque(cheque, recorded_by=None)


def refusal(call):
    with pytest.raises(ValidationError) as refused:
        call()
    return refused.value.messages[0]


def test_a_bill_that_is_approved_is_paid_as_it_was_asked_for(db, tess):
    committee, motion = CommitteeFactory(), carried()
    bill = approved(tess, committee=committee, authorised_by=motion)

    payment = pay(bill, reference="Order 12")

    paid = ("Copy Shop", "Meeting lists", money("45.00"), committee, motion)
    assert paid == (
        payment.payee,
        payment.purpose,
        payment.amount,
        payment.committee,
        payment.authorised_by,
    )
    assert state(bill) == State.PAID
    assert check_books().findings == ()


def test_a_bill_that_waits_or_is_declined_is_not_paid(db, tess):
    limit("20.00")
    bill = asked(authorised_by=carried())

    assert refusal(lambda: pay(bill)) == "This bill is not approved yet."
    approve(bill, tess)
    assert refusal(lambda: pay(bill)) == "This bill is not approved yet."
    decline_bill(bill, because="Too many", today=JUNE_2, declined_by=tess)
    assert refusal(lambda: pay(bill)) == "This bill was declined; ask for it anew."


def test_a_bill_whose_account_was_closed_since_is_asked_for_anew(db, tess):
    bill = approved(tess)
    Account.objects.filter(code="5200").update(closed_on=JUNE_2)

    told = refusal(lambda: pay(bill))

    assert told == (
        "“5200 Printing and postage” is closed; decline the bill and ask for it anew."
    )


def test_a_bill_is_paid_once(db, tess):
    bill = approved(tess)
    pay(bill)

    assert refusal(lambda: pay(bill)) == "This bill is paid already."
    no = {"because": "No", "today": JUNE_2, "declined_by": tess}
    assert refusal(lambda: decline_bill(bill, **no)) == "This bill is paid already."


def test_money_that_waits_to_be_deposited_pays_nothing(db, tess):
    bill = approved(tess)

    told = refusal(lambda: pay(bill, paid_from=account("1010")))

    assert told == (
        "Money that waits to be deposited leaves by a deposit slip; "
        "pay it from the bank or the cash box."
    )


def test_a_check_has_a_number_and_nothing_else_has_one(db, tess):
    bill = approved(tess)

    assert refusal(lambda: pay(bill, **check(None))) == (
        "Enter the number of the check."
    )
    assert refusal(lambda: pay(bill, cheque_number=7)) == (
        "Only a check has a check number."
    )


def test_the_next_check_of_each_account_is_known(db, tess):
    pay(approved(tess), **check(101))
    void(102)

    assert next_cheque_number(account("1000")) == 103
    assert next_cheque_number(account("1020")) is None


def test_a_check_number_is_used_once_in_each_account(db, tess):
    first, second = approved(tess), approved(tess)
    pay(first, **check(101))

    told = refusal(lambda: pay(second, **check(101)))

    assert told == "This check number was used already."
    assert pay(second, **check(101, paid_from=account("1040"))).cheque_number == 101


def test_a_spoiled_check_pays_nothing_and_a_used_one_is_not_spoiled(db, tess):
    void(101)
    pay(approved(tess), **check(102))

    assert refusal(lambda: pay(approved(tess), **check(101))) == (
        "Check 101 is void. Take the next one."
    )
    assert refusal(lambda: void(102)) == (
        "Check 102 paid Copy Shop. Take back that payment instead."
    )
    assert refusal(lambda: void(101)) == "This check number is void already."


def test_a_payment_that_is_taken_back_keeps_its_number_and_leaves_the_bill(db, tess):
    bill = approved(tess)
    payment = pay(bill, **check(101))

    mirror = take_back_expense(payment, dated=JUNE_2, recorded_by=tess)

    assert (mirror.cheque_number, mirror.bill) == (101, bill)
    assert state(bill) == State.APPROVED
    assert refusal(lambda: pay(bill, **check(101))) == (
        "This check number was used already."
    )
    assert pay(bill, **check(102)).cheque_number == 102
    assert state(bill) == State.PAID


def small(amount, **values):
    bill = unsaved(amount)
    names = ("payee", "purpose", "amount", "account", "fund")
    facts = {name: getattr(bill, name) for name in names}
    source = account("1020")
    return Expense(paid_on=JUNE_1, paid_from=source, **facts, **values)


def test_a_small_thing_is_paid_without_a_bill_and_a_large_one_is_not(db):
    limit("200.00")

    record_expense(small("200.00"), recorded_by=None)

    with pytest.raises(ValidationError) as refused:
        record_expense(small("200.01"), recorded_by=None)
    told = refused.value.message_dict["amount"][0]
    assert told.startswith("Above $200.00 two people approve what is paid")


def test_a_bill_is_not_paid_past_its_approvals(db, tess):
    expense = small("5.00", bill=asked())

    with pytest.raises(ValueError, match=r"paying\.py"):
        record_expense(expense, recorded_by=tess)
