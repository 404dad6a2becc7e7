"""Files that somebody made wrong, or made to harm: a sentence, and nothing written."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from intergroup.registry.models import Person
from service.models import Position, Term
from tests.factories import PersonFactory, PositionFactory
from tests.service.importing.loading import (
    counts,
    positions,
    taken_out,
    terms,
    told,
    workbook,
)

TERM_HEAD = "Position,Person,Began on\n"
MANY = 10_000
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "＝1"]
HEADINGS = ["Seats", "Term", "Terms begin on", "Has a vote", "Mailbox", "Elected in"]
HEADINGS += ["Staggered", "Committee", "Alternate of", "Role in this software"]


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_formula_is_a_text_and_goes_out_as_one(db, formula, form):
    positions(f'Position,Duties\nChair,"{formula}"')

    file = taken_out(Position, form)

    assert Position.objects.get().duties == formula
    assert counts(positions(file)) == (0, 0, 1, 0)
    if form == "csv":
        assert f"'{formula}" in file.decode()


def test_what_a_formula_came_to_is_read_and_not_the_formula(db):
    data = workbook(["Position", "Duties"], ["Chair", "=1+1"])

    positions(data)

    assert Position.objects.get().duties == ""


@pytest.mark.parametrize("load", [positions, terms])
@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"Position,Person,Began on\nA\0B,Pat D.,2026-01-01", "not a CSV or XLSX file"),
        (b"\0" * 100, "not a CSV or XLSX file"),
        (b"%PDF-1.7\0\0", "not a CSV or XLSX file"),
        (b"PK\x03\x04 broken", "not an XLSX file that can be read"),
        (b"\xd0\xcf\x11\xe0 old", "old Excel file"),
        (b"", "The file is empty."),
        (b"x" * (20 * 1024 * 1024 + 1), "The file is 20 MB; the most"),
        (b"Position,Person,Began on\n" + b"a,b,c\n" * 100_001, "more than 100000 rows"),
        (b"Position,Person,Began on\n" + b"x" * 200_000, "cannot be read as CSV"),
    ],
    ids=["nul", "nuls", "pdf", "zip", "xls", "empty", "huge", "long", "one cell"],
)
def test_a_file_that_is_none_is_a_sentence(db, load, data, sentence):
    with pytest.raises(ValidationError, match=sentence):
        load(data)


def test_an_archive_that_swells_is_refused(db):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 50_000_000)

    with pytest.raises(ValidationError, match="unpacks into far more"):
        positions(out.getvalue())


def test_a_very_long_text_is_refused_and_not_cut(db):
    data = f'Position,Duties\nChair,"{"x " * 60_000}"'

    assert told(positions(data)) == [
        "Row 2, column Duties: this is longer than 20000 letters."
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_ways_to_write_unicode_are_read(db, encoding):
    positions("Position;Duties\nTrésorier;Café".encode(encoding))

    chair = Position.objects.get()
    assert (chair.name, chair.duties) == ("Trésorier", "Café")


def test_latin_1_names_row_and_column(db):
    outcome = positions("Position,Duties\nChair,Café".encode("latin-1"))

    assert told(outcome) == [
        "Row 2, column Duties: this is not UTF-8 text. Save the file as “CSV UTF-8”."
    ]


@pytest.mark.parametrize("sign", ["\x08", "\x1b", "\x7f"])
def test_signs_that_nobody_sees_are_dropped(db, sign):
    positions(f"Position,Duties\nCh{sign}air,x")

    assert Position.objects.get().name == "Chair"


@pytest.mark.parametrize(
    "cell", ["9" * 5000, "2026-01-01T00:00:00Z; DROP TABLE", "’ OR 1=1 --", "\u202e"]
)
@pytest.mark.parametrize("heading", HEADINGS)
def test_whatever_stands_in_a_cell_is_no_error_of_the_program(db, heading, cell):
    data = f'Position,{heading}\nChair,"{cell}"'

    outcome = positions(data, create_committees=True)

    assert outcome.refused_rows in (0, 1)


def queries(load, data, **options):
    with CaptureQueriesContext(connection) as captured:
        outcome = load(data, **options)
    return outcome, len(captured)


def test_ten_thousand_positions_take_as_many_queries_as_ten(db):
    def file(count):
        lines = (f"Position {n},Committee {n % 50},x,1" for n in range(count))
        return "Position,Committee,Duties,Seats\n" + "\n".join(lines)

    _few, needed = queries(positions, file(10), create_committees=True)
    outcome, made = queries(positions, file(MANY), create_committees=True)
    changed = file(MANY).replace(",x,1", ",y,2")
    again, needed_again = queries(positions, changed)

    assert counts(outcome) == (MANY - 10, 0, 10, 0)
    assert counts(again) == (0, MANY, 0, 0)
    assert max(made, needed_again) <= needed + 2 < 25


def test_ten_thousand_terms_take_as_many_queries_as_ten(db):
    PositionFactory(name="Greeter", seats=MANY)
    PersonFactory()

    def file(count, ends="2027-01-01"):
        head = "Position,Person,Began on,Ends on,Seat\n"
        lines = (f"Greeter,Pat D.,2026-01-01,{ends},{n + 1}" for n in range(count))
        return head + "\n".join(lines)

    _few, needed = queries(terms, file(10))
    outcome, made = queries(terms, file(MANY))
    again, needed_again = queries(terms, file(MANY, ends="2026-07-01"))

    assert counts(outcome) == (MANY - 10, 0, 10, 0)
    assert counts(again) == (0, MANY, 0, 0)
    assert max(made, needed_again) <= needed + 2 < 25


def test_ten_thousand_surnames_leave_nothing_behind(db):
    PositionFactory(name="Greeter")
    lines = (f"Greeter,Pat Doe{n},2026-01-01" for n in range(MANY))

    outcome = terms(TERM_HEAD + "\n".join(lines), create_people=True)

    assert outcome.refused_rows == MANY
    assert not any("Doe" in str(refusal) for refusal in outcome.refused)
    assert not Term.objects.exists()
    assert not Person.objects.exists()
