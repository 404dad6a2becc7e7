"""Importing positions: what is matched, written, refused, and kept."""

from datetime import date

import pytest
from django.contrib.auth.models import Group as Role

from service.models import Committee, Position
from tests.factories import (
    CommitteeFactory,
    PersonFactory,
    PositionFactory,
    TermFactory,
)
from tests.service.importing.loading import counts, positions, told, workbook

HEAD = "Position,Duties,Seats\n"


def test_a_position_is_added_with_what_its_row_says(db):
    outcome = positions(f"{HEAD}Chair,Leads the meeting.,2")

    chair = Position.objects.get()
    assert (chair.name, chair.duties, chair.seats) == ("Chair", "Leads the meeting.", 2)
    assert (chair.term_months, chair.order) == (24, 100)
    assert (counts(outcome), outcome.written) == ((1, 0, 0, 0), True)


def test_a_position_is_known_by_its_name_and_keeps_how_it_is_written(db):
    chair = PositionFactory(name="H&I chair", duties="Old.", email="hi@ha.example")

    outcome = positions(f"{HEAD}h&i  CHAIR,New.,1")

    chair.refresh_from_db()
    assert (chair.name, chair.duties) == ("H&I chair", "New.")
    assert chair.email == "hi@ha.example"
    assert outcome.differences[0].cells == ("H&I chair", "", "2 years", "Duties")
    assert counts(outcome) == (0, 1, 0, 0)


def test_an_empty_cell_empties_what_may_be_empty_and_says_nothing_of_the_rest(db):
    PositionFactory(name="Chair", duties="Old.", seats=3, sobriety_months=24)

    positions("Position,Duties,Seats,Sobriety\nChair,,,")

    chair = Position.objects.get()
    assert (chair.duties, chair.seats, chair.sobriety_months) == ("", 3, None)


def test_the_same_file_twice_changes_nothing(db):
    data = f"{HEAD}Chair,Leads.,1\nWeb,Keeps the site.,2\n"
    positions(data)

    assert counts(positions(data)) == (0, 0, 2, 0)


def test_one_refused_row_and_nothing_is_written(db):
    outcome = positions(f"{HEAD}Chair,,1\nWeb,,0")

    assert told(outcome) == [
        "Row 3, column Seats: A position has one seat or more.",
    ]
    assert not Position.objects.exists()
    assert outcome.written is False


def test_skip_refused_writes_what_is_right(db):
    positions(f"{HEAD}Chair,,1\nWeb,,0", skip_refused=True)

    assert [each.name for each in Position.objects.all()] == ["Chair"]


def test_a_dry_run_writes_nothing_and_tells_the_same(db):
    outcome = positions(f"{HEAD}Chair,,1", dry_run=True)

    assert (counts(outcome), outcome.written) == ((1, 0, 0, 0), False)
    assert not Position.objects.exists()


def test_a_committee_that_is_not_here_is_refused(db):
    outcome = positions("Position,Committee\nEvents chair,Events")

    assert told(outcome) == [
        (
            "Row 2, column Committee: there is no committee called “Events”. Add it "
            "first, or say that new ones are to be made."
        )
    ]


def test_a_committee_is_made_once_when_told(db):
    here = CommitteeFactory(name="H&I")
    data = "Position,Committee\nA,Events\nB,events\nC,h&i"

    outcome = positions(data, create_committees=True)

    events = Committee.objects.get(name="Events")
    assert outcome.notes == ["New committee: Events."]
    assert [each.committee for each in Position.objects.all()] == [events, events, here]


def test_a_committee_of_refused_rows_is_not_made(db):
    data = "Position,Committee,Seats\nA,Events,1\nB,Web,0"

    positions(data, create_committees=True, skip_refused=True)

    assert [each.name for each in Committee.objects.all()] == ["Events"]


def test_an_alternate_finds_its_position_wherever_it_stands(db):
    chair = PositionFactory(name="Chair")
    data = (
        "Position,Alternate of,Steps up\n"
        "Alternate Treasurer,Treasurer,vacancy\n"
        "Treasurer,,\n"
        "Vice-Chair,chair,\n"
    )

    positions(data)

    alternate = Position.objects.get(name="Alternate Treasurer")
    assert alternate.alternate_of.name == "Treasurer"
    assert alternate.steps_up == "vacancy"
    assert Position.objects.get(name="Vice-Chair").alternate_of == chair


def test_what_hangs_on_a_refused_row_is_refused_with_it(db):
    data = "Position,Alternate of,Seats\nA,,0\nB,A,1\nC,B,1\nD,,1"

    outcome = positions(data, skip_refused=True)

    sentence = "column Alternate of: the row of that position is refused."
    assert told(outcome)[1:] == [f"Row 3, {sentence}", f"Row 4, {sentence}"]
    assert [each.name for each in Position.objects.all()] == ["D"]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("A,A,", "column Alternate of: A position cannot be its own alternate."),
        ("A,Nobody,", "column Alternate of: there is no position called “Nobody”."),
        ("A,,Thief", "column Role in this software: there is no role called “Thief”."),
    ],
)
def test_what_a_row_names_must_be_there(db, line, sentence):
    outcome = positions(f"Position,Alternate of,Role in this software\n{line}")

    assert told(outcome) == [f"Row 2, {sentence}"]


def test_alternates_round_about_are_refused(db):
    outcome = positions("Position,Alternate of\nA,B\nB,A")

    assert "A position cannot be its own alternate." in told(outcome)[0]
    assert not Position.objects.exists()


def test_a_role_is_found_by_its_name(db):
    positions("Position,Role in this software\nChair,chair")

    assert Position.objects.get().role == Role.objects.get(name="Chair")


def test_a_position_that_stands_twice_in_a_file_is_refused(db):
    outcome = positions(f"{HEAD}Chair,,1\nWeb,,1\nchair,,2")

    assert told(outcome) == [
        "Row 4, column Position: this position stands in row 2 already."
    ]


def test_a_position_is_not_closed_while_somebody_serves(db):
    person = PersonFactory(first_name="Jo", last_initial="B")
    TermFactory(position=PositionFactory(name="Chair"), person=person)
    PositionFactory(name="Web")

    outcome = positions("Position,Closed on\nChair,2027-01-01\nWeb,2027-01-01")

    assert told(outcome) == [
        (
            "Row 2, column Closed on: Jo B. serves in it, and no end is set: "
            "set that first."
        )
    ]


def test_what_is_closed_already_stays_closed(db):
    term = TermFactory(position=PositionFactory(name="Chair"))
    Position.objects.update(closed_on=date(2020, 1, 1))

    outcome = positions("Position,Closed on,Seats\nChair,2020-01-01,2")

    term.position.refresh_from_db()
    assert (told(outcome), term.position.seats) == ([], 2)


def test_a_workbook_is_read_with_its_dates_and_numbers(db):
    data = workbook(
        ["Our positions"],
        ["Position", "Seats", "Term in months", "Terms begin on", "Elected in"],
        ["Chair", 2.0, 24, date(2027, 1, 1), "Nov."],
        [None, None, None, None, None],
    )

    positions(data)

    chair = Position.objects.get()
    assert (chair.seats, chair.term_months, chair.election_month) == (2, 24, 11)
    assert chair.cycle_from == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("Seats,Duties\n1,x", "Row 1: there is no column “Position”."),
        ("", "The file is empty."),
        (b"\xd0\xcf\x11\xe0 old", "old Excel file"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_sentence(db, data, sentence):
    with pytest.raises(Exception, match=sentence):
        positions(data)
