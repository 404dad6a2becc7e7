"""What was moved between accounts and between funds."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tests.factories import account, fund, money
from treasury.actions.moving import record_transfer, take_back_transfer
from treasury.models import Transfer
from treasury.reports.soundness import check_books

JUNE_1 = date(2026, 6, 1)


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
    transfer = moved(from_account=account("1010"), to_fund=fund())

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
