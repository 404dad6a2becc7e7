"""What the packet tells of the register."""

from datetime import date, time

from django.template.loader import render_to_string

from intergroup.kit import packet, pages
from intergroup.kit.dates import Period
from intergroup.registry.actions.recording import (
    Hand,
    Way,
    facts,
    record_addition,
    record_changes,
)
from intergroup.registry.packet import groups
from intergroup.registry.reports.changes import (
    Change,
    GroupLine,
    RegisterChanges,
    register_changes,
)
from tests.factories import (
    BusinessMeetingFactory,
    DistrictFactory,
    GroupFactory,
    MeetingFactory,
)

JANUARY = Period(date(2026, 1, 1), date(2026, 1, 31))


def test_the_register_tells_who_is_new_who_closed_and_who_paused(db):
    north = DistrictFactory(number=3, name="North")
    new = GroupFactory(number=1, name="New", district=north)
    new.registered_on = date(2026, 1, 31)
    new.save()
    GroupFactory(number=2, name="Old", registered_on=date(2026, 2, 1))
    GroupFactory(number=3, name="Gone", status="inactive", closed_on=date(2026, 1, 1))
    GroupFactory(
        number=4, name="Resting", status="paused", paused_until=date(2026, 3, 1)
    )
    MeetingFactory(group=new)
    MeetingFactory(attendance="hybrid")
    MeetingFactory(unlisted_on=date(2026, 1, 1))

    assert register_changes(JANUARY) == RegisterChanges(
        period=JANUARY,
        added=Change((GroupLine(1, "New", "3 North", date(2026, 1, 31)),)),
        changed=Change(()),
        closed=Change((GroupLine(3, "Gone", "", date(2026, 1, 1)),)),
        paused=Change((GroupLine(4, "Resting", "", date(2026, 3, 1)),)),
        unverified=Change((GroupLine(1, "New", "3 North", None),)),
        verify_months=12,
        on_the_roll=2,
        meetings=(("In person", 1), ("In person and online", 1)),
        listed=2,
    )


def test_a_long_list_of_new_groups_is_cut_and_counted(db):
    for _nth in range(42):
        GroupFactory(registered_on=date(2026, 1, 5))

    added = register_changes(JANUARY).added

    assert (len(added.groups), added.more) == (40, 2)


def test_a_group_that_changed_stands_once_with_all_that_did(db):
    group = GroupFactory(number=5, name="Moved")
    meeting = MeetingFactory(group=group)
    before = facts(meeting)
    meeting.time, meeting.day = time(19), 2
    meeting.save()
    record_changes(meeting, before, Hand(date(2026, 1, 9), Way.OFFICE))
    record_addition(group, Hand(date(2026, 1, 9), Way.OFFICE))
    record_changes(meeting, before, Hand(date(2026, 2, 1), Way.OFFICE))

    changed = register_changes(JANUARY).changed

    assert changed == Change(
        (GroupLine(5, "Moved", "", date(2026, 1, 9), "day, time"),)
    )


def test_the_packet_says_nothing_of_an_empty_register(db):
    assert groups(BusinessMeetingFactory()) is None


def test_the_packet_shows_the_groups_of_the_period(db):
    GroupFactory(number=41, name="Friday Hope", registered_on=date(2026, 1, 5))
    MeetingFactory()

    meeting = BusinessMeetingFactory()
    (html,) = [
        each for section, each in packet.render(meeting) if section.slug == "groups"
    ]

    assert "One group is on the roll. One meeting is in the list." in html
    assert '<th scope="row">Friday Hope</th>' in html
    assert "Jan. 5, 2026" in html


def test_the_packet_says_so_when_nothing_changed(db):
    GroupFactory()

    report = groups(BusinessMeetingFactory())
    html = render_to_string("registry/packet/groups.html", pages.context(report=report))

    sentence = (
        "No group was registered, changed or closed in Jan. 1, 2026 – Jan. 31, 2026."
    )
    assert sentence in html
