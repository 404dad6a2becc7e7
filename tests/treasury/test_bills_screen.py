"""Bills as people meet them: the form that asks for one, and the list."""

import pytest
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
    limit,
    page_of,
    said,
    text,
)
from treasury.models import Bill, RecurringBill

LIST = reverse("admin:treasury_bill_changelist")
ADD = reverse("admin:treasury_bill_add")
State = Bill.State


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


def test_a_recurring_bill_says_when_it_comes_next(as_tess):
    response = as_tess.post(
        reverse("admin:treasury_recurringbill_add"),
        filled_in(next_on="2026-07-01", every_months="1"),
        follow=True,
    )

    assert said(response) == [
        "“Copy Shop: Meeting lists” is asked for next on July 1, 2026."
    ]
