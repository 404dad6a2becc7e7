"""The page of a bill: its story, who may do what, and how it is paid."""

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from tests.factories import TermFactory, account
from tests.treasury.billing import (
    approve,
    approved,
    asked,
    carried,
    check,
    limit,
    page_of,
    pay,
    said,
    state,
    text,
)
from treasury.models import Bill, Expense

LIST = reverse("admin:treasury_bill_changelist")
State = Bill.State


def how(**values):
    facts = {
        "paid_on": timezone.localdate().isoformat(),
        "paid_from": account("1000").pk,
        "method": "cheque",
        "cheque_number": "101",
    }
    return {**facts, **values}


@pytest.fixture
def as_cal(client, cal):
    client.force_login(cal)
    return client


def test_the_page_of_a_bill_tells_its_story(as_tess, tess, cal):
    limit("20.00")
    bill = asked(by=tess, authorised_by=carried())
    approve(bill, tess, cal)
    payment = pay(bill, **check(101))
    as_tess.post(
        reverse("admin:treasury_expense_changelist"),
        {"action": "take_back", "_selected_action": payment.pk},
    )

    response = as_tess.get(page_of(bill))

    story = [each.sentence for each in response.context["story"]]
    assert story[0] == "Tess D. asked for it on June 1, 2026."
    assert "Paid on June 2, 2026 from “Checking account” by check 101." in story
    assert any(each.startswith("Cal D. approved it on ") for each in story)
    assert any(each.endswith("check 101 is void.") for each in story)
    assert response.context["may_pay"]


def test_the_page_of_a_paid_bill_leads_to_its_payment(as_tess, tess):
    bill = approved(tess)
    payment = pay(bill, **check(101))

    page = text(as_tess.get(page_of(bill)))

    address = reverse("admin:treasury_expense_change", args=[payment.pk])
    assert f'<a href="{address}">See the payment</a>' in page


def test_two_people_approve_on_the_page(client, tess, cal):
    limit("20.00")
    bill = asked(authorised_by=carried())
    told = []
    for user in (tess, tess, cal):
        client.force_login(user)
        told += said(client.post(page_of(bill, "bill-approve")))[-1:]

    assert told == [
        "Approved “Copy Shop: Meeting lists”. A second person has to approve it too.",
        "You have approved this bill already; another person is needed.",
        "Approved “Copy Shop: Meeting lists”. It can be paid.",
    ]
    assert state(bill) == State.APPROVED


def test_who_is_paid_back_sees_no_button(as_cal, cal):
    position = TermFactory(person=cal.person).position
    bill = asked(kind="advance", position=position)

    response = as_cal.get(page_of(bill))

    assert "This pays back your own position" in text(response)
    assert not response.context["may_approve"]


def test_a_bill_is_declined_on_its_page_with_a_reason(as_cal):
    bill = asked()

    refused = as_cal.post(page_of(bill, "bill-decline"), {"because": ""})
    as_cal.post(page_of(bill, "bill-decline"), {"because": "Too many"})

    assert "Say why, in a few words." in text(refused)
    assert ": “Too many”" in text(as_cal.get(page_of(bill)))


def test_a_bill_is_paid_on_its_page_by_the_next_check(as_tess, tess):
    pay(approved(tess), **check(100))
    bill = approved(tess)

    form = as_tess.get(page_of(bill, "bill-pay")).context["form"]
    response = as_tess.post(page_of(bill, "bill-pay"), how())

    assert form.initial["cheque_number"] == 101
    today = date_format(timezone.localdate(), "DATE_FORMAT")
    below = f"This leaves “Checking account” at −$90.00 on {today}."
    assert said(response) == [
        "Paid $45.00 to Copy Shop by check 101.",
        f"{below} Is everything recorded?",
    ]
    assert state(bill) == State.PAID


def test_the_check_number_that_was_proposed_is_no_hindrance(as_tess, tess):
    bill = approved(tess)

    as_tess.post(page_of(bill, "bill-pay"), how(method="transfer"))

    payment = Expense.objects.get()
    assert (payment.method, payment.cheque_number) == ("transfer", None)


@pytest.mark.parametrize(
    ("values", "field", "told"),
    [
        ({"cheque_number": ""}, "cheque_number", "Enter the number of the check."),
        ({"cheque_number": "100"}, "cheque_number", "This check number was used"),
        ({"paid_on": "2190-01-01"}, "paid_on", "This day has not come yet."),
        ({"paid_from": ""}, "paid_from", "This field is required."),
    ],
)
def test_what_is_wrong_with_a_payment_is_told_beside_it(
    as_tess, tess, values, field, told
):
    pay(approved(tess), **check(100))

    response = as_tess.post(page_of(approved(tess), "bill-pay"), how(**values))

    assert response.context["form"].errors[field][0].startswith(told)


def test_a_bill_that_waits_cannot_be_paid_by_its_address(as_tess):
    bill = asked()

    assert as_tess.get(page_of(bill, "bill-pay")).url == page_of(bill)
    response = as_tess.post(page_of(bill, "bill-pay"), how())
    assert "This bill is not approved yet." in text(response)


def test_the_same_form_pays_once(as_tess, tess):
    bill = approved(tess)
    page = as_tess.get(page_of(bill, "bill-pay"))
    token = text(page).partition('name="_once" value="')[2].partition('"')[0]

    for _twice in range(2):
        response = as_tess.post(page_of(bill, "bill-pay"), how(_once=token))

    assert said(response)[-1].startswith("This was recorded already")
    assert Expense.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("bill", {"tess": 200, "cal": 200, "sam": 200, "rae": 200, "reg": 403}),
        ("bill-approve", {"tess": 302, "cal": 302, "rae": 403, "gail": 403}),
        ("bill-decline", {"cal": 200, "rae": 403, "reg": 403}),
        ("bill-pay", {"tess": 200, "cal": 403, "sam": 403, "rae": 403}),
        ("bill-papers", {"tess": 200, "cal": 200, "rae": 403, "reg": 403}),
    ],
)
def test_each_page_is_for_those_who_may(db, request, client, name, who):
    bill = asked()
    send = client.get if name == "bill" else client.post
    for person, status in who.items():
        client.force_login(request.getfixturevalue(person))
        assert send(page_of(bill, name)).status_code == status, person

    client.logout()
    assert client.get(page_of(bill)).status_code == 302


def test_a_bill_that_is_not_there_is_not_found(as_tess):
    for name in ("bill", "bill-pay", "bill-papers", "bill-approve", "bill-decline"):
        address = reverse(f"treasury:{name}", args=[7])
        send = as_tess.get if name == "bill" else as_tess.post
        assert send(address).status_code == 404


def test_the_list_leads_to_the_page_of_a_bill(as_tess):
    bill = asked()

    row = as_tess.get(reverse("admin:treasury_bill_change", args=[bill.pk]))
    odd = as_tess.get(reverse("admin:treasury_bill_change", args=["odd"]))

    assert row.url == page_of(bill)
    assert (odd.status_code, odd.url) == (302, reverse("admin:index"))


def test_the_chair_pays_nothing_and_sees_no_contribution(as_cal):
    assert as_cal.get(LIST).status_code == 200
    assert as_cal.get(reverse("admin:treasury_expense_add")).status_code == 403
    contributions = reverse("admin:treasury_contribution_changelist")
    assert as_cal.get(contributions).status_code == 403
