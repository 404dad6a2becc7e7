"""Bills as the tests ask for them, approve them and pay them."""

from datetime import date

from django.contrib.messages import get_messages
from django.urls import reverse

from intergroup.business.models import Motion
from tests.factories import MotionFactory, account, fund, money
from treasury.actions.bills import approve_bill, request_bill
from treasury.actions.paying import pay_bill
from treasury.models import Bill, Policy

JUNE_1, JUNE_2 = date(2026, 6, 1), date(2026, 6, 2)


def asked(amount="45.00", by=None, **values):
    """A bill for printing, as somebody has asked for it."""
    bill = unsaved(amount, **values)
    request_bill(bill, requested_by=by)
    return bill


def unsaved(amount="45.00", **values):
    facts = {
        "requested_on": JUNE_1,
        "payee": "Copy Shop",
        "purpose": "Meeting lists",
        "amount": money(amount),
        "account": account("5200"),
        "fund": fund(),
    }
    return Bill(**{**facts, **values})


def carried():
    motion = MotionFactory()
    motion.result, motion.decided_at = Motion.Result.CARRIED, motion.meeting
    motion.save()
    return motion


def limit(amount):
    Policy.objects.create(pk=1, approval_limit=money(amount))


def state(bill):
    return Bill.objects.with_state().get(pk=bill.pk).state


def approved(by, amount="45.00", **values):
    """A bill that one person has approved."""
    bill = asked(amount, **values)
    approve(bill, by)
    return bill


def pay(bill, **values):
    """Pay a bill from the bank on the second of June."""
    how = {"paid_on": JUNE_2, "paid_from": account("1000"), "method": "transfer"}
    return pay_bill(bill, recorded_by=None, **{**how, **values})


def check(number, **values):
    """How a bill is paid by a check."""
    return {"method": "cheque", "cheque_number": number, **values}


def approve(bill, *people):
    for each in people:
        approve_bill(bill, today=JUNE_2, approved_by=each)


def page_of(bill, name="bill"):
    """Where the page of a bill is, or another one about it."""
    return reverse(f"treasury:{name}", args=[bill.pk])


def said(response):
    """What the person is told."""
    return [str(each) for each in get_messages(response.wsgi_request)]


def text(response):
    """The page, on one line."""
    return " ".join(response.content.decode().split())
