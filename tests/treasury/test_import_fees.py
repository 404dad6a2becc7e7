"""Importing what payment apps write, and rows that speak of no group."""

import pytest

from tests.factories import GroupFactory, money
from tests.treasury.loading import load, row
from treasury.models import Contribution

PAYPAL = "Date,Group,Gross,Fee,Net,Receipt #\n"


def refused(data):
    return [str(each) for each in load(data).refused]


@pytest.mark.parametrize(
    "cells", ["50.00,1.50,48.50", "50.00,-1.50,", "50.00,,48.50", "50.00,1.50,"]
)
def test_a_fee_is_kept_apart_from_the_whole_amount(db, cells):
    load(f"{PAYPAL}2022-01-15,Hope,{cells},R-77")

    contribution = Contribution.objects.get()
    assert (contribution.amount, contribution.fee) == (money("50.00"), money("1.50"))
    lines = contribution.entry.postings.values_list("account__code", "amount")
    assert dict(lines) == {
        "1000": money("48.50"),
        "4090": money("-50.00"),
        "5900": money("1.50"),
    }


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ("50.00,1.50,48.00", "amount, fee and net do not agree."),
        ("50.00,50.00,", "the fee is not a part of the amount."),
        ("50.00,,51.00", "the fee is not a part of the amount."),
        ("50.00,much,", "“much” is not an amount of money."),
    ],
)
def test_a_fee_that_cannot_be_is_refused(db, cells, sentence):
    assert refused(f"{PAYPAL}2022-01-15,Hope,{cells},") == [
        f"Row 2, column Fee: {sentence}"
    ]


def test_a_receipt_number_of_another_book_is_not_ours(db):
    load("Receipt Number,Date,Group,Amount\n903,2022-01-15,Hope,45")

    assert Contribution.objects.get().receipt == "2022-0001"


@pytest.mark.parametrize("heading", ["Source", "Type"])
@pytest.mark.parametrize(
    ("word", "source"),
    [
        ("Birthday", "birthday"),
        ("Meeting basket", "basket"),
        ("Event", "event"),
        ("Member", "member"),
    ],
)
def test_a_row_may_say_what_kind_it_is(db, heading, word, source):
    load(f"Date,Group,{heading},Amount\n2022-01-15,,{word},45")

    contribution = Contribution.objects.get()
    assert (contribution.source, contribution.method, contribution.reference) == (
        source,
        "",
        "",
    )


def test_an_event_keeps_its_name(db):
    load("Date,Group,Source,Amount\n2022-01-15,Spring Picnic,Event,45")

    contribution = Contribution.objects.get()
    assert (contribution.source, contribution.event) == ("event", "Spring Picnic")


def test_a_group_that_is_called_event_is_a_group(db):
    events = GroupFactory(number=7, name="Event")

    assert row("2022-01-15,Event,45").group == events


def test_the_preview_says_methods_in_words(db):
    outcome = load("Date,Group,Amount,Method\n2022-01-15,Hope,45,ck 12")

    assert outcome.differences[0].cells[3:] == ("Check", "12")
