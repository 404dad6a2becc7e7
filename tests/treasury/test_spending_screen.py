"""The form for small things that are paid without a bill."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from tests.factories import account, fund
from tests.kit.test_papers import picture
from tests.treasury.billing import approved, check, limit, pay, said, text
from treasury.models import Account, Expense, VoidCheque

ADD = reverse("admin:treasury_expense_add")
LIST = reverse("admin:treasury_expense_changelist")
VOID = reverse("admin:treasury_voidcheque_add")


def filled_in(**values):
    facts = {
        "paid_on": timezone.localdate().isoformat(),
        "payee": "Post office",
        "purpose": "Stamps",
        "amount": "$8.80",
        "account": account("5200").pk,
        "fund": fund().pk,
        "paid_from": account("1020").pk,
    }
    return {**facts, **values}


def errors(response):
    return response.context["adminform"].form.errors


def test_a_small_thing_is_recorded_with_its_receipt(as_tess):
    photo = SimpleUploadedFile("stamps.jpg", picture())

    response = as_tess.post(ADD, filled_in(papers=photo, method="cash"))

    expense = Expense.objects.get()
    assert expense.vouchers.get().name == "stamps.jpg"
    today = date_format(timezone.localdate(), "DATE_FORMAT")
    assert said(response) == [
        "Recorded $8.80 paid to Post office.",
        f"This leaves “Cash box” at −$8.80 on {today}. Is everything recorded?",
    ]


def test_the_form_offers_what_is_spent_and_what_can_pay(as_tess):
    form = as_tess.get(ADD).context["adminform"].form

    kinds = {each.kind for each in form.fields["account"].queryset}
    sources = {each.purpose for each in form.fields["paid_from"].queryset}
    assert kinds == {Account.Kind.EXPENSE}
    assert Account.Purpose.UNDEPOSITED not in sources


@pytest.mark.parametrize(
    ("values", "field", "told"),
    [
        ({"amount": "20.01"}, "amount", "Above $20.00 two people approve what is"),
        ({"method": "cheque"}, "cheque_number", "Enter the number of the check."),
        ({"cheque_number": "3"}, "cheque_number", "Only a check has a check number."),
        ({"account": "2000"}, "account", "Select a valid choice."),
        ({"paid_from": "1010"}, "paid_from", "Select a valid choice."),
    ],
)
def test_what_is_wrong_is_told_beside_it(as_tess, values, field, told):
    limit("20.00")
    if field in ("account", "paid_from"):
        values = {field: account(values[field]).pk}

    response = as_tess.post(ADD, filled_in(**values))

    assert errors(response)[field][0].startswith(told)
    assert "Post office" in text(response)


def test_a_check_number_that_was_used_is_told_beside_it(as_tess, tess):
    pay(approved(tess), **check(101))

    written = {"method": "cheque", "cheque_number": "101"}
    response = as_tess.post(ADD, filled_in(paid_from=account("1000").pk, **written))

    told = {"cheque_number": ["This check number was used already."]}
    assert errors(response) == told


def test_taking_back_a_payment_by_check_says_that_the_check_is_void(as_tess, tess):
    payment = pay(approved(tess), **check(101))

    row = {"action": "take_back", "_selected_action": payment.pk}
    response = as_tess.post(LIST, row)

    assert said(response) == [
        "Took back “2026-06-02 Copy Shop”; its check is void, and the first row stays."
    ]


def test_a_spoiled_check_is_recorded(as_tess, tess):
    day = timezone.localdate().isoformat()
    facts = {"account": account("1000").pk, "voided_on": day, "reason": "Torn"}

    response = as_tess.post(VOID, {**facts, "number": "102"})

    assert said(response) == ["Check 102 is void; its number stays used."]
    assert VoidCheque.objects.get().recorded_by == tess
    pay(approved(tess), **check(103))
    refused = as_tess.post(VOID, {**facts, "number": "103"})
    assert errors(refused)["number"][0].startswith("Check 103 paid Copy Shop.")
