"""Contributions and their books."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tests.factories import BodyFactory, GroupFactory, account, fund, money
from treasury.actions.contributions import record_contribution, take_back_contribution
from treasury.models import ClosedMonth, Contribution, Entry, Posting

JUNE_1 = date(2026, 6, 1)
JULY_1 = date(2026, 7, 1)


def given(amount="45.00", group=None, source="group", **values):
    facts = {
        "received_on": JUNE_1,
        "fund": fund(),
        "account": account("1000"),
        **values,
    }
    return Contribution(amount=money(amount), group=group, source=source, **facts)


def test_record_contribution_saves_it_with_its_entry(db, tess):
    contribution = given(group=GroupFactory(number=12, name="Friday Hope"))

    record_contribution(contribution, recorded_by=tess)

    assert contribution.entry.memo == "Contribution from group 12 Friday Hope"
    assert list(contribution.entry.postings.values_list("account__code", "amount")) == [
        ("1000", money("45.00")),
        ("4000", money("-45.00")),
    ]


@pytest.mark.parametrize(
    ("source", "code", "memo"),
    [
        ("member", "4010", "Contribution from a member"),
        ("unidentified", "4090", "Contribution not yet identified"),
    ],
)
def test_what_has_no_group_goes_to_its_own_income_account(db, source, code, memo):
    contribution = given(source=source)

    record_contribution(contribution, recorded_by=None)

    assert contribution.entry.memo == memo
    assert contribution.entry.postings.filter(account__code=code).exists()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"amount": "0.00", "source": "member"}, "more than zero"),
        ({"amount": "-5.00", "source": "member"}, "more than zero"),
        ({"source": "group"}, "Choose the group it came from"),
    ],
)
def test_record_contribution_refuses_with_a_sentence(db, values, sentence):
    with pytest.raises(ValidationError, match=sentence):
        record_contribution(given(**values), recorded_by=None)

    assert not Entry.objects.exists()


def test_a_currency_without_cents_takes_no_cents(db):
    BodyFactory(currency="JPY")

    with pytest.raises(ValidationError, match="JPY has no cents"):
        record_contribution(given("45.50", source="member"), recorded_by=None)


def test_a_contribution_is_taken_back_by_a_row_below_zero(db, tess):
    contribution = given(group=GroupFactory())
    record_contribution(contribution, recorded_by=tess)

    mirror = take_back_contribution(contribution, dated=JULY_1, recorded_by=tess)

    contribution.refresh_from_db()
    assert (mirror.amount, mirror.reverses) == (money("-45.00"), contribution)
    assert contribution.amount == money("45.00")
    assert sum(Posting.objects.values_list("amount", flat=True)) == 0


def test_a_contribution_is_taken_back_once_only(db):
    contribution = given(source="member")
    record_contribution(contribution, recorded_by=None)
    mirror = take_back_contribution(contribution, dated=JULY_1, recorded_by=None)

    with pytest.raises(ValidationError, match="taken back already"):
        take_back_contribution(contribution, dated=JULY_1, recorded_by=None)
    with pytest.raises(ValidationError, match="a correction itself"):
        take_back_contribution(mirror, dated=JULY_1, recorded_by=None)


def test_a_correction_of_a_closed_month_is_dated_in_an_open_one(db):
    contribution = given(source="member")
    record_contribution(contribution, recorded_by=None)
    ClosedMonth.objects.create(first_on=JUNE_1)

    with pytest.raises(ValidationError, match="June 2026 are closed"):
        take_back_contribution(contribution, dated=JUNE_1, recorded_by=None)

    take_back_contribution(contribution, dated=JULY_1, recorded_by=None)
    assert Contribution.objects.count() == 2
