"""What was moved between accounts and between funds."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from tests.factories import account, fund, money
from treasury.actions.moving import record_transfer, take_back_transfer
from treasury.models import Transfer
from treasury.reports.holdings import below_zero, holdings
from treasury.reports.soundness import check_books

JUNE_1 = date(2026, 6, 1)
ADD = reverse("admin:treasury_transfer_add")
LIST = reverse("admin:treasury_transfer_changelist")


def moved(**values):
    facts = {
        "moved_on": JUNE_1,
        "amount": money("100.00"),
        "purpose": "To the reserve",
        "from_account": account("1000"),
        "to_account": account("1000"),
        "from_fund": fund(),
        "to_fund": fund("Prudent reserve"),
    }
    return Transfer(**{**facts, **values})


def lines(entry):
    return sorted(
        entry.postings.values_list("account__code", "fund__name", "amount"),
    )


def test_a_transfer_between_funds_balances_in_each(db):
    transfer = moved()

    record_transfer(transfer, recorded_by=None)

    assert lines(transfer.entry) == [
        ("1000", "Operating", money("-100.00")),
        ("1000", "Prudent reserve", money("100.00")),
        ("3900", "Operating", money("100.00")),
        ("3900", "Prudent reserve", money("-100.00")),
    ]


def test_a_transfer_between_accounts_of_one_fund_has_two_lines(db):
    transfer = moved(from_account=account("1020"), to_fund=fund())

    record_transfer(transfer, recorded_by=None)

    assert transfer.entry.postings.count() == 2


def test_a_transfer_is_taken_back_once_by_the_way_back(db):
    transfer = moved()
    record_transfer(transfer, recorded_by=None)

    back = take_back_transfer(transfer, dated=JUNE_1, recorded_by=None)

    assert (back.from_fund, back.to_fund) == (transfer.to_fund, transfer.from_fund)
    assert back.purpose == "Taken back: To the reserve"
    assert check_books().findings == ()
    with pytest.raises(ValidationError, match="already been reversed"):
        take_back_transfer(transfer, dated=JUNE_1, recorded_by=None)


def test_a_transfer_goes_somewhere(db):
    with pytest.raises(ValidationError, match="another account or another fund"):
        record_transfer(moved(to_fund=fund()), recorded_by=None)


def test_what_takes_a_transfer_back_is_not_taken_back_itself(db):
    transfer = moved()
    record_transfer(transfer, recorded_by=None)
    back = take_back_transfer(transfer, dated=JUNE_1, recorded_by=None)

    with pytest.raises(ValidationError, match="a correction itself"):
        take_back_transfer(back, dated=JUNE_1, recorded_by=None)

    assert (transfer.reversed_by, back.reverses) == (back, transfer)
    assert (transfer.reverses, back.reversed_by) == (None, None)


def test_money_that_waits_to_be_deposited_leaves_by_a_slip_only(db):
    waiting = moved(from_account=account("1010"), to_fund=fund())

    with pytest.raises(ValidationError, match=r"leaves by a deposit slip\.") as refusal:
        record_transfer(waiting, recorded_by=None)

    assert set(refusal.value.error_dict) == {"from_account"}


def form(**values):
    facts = {
        "moved_on": "2026-06-01",
        "amount": "12.00",
        "purpose": "Change for the door",
        "from_account": account("1020").pk,
        "to_account": account("1000").pk,
        "from_fund": fund().pk,
        "to_fund": fund().pk,
    }
    return {**facts, **values}


def test_what_goes_below_zero_is_said_and_not_refused(as_tess):
    page = as_tess.post(ADD, form(), follow=True).content.decode()

    assert Transfer.objects.get().amount == money("12.00")
    assert "Moved $12.00 from “Cash box, Operating” to “Checking account" in page
    assert "This leaves “Cash box” at −$12.00 on June 1, 2026." in page
    assert "This leaves “Operating”" not in page


def test_the_sentence_about_undeposited_money_stands_beside_the_account(as_tess):
    page = as_tess.post(ADD, form(from_account=account("1010").pk))

    errors = page.context["adminform"].form.errors
    assert "leaves by a deposit slip" in errors["from_account"][0]
    assert not Transfer.objects.exists()


def test_a_transfer_cannot_be_of_tomorrow(as_tess):
    page = as_tess.post(ADD, form(moved_on="2199-06-01"))

    assert "has not come yet" in page.content.decode()


def test_the_list_marks_what_was_taken_back(as_tess):
    transfer = moved()
    record_transfer(transfer, recorded_by=None)
    chosen = {"action": "take_back", "_selected_action": transfer.pk, "index": 0}

    page = as_tess.post(LIST, chosen, follow=True).content.decode()
    row = as_tess.get(reverse("admin:treasury_transfer_change", args=[transfer.pk]))

    assert 'class="tag warn">taken back' in page
    assert 'class="tag">takes back' in page
    assert "This was taken back by:" in row.content.decode()


def test_holdings_are_by_account_and_by_fund_at_the_end_of_a_day(db):
    record_transfer(moved(), recorded_by=None)

    held = holdings(JUNE_1)

    reserve = fund("Prudent reserve")
    assert held.accounts[account("1000").pk] == money("0.00")
    assert held.funds == {fund().pk: money("-100.00"), reserve.pk: money("100.00")}
    assert holdings(date(2026, 5, 31)).funds == {}


def test_below_zero_names_only_what_was_asked_for(db):
    record_transfer(moved(), recorded_by=None)

    found = below_zero([account("1000")], [fund(), fund("Prudent reserve")], JUNE_1)

    assert [(each.name, each.amount) for each in found] == [
        ("Operating", money("-100.00"))
    ]
