"""Minutes begin with the agenda, and two who write lose no words."""

import pytest
from django.core.exceptions import ValidationError

from intergroup.business.actions.minutes import (
    add_part,
    begin_minutes,
    move_part,
    remove_part,
    rename_part,
    write_part,
)
from intergroup.business.models import Minutes
from tests.factories import BusinessMeetingFactory


def titles(minutes):
    return [each.title for each in minutes.parts.all()]


def test_they_begin_with_a_part_for_each_item_of_the_agenda(minutes):
    assert [(each.kind, each.title) for each in minutes.parts.all()] == [
        ("opening", "Opening"),
        ("treasurer", "Treasurer"),
        ("new", "New business"),
    ]


def test_without_an_agenda_they_begin_with_the_usual_parts(db):
    minutes = begin_minutes(BusinessMeetingFactory())

    assert (titles(minutes)[0], titles(minutes)[-1]) == ("Opening", "Closing")


def test_they_are_begun_once(minutes):
    with pytest.raises(ValidationError, match="begun already"):
        begin_minutes(minutes.meeting)


def test_the_second_writer_of_a_part_is_refused_and_nothing_is_lost(parts):
    write_part(parts[0], "Opened with a moment of silence.", read=0)

    with pytest.raises(ValidationError, match="Somebody else has written") as refused:
        write_part(parts[0], "Opened with a prayer.", read=0)

    parts[0].refresh_from_db()
    assert refused.value.code == "stale"
    assert (parts[0].prose, parts[0].revision) == (
        "Opened with a moment of silence.",
        1,
    )


def test_the_same_words_twice_are_no_quarrel(parts):
    write_part(parts[0], "Opened.", read=0)

    assert write_part(parts[0], "Opened.", read=0).revision == 1


def test_parts_are_added_moved_renamed_and_taken_away(minutes, parts):
    add_part(minutes, title="Distribution of funds")

    move_part(minutes.parts.get(title="Distribution of funds"), "up")
    move_part(minutes.parts.first(), "up")
    rename_part(parts[1], title="Final treasurer", kind="treasurer")
    remove_part(parts[0])

    assert titles(minutes) == [
        "Final treasurer",
        "Distribution of funds",
        "New business",
    ]


def test_a_part_with_words_is_not_taken_away(parts):
    write_part(parts[0], "Opened.", read=0)

    with pytest.raises(ValidationError, match="has words in it"):
        remove_part(parts[0])


def test_what_was_sent_round_is_written_only_where_somebody_found_it_wrong(
    minutes, parts
):
    Minutes.objects.update(state="circulated")

    with pytest.raises(ValidationError, match="as a correction first") as refused:
        write_part(parts[0], "Otherwise.", read=0)
    minutes.corrections.create(
        asked_on="2026-03-01", asked_by="Group 7", text="It was a prayer."
    )
    written = write_part(parts[0], "Opened with a prayer.", read=0)

    assert refused.value.code == "sent_round"
    assert written.prose == "Opened with a prayer."
