"""A list that is read again: what changed there, what changed here, what has gone."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from intergroup.registry.models import (
    FeedSource,
    Group,
    ListingChange,
    Location,
    Meeting,
)
from tests.registry.feeds.loader import MISSING, TODAY, counts, load, row

CITY = "City list"


def read(*rows, **options):
    return load(*rows, **{"source": CITY, **options})


def only():
    return Meeting.objects.select_related("group", "location").get()


def edit(**values):
    """Change the one meeting here, as the office does."""
    Meeting.objects.update(**values)


def full(**cells):
    least = {"group": "Hope", "location": "Hall", "formatted_address": "1 A, B, C, D"}
    return row(**{**least, "types": ["O"], "notes": "Ring", **cells})


def test_the_same_file_again_changes_nothing_and_leaves_our_edits(db):
    read(full())
    edit(notes="Ring twice", time=time(20), conference_phone="+12532158782")
    only().types.clear()

    outcome = read(full())

    assert counts(outcome) == (0, 0, 1, 0)
    assert (only().notes, only().time) == ("Ring twice", time(20))
    assert (only().conference_phone, only().types.count()) == ("+12532158782", 0)
    assert outcome.notes == []


def test_what_changed_there_is_brought_in_and_the_rest_is_left(db):
    read(full())
    edit(notes="Ring twice")

    outcome = read(full(time="20:00", end_time="21:00"))

    assert counts(outcome) == (0, 1, 0, 0)
    assert (only().notes, only().time) == ("Ring twice", time(20))
    assert outcome.notes == []


def test_what_changed_there_and_here_is_named_and_the_list_wins(db):
    read(full())
    edit(notes="Ring twice", end_time=time(21))

    outcome = read(full(notes="Knock", types=["O", "D"]))

    (difference,) = outcome.differences
    assert difference.cells[-1] == "notes (changed here too), types"
    assert outcome.notes == [
        ("Changed in the list and here, where the list’s word wins: friday-hope: notes")
    ]
    assert (only().notes, only().end_time) == ("Knock", time(21))


def test_both_who_changed_to_the_same_are_no_conflict(db):
    read(full())
    edit(notes="Knock")

    outcome = read(full(notes="Knock"))

    assert outcome.notes == []


def test_a_field_that_was_emptied_there_is_emptied_here(db):
    read(full())

    read(full(notes=MISSING))

    assert only().notes == ""


def test_a_place_and_a_group_that_were_mended_here_stay_mended(db):
    read(full(group_notes="Tea", latitude=1, longitude=2, phone="1"))
    Location.objects.update(address="1 A St, B, C, D", latitude=3.0)
    Group.objects.update(name="Hope Group", phone="2", notes="")

    outcome = read(full(group_notes="Tea", latitude=1, longitude=2, phone="1", day=4))

    assert (Location.objects.get().latitude, only().day) == (3.0, 4)
    group = Group.objects.get()
    assert (group.name, group.phone, group.notes) == ("Hope Group", "2", "")
    assert counts(outcome) == (0, 1, 0, 0)


def test_facts_of_a_group_and_a_place_that_changed_there_are_brought_in(db):
    read(full(group_notes="Tea", phone="1", location_notes="Side door"))

    read(full(group_notes="Coffee", phone="1", location_notes="Front door"))

    assert Group.objects.get().notes == "Coffee"
    assert Location.objects.get().notes == "Front door"


def test_the_first_word_of_a_group_stays_the_first(db):
    rows = [full(slug="a", group_notes="A"), full(slug="b", group_notes="B")]
    read(*rows)
    read(rows[0], {**rows[1], "phone": "2", "group_notes": "C"})

    group = Group.objects.get()
    assert (group.notes, group.phone) == ("A", "2")
    assert Meeting.objects.get(slug="b").extra == {"group_notes": "C"}


def test_a_meeting_that_was_moved_to_another_group_here_stays_there(db):
    read(full(phone="1"))
    other = Group.objects.create(number=9, name="Faith", status="active")
    edit(group=other)

    read(full(phone="2"))

    other.refresh_from_db()
    assert (only().group, other.phone) == (other, "")
    assert Group.objects.count() == 2


def test_what_has_gone_is_told_and_taken_off_only_when_asked(db, sam):
    read(full(), full(slug="b", name="Gone"))

    told = read(full())
    still = Meeting.objects.get(slug="b").unlisted_on
    again = read(full(), drop_gone=True, by=sam)
    after = read(full())

    assert told.notes == ["Gone from the list: Gone (b)"]
    assert (still, again.notes, after.notes) == (None, told.notes, [])
    assert Meeting.objects.get(slug="b").unlisted_on == TODAY
    change = ListingChange.objects.get(field="unlisted_on")
    assert (change.reason, change.changed_by) == (CITY, sam)


def test_what_comes_back_is_put_back_unless_the_office_took_it_off(db):
    both = [full(), full(slug="b"), full(slug="c")]
    read(*both)
    read(both[0], drop_gone=True)
    Meeting.objects.filter(slug="c").update(unlisted_on=date(2026, 1, 5))

    read(*both)

    off = Meeting.objects.exclude(unlisted_on=None)
    assert [each.slug for each in off] == ["c"]


def test_a_list_that_is_suddenly_short_is_to_be_looked_at_twice(db):
    rows = [full(slug=f"m{n}") for n in range(6)]
    read(*rows)

    outcome = read(*rows[:3], dry_run=True)

    assert outcome.notes[0] == (
        "Look twice: this list has 3 meetings, half of the 6 that it had before, or "
        "fewer."
    )
    assert outcome.gone == 3


def test_two_lists_do_not_fight_over_a_meeting(db):
    read(full())

    outcome = load(full(notes="Knock"), full(slug="b"), source="Another")

    assert outcome.notes[0] == (
        "Left out, because the list “City list” has them already: friday-hope"
    )
    assert Meeting.objects.get(slug="friday-hope").notes == "Ring"
    assert Meeting.objects.filter(slug="b").exists()


def test_meetings_that_were_here_are_told_to_follow_the_list(db):
    load(full())

    outcome = read(full())

    sentence = "Meetings that were here already, and follow this list now: 1"
    assert outcome.notes == [sentence]


def test_a_refused_row_is_not_gone(db):
    read(full(), full(slug="b"))

    outcome = read(full(), full(slug="b", day=9), skip_refused=True, drop_gone=True)

    assert Meeting.objects.listed().count() == 2
    assert outcome.gone == 0


def test_a_dry_run_remembers_nothing(db):
    read(full(), dry_run=True)

    assert not FeedSource.objects.exists()


def test_a_source_is_known_by_its_name_in_any_case_and_has_one(db):
    read(full())
    read(full(), source="  city   LIST ")

    assert FeedSource.objects.get().name == CITY
    with pytest.raises(ValidationError, match="too long"):
        read(full(), source="a" * 121)


def test_a_table_that_is_silent_on_a_column_changes_nothing_of_it(db):
    read(full(end_time="21:00"))
    edit(end_time=time(22))
    table = b"Name,Slug,Day,Time,Group\nFriday Hope,friday-hope,5,19:30,Hope\n"

    load(data=table, name="a.csv", source=CITY)
    outcome = read(full(end_time="21:00"))

    assert only().end_time == time(22)
    assert counts(outcome)[3] == 0
