"""The one door to the ledger."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tests.factories import account, fund, money
from treasury.actions.posting import Line, post_entry, reverse_entry
from treasury.models import Account, ClosedMonth, Entry, Posting

JUNE_1 = date(2026, 6, 1)


def post(*amounts, dated=JUNE_1, by=None):
    lines = [Line(account(code), fund(), money(amount)) for code, amount in amounts]
    return post_entry(dated=dated, memo="Test", lines=lines, posted_by=by)


def test_post_entry_writes_a_numbered_sealed_entry_and_its_lines(db, tess):
    entry = post(("1000", "45.00"), ("4000", "-45.00"), by=tess)

    assert (entry.number, entry.status, entry.posted_by) == (1, "posted", tess)
    assert len(entry.seal) == 64
    assert list(entry.postings.values_list("account__code", "amount", "dated")) == [
        ("1000", money("45.00"), JUNE_1),
        ("4000", money("-45.00"), JUNE_1),
    ]


@pytest.mark.parametrize(
    ("amounts", "code"),
    [
        ([("1000", "45.00")], "one_sided"),
        ([("1000", "0.00"), ("4000", "0.00")], "zero_amount"),
        ([("1000", "45.00"), ("4000", "-44.50")], "unbalanced"),
    ],
)
def test_post_entry_refuses_and_writes_nothing(db, amounts, code):
    with pytest.raises(ValidationError) as refused:
        post(*amounts)

    assert refused.value.code == code
    assert not Entry.objects.exists()


def test_post_entry_says_by_how_much_it_is_out_of_balance(db):
    sentence = r"out of balance by 0\.50 in the fund Operating"

    with pytest.raises(ValidationError, match=sentence):
        post(("1000", "45.00"), ("4000", "-44.50"))


def test_an_entry_balances_in_every_fund_not_only_in_all(db):
    lines = [
        Line(account("1000"), fund(), money("10.00")),
        Line(account("4000"), fund("Literature"), money("-10.00")),
    ]

    with pytest.raises(ValidationError, match="out of balance"):
        post_entry(dated=JUNE_1, memo="Across", lines=lines, posted_by=None)


def test_nothing_is_posted_into_a_closed_month(db):
    ClosedMonth.objects.create(first_on=JUNE_1)

    with pytest.raises(ValidationError, match="books of June 2026 are closed"):
        post(("1000", "45.00"), ("4000", "-45.00"), dated=date(2026, 6, 30))


def test_nothing_is_posted_to_a_closed_account(db):
    bank = account("1000")
    bank.closed_on = JUNE_1
    bank.save()

    with pytest.raises(ValidationError, match="is closed"):
        post(("1000", "45.00"), ("4000", "-45.00"))


def test_reverse_entry_is_the_mirror_image_and_leaves_the_original(db, tess):
    entry = post(("1000", "45.00"), ("4000", "-45.00"))

    mirror = reverse_entry(entry, dated=date(2026, 7, 1), posted_by=tess)

    assert (mirror.reverses, mirror.number) == (entry, 2)
    assert sum(Posting.objects.values_list("amount", flat=True)) == 0


def test_an_entry_is_reversed_once_only(db):
    entry = post(("1000", "45.00"), ("4000", "-45.00"))
    reverse_entry(entry, dated=JUNE_1, posted_by=None)

    with pytest.raises(ValidationError, match="already been reversed"):
        reverse_entry(entry, dated=JUNE_1, posted_by=None)


def test_nothing_enters_an_account_that_was_closed_since_it_was_read(db):
    read_before = account("5000")
    Account.objects.filter(code="5000").update(closed_on=JUNE_1)
    lines = [
        Line(read_before, fund(), money("5.00")),
        Line(account("1000"), fund(), money("-5.00")),
    ]

    with pytest.raises(ValidationError) as refused:
        post_entry(dated=JUNE_1, memo="Test", lines=lines, posted_by=None)

    assert refused.value.code == "closed_account"
    assert not Entry.objects.exists()
