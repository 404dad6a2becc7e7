"""Bills as people meet them: the list, the form, the page, the payment."""

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.factories import TermFactory, account, fund, money
from tests.kit.test_papers import picture
from tests.treasury.billing import (
    approve,
    approved,
    asked,
    carried,
    check,
    limit,
    pay,
    state,
)
from treasury.models import Bill, Expense, RecurringBill

LIST = reverse("admin:treasury_bill_changelist")
ADD = reverse("admin:treasury_bill_add")
State = Bill.State


def page_of(bill, name="bill"):
    return reverse(f"treasury:{name}", args=[bill.pk])


def filled_in(**values):
    facts = {
        "kind": "bill",
        "payee": "Copy Shop",
        "purpose": "Meeting lists",
        "amount": "$45.00",
        "account": account("5200").pk,
        "fund": fund().pk,
    }
    return {**facts, **values}


def how(**values):
    facts = {
        "paid_on": timezone.localdate().isoformat(),
        "paid_from": account("1000").pk,
        "method": "cheque",
        "cheque_number": "101",
    }
    return {**facts, **values}


def said(response):
    return [str(each) for each in get_messages(response.wsgi_request)]


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def as_cal(client, cal):
    client.force_login(cal)
    return client


def test_a_bill_is_asked_for_with_its_photo_in_one_form(as_tess, tess):
    photo = SimpleUploadedFile("bill.jpg", picture())

    response = as_tess.post(ADD, filled_in(papers=photo))

    bill = Bill.objects.get()
    assert (response.url, bill.requested_by) == (page_of(bill), tess)
    assert said(response) == ["Asked for $45.00 for Copy Shop. One person approves it."]
    assert bill.vouchers.get().kind == "image/jpeg"


def test_a_paper_that_is_refused_is_told_beside_it_and_nothing_typed_is_lost(as_tess):
    page = SimpleUploadedFile("bill.pdf", b"<html>")

    response = as_tess.post(ADD, filled_in(papers=page))

    assert not Bill.objects.exists()
    assert response.context["adminform"].form.errors == {
        "papers": [
            "“bill.pdf” is no PDF, JPEG or PNG. Take a photo of it, or print it to PDF."
        ]
    }
    assert 'value="Copy Shop"' in text(response)


def test_a_file_too_large_to_be_read_does_not_pass_for_none(as_tess):
    huge = SimpleUploadedFile("bill.pdf", b"%PDF-" + bytes(21 * 1024 * 1024))

    response = as_tess.post(ADD, filled_in(papers=huge))

    assert not Bill.objects.exists()
    assert "The files are larger than 20 MB together." in text(response)


def test_the_form_of_a_large_bill_asks_for_the_motion(as_tess):
    limit("20.00")

    refused = as_tess.post(ADD, filled_in())
    response = as_tess.post(ADD, filled_in(authorised_by=carried().pk))

    assert "Above $20.00 two people approve, and the motion is named." in text(refused)
    assert "Above $20.00 a bill needs the motion that authorised it." in text(refused)
    assert said(response)[-1].endswith("Two different people approve it.")


def test_what_waits_for_the_one_who_looks_stands_on_top(as_cal, cal, tess):
    limit("20.00")
    motion = carried()
    waits = asked(purpose="Waits", authorised_by=motion)
    approve(waits, tess)
    position = TermFactory(person=cal.person).position
    asked("5.00", purpose="Own", kind="reimbursement", position=position)
    done = asked(purpose="Given", authorised_by=motion)
    approve(done, cal)

    rows = list(as_cal.get(LIST).context["cl"].result_list)

    assert [(each.purpose, each.waits_for_me) for each in rows] == [
        ("Waits", True),
        ("Given", False),
        ("Own", False),
    ]
    mine = as_cal.get(LIST, {"state": "mine"}).context["cl"].result_list
    assert list(mine) == [waits]


@pytest.mark.parametrize("state", [*State.values, "mine", "nonsense"])
def test_the_list_is_filtered_by_state(as_tess, tess, state):
    approved(tess)

    response = as_tess.get(LIST, {"state": state})

    assert len(response.context["cl"].result_list) == (state == State.APPROVED)


def test_the_list_of_bills_reads_as_often_for_one_row_as_for_three(as_tess):
    counts = []
    for _more in range(2):
        asked()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            as_tess.get(LIST)
        counts.append(len(queries))
        asked()

    assert counts[0] == counts[1]


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
    assert any(
        each.startswith("Cal D. approved it") and today in each for each in story
    )
    assert any(each.endswith("check 101 is void.") for each in story)
    assert response.context["may_pay"]


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
    assert said(response) == [
        "Paid $45.00 to Copy Shop by check 101.",
        "“Checking account” is $90.00 below zero now. Is everything recorded?",
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


def test_the_chair_pays_nothing_and_sees_no_contribution(as_cal):
    assert as_cal.get(LIST).status_code == 200
    assert as_cal.get(reverse("admin:treasury_expense_add")).status_code == 403
    contributions = reverse("admin:treasury_contribution_changelist")
    assert as_cal.get(contributions).status_code == 403


def test_recurring_bills_are_asked_for_by_a_button(as_tess):
    facts = {"payee": "St. Mark’s", "purpose": "Rent", "amount": money("60.00")}
    where = {"account": account("5000"), "fund": fund()}
    today = timezone.localdate()
    RecurringBill.objects.create(next_on=today, **facts, **where)
    address = reverse("treasury:bills-recurring")

    assert "St. Mark’s" in text(as_tess.get(address))
    response = as_tess.post(address)

    assert said(response) == ["Asked for 1 bill."]
    assert "No recurring bill has come." in text(as_tess.get(address))
