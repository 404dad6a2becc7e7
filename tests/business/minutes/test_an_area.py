"""The minutes of an NA area go in without a field left over.

The treasurer twice, a distribution of funds, a motion to the groups, abstentions.
"""

from datetime import UTC, date, datetime, time

import pytest

from intergroup.business.actions.minutes import begin_minutes, write_part
from intergroup.business.models import (
    AgendaItem,
    Attendance,
    Attendee,
    MeetingReport,
    Minutes,
    QuorumCount,
)
from intergroup.business.reports.minutes import as_text, minutes_record
from tests.factories import (
    BodyFactory,
    BusinessMeetingFactory,
    GroupFactory,
    MotionFactory,
    PersonFactory,
)

AREA = (
    ("opening", "Opening", "Prayer; Traditions and Concepts were read."),
    ("minutes", "Minutes and agenda", ""),
    ("welcome", "New representatives", "Two were welcomed."),
    ("roll-call", "Quorum", ""),
    ("treasurer", "Preliminary treasurer", "Opening balance $812.40."),
    ("officers", "Administrative reports", ""),
    ("committees", "Subcommittees", ""),
    ("groups", "Reports of the groups", ""),
    ("old", "Old business", ""),
    ("elections", "Elections", "Delegate: tabled. Outreach: vacant."),
    ("new", "New business", ""),
    ("treasurer", "Final treasurer", "Received $431.00; closing $1,243.40."),
    ("", "Distribution of funds", "See 05-08-03. $200.00 to the Region."),
    ("dates", "Next meeting", ""),
    ("closing", "Close", "With a prayer."),
)


@pytest.fixture
def area(db):
    """An NA area in May, called with its own order of business."""
    BodyFactory()
    meeting = BusinessMeetingFactory(
        held_on=date(2008, 5, 4),
        title="Area service meeting",
        place="Club house, 7 Elm Street",
        opened_at=time(14, 5),
        opened_by="Chair",
        closed_at=time(17, 20),
        closed_by="Vice Chair",
        observer_count=3,
        roll_size=12,
        notes="Camp-out on July 4.",
    )
    BusinessMeetingFactory(held_on=date(2008, 6, 1), place="The same")
    for order, (kind, title, _prose) in enumerate(AREA):
        AgendaItem.objects.create(meeting=meeting, order=order, kind=kind, title=title)
    return meeting


@pytest.fixture
def groups(area):
    hope, anchor = (
        GroupFactory(number=number, name=name)
        for number, name in [(3, "Hope"), (8, "Anchor")]
    )
    gil = PersonFactory(first_name="Gil", last_initial="R")
    ann = PersonFactory(first_name="Ann", last_initial="B")
    Attendance.objects.create(meeting=area, group=hope, person=gil)
    Attendance.objects.create(meeting=area, group=anchor, person=ann, is_alternate=True)
    return hope, anchor


@pytest.fixture
def recorded(area, groups):
    """What the records hold of the meeting."""
    hope, anchor = groups
    tom = PersonFactory(first_name="Tom", last_initial="K")
    Attendee.objects.create(meeting=area, office="Treasurer", person=tom)
    QuorumCount.objects.create(
        meeting=area,
        counted_at=datetime(2008, 5, 4, 14, 30, tzinfo=UTC),
        groups_here=2,
        roll_size=12,
        has_quorum=False,
        in_words="There is no quorum yet: 2 of 12.",
    )
    reported = [("Treasurer", "sent", True), ("Registrar", "spoken", False)]
    for office, state, accepted in reported:
        MeetingReport.objects.create(
            meeting=area, office=office, state=state, is_accepted=accepted
        )
    MeetingReport.objects.create(meeting=area, group=hope, state="sent")
    MeetingReport.objects.create(meeting=area, group=anchor)
    return area


@pytest.fixture
def motions(area, groups):
    hope, anchor = groups
    by = {"meeting": area, "moved_by_group": hope, "seconded_by_group": anchor}
    MotionFactory(
        number="05-08-01",
        title="Chips for newcomers",
        text="That the area give chips.",
        intent="To welcome newcomers.",
        result="to-groups",
        answers_due_on=date(2008, 6, 1),
        **by,
    )
    MotionFactory(
        number="05-08-03",
        title="Pass on $200",
        text="That $200 go to the Region.",
        result="carried",
        decided_at=area,
        votes_for=2,
        votes_against=0,
        abstentions=1,
        **by,
    )


@pytest.fixture
def before(recorded, groups):
    """The minutes of April, which this meeting approved by a motion."""
    hope, anchor = groups
    motion = MotionFactory(
        number="05-08-02",
        title="Accept the minutes",
        text="That the minutes of April be accepted.",
        meeting=recorded,
        decided_at=recorded,
        result="carried",
        moved_by_group=anchor,
        seconded_by_group=hope,
    )
    april = BusinessMeetingFactory(held_on=date(2008, 4, 6))
    return Minutes.objects.create(
        meeting=april,
        state="approved",
        approved_at=recorded,
        approved_by=motion,
        approved_on=recorded.held_on,
        sha256="0",
    )


def test_everything_the_area_writes_down_is_printed(recorded, motions, before):
    minutes = begin_minutes(recorded)
    for part, (_kind, _title, prose) in zip(minutes.parts.all(), AREA, strict=True):
        write_part(part, prose, read=0)

    text = as_text(minutes_record(minutes))

    assert text.splitlines() == NA_IN_WORDS.strip().splitlines()


NA_IN_WORDS = """
Day: Sunday, May 4, 2008
Place: Club house, 7 Elm Street
Opened: at 2:05 p.m. by the Chair
Quorum: 2 of 12 groups with a vote; 7 were needed. There was no quorum.
Present
2 groups
Group, Who, As
3 Hope, Gil R., GSR
8 Anchor, Ann B., Alternate GSR
Officers and chairs. Treasurer, Tom K.
Observers. 3
Opening
Prayer; Traditions and Concepts were read.
Minutes and agenda
The minutes of April 6, 2008 were approved as read, by motion 05-08-02, \
moved by 8 Anchor, seconded by 3 Hope.
New representatives
Two were welcomed.
Quorum
2:30 p.m.: There is no quorum yet: 2 of 12.
Preliminary treasurer
Opening balance $812.40.
Administrative reports
Treasurer: in writing, accepted
Registrar: spoken
Subcommittees
Reports of the groups
3 Hope: in writing
No report: 8 Anchor.
Old business
Elections
Delegate: tabled. Outreach: vacant.
New business
05-08-01 Chips for newcomers
That the area give chips.
Intent: To welcome newcomers.
Moved by: Group 3 Hope
Seconded by: Group 8 Anchor
Result: Sent to the groups, to be answered by June 1, 2008.
05-08-02 Accept the minutes
That the minutes of April be accepted.
Moved by: Group 8 Anchor
Seconded by: Group 3 Hope
Result: Carried.
Final treasurer
Received $431.00; closing $1,243.40.
Distribution of funds
See 05-08-03. $200.00 to the Region.
05-08-03 Pass on $200
That $200 go to the Region.
Moved by: Group 3 Hope
Seconded by: Group 8 Anchor
Result: Carried: 2 for, 0 against, 1 abstaining.
Next meeting
Business meetings
Day, Meeting, Place
Sun, June 1, 2008, Business meeting, The same
Answers of the groups
By, Motion
Sun, June 1, 2008, 05-08-01 Chips for newcomers
Announcements
Camp-out on July 4.
Close
With a prayer.
Closed at 5:20 p.m. by the Vice Chair.
"""


def test_a_person_who_was_forgotten_is_a_former_member(area, groups):
    minutes = begin_minutes(area)
    gil = area.roll.first().person
    gil.first_name = gil.last_initial = ""
    gil.forgotten_on = date(2026, 1, 1)
    gil.save()

    text = as_text(minutes_record(minutes))

    assert "A former member" in text


def test_what_no_part_is_about_still_stands_at_the_end(area, groups, motions):
    minutes = begin_minutes(area)
    minutes.parts.exclude(kind="opening").delete()

    record = minutes_record(minutes)

    assert [part.title for part in record.parts] == [
        "Opening",
        "Roll call and quorum",
        "New business",
        "Dates and announcements",
        "Closing",
    ]
