"""Spreadsheets in and out."""

import csv
import io
import time
import zipfile
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.chart import BarChart
from openpyxl.styles import Font

from intergroup.kit import sheets
from intergroup.kit.sheets import Row, Table

TABLE = Table("Groups", ("Number", "Name"), ((1, "Hope"), (2, "Haven")))


def test_a_csv_is_read_with_its_row_numbers():
    assert sheets.read_rows(b"a,b\n\n1,2\n") == [Row(1, ("a", "b")), Row(3, ("1", "2"))]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(separator):
    data = f"a{separator}b\n1{separator}2".encode()

    assert sheets.read_rows(data)[1].cells == ("1", "2")


def test_a_quoted_line_break_stays_in_its_cell():
    assert sheets.read_rows(b'a,b\n"x\ny",2')[1] == Row(2, ("x\ny", "2"))


def test_odd_bytes_are_kept_for_the_row_to_be_named():
    cell = sheets.read_rows("a\ncaf\xe9".encode("latin-1"))[1].cells[0]

    assert sheets.bad_text(cell)
    assert not sheets.bad_text("café")


def test_a_workbook_is_read_like_a_csv():
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.active.append([])
    book.active.append([1, date(2026, 1, 1)])
    out = io.BytesIO()
    book.save(out)

    first, second = sheets.read_rows(out.getvalue())

    assert first == Row(1, ("a", "b"))
    assert (second.number, second.cells[0], second.cells[1].date()) == (
        3,
        1,
        date(2026, 1, 1),
    )


def book_of(**sheets_of_rows):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets_of_rows.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return book


def bytes_of(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_hidden_sheet_and_an_empty_one_are_passed_over():
    book = book_of(Old=[["x"]], Empty=[], Now=[["a"], [1]])
    book["Old"].sheet_state = "hidden"

    assert sheets.read_rows(bytes_of(book)) == [Row(1, ("a",)), Row(2, (1,))]


def test_a_chart_sheet_is_passed_over():
    book = book_of(Now=[["a"], [1]])
    book.create_chartsheet("Chart", 0).add_chart(BarChart())

    assert sheets.read_rows(bytes_of(book))[1] == Row(2, (1,))


def test_two_sheets_with_rows_are_refused_by_name():
    with pytest.raises(ValidationError, match="“Jan” and “Feb” both hold rows"):
        sheets.read_rows(bytes_of(book_of(Jan=[["a"]], Feb=[["a"]])))


def test_a_workbook_with_too_many_columns_is_refused_on_its_first_row():
    book = book_of(Now=[["a"]])
    for number in range(1, 4001):
        book["Now"].cell(number, 16384, "x")
    data, begun = bytes_of(book), time.process_time()

    with pytest.raises(ValidationError, match="more than 200 columns"):
        sheets.read_rows(data)

    assert time.process_time() - begun < 2


def test_blank_cells_far_out_are_no_columns():
    book = book_of(Now=[["a"]])
    book["Now"].cell(1, 16384).font = Font(bold=True)

    assert [row.cells[0] for row in sheets.read_rows(bytes_of(book))] == ["a"]


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/workbook.xml", b"<broken"),
        ("xl/workbook.xml", b"<a/>"),
        ("xl/styles.xml", b""),
        ("xl/worksheets/sheet1.xml", b"<broken"),
        ("xl/worksheets/sheet1.xml", b"<a><row r='x'><c/></row></a>"),
    ],
)
def test_a_workbook_that_is_broken_inside_is_a_sentence(part, content):
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(bytes_of(book_of(Now=[["a"]])))) as whole,
        zipfile.ZipFile(out, "w") as broken,
    ):
        for name in whole.namelist():
            broken.writestr(name, content if name == part else whole.read(name))

    with pytest.raises(ValidationError) as refused:
        sheets.read_rows(out.getvalue())

    assert refused.value.code in {"not_xlsx", "empty"}


def test_a_file_that_unpacks_without_end_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 30_000_000)

    with pytest.raises(ValidationError, match="unpacks into far more"):
        sheets.read_rows(out.getvalue())


def test_a_sheet_with_too_many_rows_is_refused():
    with pytest.raises(ValidationError, match="more than 100000 rows"):
        sheets.read_rows(b"x\n" * (sheets.MAX_ROWS + 1))


def test_a_file_over_the_limit_is_refused():
    with pytest.raises(ValidationError, match="the most that is read is 20 MB"):
        sheets.check_size(sheets.MAX_BYTES + 1_048_576)


@pytest.mark.parametrize(
    "text", ["=1+1", "==1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1"]
)
def test_no_cell_is_taken_for_a_formula(text):
    table = Table("T", ("a",), ((text,),))

    written = sheets.to_csv([table]).decode()
    cell = next(iter(openpyxl.load_workbook(io.BytesIO(sheets.to_xlsx([table])))))["A2"]

    assert list(csv.reader(io.StringIO(written, newline="")))[1] == [f"'{text}"]
    assert cell.data_type == "s"


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"))))
def test_what_is_written_to_a_csv_is_text(texts):
    table = Table("T", ("a",), tuple((text,) for text in texts))

    rows = list(csv.reader(io.StringIO(sheets.to_csv([table]).decode(), newline="")))

    assert all(row == [] or not row[0].startswith("=") for row in rows)


def test_money_and_dates_are_written_for_machines():
    table = Table("T", ("a", "b"), ((Decimal("-1300.5"), date(2026, 1, 31)),))

    assert sheets.to_csv([table]) == b"a,b\r\n-1300.50,2026-01-31\r\n"


def test_several_tables_stand_under_their_titles():
    told = sheets.to_csv([TABLE, TABLE]).decode().splitlines()

    assert told == [*2 * ["Groups", "Number,Name", "1,Hope", "2,Haven", ""]][:-1]


def test_a_workbook_has_a_sheet_for_each_table():
    other = Table("A title [with] marks: and far more letters than fit", ("a",), ())

    book = openpyxl.load_workbook(io.BytesIO(sheets.to_xlsx([TABLE, other])))

    assert book.sheetnames == ["Groups", "A title with marks and far more"]
    assert [cell.value for cell in book["Groups"][2]] == [1, "Hope"]


def test_a_column_is_as_wide_as_its_longest_cell():
    long = Table("T", ("a", "b"), (("x" * 10, "y" * 100),))

    sheet = openpyxl.load_workbook(io.BytesIO(sheets.to_xlsx([long])))["T"]

    widths = [sheet.column_dimensions[name].width for name in "AB"]
    assert widths == [12, 60]
