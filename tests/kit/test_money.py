"""Money: whole cents, read as people write it and shown in one way."""

from contextlib import suppress
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.forms import NumberInput
from hypothesis import given
from hypothesis import strategies as st

from intergroup.kit import money

CENTS = st.integers(min_value=-(10**11), max_value=10**11)


@given(CENTS)
def test_cents_come_back_as_they_went(cents):
    assert money.to_cents(money.from_cents(cents)) == cents


@given(CENTS)
def test_what_is_shown_can_be_read_again(cents):
    amount = money.from_cents(cents)

    assert money.parse_money(money.figures(amount), negative=True) == amount
    assert money.parse_money(money.plain(amount), negative=True) == amount


@given(st.text(max_size=20))
def test_any_text_is_an_amount_in_whole_cents_or_a_refusal(text):
    amount = Decimal("0.00")

    with suppress(ValidationError):
        amount = money.parse_money(text, negative=True)

    assert amount.as_tuple().exponent == -2


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1300", "1300.00"),
        ("$1,300.00", "1300.00"),
        ("1 300,50", "1300.50"),
        ("1.300,00", "1300.00"),
        ("€45", "45.00"),
        ("45 USD", "45.00"),
        ("R$ 45,00", "45.00"),
        ("C$45", "45.00"),
        ("+45", "45.00"),
        ("0", "0.00"),
        ("-0.00", "0.00"),
        ("00045", "45.00"),
        ("45.0000", "45.00"),
        ("1,300,000.5", "1300000.50"),
        ("1’300.00", "1300.00"),
        ("1 300.00", "1300.00"),
        ("1\u00a0300\u00a0000,50", "1300000.50"),
        ("1\u2009300", "1300.00"),
        ("  $ 45.00\n", "45.00"),
        ("usd 45", "45.00"),
        ("45€", "45.00"),
        ("$45.00 USD", "45.00"),
        ("US$45", "45.00"),
        ("R45", "45.00"),
    ],
)
def test_parse_money_reads_what_people_write(text, amount):
    assert money.parse_money(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["-45", "−45", "–45", "(45)", "45-", "$-45", "-$45"])
def test_a_sign_is_seen_wherever_it_stands(text):
    assert money.parse_money(text, negative=True) == Decimal("-45.00")

    with pytest.raises(ValidationError, match="is less than zero"):
        money.parse_money(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("12,345.678", "too_precise"),
        ("0.001", "too_precise"),
        ("1.300", "too_precise"),
        ("12.345000", "too_precise"),
        ("1,30,0", "not_money"),
        ("1,,300", "not_money"),
        ("0,001", "not_money"),
        ("012,345", "not_money"),
        ("10\n20", "not_money"),
        ("12 50", "not_money"),
        ("5 0.00", "not_money"),
        ("1 2 3", "not_money"),
        ("1 300’000", "not_money"),
        ("FOO10", "not_money"),
        ("Jan5", "not_money"),
        ("10 XYZ", "not_money"),
        ("-45-", "not_money"),
        ("", "not_money"),
        ("$", "not_money"),
        ("4 5 x", "not_money"),
        ("inf", "not_money"),
        ("1e9", "not_money"),
        ("1_000", "not_money"),
        ("0x1F", "not_money"),
        ("--", "not_money"),
        ("10000000000", "too_large"),
    ],
)
def test_parse_money_refuses_what_cannot_be_right(text, code):
    with pytest.raises(ValidationError) as refused:
        money.parse_money(text)

    assert refused.value.code == code


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [
        ("1300", "", "1,300.00"),
        ("-1300.5", "USD", "−1,300.50"),
        ("0", "USD", "0.00"),
        ("-0.00", "USD", "0.00"),
        ("1300", "JPY", "1,300"),
        ("-7", "JPY", "−7"),
    ],
)
def test_figures_are_made_for_a_column(amount, currency, shown):
    assert money.figures(Decimal(amount), currency) == shown


@pytest.mark.parametrize(
    ("amount", "currency", "said"),
    [
        ("45", "USD", "$45.00"),
        ("-45", "GBP", "−£45.00"),
        ("1300", "JPY", "¥1,300"),
        ("45", "CHF", "CHF 45.00"),
    ],
)
def test_in_words_has_the_symbol(amount, currency, said):
    assert money.in_words(Decimal(amount), currency) == said


def test_no_amount_is_no_figure():
    assert money.figures(None) == ""


def test_a_part_of_a_cent_is_never_stored():
    with pytest.raises(ValueError, match="more than two decimal places"):
        money.to_cents(Decimal("0.001"))


@pytest.mark.parametrize("currency", sorted(money.CURRENCIES))
def test_every_currency_takes_whole_units(currency):
    money.check_places(Decimal("45.00"), currency)

    assert money.in_words(Decimal("45"), currency).count("45") == 1


def test_the_sum_of_nothing_is_zero():
    assert money.total([]) == Decimal("0.00")
    assert money.total([Decimal("0.10"), Decimal("0.20"), Decimal("-0.30")]) == 0


def test_a_box_of_the_admin_reads_a_comma_as_people_mean_it():
    box = money.MoneyField().formfield(widget=NumberInput)

    assert not isinstance(box.widget, NumberInput)
    assert box.clean("12,50") == Decimal("12.50")
