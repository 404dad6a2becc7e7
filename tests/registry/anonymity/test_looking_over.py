"""Writing down what was found, once, and deciding about it."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from intergroup.registry.actions.looking import decide, look_over, look_over_group
from intergroup.registry.models import Finding
from tests.factories import GroupFactory, LocationFactory, MeetingFactory

NOON = datetime(2026, 2, 1, 12, tzinfo=UTC)
LATER = datetime(2026, 2, 2, 12, tzinfo=UTC)
SHOW, HIDE = Finding.Decision.PUBLISH, Finding.Decision.WITHHOLD

pytestmark = pytest.mark.django_db


def written():
    """What is written down: the field, the kind and the words."""
    rows = Finding.objects.order_by("pk")
    return list(rows.values_list("field", "kind", "found"))


def test_look_over_writes_down_what_it_finds_and_where():
    group = GroupFactory(name="Friends of Jane Doe")
    meeting = MeetingFactory(group=group, notes="Call 408-555-0142")

    new = look_over(at=NOON)

    assert [(each.group or each.meeting, each.found_at) for each in new] == [
        (group, NOON),
        (meeting, NOON),
    ]
    assert written() == [
        ("name", "surname", "Jane Doe"),
        ("notes", "phone", "408-555-0142"),
    ]


def test_what_a_list_says_of_its_own_service_body_is_nobodys():
    MeetingFactory(
        extra={
            "entity_phone": "408-555-0142",
            "feedback_emails": ["jane.doe@gmail.com"],
            "email": "jane.doe@gmail.com",
        }
    )

    look_over(at=NOON)

    assert written() == [("extra", "email", "jane.doe@gmail.com")]


def test_look_over_twice_writes_nothing_twice():
    MeetingFactory(notes="Contact: Jane Doe. Jane Doe has the key.")
    look_over(at=NOON)

    assert look_over(at=LATER) == []
    assert written() == [("notes", "surname", "Jane Doe")]


def test_what_stands_there_no_more_is_forgotten_unless_decided(sam):
    meeting = MeetingFactory(notes="Jane Doe, John Smithers")
    decide(
        [each for each in look_over(at=NOON) if each.found == "Jane Doe"],
        SHOW,
        decided_at=NOON,
        decided_by=sam,
    )
    meeting.notes = ""
    meeting.save()

    look_over([meeting], at=LATER)

    assert written() == [("notes", "surname", "Jane Doe")]


def test_look_over_of_one_row_leaves_the_others_alone():
    MeetingFactory(notes="Contact: Jane Doe")
    look_over(at=NOON)

    look_over([GroupFactory(notes="Contact: John Smithers")], at=LATER)

    assert [each for _field, _kind, each in written()] == ["Jane Doe", "John Smithers"]


def test_a_group_is_looked_over_with_its_meetings_and_places():
    group = GroupFactory(notes="Jane Doe")
    place = LocationFactory(notes="John Smithers")
    MeetingFactory(group=group, location=place, notes="Laura Pennington")

    look_over_group(group, at=NOON)

    assert [each for _field, _kind, each in written()] == [
        "Jane Doe",
        "Laura Pennington",
        "John Smithers",
    ]


def test_a_decision_is_kept_with_who_and_when(sam):
    MeetingFactory(notes="Contact: Jane Doe")

    decide(look_over(at=NOON), HIDE, decided_at=LATER, decided_by=sam)

    kept = Finding.objects.get()
    assert (kept.decision, kept.decided_at, kept.decided_by) == (HIDE, LATER, sam)
    assert not Finding.objects.undecided().exists()


def test_a_name_is_changed_not_hidden(sam):
    GroupFactory(name="Friends of Jane Doe")
    found = look_over(at=NOON)

    with pytest.raises(ValidationError, match="Change the name") as refused:
        decide(found, HIDE, decided_at=LATER, decided_by=sam)

    assert refused.value.code == "a_name_is_shown"
    assert Finding.objects.undecided().count() == 1


def test_looking_over_everything_asks_a_fixed_number_of_questions(
    django_assert_num_queries,
):
    for _each in range(4):
        MeetingFactory(group=GroupFactory(), notes="Fine")

    with django_assert_num_queries(7 + 2):  # and a savepoint
        look_over(at=NOON)
