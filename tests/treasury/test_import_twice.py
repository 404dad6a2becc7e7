"""The same contribution in two files that head their columns differently."""

from datetime import date

import pytest

from tests.factories import GroupFactory, money
from tests.treasury.loading import load
from treasury.actions.contributions import record_contribution
from treasury.models import Contribution

BY_NAME = "Date,Group,Amount,Method,Check #\n"


@pytest.fixture(autouse=True)
def hope(db):
    return GroupFactory(number=12, name="Friday Hope")


def counts(data):
    outcome = load(data)
    return outcome.created, outcome.unchanged


def test_the_same_row_by_name_and_by_number_is_one(db):
    load(f"{BY_NAME}2022-01-15,Friday Hope,45,Check,1234")

    other = "Number,Amount,Date,Method,Ref\n12,$45.00,1/15/22,ck,1234"

    assert counts(other) == (0, 1)
    assert Contribution.objects.count() == 1


def test_two_equal_rows_are_two_in_every_file(db):
    twice = "2022-01-15,Friday Hope,45,Cash,\n" * 2
    load(BY_NAME + twice)

    thrice = "12,45,1/15/22,cash\n" * 3

    assert counts("Number,Amount,Date,Method\n" + thrice) == (1, 2)
    assert Contribution.objects.count() == 3


@pytest.mark.parametrize(
    "other", ["12,45.01,1/15/22,ck", "12,45,1/16/22,ck", "12,45,1/15/22,cash"]
)
def test_what_means_something_else_is_another(db, other):
    load(f"{BY_NAME}2022-01-15,Friday Hope,45,Check,")

    assert counts(f"Number,Amount,Date,Method\n{other}") == (1, 0)


def test_a_row_by_hand_is_not_mistaken_for_one_of_a_file(db, hope):
    by_hand = Contribution(
        received_on=date(2022, 1, 15),
        group=hope,
        amount=money("45.00"),
        method="cheque",
    )
    record_contribution(by_hand, recorded_by=None)

    assert counts(f"{BY_NAME}2022-01-15,Friday Hope,45,Check,") == (1, 0)


def test_a_renamed_group_is_known_by_the_words_of_the_file(db, hope):
    load(f"{BY_NAME}2022-01-15,Friday Hope,45,Check,")
    hope.name = "Saturday Hope"
    hope.save()

    again = f"{BY_NAME}2022-01-15,Friday Hope,45,Check,\n2022-01-16,12,5,Cash,"

    assert counts(again) == (1, 1)
