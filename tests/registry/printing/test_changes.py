"""What has changed since a print."""

from datetime import time

import pytest

from intergroup.registry.models import Meeting
from intergroup.registry.reports.printed import Changes, what_changed
from intergroup.registry.reports.printed.changes import Changed, DayOfChanges, Line
from tests.registry.printing.listing import directory, held, small_directory

pytestmark = pytest.mark.django_db


def test_nothing_has_changed_since_a_moment_ago():
    small_directory()

    assert what_changed(directory().listed, directory().listed) == Changes(days=())


OWLS = Line("owls", ("Sunday, 11:00 pm", "Night Owls", "Online: zoom.us/j/123"))
DAWN = Line("dawn", ("Friday, 6:00 am", "New Dawn"))
HOPE = Changed(
    slug="hope",
    name="Friday Hope",
    when="Friday, 8:00 pm",
    before=("Friday, 7:30 pm",),
    after=("Friday, 8:00 pm",),
)


def test_changes_are_told_by_day():
    small_directory()
    before = directory().listed
    held("New Dawn", slug="dawn", time=time(6))
    Meeting.objects.filter(slug="owls").update(unlisted_on="2026-11-01")
    Meeting.objects.filter(slug="hope").update(time=time(20))

    found = what_changed(before, directory().listed)

    assert found.count == 3
    assert found.days == (
        DayOfChanges(title="Sunday", new=(), changed=(), gone=(OWLS,)),
        DayOfChanges(title="Friday", new=(DAWN,), changed=(HOPE,), gone=()),
    )


def test_a_meeting_that_moved_stands_under_its_new_day():
    small_directory()
    before = directory().listed
    Meeting.objects.filter(slug="hope").update(day=1)

    (day,) = what_changed(before, directory().listed).days

    assert day.title == "Monday"
    assert day.changed[0].before == ("Friday, 7:30 pm",)


def test_another_layout_changes_nothing():
    small_directory()

    by_town = directory(order="town", form="booklet")

    assert what_changed(directory().listed, by_town.listed).count == 0
