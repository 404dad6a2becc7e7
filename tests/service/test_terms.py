"""Terms: one person in one seat, from a day to a day."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from service.actions.terms import begin_term, change_term, end_term
from service.models import Term
from tests.factories import JANUARY_1, PersonFactory, PositionFactory, TermFactory

JUNE_1 = date(2026, 6, 1)


def unsaved(position, **fields):
    return Term(position=position, person=PersonFactory(), began_on=JUNE_1, **fields)


def test_begin_term_saves_the_term_and_who_recorded_it(db, sam):
    term = begin_term(unsaved(PositionFactory()), recorded_by=sam)

    assert (Term.objects.get(), term.recorded_by) == (term, sam)


def test_begin_term_takes_the_seat_on_the_day_the_other_leaves(db):
    old = TermFactory(ends_on=JUNE_1)

    new = begin_term(unsaved(old.position), recorded_by=None)

    assert list(Term.objects.serving_on(JUNE_1)) == [new]


def test_begin_term_refuses_a_taken_seat(db):
    old = TermFactory(ends_on=date(2026, 6, 2))

    with pytest.raises(ValidationError, match="already serves in this seat on some"):
        begin_term(unsaved(old.position), recorded_by=None)


def test_begin_term_refuses_a_seat_the_position_does_not_have(db):
    with pytest.raises(ValidationError, match="This position has one seat"):
        begin_term(unsaved(PositionFactory(), seat=2), recorded_by=None)


def test_begin_term_refuses_a_closed_position(db):
    position = PositionFactory(name="Archivist", closed_on=JUNE_1)

    with pytest.raises(ValidationError, match="“Archivist” was closed before this day"):
        begin_term(unsaved(position), recorded_by=None)


def test_two_people_serve_in_two_seats(db):
    position = PositionFactory(seats=2)
    TermFactory(position=position)

    begin_term(unsaved(position, seat=2), recorded_by=None)

    assert Term.objects.serving_on(JUNE_1).count() == 2


def test_end_term_sets_the_first_day_without_the_person(db):
    term = end_term(TermFactory(), on=JUNE_1)

    assert (term.ends_on, term.last_on) == (JUNE_1, date(2026, 5, 31))


def test_end_term_refuses_an_end_before_the_beginning(db):
    term = TermFactory()

    with pytest.raises(ValidationError, match="cannot end before it begins"):
        end_term(term, on=JANUARY_1)


@pytest.mark.parametrize(
    ("day", "serving"),
    [
        (date(2025, 12, 31), False),
        (JANUARY_1, True),
        (date(2026, 5, 31), True),
        (JUNE_1, False),
    ],
)
def test_serving_on_counts_the_first_day_and_not_the_end(db, day, serving):
    TermFactory(ends_on=JUNE_1)

    assert Term.objects.serving_on(day).exists() is serving


@pytest.mark.parametrize("fields", [{}, {"ends_on": JANUARY_1}, {"seat": 0}])
def test_the_database_refuses_a_second_open_a_backward_and_a_seatless_term(db, fields):
    term = TermFactory(seat=1)

    with pytest.raises(IntegrityError):
        TermFactory(position=term.position, **fields)


@pytest.mark.parametrize("fields", [{"seats": 0}, {"term_months": 0}])
def test_the_database_refuses_a_position_without_a_seat_or_a_term(db, fields):
    with pytest.raises(IntegrityError):
        PositionFactory(**fields)


def test_end_term_keeps_what_was_planned_when_somebody_leaves_before_it(db):
    term = TermFactory(ends_on=date(2028, 1, 1))

    end_term(term, on=JUNE_1, ended=Term.Ended.STEPPED_DOWN)

    term.refresh_from_db()
    kept = (term.ends_on, term.planned_end_on, term.ended)
    assert kept == (JUNE_1, date(2028, 1, 1), "stepped-down")


def test_end_term_again_keeps_the_first_plan(db):
    term = end_term(TermFactory(ends_on=date(2028, 1, 1)), on=JUNE_1)

    end_term(term, on=date(2026, 7, 1))

    assert (term.ends_on, term.planned_end_on) == (date(2026, 7, 1), date(2028, 1, 1))


def test_a_term_that_is_served_to_its_end_after_all_was_never_left(db, sam):
    term = end_term(
        TermFactory(ends_on=date(2028, 1, 1)), on=JUNE_1, ended=Term.Ended.OTHER
    )
    term.ends_on = date(2028, 1, 1)

    change_term(term, changed_by=sam)

    assert (term.planned_end_on, term.ended) == (None, "")


def test_who_says_that_somebody_meets_what_is_suggested_is_kept(db, sam):
    term = unsaved(PositionFactory(), is_eligible=True, attested_on=JUNE_1)

    begin_term(term, recorded_by=sam)

    assert Term.objects.get().attested_by == sam


def test_nothing_is_kept_of_what_nobody_said(db, sam):
    begin_term(unsaved(PositionFactory()), recorded_by=sam)

    assert Term.objects.get().attested_by is None


@pytest.mark.parametrize("fields", [{"is_eligible": True}, {"attested_on": JUNE_1}])
def test_the_database_wants_a_day_with_every_yes_or_no(db, fields):
    with pytest.raises(IntegrityError):
        TermFactory(**fields)


def test_a_position_is_never_its_own_alternate_round_about(db):
    chair = PositionFactory(name="Chair")
    alternate = PositionFactory(name="Alternate", alternate_of=chair)
    chair.alternate_of = alternate

    with pytest.raises(ValidationError, match="cannot be its own alternate"):
        chair.full_clean()
