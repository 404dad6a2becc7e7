"""The published meetings as TSML’s spreadsheet: its columns, and no formula."""

import csv
import io
from datetime import date, time

import pytest

from intergroup.registry.feeds.guide import rows
from intergroup.registry.feeds.profiles import TSML
from intergroup.registry.feeds.sheet import HEADER, TSML_COLUMNS, to_csv
from intergroup.registry.models import MeetingType
from intergroup.registry.publishing import published
from tests.factories import LocationFactory, MeetingFactory
from tests.registry.feeds.loader import counts, load

FEBRUARY_1 = date(2026, 2, 1)
EXPORTED = (  # TSML 3.19.17, $tsml_export_columns
    "Name,Day,Time,End Time,Types,Notes,Conference URL,Conference URL Notes,"
    "Conference Phone,Conference Phone Notes,Location,Address,Region,Sub Region,"
    "Location Notes,Timezone,Group,District,Sub District,Website,Website 2,"
    "Mailing Address,Venmo,Square,Paypal,Homegroup Online,Email,Phone,Group Notes,"
    "Contact 1 Name,Contact 1 Email,Contact 1 Phone,Contact 2 Name,Contact 2 Email,"
    "Contact 2 Phone,Contact 3 Name,Contact 3 Email,Contact 3 Phone,Last Contact,"
    "Author,Slug,Data Source,Data Source Name,Updated,ID"
)


def written():
    page = "https://ha.example.org/meetings/SLUG/"
    return to_csv(rows(published(FEBRUARY_1), TSML, meeting_page=page))


def line():
    (only,) = csv.DictReader(io.StringIO(written().decode()))
    return only


def test_the_columns_are_those_of_tsml_and_then_four_of_ours():
    assert ",".join(HEADER[: len(TSML_COLUMNS)]) == EXPORTED
    assert HEADER[len(TSML_COLUMNS) :] == (
        "Latitude",
        "Longitude",
        "Approximate",
        "Attendance Option",
    )


def test_days_and_types_are_told_in_words(db):
    meeting = MeetingFactory(day=0, time=time(19, 30), attendance="online_for_now")
    meeting.types.set(MeetingType.objects.filter(code__in=["O", "BEG", "B"]))

    told = line()

    assert (told["Day"], told["Time"]) == ("Sunday", "19:30")
    assert told["Types"] == (
        "Big Book, Beginner/Newcomer, Open, Location Temporarily Closed, Online"
    )


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("@SUM(1+1)", "'@SUM(1+1)"),
        ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
    ],
)
def test_what_a_spreadsheet_would_run_is_quoted(db, name, written):
    MeetingFactory(name=name)

    assert line()["Name"] == written


def test_payment_names_and_telephones_stay_as_machines_read_them(db):
    MeetingFactory(venmo="@hope-77", conference_phone="+13017158592,,746#,,*7912#")

    told = line()

    assert told["Venmo"] == "@hope-77"
    assert told["Conference Phone"] == "+13017158592,,746#,,*7912#"


def test_the_spreadsheet_read_again_changes_nothing(db):
    place = LocationFactory(latitude=44.05, longitude=-123.02, region="Springfield")
    meeting = MeetingFactory(
        location=place, time=time(19, 30), time_zone="America/Chicago"
    )
    meeting.types.set(MeetingType.objects.filter(code__in=["O", "BEG", "B"]))

    outcome = load(data=written(), name="tsml.csv")

    assert counts(outcome) == (0, 0, 1, 0)
