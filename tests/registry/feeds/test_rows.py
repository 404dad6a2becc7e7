"""What one row of a feed becomes, and the rows that are refused."""

from datetime import date

import pytest

from intergroup.registry.models import Group, Meeting
from tests.factories import BodyFactory
from tests.registry.feeds.loader import MISSING, counts, load, refusals, row

LINK = "https://zoom.us/j/1"
DOOR = "1 Main St, Springfield, OR 97477, USA"


@pytest.mark.parametrize(
    ("cells", "column", "sentence"),
    [
        ({"day": 9}, "day", "“9” is not a day of the week. Write 0 to 6 (0 is Sunday)"),
        ({"Time": "25:99"}, "Time", "“25:99” is not a time of day. Write it as 19:30"),
        ({"timezone": "Moon"}, "timezone", "“Moon” is not a time zone such as America"),
        ({"lat": 91, "lng": 1}, "lat", "“91” is not on the earth: −90 to 90 is."),
        ({"conference_url": "zoom"}, "conference_url", "“zoom” is not a link."),
        ({"website": "our page"}, "website", "“our page” is not a link."),
        ({"name": "x" * 256}, "name", "This is 256 characters long; at most 255 fit."),
        ({"venmo": "x" * 80}, "venmo", "This is 81 characters long; at most 64 fit."),
        ({"notes": {"a": 1}}, "notes", "This is not text."),
        ({"types": [["O"], {}]}, "types", "This is not text."),
        ({"region": {"a": 1}}, "region", "This is not text."),
    ],
)
def test_a_wrong_cell_is_refused_with_row_column_and_sentence(
    db, cells, column, sentence
):
    outcome = load({"name": "Tea"}, {"name": "Hope", **cells})

    (refusal,) = refusals(outcome)
    assert refusal.startswith(f"Row 2, column {column}: {sentence}")
    assert not Meeting.objects.exists()


def test_a_row_without_name_and_slug_is_refused(db):
    outcome = load(row(name=MISSING, slug=" "))

    assert refusals(outcome) == ["Row 1: The meeting has no name and no slug."]


@pytest.mark.parametrize("wrong", [None, 5, "Hope", [], [row()]])
def test_a_row_that_is_no_object_is_refused(db, wrong):
    outcome = load(row(), wrong)

    assert refusals(outcome) == ["Row 2: This is not a meeting."]


def test_every_wrong_cell_of_a_row_is_told(db):
    outcome = load(row(day=9, time="late", end_time="later"))

    assert [each.column for each in outcome.refused] == ["day", "time", "end_time"]
    assert counts(outcome) == (0, 0, 0, 1)


def test_one_refused_row_and_nothing_is_written(db):
    outcome = load(row(), row(slug="other", day=9))

    assert not outcome.written
    assert not Meeting.objects.exists()


def test_the_rows_that_are_right_are_written_when_asked(db):
    outcome = load(row(), row(slug="other", day=9), skip_refused=True)

    assert (outcome.written, counts(outcome)) == (True, (1, 0, 0, 1))
    assert [each.slug for each in Meeting.objects.all()] == ["friday-hope"]


def test_a_dry_run_tells_and_writes_nothing(db):
    outcome = load(row(group="Hope", types=["AL-AN"]), dry_run=True)

    assert (outcome.written, counts(outcome)) == (False, (1, 0, 0, 0))
    assert outcome.notes == ["Groups added to the register: 1"]
    assert (Meeting.objects.count(), Group.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("cells", "name", "slug"),
    [
        ({"slug": 17}, "Friday Hope", "17"),
        ({"slug": "Friday Hope!"}, "Friday Hope", "friday-hope"),
        ({"slug": MISSING}, "Friday Hope", "friday-hope"),
        ({"slug": MISSING, "id": 17}, "Friday Hope", "17"),
        ({"name": MISSING}, "Friday hope", "friday-hope"),
        ({"name": MISSING, "location": "Grace Hall"}, "Grace Hall", "friday-hope"),
        ({"name": "", "group": "Hope Group"}, "Hope Group", "friday-hope"),
        ({"name": "¿?", "slug": MISSING}, "¿?", "meeting"),
        ({"name": "Надежда", "slug": MISSING}, "Надежда", "надежда"),
        ({"name": "Women&#8217;s"}, "Women’s", "friday-hope"),
    ],
)
def test_a_meeting_has_a_name_and_a_slug(db, cells, name, slug):
    load(row(**cells))

    meeting = Meeting.objects.get()
    assert (meeting.name, meeting.slug) == (name, slug)


def test_a_long_slug_is_shortened_always_the_same_way(db):
    load(row(slug="x" * 80))
    outcome = load(row(slug="x" * 80))

    assert counts(outcome) == (0, 0, 1, 0)
    assert len(Meeting.objects.get().slug) == 64


def test_slugs_that_come_twice_get_a_number_always_the_same_way(db):
    rows = [row(slug="a", name=name) for name in ("One", "Two", "Three")]

    load(*rows, row(slug="a-2"))
    outcome = load(*rows, row(slug="a-2"))

    slugs = Meeting.objects.order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["a", "a-3", "a-4", "a-2"]
    assert counts(outcome) == (0, 0, 4, 0)


def test_a_row_with_several_days_becomes_a_meeting_for_each(db):
    load(row(day=[1, "Wednesday"]), row(day=[5], slug="one"))

    rows = Meeting.objects.order_by("pk").values_list("slug", "day")
    assert list(rows) == [("friday-hope-1", 1), ("friday-hope-3", 3), ("one", 5)]


@pytest.mark.parametrize(
    ("cells", "attendance"),
    [
        ({}, "in_person"),
        ({"conference_url": LINK, "formatted_address": DOOR}, "hybrid"),
        ({"conference_url": LINK, "formatted_address": "Springfield, OR"}, "online"),
        ({"conference_url": LINK}, "online"),
        ({"conference_phone": "+1 555 0100"}, "phone"),
        ({"conference_phone": "+1 555 0100", "formatted_address": DOOR}, "hybrid"),
        (
            {"conference_url": LINK, "formatted_address": DOOR, "approximate": "yes"},
            "online",
        ),
        (
            {"conference_url": LINK, "formatted_address": DOOR, "types": ["TC"]},
            "online",
        ),
        (
            {"conference_url": LINK, "city": "Springfield", "approximate": "no"},
            "hybrid",
        ),
        ({"types": ["ONL"], "city": "Springfield"}, "online"),
        ({"attendance_option": "hybrid"}, "hybrid"),
        ({"attendance_option": "online", "formatted_address": DOOR}, "online"),
        ({"attendance_option": "inactive"}, "in_person"),
        ({"conference_url": LINK, "address": "1 Main St", "city": "Ames"}, "hybrid"),
    ],
)
def test_how_a_meeting_is_attended_follows_from_its_link_and_place(
    db, cells, attendance
):
    load(row(**cells))

    assert Meeting.objects.get().attendance == attendance


@pytest.mark.parametrize(
    ("cells", "region"),
    [
        ({"city": "Springfield"}, "Springfield"),
        ({"city": "Springfield", "region": "North"}, "North"),
        ({"city": "Springfield", "regions": ["North"]}, "North"),
        ({"formatted_address": "5 Oak St, Springfield, IL 62701, USA"}, ""),
    ],
)
def test_the_city_is_the_region_where_none_is_said(db, cells, region):
    load(row(location="Town hall", **cells))

    assert Meeting.objects.get().location.region == region


@pytest.mark.parametrize(
    ("types", "codes"),
    [
        (["O", "X"], ["O", "X"]),
        (["o", "x"], ["O", "X"]),
        (["D", "B", "SP"], ["B", "DISC", "SPK"]),
        (["DISC", "TOP"], ["DISC", "TOP"]),
        ("Open, Discussion", ["DISC", "O"]),
        ("Discussion/Participation;Closed", ["C", "DISC"]),
        ("Speaker/Discussion", ["DISC", "SPK"]),
        ("Open Women", ["O", "W"]),
        (["O", "C"], ["C"]),
        (["O", "", None, "ONL"], ["O"]),
        ({"0": "O", "2": "X"}, ["O", "X"]),
        ("[open]", ["O"]),
        ('["O", "D"]', ["DISC", "O"]),
        ("['O']", ["O"]),
        ("[]", []),
        (["S"], ["S"]),
        (["Spanish"], ["S"]),
        (["TR"], ["TRAD"]),
        (["ES", "12x12"], ["12x12", "ES"]),
        ("12 Steps &amp; 12 Traditions", ["12x12"]),
        (None, []),
    ],
)
def test_types_are_read_by_code_or_name(db, types, codes):
    load(row(types=types))

    found = Meeting.objects.get().types.values_list("code", flat=True)
    assert sorted(found) == codes


def test_a_type_nobody_knows_is_kept_beside_the_meeting(db):
    outcome = load(row(types=["O", "Juggling"]))

    assert Meeting.objects.get().extra == {"types": ["Juggling"]}
    assert outcome.notes == ["Types nobody knows, kept beside the meeting: Juggling"]


def test_what_has_no_box_is_kept_as_it_came_and_people_are_not(db):
    extra = {"url": "https://a.org/1", "feedback_emails": ["a@a.org"], "roomSize": 5}
    people = {"contact_1_name": "Jo", "contact_1_phone": "5", "author": "jo"}

    outcome = load(row(**extra, **people, time_formatted="7:30 pm", image=None))

    assert Meeting.objects.get().extra == extra
    assert outcome.notes == [
        "Rows that name a contact or an author, which are not kept: 1"
    ]


@pytest.mark.parametrize(
    ("cells", "zone"),
    [
        ({"timezone": "America/Chicago"}, "America/Chicago"),
        ({"time_zone": "america/new york"}, "America/New_York"),
        ({"timezone": ""}, ""),
    ],
)
def test_a_time_zone_is_known_by_its_name(db, cells, zone):
    load(row(**cells))

    assert Meeting.objects.get().time_zone == zone


def test_an_updated_that_is_no_date_is_kept_as_it_came(db):
    load(row(updated="last spring"))

    meeting = Meeting.objects.get()
    assert (meeting.updated_at, meeting.extra) == (None, {"updated": "last spring"})


@pytest.mark.parametrize(
    ("others", "is_day_first", "day"),
    [
        ([], False, date(2026, 3, 4)),
        ([], True, date(2026, 4, 3)),
        (["31/1/2026"], False, date(2026, 4, 3)),
        (["1/31/2026"], True, date(2026, 3, 4)),
    ],
)
def test_the_file_and_then_the_body_say_whether_days_come_first(
    db, others, is_day_first, day
):
    BodyFactory(is_day_first=is_day_first)
    rows = [row(slug=f"{nth}", updated=each) for nth, each in enumerate(others)]

    load(row(updated="3/4/2026"), *rows)

    assert Meeting.objects.get(slug="friday-hope").updated_at.date() == day
