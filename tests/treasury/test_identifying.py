"""Finding out later from whom a contribution came."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tests.factories import GroupFactory, account, fund, money
from treasury.actions.contributions import record_contribution, take_back_contribution
from treasury.actions.identifying import (
    identify_contribution,
    take_back_identification,
)
from treasury.models import ClosedMonth, Contribution, Entry, Identification, Posting
from treasury.reports.soundness import check_books

JUNE_1 = date(2026, 6, 1)
JULY_1 = date(2026, 7, 1)


@pytest.fixture
def waiting(db):
    """$45.00 of 1 June for the reserve, from nobody knows whom."""
    contribution = Contribution(
        received_on=JUNE_1,
        source="unidentified",
        marked="Fri. Hope?",
        amount=money("45.00"),
        account=account("1010"),
        fund=fund("Prudent reserve"),
    )
    record_contribution(contribution, recorded_by=None)
    return contribution


@pytest.fixture
def hope(db):
    return GroupFactory(number=12, name="Friday Hope")


def found(contribution, *, by=None, on=JULY_1, **giver):
    identification = Identification(
        contribution=contribution, identified_on=on, **giver
    )
    identify_contribution(identification, identified_by=by)
    return identification


def lines(entry):
    return list(entry.postings.values_list("account__code", "fund__name", "amount"))


def sound():
    return list(check_books().findings)


def test_identifying_moves_the_amount_to_the_group_and_keeps_the_row(
    waiting, hope, tess
):
    identification = found(waiting, group=hope, by=tess)

    waiting.refresh_from_db()
    assert (waiting.source, waiting.group) == ("unidentified", None)
    assert lines(identification.entry) == [
        ("4090", "Prudent reserve", money("45.00")),
        ("4000", "Prudent reserve", money("-45.00")),
    ]
    assert identification.entry.dated == JULY_1
    assert identification.entry.memo == (
        "Contribution of June 1, 2026 identified: group 12 Friday Hope"
    )


def test_what_is_identified_does_not_wait_any_more(waiting, hope):
    found(waiting, group=hope)

    assert not Contribution.objects.unidentified().exists()


def test_it_may_have_been_a_member(waiting):
    identification = found(waiting, source="member")

    assert lines(identification.entry)[1][0] == "4010"


def test_it_is_identified_once_only(waiting, hope):
    found(waiting, group=hope)

    with pytest.raises(ValidationError, match="does not wait to be identified"):
        found(waiting, source="member")
    assert Identification.objects.count() == 1


@pytest.mark.parametrize(
    ("giver", "sentence"),
    [
        ({"source": "group"}, "Choose the group it came from"),
        ({"source": "unidentified"}, "Choose the group it came from"),
        ({"source": "member", "on": date(2026, 5, 31)}, "before it was received"),
    ],
)
def test_identifying_refuses_with_a_sentence(waiting, giver, sentence):
    with pytest.raises(ValidationError, match=sentence):
        found(waiting, **giver)

    assert Entry.objects.count() == 1


def test_identifying_is_dated_in_an_open_month(waiting, hope):
    ClosedMonth.objects.create(first_on=JUNE_1)

    with pytest.raises(ValidationError, match="June 2026 are closed"):
        found(waiting, group=hope, on=JUNE_1)

    found(waiting, group=hope)
    assert Identification.objects.count() == 1


def test_a_wrong_identification_is_taken_back_and_the_money_waits_again(
    waiting, hope, tess
):
    wrong = found(waiting, group=hope)

    mirror = take_back_identification(wrong, dated=JULY_1, recorded_by=tess)

    assert (mirror.amount, mirror.group, mirror.reverses) == (
        money("-45.00"),
        hope,
        wrong,
    )
    assert Contribution.objects.unidentified().get() == waiting
    found(waiting, source="birthday")
    assert Identification.objects.live().get().source == "birthday"


def test_an_identification_is_taken_back_once_only(waiting, hope):
    wrong = found(waiting, group=hope)
    mirror = take_back_identification(wrong, dated=JULY_1, recorded_by=None)

    for each, sentence in ((wrong, "taken back already"), (mirror, "a correction")):
        with pytest.raises(ValidationError, match=sentence):
            take_back_identification(each, dated=JULY_1, recorded_by=None)


def test_taking_back_a_contribution_takes_back_its_identification_first(waiting, hope):
    found(waiting, group=hope)

    take_back_contribution(waiting, dated=JULY_1, recorded_by=None)

    assert not Identification.objects.live().exists()
    assert not Contribution.objects.unidentified().exists()
    assert sum(Posting.objects.values_list("amount", flat=True)) == 0
    assert {amount for _code, amount in balances()} == {0}


def balances():
    """What each account holds in the end."""
    sums = {}
    for code, amount in Posting.objects.values_list("account__code", "amount"):
        sums[code] = sums.get(code, 0) + amount
    return sums.items()


def test_the_books_stay_sound_when_things_are_identified_and_taken_back(waiting, hope):
    wrong = found(waiting, group=hope)
    take_back_identification(wrong, dated=JULY_1, recorded_by=None)
    found(waiting, source="member")

    assert sound() == []
