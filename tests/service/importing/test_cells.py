"""Reading the cells of a file of positions, as people write them."""

from datetime import date

import pytest

from service.models import Position, Term
from service.resources.rules import POSITION, TERM
from tests.factories import BodyFactory
from tests.service.importing.loading import positions, told


def position(heading, text, **options):
    """Import one cell of a position, and return the position."""
    positions(f'Position,Alternate of,{heading}\nX,,\nA,X,"{text}"', **options)
    return Position.objects.get(name="A")


def refused(heading, text):
    return told(positions(f'Position,{heading}\nA,"{text}"'))


@pytest.mark.parametrize(
    ("heading", "text", "months"),
    [
        ("Term in months", "18", 18),
        ("Term in months", "2 years", 24),
        ("Term in years", "2", 24),
        ("Term (years)", "1", 12),
        ("Term", "18 months", 18),
        ("Term", "1 yr", 12),
        ("Length of term", "1-year", 12),
        ("Term", "6 mos.", 6),
    ],
)
def test_the_length_of_a_term_is_read_as_people_write_it(db, heading, text, months):
    assert position(heading, text).term_months == months


def test_a_length_that_may_be_years_or_months_is_asked_about(db):
    assert refused("Term", "2") == [
        (
            "Row 2, column Term: “2”: is that years or months? Write “2 years” or "
            "“24 months”."
        )
    ]


@pytest.mark.parametrize(
    ("heading", "text", "field", "value"),
    [
        ("Has a vote", "yes", "has_vote", True),
        ("Has a vote", "X", "has_vote", True),
        ("Has a vote", "No", "has_vote", False),
        ("Has a vote", "", "has_vote", False),
        ("Elected in", "October", "election_month", 10),
        ("Elected in month", "10", "election_month", 10),
        ("Elected in month", "oct", "election_month", 10),
        ("Elected in month", "", "election_month", None),
        ("Rest of a term", "half", "remainder_counts", "half"),
        ("Rest of a term", "always counts", "remainder_counts", "always"),
        ("Rest of a term", "", "remainder_counts", "never"),
        (
            "Steps up",
            "Also when a term ends and nobody was chosen",
            "steps_up",
            "always",
        ),
        ("Steps up", "no", "steps_up", ""),
        ("Sobriety", "2 years", "sobriety_months", 24),
        ("Terms in a row", "2", "most_terms", 2),
        ("Closed on", "31 Dec 2030", "closed_on", date(2030, 12, 31)),
        ("Duties", "One.\nTwo.", "duties", "One.\nTwo."),
        ("Who may serve", " Any \n member ", "who_may_hold", "Any member"),
    ],
)
def test_a_cell_is_read_as_people_write_it(db, heading, text, field, value):
    assert getattr(position(heading, text), field) == value


@pytest.mark.parametrize(
    ("heading", "text", "sentence"),
    [
        ("Seats", "two", "“two” is not a whole number."),
        ("Seats", "-1", "“-1” is not a whole number."),
        ("Seats", "1.5", "“1.5” is not a whole number."),
        ("Seats", "٣", "“٣” is not a whole number."),
        ("Seats", "99999", "“99999” is too large."),
        ("Term in months", "0", "A term is one month or longer."),
        (
            "Term in months",
            "999",
            "Ensure this value is less than or equal to 120.",
        ),
        ("Terms in a row", "0", "Ensure this value is greater than or equal to 1."),
        (
            "Months off",
            "1 year",
            "Say after how many terms in a row the months off begin.",
        ),
        ("Elected in month", "13", "“13” is not a month."),
        ("Elected in month", "May be", "“may be” is not a month."),
        ("Has a vote", "perhaps", "“perhaps” is neither yes nor no."),
        ("Staggered", "second", "Say on which day the terms of the first half begin."),
        ("Steps up", "vacancy", "Only an alternate steps up: say of which position."),
        (
            "Steps up",
            "soon",
            (
                "“soon” is none of: no, when somebody leaves before the "
                "end of a term, also when a term ends and nobody was chosen."
            ),
        ),
        ("Mailbox", "nobody", "Enter a valid email address."),
        ("Closed on", "soon", "“soon” is not a date. Write it as 2026-01-31."),
        ("Closed on", "2026-02-31", "“2026-02-31” is not a day of the calendar."),
        ("Who may hold it", "x" * 201, "this is longer than 200 letters."),
    ],
)
def test_a_cell_that_cannot_be_right_is_refused(db, heading, text, sentence):
    assert refused(heading, text) == [f"Row 2, column {heading}: {sentence}"]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (",x", "column Position: there is no name."),
        (f"{'x' * 81},x", "column Position: this is longer than 80 letters."),
        (
            "A,x,y",
            (
                "column Duties: there are more cells than headings. "
                "Is a comma not in quotes?"
            ),
        ),
    ],
)
def test_a_row_without_a_good_name_is_refused(db, line, sentence):
    assert told(positions(f"Position,Duties\n{line}")) == [f"Row 2, {sentence}"]


def test_everything_that_is_wrong_is_told_at_once_in_the_order_of_the_file(db):
    outcome = positions(
        "Position,Seats,Has a vote\nA,0,yes\nB,x,maybe\nC,1,yes\nD,0,no"
    )

    assert [refusal.row for refusal in outcome.refused] == [2, 3, 3, 5]


@pytest.mark.parametrize(("is_day_first", "month"), [(True, 4), (False, 3)])
def test_where_the_column_does_not_say_the_body_does(db, is_day_first, month):
    BodyFactory(is_day_first=is_day_first)

    assert position("Closed on", "3/4/2030").closed_on.month == month


def test_the_whole_column_tells_whether_the_day_comes_first(db):
    positions("Position,Closed on\nA,3/4/2030\nB,25/4/2030")

    assert Position.objects.get(name="A").closed_on == date(2030, 4, 3)


def checks(model):
    """The constraints that one row can break."""
    return {
        each.name
        for each in model._meta.constraints
        if type(each).__name__ == "CheckConstraint"
    }


def test_every_rule_of_the_tables_is_told_before_the_database_is_asked():
    assert (set(POSITION), set(TERM)) == (checks(Position), checks(Term))
