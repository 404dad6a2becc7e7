"""Income that is no contribution: literature, interest, tickets."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import BodyFactory, account, fund, money
from treasury.actions.depositing import record_deposit
from treasury.actions.income import record_other_income, take_back_other_income
from treasury.actions.waiting import waiting_to_be_deposited
from treasury.models import ClosedMonth, Deposit, OtherIncome
from treasury.reports.soundness import check_books

JUNE_1 = date(2026, 6, 1)
ADD = reverse("admin:treasury_otherincome_add")
LIST = reverse("admin:treasury_otherincome_changelist")


def sold(amount="384.95", *, kind="4300", into="1000", **values):
    income = OtherIncome(
        received_on=JUNE_1,
        purpose="Literature orders",
        amount=money(amount),
        account=account(kind),
        paid_into=account(into),
        fund=fund(),
        **values,
    )
    record_other_income(income, recorded_by=None)
    return income


def form(**values):
    facts = {
        "received_on": "2026-06-01",
        "purpose": "Tickets for the picnic",
        "amount": "$1,384.95",
        "account": account("4200").pk,
        "paid_into": account("1020").pk,
        "fund": fund().pk,
        "method": "cash",
    }
    return {**facts, **values}


def read(page):
    return page.content.decode()


def test_other_income_has_its_entry_in_the_books(db, tess):
    income = sold()

    lines = income.entry.postings.values_list("account__code", "amount")
    assert sorted(lines) == [("1000", money("384.95")), ("4300", money("-384.95"))]
    assert (income.entry.dated, income.entry.memo) == (
        JUNE_1,
        "Received: Literature orders",
    )
    assert check_books().findings == ()


def test_other_income_is_taken_back_once(db):
    income = sold()

    mirror = take_back_other_income(income, dated=JUNE_1, recorded_by=None)

    assert (mirror.amount, mirror.reverses) == (money("-384.95"), income)
    assert mirror.entry.reverses == income.entry
    assert check_books().findings == ()
    with pytest.raises(ValidationError, match="taken back already"):
        take_back_other_income(income, dated=JUNE_1, recorded_by=None)
    with pytest.raises(ValidationError, match="a correction itself"):
        take_back_other_income(mirror, dated=JUNE_1, recorded_by=None)


@pytest.mark.parametrize("kind", ["4000", "4010", "4020", "4090", "4100"])
def test_what_is_contributed_is_no_other_income(db, kind):
    with pytest.raises(ValidationError, match="recorded under Contributions"):
        sold(kind=kind)

    assert not OtherIncome.objects.exists()


def test_an_expense_account_takes_no_income(db):
    with pytest.raises(ValidationError, match="not a valid choice"):
        sold(kind="5000")


def test_a_currency_without_cents_has_none_here_either(db):
    BodyFactory(currency="JPY")

    with pytest.raises(ValidationError, match="JPY has no cents"):
        sold("384.95")


def test_income_of_a_closed_month_is_refused(db):
    ClosedMonth.objects.create(first_on=JUNE_1)

    with pytest.raises(ValidationError, match="The books of June 2026 are closed"):
        sold()


def test_income_in_hand_waits_to_be_deposited(db):
    income = sold("20.00", into="1010", method="cheque", reference="77")

    (item,) = waiting_to_be_deposited().items
    assert (item.amount, item.came_as, item.reference) == (
        money("20.00"),
        "Check",
        "77",
    )
    deposit = Deposit(deposited_on=JUNE_1, to_account=account("1000"))
    record_deposit(deposit, [income.entry_id], today=JUNE_1, recorded_by=None)
    assert waiting_to_be_deposited().items == ()


def test_the_form_begins_with_today_the_bank_and_the_operating_fund(as_tess):
    page = as_tess.get(ADD)

    initial = page.context["adminform"].form.initial
    assert (initial["paid_into"], initial["fund"]) == (account("1000"), fund())
    assert "Group contributions" not in read(page)
    assert "Literature sales" in read(page)


def test_a_sentence_says_what_was_recorded(as_tess, tess):
    page = as_tess.post(ADD, form(), follow=True)

    told = "Recorded $1,384.95 for “Tickets for the picnic”, into “Cash box”."
    assert told in read(page)
    assert OtherIncome.objects.get().entry.posted_by == tess


def test_income_of_tomorrow_is_refused_beside_its_day(as_tess):
    page = as_tess.post(ADD, form(received_on="2199-01-01"))

    assert "received_on" in page.context["adminform"].form.errors
    assert "Tickets for the picnic" in read(page)


def test_the_list_takes_income_back_and_marks_it(as_tess):
    income = sold()
    chosen = {"action": "take_back", "_selected_action": income.pk, "index": 0}

    page = as_tess.post(LIST, chosen, follow=True)

    told = "Took back $384.95 for “Literature orders”; the first row stays."
    assert told in read(page)
    assert 'class="tag warn">taken back' in read(page)


def test_the_list_reads_as_much_for_many_as_for_one(as_tess):
    sold()
    with CaptureQueriesContext(connection) as one:
        as_tess.get(LIST)
    sold()
    sold()

    with CaptureQueriesContext(connection) as many:
        as_tess.get(LIST)

    assert len(many) == len(one)


def test_a_reviewer_reads_and_records_nothing(client, rae):
    client.force_login(rae)

    assert client.get(LIST).status_code == 200
    assert client.post(ADD, form()).status_code == 403
