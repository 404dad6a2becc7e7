"""Alternates step up on the day by themselves, and it is written down in the night."""

from datetime import date

import pytest

from service.actions.keeping import keep_service
from service.actions.rotating import book_of_service, write_steps
from service.actions.terms import begin_term, end_term
from service.models import Position, Term
from service.reports.roster import roster
from service.rotation import on
from tests.factories import JANUARY_1, PersonFactory, PositionFactory, TermFactory

JUNE_1 = date(2026, 6, 1)
END = date(2028, 1, 1)


@pytest.fixture
def chair(db):
    """A chair whose alternate steps up when the chair leaves before the time."""
    position = PositionFactory(name="Chair", order=10)
    deputy = PositionFactory(
        name="Alternate Chair", order=20, alternate_of=position, steps_up="vacancy"
    )
    TermFactory(position=deputy, person=PersonFactory(first_name="Al"), ends_on=END)
    return TermFactory(position=position, ends_on=END)


def serving(day, today=JUNE_1):
    """Who serves in what on a day, by first name, as is known today."""
    seats = on(book_of_service(today), day).seats
    return {
        seat.post.name: seat.servant.name if seat.servant else None for seat in seats
    }


def test_nobody_steps_up_while_the_principal_serves(chair):
    assert write_steps(JUNE_1) == []


def test_the_alternate_serves_from_the_day_on_before_anybody_writes_it(chair):
    end_term(chair, on=JUNE_1, ended=Term.Ended.STEPPED_DOWN)

    assert serving(date(2026, 5, 31)) == {"Chair": "Pat D.", "Alternate Chair": "Al D."}
    assert serving(JUNE_1) == {"Chair": "Al D.", "Alternate Chair": None}


def test_the_step_is_written_once_for_the_rest_of_the_term(chair):
    end_term(chair, on=JUNE_1, ended=Term.Ended.STEPPED_DOWN)

    (term,) = write_steps(JUNE_1)

    told = (term.position.name, str(term.person), term.began_on, term.ends_on)
    assert told == ("Chair", "Al D.", JUNE_1, END)
    assert term.filled == "stepped-up"
    left = Term.objects.get(position__name="Alternate Chair")
    assert (left.ends_on, left.planned_end_on, left.ended) == (JUNE_1, END, "moved-on")
    assert write_steps(JUNE_1) == []


def test_what_is_written_is_what_was_worked_out(chair):
    end_term(chair, on=JUNE_1, ended=Term.Ended.STEPPED_DOWN)
    worked_out = serving(JUNE_1)

    write_steps(JUNE_1)

    assert serving(JUNE_1) == worked_out


def test_nobody_steps_up_before_the_day(chair):
    end_term(chair, on=JUNE_1, ended=Term.Ended.STEPPED_DOWN)

    assert write_steps(date(2026, 5, 31)) == []


def test_a_new_rule_rewrites_no_old_year(chair):
    end_term(chair, on=JUNE_1, ended=Term.Ended.STEPPED_DOWN)

    assert write_steps(date(2026, 7, 3)) == []
    assert serving(date(2026, 7, 3), date(2026, 7, 3))["Chair"] is None


def test_a_term_that_ran_its_course_is_no_vacancy_before_its_time(chair):
    assert serving(END, END)["Chair"] is None


def test_an_alternate_who_always_steps_up_takes_the_next_term(chair):
    Position.objects.filter(name="Alternate Chair").update(steps_up="always")
    Term.objects.filter(position__name="Alternate Chair").update(
        ends_on=date(2029, 1, 1)
    )

    assert serving(END, END)["Chair"] == "Al D."


def test_somebody_elected_comes_before_the_alternate(chair, sam):
    Position.objects.filter(name="Alternate Chair").update(steps_up="always")
    person = PersonFactory(first_name="Jo")
    new = Term(position=chair.position, person=person, began_on=END)
    begin_term(new, recorded_by=sam)

    assert serving(END, END)["Chair"] == "Jo D."


def test_the_roster_of_a_day_to_come_knows_who_steps_up(chair):
    far = date(2099, 6, 1)
    Term.objects.update(began_on=JANUARY_1, ends_on=date(2100, 1, 1))
    chair.refresh_from_db()
    end_term(chair, on=far, ended=Term.Ended.STEPPED_DOWN)

    lines = {each.position: each for each in roster(far).positions}

    assert [each.name for each in lines["Chair"].servants] == ["Al D."]
    assert lines["Alternate Chair"].vacant == 1


def test_the_night_writes_the_step_and_tells_it_by_position_only(chair):
    end_term(chair, on=JUNE_1, ended=Term.Ended.STEPPED_DOWN)

    told = keep_service(on=JUNE_1)

    assert "An alternate steps up: Chair." in told
    assert not any("Al" in each.split() for each in told)
    assert "An alternate steps up: Chair." not in keep_service(on=JUNE_1)
