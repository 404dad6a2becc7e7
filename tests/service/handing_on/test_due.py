"""Hand-overs open by themselves, in time and not before."""

from datetime import date

import pytest

from service.actions.handing_on import Opened, give, open_due, write_notes
from service.actions.terms import begin_term, end_term
from service.models import Handover, Policy, Term
from tests.factories import (
    HandoverItemFactory,
    HandoverPointFactory,
    PersonFactory,
    PositionFactory,
    TermFactory,
)
from tests.service.handing_on.world import JULY_1, JUNE_20, handover


def opened(today):
    return [each.from_term for each in open_due(today).opened]


@pytest.mark.parametrize(
    ("today", "is_due"),
    [
        (date(2026, 5, 30), False),  # the last day is June 30, 31 days away
        (date(2026, 5, 31), True),
        (date(2026, 7, 30), True),
        (date(2026, 7, 31), False),
    ],
)
def test_a_term_is_due_within_so_many_days_of_its_last(db, today, is_due):
    term = TermFactory(ends_on=JULY_1)

    assert opened(today) == ([term] if is_due else [])


def test_how_many_days_is_for_the_body_to_say(db):
    Policy.objects.create(pk=1, handover_days=60)
    term = TermFactory(ends_on=JULY_1)

    assert opened(date(2026, 5, 1)) == [term]


@pytest.mark.parametrize(
    ("today", "is_due"),
    [
        (date(2026, 8, 1), False),  # ended a month ago; somebody begins in 31 days
        (date(2026, 8, 2), True),
        (date(2026, 9, 1), True),
    ],
)
def test_a_term_is_due_when_somebody_follows_soon(db, today, is_due):
    term = TermFactory(ends_on=JULY_1)
    TermFactory(position=term.position, began_on=date(2026, 9, 1))

    assert opened(today) == ([term] if is_due else [])


@pytest.mark.parametrize(
    ("today", "is_due"), [(JULY_1, True), (date(2026, 7, 2), False)]
)
def test_a_term_that_ended_half_a_year_ago_is_not_looked_for(db, today, is_due):
    term = TermFactory(ends_on=date(2026, 1, 2))
    TermFactory(position=term.position, began_on=date(2026, 7, 10))

    assert opened(today) == ([term] if is_due else [])


@pytest.mark.parametrize(
    "fields",
    [
        {"ends_on": None},
        {"standing": "acting"},
        {"began_on": date(2026, 6, 21)},
    ],
)
def test_nothing_is_due_of(db, fields):
    TermFactory(**{"ends_on": JULY_1} | fields)

    assert open_due(JUNE_20) == Opened()


def test_who_serves_on_is_not_asked_to_hand_on(db):
    term = TermFactory(ends_on=JULY_1)
    TermFactory(position=term.position, person=term.person, began_on=JULY_1)

    assert open_due(JUNE_20) == Opened()


def test_again_does_nothing_more(db):
    TermFactory(ends_on=JULY_1)
    open_due(JUNE_20)

    assert open_due(JUNE_20) == Opened()


def test_a_term_left_early_is_found_the_next_night(db):
    term = TermFactory(ends_on=date(2027, 1, 1))
    end_term(term, on=JUNE_20, ended=Term.Ended.STEPPED_DOWN)

    assert opened(JUNE_20) == [term]


def test_an_alternate_who_stepped_up_receives_from_whoever_left(db):
    chair = PositionFactory(name="Chair")
    left = end_term(TermFactory(position=chair), on=JUNE_20)
    up = begin_term(
        Term(
            position=chair,
            person=PersonFactory(),
            began_on=JUNE_20,
            filled=Term.Filled.STEPPED_UP,
        ),
        recorded_by=None,
    )

    (made,) = open_due(JUNE_20).opened

    assert (made.from_term, made.to_term) == (left, up)


def test_a_list_that_is_open_learns_who_follows(db):
    term = TermFactory(ends_on=JULY_1)
    open_due(JUNE_20)
    successor = TermFactory(position=term.position, began_on=JULY_1)

    done = open_due(JUNE_20)

    assert [each.to_term for each in done.followed] == [successor]
    assert (done.opened, done.put_away) == ((), ())


def test_an_interim_is_put_between_the_two(db):
    first = TermFactory(ends_on=JULY_1)
    last = TermFactory(position=first.position, began_on=date(2026, 7, 20))
    open_due(JUNE_20)
    interim = TermFactory(
        position=first.position, began_on=JULY_1, ends_on=date(2026, 7, 20)
    )

    open_due(JULY_1)

    pairs = Handover.objects.order_by("from_term__ends_on")
    assert list(pairs.values_list("from_term", "to_term")) == [
        (first.pk, interim.pk),
        (interim.pk, last.pk),
    ]


def test_an_untouched_list_is_put_away_when_the_person_serves_on(db):
    term = TermFactory(ends_on=JULY_1)
    HandoverPointFactory(position=term.position)
    open_due(JUNE_20)
    TermFactory(position=term.position, person=term.person, began_on=JULY_1)

    assert open_due(JUNE_20).put_away == (term.position,)
    assert not Handover.objects.exists()


def test_a_list_that_somebody_wrote_on_is_never_put_away(db, tess):
    made = handover(tess.person)
    HandoverPointFactory(position=made.from_term.position, title="Keys")
    write_notes(made.items.get(), "In the drawer.", by=tess, on=JUNE_20)
    Term.objects.update(ends_on=None)

    assert open_due(JUNE_20) == Opened()
    assert Handover.objects.get() == made


@pytest.mark.parametrize("how", ["given", "added", "left out"])
def test_nor_is_one_of_which_something_is(db, tess, how):
    made = handover(tess.person)
    HandoverPointFactory(position=made.from_term.position, title="Keys")
    if how == "given":
        give(made.items.get(), by=tess, on=JUNE_20)
    elif how == "added":
        HandoverItemFactory(handover=made, title="Only this time")
    else:
        made.items.update(is_left_out=True)
        HandoverItemFactory(handover=made, title="Binder")
    Term.objects.update(ends_on=None)

    assert open_due(JUNE_20).put_away == ()


def test_one_position_can_be_looked_at_alone(db):
    term = TermFactory(ends_on=JULY_1)
    TermFactory(ends_on=JULY_1)

    done = open_due(JUNE_20, position=term.position)

    assert [each.from_term for each in done.opened] == [term]


def test_two_seats_hand_on_for_themselves(db):
    position = PositionFactory(seats=2)
    one = TermFactory(position=position, ends_on=JULY_1)
    two = TermFactory(position=position, seat=2, ends_on=date(2026, 7, 2))
    follows = TermFactory(position=position, seat=2, began_on=date(2026, 7, 2))

    done = open_due(JUNE_20)

    assert [(each.from_term, each.to_term) for each in done.opened] == [
        (one, None),
        (two, follows),
    ]
