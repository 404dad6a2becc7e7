"""What goes out comes in again without a change, every field of it, and elsewhere."""

from datetime import date

import pytest
from django.contrib.auth.models import Group as Role

from intergroup.kit import sheets
from intergroup.registry.models import Person
from service.models import Position, Term
from service.reports.roster import roster
from service.resources import position_columns, term_columns
from tests.factories import (
    JANUARY_1,
    BusinessMeetingFactory,
    CommitteeFactory,
    PersonFactory,
    PositionFactory,
    TermFactory,
)
from tests.service.importing.loading import counts, positions, taken_out, terms

each_form = pytest.mark.parametrize("form", ["csv", "xlsx"])


@pytest.fixture
def every_position(db):
    """Positions in which every box is filled in, and one in which none is."""
    treasurer = PositionFactory(
        name="Treasurer",
        committee=CommitteeFactory(name="Finance"),
        order=7,
        duties="=1+1\r\n\r\nKeeps the money.  ",
        who_may_hold="Any member, “past” or present",
        seats=2,
        term_months=18,
        sobriety_months=36,
        most_terms=2,
        months_off=12,
        is_rotation_binding=True,
        remainder_counts="half",
        cycle_from=date(2025, 1, 1),
        stagger_group="seats",
        election_month=10,
        has_vote=True,
        email="treasurer@ha.example",
        role=Role.objects.get(name="Treasurer"),
        closed_on=date(2030, 1, 1),
    )
    name, quoted = "-Alternate; Treasurer", "'=quoted"
    steps = {"alternate_of": treasurer, "steps_up": "always"}
    PositionFactory(name=name, duties=quoted, **steps)
    return PositionFactory(name="Plain")


@pytest.fixture
def every_term(db):
    """Terms in which every box is filled in, people of one name, and one forgotten."""
    chair = PositionFactory(name="Chair", seats=3)
    TermFactory(
        position=chair,
        seat=2,
        ends_on=date(2026, 6, 1),
        planned_end_on=date(2028, 1, 1),
        ended="stepped-down",
        filled="appointed",
        standing="interim",
        is_eligible=False,
        attested_on=date(2025, 12, 1),
        elected_at=BusinessMeetingFactory(),
    )
    TermFactory(position=chair, seat=2, standing="acting", person=PersonFactory())
    TermFactory(position=chair, seat=1, is_eligible=True, attested_on=JANUARY_1)
    gone = PersonFactory(first_name="", last_initial="", forgotten_on=JANUARY_1)
    return TermFactory(position=chair, seat=3, person=gone, ends_on=date(2027, 1, 1))


def told(model):
    """What the file says of every row, with texts as they are compared."""
    columns = {Position: position_columns, Term: term_columns}[model]
    rows = (columns.as_row(each) for each in model.objects.all())
    return sorted([str(cell).replace("\r", "").strip() for cell in row] for row in rows)


def rows(model):
    """Every row of a table, as the database has it."""
    return list(model.objects.order_by("pk").values())


@each_form
def test_positions_come_in_again_without_a_change(every_position, form):
    before = rows(Position)

    outcome = positions(taken_out(Position, form))

    assert (counts(outcome), outcome.refused) == ((0, 0, 3, 0), [])
    assert rows(Position) == before


@each_form
def test_terms_come_in_again_without_a_change(every_term, form):
    before = rows(Term)

    outcome = terms(taken_out(Term, form))

    assert (counts(outcome), outcome.refused) == ((0, 0, 4, 0), [])
    assert rows(Term) == before


@each_form
def test_positions_of_one_installation_come_into_another(every_position, form):
    Position.objects.filter(duties="'=quoted").update(duties="=quoted")
    file, listed = taken_out(Position, form), told(Position)
    Position.objects.update(alternate_of=None, steps_up="")
    Position.objects.all().delete()

    outcome = positions(file)

    assert counts(outcome) == (3, 0, 0, 0)
    assert told(Position) == listed


@each_form
def test_terms_of_one_installation_come_into_another(every_term, form):
    every_term.delete()
    for nth, person in enumerate(Person.objects.filter(forgotten_on=None)):
        person.last_initial = "ABC"[nth]
        person.save()
    file, listed = taken_out(Term, form), told(Term)
    Term.objects.all().delete()
    Person.objects.all().delete()

    outcome = terms(file, create_people=True)

    assert counts(outcome) == (3, 0, 0, 0)
    assert told(Term) == listed


def test_every_field_of_a_position_and_of_a_term_is_in_its_file():
    names = {each.name for each in Position._meta.concrete_fields} - {"id"}
    fields = {each.name for each in Term._meta.concrete_fields} - {"id"}
    ours = {"recorded_by", "attested_by", "election"}  # who did it, and by which votes

    assert names == set(position_columns.HEADINGS)
    assert fields - ours == set(term_columns.OUT)


def test_a_roster_comes_in_as_terms(db):
    term = TermFactory(position__name="Chair", ends_on=date(2027, 1, 1))
    PositionFactory(name="Vacant one")
    file = sheets.to_csv(roster(JANUARY_1).as_tables())

    outcome = terms(file)

    assert counts(outcome) == (0, 0, 1, 0)
    assert Term.objects.get() == term
