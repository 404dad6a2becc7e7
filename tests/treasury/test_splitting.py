"""The parts of what is passed on add up to it, whatever the amount and the plan."""

from decimal import Decimal
from itertools import pairwise
from random import Random

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import money
from treasury.actions.splitting import Portion, portions, split, split_units

HUNDRED_THOUSAND = range(1, 100_001)  # every amount from 0.01 to 1,000.00


def plan_of(random):
    """A plan of one to six shares that total 100.00 per cent, in hundredths."""
    cuts = sorted(random.sample(range(1, 10_000), random.randint(0, 5)))
    return [b - a for a, b in zip([0, *cuts], [*cuts, 10_000], strict=True)]


@pytest.mark.parametrize("seed", range(10))
def test_every_amount_by_a_hundred_random_plans_adds_up(seed):
    random = Random(seed)  # noqa: S311
    plans = [plan_of(random) for _ in range(10)]

    wrong = [
        (units, plan)
        for plan in plans
        for units in HUNDRED_THOUSAND
        if sum(split_units(units, plan)) != units
    ]

    assert wrong == []


@st.composite
def plans(draw):
    cuts = draw(st.sets(st.integers(1, 9_999), max_size=9))
    ends = [0, *sorted(cuts), 10_000]
    return [Decimal(b - a).scaleb(-2) for a, b in pairwise(ends)]


@given(st.integers(1, 10**12), plans(), st.sampled_from(["0.01", "1"]))
def test_each_part_is_within_one_unit_of_its_exact_share(units, plan, unit):
    unit = Decimal(unit)

    told = portions(units * unit, plan, unit=unit)

    assert sum(each.amount for each in told) == units * unit
    assert all(abs(each.amount - each.exact) < unit for each in told)
    assert all(each.amount % unit == 0 for each in told)


@given(st.integers(1, 10**9), plans())
def test_a_share_that_lost_more_is_never_behind_one_that_lost_less(units, plan):
    told = portions(Decimal(units).scaleb(-2), plan)

    given_one = [(-each.lost, nth) for nth, each in enumerate(told) if each.has_odd]
    given_none = [
        (-each.lost, nth) for nth, each in enumerate(told) if not each.has_odd
    ]
    assert max(given_one, default=(-2, 0)) < min(given_none, default=(2, 0))


@pytest.mark.parametrize(
    ("amount", "percents", "parts"),
    [
        ("1000.00", ["50", "30", "10", "10"], ["500.00", "300.00", "100.00", "100.00"]),
        ("0.01", ["50", "30", "20"], ["0.01", "0.00", "0.00"]),
        ("0.01", ["50", "50"], ["0.01", "0.00"]),
        ("100.00", ["33.34", "33.33", "33.33"], ["33.34", "33.33", "33.33"]),
        ("100.01", ["60", "30", "10"], ["60.01", "30.00", "10.00"]),
        ("0.05", ["30", "30", "40"], ["0.02", "0.01", "0.02"]),
        ("538.02", ["60", "20", "20"], ["322.81", "107.61", "107.60"]),
        ("7.77", ["100"], ["7.77"]),
    ],
)
def test_splits_worked_out_by_hand(amount, percents, parts):
    assert split(money(amount), [money(each) for each in percents]) == [
        money(each) for each in parts
    ]


def test_a_currency_without_cents_is_split_in_whole_units():
    percents = [money("33.34"), money("33.33"), money("33.33")]

    parts = split(money("1000.00"), percents, unit=Decimal(1))

    assert parts == [money("334.00"), money("333.00"), money("333.00")]


def test_a_portion_says_what_it_lost_and_what_it_was_given():
    told = portions(money("0.05"), [money("30"), money("70")])

    assert told == [
        Portion(Decimal("0.015"), money("0.02"), Decimal("0.5"), has_odd=True),
        Portion(Decimal("0.035"), money("0.03"), Decimal("0.5"), has_odd=False),
    ]


@pytest.mark.parametrize(
    ("percents", "sentence"),
    [
        (["60", "39.99"], "These shares total 99.99 %; 0.01 % is still to be given."),
        (["60", "40.01"], "These shares total 100.01 %; that is 0.01 % too much."),
        ([], "These shares total 0.00 %; 100.00 % is still to be given."),
    ],
)
def test_shares_that_do_not_total_a_hundred_are_refused(percents, sentence):
    with pytest.raises(ValidationError) as refused:
        split(money("100.00"), [money(f"{each}") for each in percents])

    assert refused.value.messages == [sentence]


@pytest.mark.parametrize(("amount", "unit"), [("0.00", "0.01"), ("10.50", "1")])
def test_nothing_and_parts_of_a_unit_cannot_be_split(amount, unit):
    with pytest.raises(ValueError, match="not whole units"):
        split(money(amount), [money("100")], unit=Decimal(unit))
