"""The yearly limit of a member, told and never enforced."""

from datetime import date

import pytest

from tests.factories import BodyFactory, fund, money
from treasury.actions.contributions import record_contribution, take_back_contribution
from treasury.actions.limits import limit_warning, over_limit
from treasury.models import Contribution, YearlyLimit

JUNE_1 = date(2026, 6, 1)


def given(amount, key="M-0042", on=JUNE_1, **values):
    contribution = Contribution(
        received_on=on,
        source="member",
        contributor=key,
        amount=money(amount),
        fund=fund(),
        **values,
    )
    record_contribution(contribution, recorded_by=None)
    return contribution


def limit(amount="5000.00", on=date(2020, 1, 1), currency="USD"):
    YearlyLimit.objects.create(
        effective_on=on, currency=currency, amount=amount and money(amount)
    )


def told(year=2026):
    return [str(each) for each in over_limit(year)]


def test_without_a_limit_nobody_is_above_it(db):
    contribution = given("9000.00")

    assert (limit_warning(contribution), over_limit(2026)) == ("", ())


def test_what_one_key_gave_in_a_year_is_added_up_and_told(db):
    limit()
    given("3000.00", on=date(2026, 1, 1))
    given("3000.00", key="M-0007")

    last = given("2000.01", on=date(2026, 12, 31), method="paypal", fee=money("1.00"))

    sentence = (
        "M-0042 has given $5,000.01 in 2026; the limit for a member is $5,000.00."
    )
    assert (limit_warning(last), told()) == (sentence, [sentence])


def test_what_is_just_the_limit_is_not_above_it(db):
    limit()

    assert limit_warning(given("5000.00")) == ""


def test_a_year_is_a_year_and_what_was_taken_back_was_not_given(db):
    limit()
    given("3000.00", on=date(2025, 12, 31))
    back = given("3000.00")
    take_back_contribution(back, dated=date(2027, 1, 5), recorded_by=None)

    assert limit_warning(given("3000.00")) == ""
    assert told(2027) == []


def test_a_contribution_without_a_key_is_counted_for_nobody(db):
    limit("10.00")

    assert limit_warning(given("900.00", key="")) == ""
    assert told() == []


@pytest.mark.parametrize(
    ("later", "currency", "warns"),
    [("7500.00", "USD", False), (None, "USD", False), ("7500.00", "CAD", True)],
)
def test_the_limit_of_a_year_is_the_one_in_force_at_its_end(db, later, currency, warns):
    BodyFactory(currency="USD")
    limit()
    limit(later, on=date(2026, 7, 1), currency=currency)

    assert bool(limit_warning(given("6000.00"))) is warns
