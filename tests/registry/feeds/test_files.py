"""Files that are lists of meetings, and files that are not."""

import io

import openpyxl
import pytest
from django.core.exceptions import ValidationError

from intergroup.registry.models import Meeting
from tests.registry.feeds.loader import counts, load, refusals

CSV = b"Name,Day,Time\nFriday Hope,Friday,7:30 PM\n"

BMLT = b"""[{"meeting_name": "Friday Hope", "weekday_tinyint": "6",
    "start_time": "19:30:00", "venue_type": 1}]"""


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b" \n\n ", "The file is empty."),
        (b"[]", "The list has no meetings in it."),
        (b'{"meetings": []}', "The list has no meetings in it."),
        (b"[{", "This is not JSON: look at line 1, column 3."),
        (b'[\n{"name": Hope}\n]', "This is not JSON: look at line 2, column 10."),
        (b'{"name": "Hope"}', "This is JSON, but not a list of meetings."),
        (b'{"meetings": 5}', "This is JSON, but not a list of meetings."),
        (b'{"values": [1]}', "This is JSON, but not a list of meetings."),
        (b"[" * 500 + b"]" * 500, "This JSON is nested deeper than a list of"),
        (b"[" * 90_000, "This JSON is nested deeper than a list of meetings ever is."),
        (b"<!doctype html><html>", "This is a web page, not a list of meetings."),
        (b"\x00\x01\x02\x03", "This is not a CSV or XLSX file."),
        (b"PK\x03\x04junk", "This is not an XLSX file that can be read."),
        (b"\xd0\xcf\x11\xe0", "This is an old Excel file (.xls)."),
        (b"Day,Time\n5,19:30\n", "No column is called “Name”. The first row has: Day,"),
        (b"Name,Day,Time\n", "The list has no meetings in it."),
    ],
)
def test_a_file_that_is_no_list_of_meetings_is_refused_in_a_sentence(
    db, data, sentence
):
    with pytest.raises(ValidationError) as refused:
        load(data=data, name="feed")

    assert refused.value.messages[0].startswith(sentence)


def test_a_file_that_is_too_big_is_refused_before_it_is_read(db):
    data = b" " * (20 * 1024 * 1024 + 1)

    with pytest.raises(ValidationError, match="the most that is read is 20 MB"):
        load(data=data)


def test_a_word_that_is_not_json_is_refused_for_a_file_called_json(db):
    with pytest.raises(ValidationError, match="This is not JSON: look at line 1"):
        load(data=b"name,day\nHope,5\n", name="feed.json")


@pytest.mark.parametrize(
    "data",
    [
        CSV,
        b"\xef\xbb\xbf" + CSV,
        CSV.replace(b",", b";"),
        CSV.replace(b",", b"\t"),
        CSV.replace(b"\n", b"\r\n"),
        b"sep=;\n" + CSV.replace(b",", b";"),
        b"\n\n" + CSV,
        CSV.decode().encode("utf-16"),
        b"Time,NAME,Day \n7:30 PM,Friday Hope,Friday\n",
        b"start_time,meeting,weekday\n7:30 PM,Friday Hope,Fri\n",
        b'[{"name": "Friday Hope", "day": 5, "time": "19:30"}]',
        b'\xef\xbb\xbf[{"Name": "Friday Hope", "Day": "5", "Time": "19:30"}]',
        b'{"meetings": [{"name": "Friday Hope", "day": [5], "time": "19:30"}]}',
        b'{"0": {"name": "Friday Hope", "day": "5", "time": "19:30"}}',
        b'{"values": [["Name", "Day", "Time"], [], ["Friday Hope", "5", "19:30"]]}',
        BMLT,
    ],
)
def test_the_same_meeting_is_read_from_every_kind_of_file(db, data):
    outcome = load(data=data, name="feed")

    assert counts(outcome) == (1, 0, 0, 0)
    meeting = Meeting.objects.get()
    assert (meeting.slug, meeting.name) == ("friday-hope", "Friday Hope")
    assert (meeting.day, f"{meeting.time:%H:%M}") == (5, "19:30")


def test_a_workbook_is_read_with_its_numbers_and_times(db):
    book = openpyxl.Workbook()
    book.active.append(["Name", "Day", "Time", "ID", "Updated"])
    book.active.append(["Friday Hope", 5, 0.8125, 17, None])
    out = io.BytesIO()
    book.save(out)

    load(data=out.getvalue(), name="feed.xlsx")

    meeting = Meeting.objects.get()
    assert (meeting.slug, meeting.day, f"{meeting.time}") == ("17", 5, "19:30:00")


def test_a_refused_line_of_a_table_has_the_number_a_spreadsheet_shows(db):
    data = b"Name,Week Day,Day\n\nFriday Hope,,5\n\nMonday Hope,,Funday\n"

    outcome = load(data=data, name="feed.csv")

    (refusal,) = refusals(outcome)
    assert refusal.startswith("Row 5, column Day: “Funday” is not a day of the week.")


def test_bytes_that_are_not_utf8_are_refused_with_row_and_column(db):
    data = "Name,Notes\nHope,Café\nFaith,Tea\n".encode("latin-1")

    outcome = load(data=data, name="feed.csv")

    sentence = "This is not UTF-8 text. Save the file as UTF-8."
    assert refusals(outcome) == [f"Row 2, column Notes: {sentence}"]
    assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    "data",
    [
        '[{"name": "Tea"}, {"name": "Hope", "notes": "Café"}]'.encode("latin-1"),
        b'[{"name": "Tea"}, {"name": "Hope", "notes": "\\ud800"}]',
        b'[{"name": "Tea"}, {"name": "Hope", "notes": {"a": ["\\ud800"]}}]',
    ],
)
def test_bytes_that_are_not_utf8_are_refused_in_json_too(db, data):
    outcome = load(data=data)

    sentence = "This is not UTF-8 text. Save the file as UTF-8."
    assert refusals(outcome) == [f"Row 2, column notes: {sentence}"]


def test_a_row_with_more_cells_than_columns_is_refused(db):
    outcome = load(data=b"Name,Day\nHope,5,19:30,O\n", name="feed.csv")

    sentence = "There is more in this row than there are columns: 19:30, O"
    assert refusals(outcome) == [f"Row 2: {sentence}"]
