"""Deposits: what waits goes to the bank as one slip, and comes back when taken back."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tests.factories import GroupFactory, account, fund, money
from treasury.actions.contributions import record_contribution, take_back_contribution
from treasury.actions.depositing import record_deposit, take_back_deposit
from treasury.actions.posting import Line, post_entry
from treasury.actions.waiting import waiting_to_be_deposited
from treasury.models import ClosedMonth, Contribution, Deposit
from treasury.reports.soundness import check_books

JUNE_1, JUNE_5, JUNE_9 = date(2026, 6, 1), date(2026, 6, 5), date(2026, 6, 9)


def given(amount, *, day=JUNE_1, method="cash", into="1010", to="Operating", **values):
    facts = {"source": "member", "received_on": day, "method": method, **values}
    contribution = Contribution(
        amount=money(amount), fund=fund(to), account=account(into), **facts
    )
    record_contribution(contribution, recorded_by=None)
    return contribution


def slip(**values):
    facts = {"deposited_on": JUNE_9, "to_account": account("1000"), "reference": "17"}
    return Deposit(**{**facts, **values})


def deposited(*contributions, **values):
    deposit = slip(**values)
    entries = [each.entry_id for each in contributions]
    record_deposit(deposit, entries, today=JUNE_9, recorded_by=None)
    return deposit


def waiting():
    return [each.amount for each in waiting_to_be_deposited().items]


def lines(entry):
    rows = entry.postings.values_list("account__code", "fund__name", "amount")
    return sorted(rows)


def test_what_is_received_waits_and_what_went_to_the_bank_does_not(db):
    given("20.00")
    given("9.00", into="1000")
    given("5.00", day=JUNE_5)

    assert waiting() == [money("20.00"), money("5.00")]
    assert waiting_to_be_deposited().total == money("25.00")


def test_a_slip_is_one_entry_that_moves_the_sum_fund_by_fund(db, tess):
    rows = [given("20.00"), given("5.00"), given("7.00", to="Prudent reserve")]

    deposit = slip()
    entries = [each.entry_id for each in rows]
    record_deposit(deposit, entries, today=JUNE_9, recorded_by=tess)

    assert deposit.amount == money("32.00")
    assert (deposit.entry.dated, deposit.entry.memo) == (JUNE_9, "Deposit 17")
    assert lines(deposit.entry) == [
        ("1000", "Operating", money("25.00")),
        ("1000", "Prudent reserve", money("7.00")),
        ("1010", "Operating", money("-25.00")),
        ("1010", "Prudent reserve", money("-7.00")),
    ]
    assert deposit.recorded_by == deposit.entry.posted_by == tess
    assert waiting() == []
    assert check_books().findings == ()


def test_what_is_left_off_a_slip_waits_for_the_next(db):
    one, _two = given("20.00"), given("5.00")

    deposited(one)

    assert waiting() == [money("5.00")]


def test_a_deposit_may_go_to_the_cash_box(db):
    deposit = deposited(given("20.00"), to_account=account("1020"))

    assert lines(deposit.entry)[1] == ("1020", "Operating", money("20.00"))


def test_the_same_thing_is_deposited_once(db):
    one, two = given("20.00"), given("5.00")
    deposited(one)

    with pytest.raises(ValidationError, match="does not wait any more"):
        deposited(one, two)

    assert Deposit.objects.count() == 1
    assert waiting() == [money("5.00")]


def test_what_is_taken_back_before_its_deposit_is_not_on_the_list(db):
    given("5.00")
    mistake = given("20.00")

    take_back_contribution(mistake, dated=JUNE_5, recorded_by=None)

    assert waiting() == [money("5.00")]
    with pytest.raises(ValidationError, match="does not wait any more"):
        deposited(mistake)


def test_what_is_taken_back_after_its_deposit_lowers_the_next_slip(db):
    mistake = given("20.00")
    deposited(mistake)

    mirror = take_back_contribution(mistake, dated=JUNE_9, recorded_by=None)
    right = given("25.00", day=JUNE_9)

    assert waiting() == [money("-20.00"), money("25.00")]
    assert deposited(mirror, right).amount == money("5.00")
    assert waiting() == []


def test_a_check_that_the_bank_gave_back_is_a_slip_below_zero(db):
    bounced = given("20.00", source="group", group=GroupFactory(), method="cheque")
    deposited(bounced)
    mirror = take_back_contribution(bounced, dated=JUNE_9, recorded_by=None)

    deposit = deposited(mirror, reference="Returned")

    assert lines(deposit.entry) == [
        ("1000", "Operating", money("-20.00")),
        ("1010", "Operating", money("20.00")),
    ]
    assert check_books().findings == ()


def test_a_deposit_that_is_taken_back_sets_its_items_free(db):
    one, two = given("20.00"), given("5.00")
    first = deposited(one, two)

    mirror = take_back_deposit(first, dated=JUNE_9, recorded_by=None)

    assert (mirror.amount, mirror.reverses) == (money("-25.00"), first)
    assert waiting() == [money("20.00"), money("5.00")]
    deposited(one, two, reference="18")
    assert waiting() == []
    assert check_books().findings == ()


def test_a_deposit_is_taken_back_once(db):
    deposit = deposited(given("20.00"))
    mirror = take_back_deposit(deposit, dated=JUNE_9, recorded_by=None)

    with pytest.raises(ValidationError, match="taken back already"):
        take_back_deposit(deposit, dated=JUNE_9, recorded_by=None)
    with pytest.raises(ValidationError, match="a correction itself"):
        take_back_deposit(mirror, dated=JUNE_9, recorded_by=None)


def test_other_entries_in_the_account_wait_too(db):
    lines = [
        Line(account("1010"), fund(), money("3.00")),
        Line(account("5950"), fund(), money("-3.00")),
    ]
    post_entry(dated=JUNE_1, memo="Cash over", lines=lines, posted_by=None)

    assert waiting() == [money("3.00")]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"deposited_on": date(2026, 6, 10)}, "June 10, 2026 has not come yet"),
        ({"deposited_on": JUNE_1}, "is dated June 5, 2026, after it was deposited"),
        ({"to_account": "1010"}, "Choose the account that it is deposited into"),
        ({"to_account": "4000"}, "is not a valid choice"),
    ],
)
def test_a_slip_is_refused_with_a_sentence(db, values, sentence):
    row = given("20.00", day=JUNE_5)
    if "to_account" in values:
        values = {"to_account": account(values["to_account"])}

    with pytest.raises(ValidationError, match=sentence):
        deposited(row, **values)


def test_a_slip_of_nothing_is_refused(db):
    one = given("20.00")
    deposited(one)
    mirror = take_back_contribution(one, dated=JUNE_9, recorded_by=None)
    right = given("20.00", source="group", group=GroupFactory())

    with pytest.raises(ValidationError, match="Choose what is on the slip"):
        deposited()
    with pytest.raises(ValidationError, match="adds up to nothing"):
        deposited(mirror, right)


def test_nothing_is_deposited_into_a_closed_month(db):
    row = given("20.00")
    ClosedMonth.objects.create(first_on=JUNE_1)

    with pytest.raises(ValidationError, match="The books of June 2026 are closed"):
        deposited(row)

    assert waiting() == [money("20.00")]
