"""A list of what is handed on is made once, and learns who follows."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from service.actions.handing_on import fill_list, give, open_handover, take
from service.models import Handover
from tests.factories import (
    HandoverPointFactory,
    PersonFactory,
    PositionFactory,
    TermFactory,
)
from tests.service.handing_on.world import JULY_1, JUNE_20, handover

JUNE_21 = date(2026, 6, 21)


def leaving(**fields):
    """A term that ends on July 1."""
    return TermFactory(**{"ends_on": JULY_1} | fields)


def following(term, **fields):
    """The term that takes the same seat on the day the other ends."""
    about = {"position": term.position, "seat": term.seat, "began_on": term.ends_on}
    return TermFactory(**about | fields)


def listed(made):
    return list(made.items.values_list("title", "how"))


def test_the_list_is_a_copy_of_the_positions_points_in_their_order(db):
    term = leaving()
    HandoverPointFactory(position=term.position, order=2, title="Keys")
    HandoverPointFactory(position=term.position, order=1, title="Bank", how="Sign.")
    HandoverPointFactory(title="Of another position")

    made = open_handover(term, on=JUNE_20)

    assert (made.from_term, made.to_term, made.opened_on) == (term, None, JUNE_20)
    assert listed(made) == [("Bank", "Sign."), ("Keys", "")]


def test_a_list_is_opened_once(db):
    term = leaving()
    HandoverPointFactory(position=term.position)
    first = open_handover(term, on=JUNE_20)

    again = open_handover(term, on=JUNE_21)

    assert again == first == Handover.objects.get()
    assert (again.opened_on, again.items.count()) == (JUNE_20, 1)


def test_a_list_that_is_there_learns_who_follows(db):
    term = leaving()
    open_handover(term, on=JUNE_20)
    successor = following(term)

    assert open_handover(term, on=JUNE_21).to_term == successor


def test_whoever_comes_in_between_follows_instead(db):
    term = leaving()
    late = following(term, began_on=date(2026, 9, 1))
    before = open_handover(term, on=JUNE_20).to_term

    interim = following(term, ends_on=date(2026, 9, 1), standing="interim")

    assert (before, open_handover(term, on=JUNE_21).to_term) == (late, interim)


def test_what_was_received_stays_with_whoever_received_it(db, tess, gail):
    made = handover(tess.person, titles=("Keys", "Binder"))
    late = following(made.from_term, began_on=date(2026, 9, 1), person=gail.person)
    open_handover(made.from_term, on=JUNE_20)
    take(made.items.first(), by=gail, on=JUNE_20)

    following(made.from_term, ends_on=date(2026, 9, 1), standing="interim")

    assert open_handover(made.from_term, on=JUNE_21).to_term == late


def test_who_only_stands_in_for_somebody_does_not_follow(db):
    term = leaving()
    following(term, standing="acting")

    assert open_handover(term, on=JUNE_20).to_term is None


def test_who_takes_another_seat_does_not_follow(db):
    term = leaving(position=PositionFactory(seats=2))
    following(term, seat=2)

    assert open_handover(term, on=JUNE_20).to_term is None


def test_an_empty_list_is_filled_once_the_position_has_points(db):
    term = leaving()
    open_handover(term, on=JUNE_20)
    HandoverPointFactory(position=term.position, title="Binder")

    assert listed(open_handover(term, on=JUNE_21)) == [("Binder", "")]


def test_a_list_of_its_own_is_not_filled_from_the_positions(db, tess):
    made = handover(tess.person, titles=("Only this time",))
    HandoverPointFactory(position=made.from_term.position, title="Binder")

    now = open_handover(made.from_term, on=JUNE_21)

    assert listed(now) == [("Only this time", "")]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"standing": "acting"}, "stands_in"),
        ({"ends_on": None}, "no_end"),
        ({"began_on": JUNE_21}, "not_begun"),
    ],
)
def test_nothing_is_handed_on_by(db, fields, code):
    with pytest.raises(ValidationError) as refused:
        open_handover(leaving(**fields), on=JUNE_20)

    assert refused.value.code == code
    assert not Handover.objects.exists()


def test_who_serves_on_hands_on_nothing(db):
    term = leaving(person=PersonFactory(first_name="Jo"))
    following(term, person=term.person)

    with pytest.raises(ValidationError, match=r"Jo D\. serves on: nothing"):
        open_handover(term, on=JUNE_20)


def test_an_empty_list_is_filled_with_the_usual_points(db, tess):
    made = fill_list(handover(tess.person, titles=()), by=tess, on=JUNE_20)

    titles = [title for title, _how in listed(made)]
    assert titles[0] == "Bank mandate and signatories"
    assert len(titles) == 6


def test_an_empty_list_is_filled_with_the_points_that_the_position_has(db, cal, tess):
    made = handover(tess.person, titles=())
    HandoverPointFactory(position=made.from_term.position, title="Safe")

    assert listed(fill_list(made, by=cal, on=JUNE_20)) == [("Safe", "")]


def test_a_list_with_something_on_it_is_not_filled(db, tess):
    with pytest.raises(ValidationError) as refused:
        fill_list(handover(tess.person), by=tess, on=JUNE_20)

    assert refused.value.code == "has_a_list"


def test_a_stranger_fills_nothing(db, tess, rae):
    with pytest.raises(ValidationError) as refused:
        fill_list(handover(tess.person, titles=()), by=rae, on=JUNE_20)

    assert refused.value.code == "not_yours"


def test_what_was_given_to_the_body_is_received_by_whoever_follows(db, tess, gail):
    made = handover(tess.person)
    item = give(made.items.get(), by=tess, on=JUNE_20)
    following(made.from_term, person=gail.person)
    open_handover(made.from_term, on=JULY_1)

    item = take(item, by=gail, on=JULY_1)

    assert (item.given_on, item.taken_on) == (JUNE_20, JULY_1)
