"""Importing terms: who is found, which seat, until when; and what is refused."""

from datetime import date

import pytest

from service.models import Term
from tests.factories import (
    JANUARY_1,
    BusinessMeetingFactory,
    PersonFactory,
    PositionFactory,
    TermFactory,
)
from tests.service.importing.loading import counts, terms, told, workbook

HEAD = "Position,Person,Began on,Ends on\n"
TAKEN = "Someone already serves in this seat on some of these days."


@pytest.fixture(autouse=True)
def chair(db):
    return PositionFactory(name="Chair")


@pytest.fixture
def pat(db):
    return PersonFactory()


def row(line, head=HEAD, **options):
    """Import one line under a heading and return the only term."""
    outcome = terms(head + line, **options)
    assert told(outcome) == []
    return Term.objects.get()


def test_a_term_is_added_with_who_recorded_it(chair, pat, sam):
    term = row("chair,Pat D.,2026-01-01,2028-01-01", by=sam)

    assert (term.position, term.person, term.seat) == (chair, pat, 1)
    assert (term.began_on, term.ends_on) == (JANUARY_1, date(2028, 1, 1))
    assert (term.filled, term.standing, term.recorded_by) == ("elected", "", sam)


@pytest.mark.parametrize("heading", ["Until", "Last day", "End date", "To", "through"])
def test_what_others_write_as_the_end_is_the_last_day_served(pat, heading):
    head = f"Position,Name,From,{heading}\n"

    term = row("Chair,Pat D,1/1/2026,12/31/2027", head)

    assert term.ends_on == date(2028, 1, 1)


def test_both_ends_must_agree(pat):
    head = "Position,Person,Began on,Ends on,Until\n"

    outcome = terms(f"{head}Chair,Pat D.,2026-01-01,2028-01-01,2028-01-01")

    assert "these two do not agree." in told(outcome)[0]


def test_an_empty_end_is_open(pat):
    assert row("Chair,Pat D.,2026-01-01,").ends_on is None


def test_the_same_file_twice_changes_nothing(pat):
    data = f"{HEAD}Chair,Pat D.,2026-01-01,2028-01-01"
    terms(data)

    assert counts(terms(data)) == (0, 0, 1, 0)


def test_a_term_is_known_again_and_its_end_moves(pat):
    term = TermFactory(person=pat, position__name="Web")

    outcome = terms(f"{HEAD}web,pat d,2026-01-01,2026-06-01")

    term.refresh_from_db()
    assert (counts(outcome), term.ends_on) == ((0, 1, 0, 0), date(2026, 6, 1))
    assert outcome.differences[0].cells == (
        *("Web", "1", "Pat D.", "2026-01-01", "2026-05-31", "Ends on"),
    )


def test_a_plan_that_came_true_is_forgotten(pat):
    TermFactory(
        person=pat,
        position__name="Web",
        ends_on=date(2026, 6, 1),
        planned_end_on=date(2028, 1, 1),
        ended="other",
    )

    term = row("Web,Pat D.,2026-01-01,2028-01-01")

    assert (term.planned_end_on, term.ended) == (None, "")


def test_a_file_of_one_who_leaves_and_one_who_follows_is_one_step(chair, pat):
    PersonFactory(first_name="Jo", last_initial="B")
    TermFactory(position=chair, person=pat)

    outcome = terms(
        f"{HEAD}Chair,Jo B.,2026-06-01,\nChair,Pat D.,2026-01-01,2026-06-01"
    )

    assert (counts(outcome), told(outcome)) == ((1, 1, 0, 0), [])
    assert Term.objects.serving_on(date(2026, 6, 1)).get().person.first_name == "Jo"


@pytest.mark.parametrize(
    "line", ["Chair,Jo B.,2026-05-31,", "Chair,Jo B.,2025-01-01,2026-01-02"]
)
def test_a_taken_seat_is_a_sentence(chair, pat, line):
    PersonFactory(first_name="Jo", last_initial="B")
    TermFactory(position=chair, person=pat, ends_on=date(2026, 6, 1))

    outcome = terms(HEAD + line)

    assert told(outcome) == [f"Row 2, column Seat: {TAKEN}"]


def test_two_rows_that_want_one_seat_are_told_apart(pat):
    PersonFactory(first_name="Jo", last_initial="B")

    outcome = terms(f"{HEAD}Chair,Pat D.,2026-01-01,\nChair,Jo B.,2027-01-01,")

    assert told(outcome) == [f"Row 3, column Seat: {TAKEN}"]
    assert not Term.objects.exists()


def test_what_stays_as_it_is_keeps_its_seat(chair, pat):
    jo = PersonFactory(first_name="Jo", last_initial="B")
    june = date(2026, 6, 1)
    TermFactory(position=chair, person=pat, ends_on=june)
    TermFactory(position=chair, person=jo, began_on=june)

    outcome = terms(f"{HEAD}Chair,Pat D.,2026-01-01,\nChair,Jo B.,2026-06-01,")

    assert told(outcome) == [f"Row 2, column Seat: {TAKEN}"]


def test_who_stands_in_sits_beside_who_holds_the_seat(chair, pat):
    PersonFactory(first_name="Jo", last_initial="B")
    TermFactory(position=chair, person=pat)
    head = "Position,Person,Began on,Serves\n"

    outcome = terms(f"{head}Chair,Jo B.,2026-02-01,acting")

    assert told(outcome) == []
    assert Term.objects.filter(standing="acting").count() == 1


def test_without_a_column_of_seats_the_first_free_one_is_taken(pat):
    PositionFactory(name="Greeter", seats=2)
    PersonFactory(first_name="Jo", last_initial="B")
    PersonFactory(first_name="Al", last_initial="C")
    lines = ("Pat D.,2026-01-01", "Jo B.,2026-01-01", "Al C.,2026-02-01")

    outcome = terms(HEAD + "\n".join(f"Greeter,{line}," for line in lines))

    assert told(outcome) == [f"Row 4, column Seat: {TAKEN}"]
    assert [each.cells[1] for each in outcome.differences] == ["1", "2"]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            "Web,Pat D.,2026-01-01,,1",
            ("column Position: there is no position called “Web”."),
        ),
        (",Pat D.,2026-01-01,,1", "column Position: there is no position."),
        ("Chair,Pat D.,,,1", "column Began on: there is no day."),
        (
            "Chair,Pat D.,soon,,1",
            ("column Began on: “soon” is not a date. Write it as 2026-01-31."),
        ),
        (
            "Chair,Pat D.,2026-01-01,2026-01-01,1",
            ("column Ends on: A term cannot end before it begins."),
        ),
        ("Chair,Pat D.,2026-01-01,,2", "column Seat: This position has one seat."),
        ("Chair,Pat D.,2026-01-01,,0", "column Seat: Seats are counted from 1."),
    ],
)
def test_a_row_that_cannot_be_right_is_refused(pat, line, sentence):
    outcome = terms("Position,Person,Began on,Ends on,Seat\n" + line)

    assert told(outcome) == [f"Row 2, {sentence}"]
    assert not Term.objects.exists()


def test_a_closed_position_takes_nobody(pat, chair):
    chair.closed_on = date(2025, 1, 1)
    chair.save()

    outcome = terms(f"{HEAD}Chair,Pat D.,2026-01-01,")

    assert told(outcome) == [
        "Row 2, column Began on: “Chair” was closed before this day."
    ]


def test_a_term_that_stands_twice_in_a_file_is_refused(pat):
    outcome = terms(f"{HEAD}Chair,Pat D.,2026-01-01,\nchair,pat d,1/1/2026,")

    assert told(outcome) == ["Row 3, column Person: this term stands in row 2 already."]


def test_eligibility_has_its_day_and_who_said_so(pat, sam):
    head = "Position,Person,Began on,Meets what is suggested,Said on\n"

    wrong = terms(f"{head}Chair,Pat D.,2026-01-01,yes,")
    term = row("Chair,Pat D.,2026-01-01,yes,2025-12-01", head, by=sam)

    assert told(wrong) == ["Row 2, column Said on: Say yes or no, and on which day."]
    assert (term.is_eligible, term.attested_by) == (True, sam)


def test_where_it_was_decided_is_a_business_meeting(pat):
    meeting = BusinessMeetingFactory(held_on=date(2025, 12, 14))
    head = "Position,Person,Began on,Decided at\n"

    assert row("Chair,Pat D.,2026-01-01,2025-12-14", head).elected_at == meeting


def test_a_meeting_that_is_not_known_is_told_and_left_out(pat):
    outcome = terms(
        "Position,Person,Began on,Elected on\nChair,Pat D.,2026-01-01,2025-12-14"
    )

    assert outcome.notes == [
        "No business meeting is known on Dec. 14, 2025: “decided at” is left."
    ]
    assert Term.objects.get().elected_at is None


def test_rows_of_vacant_seats_are_passed_over(pat):
    outcome = terms(f"{HEAD}Chair,Pat D.,2026-01-01,\nChair,,,\nChair,vacant,,")

    assert outcome.notes == ["2 rows without a person were passed over."]
    assert counts(outcome) == (1, 0, 0, 0)


def test_a_workbook_is_read_with_its_dates(pat):
    data = workbook(
        ["Position", "Name", "Start date", "End date", "How filled"],
        ["Chair", "Pat D.", JANUARY_1, date(2027, 12, 31), "Appointed"],
    )

    terms(data)

    term = Term.objects.get()
    assert (term.ends_on, term.filled) == (date(2028, 1, 1), "appointed")


def test_a_dry_run_writes_nothing_and_tells_the_same(pat):
    outcome = terms(f"{HEAD}Chair,Jo B.,2026-01-01,", dry_run=True, create_people=True)

    assert (counts(outcome), outcome.notes) == ((1, 0, 0, 0), ["New person: Jo B."])
    assert not Term.objects.exists()


def test_skip_refused_writes_what_is_right(pat):
    lines = "Chair,Pat D.,2026-01-01,\nWeb,Pat D.,2026-01-01,"

    outcome = terms(HEAD + lines, skip_refused=True)

    assert (outcome.written, Term.objects.count()) == (True, 1)
