"""Whom a row of terms speaks of: a first name and an initial, and never more."""

import pytest

from intergroup.registry.models import Person
from service.models import Term
from tests.factories import PersonFactory, PositionFactory, TermFactory
from tests.service.importing.loading import counts, terms, told

HEAD = "Position,Person,Began on\n"
SURNAME = (
    "write a first name and the first letter of the surname, such as Pat D. "
    "A surname is not kept."
)


@pytest.fixture(autouse=True)
def chair(db):
    return PositionFactory(name="Chair")


def load(person, **options):
    return terms(f'{HEAD}Chair,"{person}",2026-01-01', **options)


WRITTEN = ["Pat D.", "Pat D", "pat d.", " PAT   D ", "Pat, D."]


@pytest.mark.parametrize("written", WRITTEN)
def test_one_person_is_found_however_the_name_is_written(written):
    pat = PersonFactory()

    load(written)

    assert Term.objects.get().person == pat


def test_a_person_without_an_initial_is_found_by_the_first_name():
    mary = PersonFactory(first_name="Mary-Ann", last_initial="")
    PersonFactory(first_name="Mary-Ann", last_initial="B")

    load("mary-ann")

    assert Term.objects.get().person == mary


def test_one_who_is_not_here_is_refused():
    assert told(load("Pat D.")) == [
        (
            "Row 2, column Person: nobody here is called “Pat D.”: add the person "
            "first, or say that new people are to be made."
        )
    ]


def test_one_who_is_not_here_is_made_when_told_and_once():
    data = f"{HEAD}Chair,jo b,2020-01-01\nChair,Jo B.,2026-01-01"

    outcome = terms(data, create_people=True)

    assert outcome.notes == ["New person: Jo B."]
    assert told(outcome) == [
        "Row 3, column Seat: Someone already serves in this seat on some of these days."
    ]
    assert not Person.objects.exists()


def test_one_who_was_made_has_a_name_and_nothing_else():
    load("Jo b", create_people=True)

    person = Person.objects.get()
    assert (person.first_name, person.last_initial) == ("Jo", "B")
    assert (person.email, person.phone, person.listing_agreed_on) == ("", "", None)


def test_several_of_one_name_are_nobodys_guess():
    PersonFactory()
    PersonFactory()

    assert told(load("Pat D.", create_people=True)) == [
        (
            "Row 2, column Person: 2 people here are called “Pat D.”: record this one "
            "in the office, where you can choose."
        )
    ]


@pytest.mark.parametrize(
    "written",
    [
        "Pat Doe",
        "Doe, Pat",
        "Pat D. Doe",
        "Pat van Doe",
        "P. Doe",
        "Mary Ann D.",
        "pat@ha.example",
        "Pat 7",
        "408-555-0142",
        "x" * 41,
    ],
)
def test_a_surname_is_refused_and_nothing_of_it_is_told_or_kept(written):
    outcome = load(written, create_people=True)

    assert told(outcome) == [f"Row 2, column Person: {SURNAME}"]
    assert (outcome.notes, outcome.differences) == ([], [])
    assert not Person.objects.exists()


def test_one_of_several_is_known_by_the_term(chair):
    PersonFactory()
    term = TermFactory(position=chair, person=PersonFactory())

    assert counts(load("Pat D.")) == (0, 0, 1, 0)
    assert Term.objects.get() == term


def test_one_who_was_forgotten_is_known_by_the_term_and_found_by_nobody(chair):
    gone = PersonFactory(first_name="", last_initial="", forgotten_on="2025-01-01")
    TermFactory(position=chair, person=gone)

    again = load("A former member")
    other = terms(f"{HEAD}Chair,A former member,2020-01-01", create_people=True)

    assert counts(again) == (0, 0, 1, 0)
    assert told(other) == [
        "Row 2, column Person: this is somebody who was forgotten: leave the row out."
    ]
