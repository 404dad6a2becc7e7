"""Bills: asked for, approved by those who are not paid, or declined."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tests.factories import MotionFactory, PositionFactory, TermFactory
from tests.treasury.billing import JUNE_2, approve, asked, carried, limit, state
from treasury.actions.bills import decline_bill
from treasury.models import Bill

State = Bill.State


def serving(user, **values):
    """The position that this person holds."""
    return TermFactory(person=user.person, **values).position


def refusal(call):
    with pytest.raises(ValidationError) as refused:
        call()
    return refused.value.messages[0]


@pytest.mark.parametrize(
    ("amount", "needed"), [("199.99", 1), ("200.00", 1), ("200.01", 2)]
)
def test_two_people_approve_above_the_limit_and_one_at_it(db, amount, needed):
    limit("200.00")

    bill = asked(amount, authorised_by=carried())

    assert bill.approvals_needed == needed


def test_without_a_limit_one_person_approves_any_bill(db):
    assert asked("5000.00").approvals_needed == 1


def test_a_limit_set_later_changes_no_bill_that_was_asked_for(db, tess):
    bill = asked("300.00")
    limit("200.00")

    approve(bill, tess)

    assert state(bill) == State.APPROVED


def test_a_bill_above_the_limit_names_a_motion_that_was_carried(db):
    limit("200.00")

    assert (
        refusal(lambda: asked("200.01"))
        == "Above $200.00 a bill needs the motion that authorised it."
    )
    open_motion = MotionFactory(number="06-26-01")
    told = refusal(lambda: asked("200.01", authorised_by=open_motion))
    assert told == "Motion 06-26-01 has not been carried."


def test_one_approval_below_the_limit_may_be_the_treasurers_own(db, tess):
    bill = asked(by=tess)

    approve(bill, tess)

    assert state(bill) == State.APPROVED
    assert "approved already" in refusal(lambda: approve(bill, tess))


def test_above_the_limit_two_different_people_approve(db, tess, cal):
    limit("200.00")
    bill = asked("250.00", authorised_by=carried())

    approve(bill, tess)

    assert state(bill) == State.PARTLY
    assert "another person is needed" in refusal(lambda: approve(bill, tess))
    approve(bill, cal)
    assert state(bill) == State.APPROVED


def test_a_role_that_does_not_approve_cannot(db, reg, rae):
    bill = asked()

    for user in (reg, rae):
        told = refusal(lambda user=user: approve(bill, user))
        assert told == "Your role does not approve bills."
    assert state(bill) == State.REQUESTED


@pytest.mark.parametrize("kind", ["reimbursement", "advance"])
def test_money_to_a_position_says_which_and_is_paid_to_it(db, kind):
    told = refusal(lambda: asked(kind=kind))

    assert told == "Say which position is paid, so that it does not approve it."
    bill = asked(kind=kind, payee="", position=PositionFactory(name="Secretary"))
    assert bill.payee == "Secretary"


def test_who_holds_the_position_that_is_paid_back_does_not_approve(db, sam, cal):
    bill = asked(kind="reimbursement", by=sam, position=serving(sam))

    told = refusal(lambda: approve(bill, sam))

    assert told == "This pays back your own position, so somebody else approves it."
    approve(bill, cal)
    assert state(bill) == State.APPROVED


def test_who_has_just_rotated_out_does_not_approve_what_they_asked_for(db, sam):
    position = serving(sam, began_on=date(2024, 6, 1), ends_on=JUNE_2)
    bill = asked(kind="reimbursement", by=sam, position=position)

    assert "your own position" in refusal(lambda: approve(bill, sam))


def test_who_held_the_position_long_ago_may_approve(db, sam):
    position = serving(sam, began_on=date(2022, 6, 1), ends_on=date(2024, 6, 1))
    bill = asked(kind="reimbursement", position=position)

    approve(bill, sam)

    assert state(bill) == State.APPROVED


def test_a_declined_bill_is_finished(db, cal, tess):
    bill = asked()

    decline_bill(bill, because=" Too many. ", today=JUNE_2, declined_by=cal)

    bill.refresh_from_db()
    assert (bill.declined_because, bill.declined_by) == ("Too many.", cal)
    assert state(bill) == State.DECLINED
    for again in (
        lambda: approve(bill, tess),
        lambda: decline_bill(bill, because="No", today=JUNE_2, declined_by=tess),
    ):
        assert refusal(again) == "This bill was declined; ask for it anew."


def test_a_bill_is_declined_with_a_reason_by_one_who_may(db, cal, rae):
    bill = asked()

    no_reason = {"because": "  ", "today": JUNE_2, "declined_by": cal}
    assert refusal(lambda: decline_bill(bill, **no_reason)) == (
        "Say why, in a few words."
    )
    not_her = {"because": "No", "today": JUNE_2, "declined_by": rae}
    assert "does not decline" in refusal(lambda: decline_bill(bill, **not_her))


def test_a_bill_waits_for_those_who_may_still_approve_it(db, tess, cal, sam, rae):
    limit("200.00")
    small, large = asked(), asked("250.00", authorised_by=carried())
    own = asked(kind="reimbursement", position=serving(sam))
    approve(large, tess)

    waiting = {
        user.person.first_name: set(Bill.objects.waiting_for(user, day=JUNE_2))
        for user in (tess, cal, sam, rae)
    }

    assert waiting == {
        "Tess": {small, own},
        "Cal": {small, large, own},
        "Sam": {small, large},
        "Rae": set(),
    }


def test_what_is_approved_waits_to_be_paid(db, tess):
    approved, waiting = asked(), asked()
    approve(approved, tess)

    assert list(Bill.objects.approved_unpaid()) == [approved]
    assert set(Bill.objects.open()) == {approved, waiting}
