"""A representative with the numbers of other groups, in every address there is."""

from datetime import date

import pytest
from django.urls import reverse

from intergroup.business.models import ActionItem, GroupBallot, MeetingReport, Motion
from intergroup.registry.models import Body
from tests.business.motions.asking import send_out
from tests.factories import (
    BodyFactory,
    BusinessMeetingFactory,
    GroupFactory,
    MotionFactory,
    PersonFactory,
    RepresentativeFactory,
)


@pytest.fixture
def meeting(db):
    BodyFactory()
    return BusinessMeetingFactory(held_on=Body.objects.today())


@pytest.fixture
def theirs(meeting):
    """The group of somebody else."""
    return GroupFactory(number=8, name="Theirs")


@pytest.fixture
def out(theirs):
    january = BusinessMeetingFactory(held_on=date(2026, 1, 11))
    motion = MotionFactory(meeting=january, moved_by="Finance committee")
    return send_out(motion, january)


@pytest.fixture
def as_gail(client, gail, meeting):
    """Gail speaks for group 7."""
    mine = GroupFactory(number=7, name="Mine")
    day = meeting.held_on
    RepresentativeFactory(group=mine, person=gail.person, began_on=day)
    client.force_login(gail)
    return client


@pytest.mark.parametrize(
    "key", ["group:8", "group:08", "group:7 ", "group:", "office:Treasurer", "", "\x00"]
)
def test_no_report_is_written_for_others(as_gail, theirs, key):
    address = reverse("business:my-report")

    read = as_gail.get(address, {"for": key})
    sent = as_gail.post(
        address, {"send": 1, "report": "Ha."}, query_params={"for": key}
    )

    assert (read.status_code, sent.status_code) == (404, 404)
    assert not MeetingReport.objects.exists()


def test_the_sheet_of_another_group_is_not_given(as_gail, meeting, theirs):
    found = {
        number: as_gail.get(
            reverse("business:sheet", args=[meeting.pk, number])
        ).status_code
        for number in (7, 8, 99, 10**30)
    }

    assert found == {7: 200, 8: 403, 99: 404, 10**30: 404}
    assert as_gail.get(reverse("business:sheets", args=[meeting.pk])).status_code == 403


def test_a_thing_somebody_else_took_on_stays_open(as_gail, meeting):
    items = [
        ActionItem.objects.create(meeting=meeting, title="Ask", **whose)
        for whose in ({"person": PersonFactory()}, {"office": "Secretary"})
    ]

    codes = {
        as_gail.post(reverse("business:task-done", args=[item.pk])).status_code
        for item in items
    }

    assert codes == {404}
    assert not ActionItem.objects.filter(done_on__isnull=False).exists()


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("motion-ballots", ()),
        ("ballot-sheets", ()),
        ("ballot-sheet", ("ballot",)),
        ("motion-mail", ()),
        ("motion-by-groups", ()),
        ("motion-policy", ()),
        ("motion-step", ("voted",)),
    ],
)
def test_the_ballots_and_steps_are_not_for_representatives(as_gail, out, name, more):
    ballot = out.ballots.get(group__number=8)
    args = [ballot.pk if each == "ballot" else each for each in more]
    address = reverse(f"business:{name}", args=[out.pk, *args])
    typed = {f"answer-{ballot.pk}": "f", "came_on": "2026-02-07", "way": "paper"}

    codes = {as_gail.get(address).status_code, as_gail.post(address, typed).status_code}

    assert codes <= {403, 405}
    assert not GroupBallot.objects.answered().exists()
    assert Motion.objects.get(pk=out.pk).result == "to-groups"


@pytest.mark.parametrize(
    "name",
    [
        "roll",
        "roll-group",
        "roll-officer",
        "roll-observers",
        "roll-quorum",
        "roll-open",
        "notice",
        "meeting-reports",
        "meeting-reports-ask",
        "meeting-report",
        "meeting-reports-accept",
    ],
)
def test_running_the_meeting_is_not_for_representatives(as_gail, meeting, theirs, name):
    address = reverse(f"business:{name}", args=[meeting.pk])
    typed = {"tap": f"here-{theirs.pk}", "act": "open", "for": "group:8"}

    codes = {as_gail.get(address).status_code, as_gail.post(address, typed).status_code}

    assert codes <= {403, 405}
    assert not meeting.roll.exists()


def test_a_ballot_of_another_motion_is_neither_printed_nor_answered(as_sam, out):
    other = MotionFactory(meeting=out.meeting, moved_by="Finance committee")
    other = send_out(other, out.meeting)
    ballot = other.ballots.first()
    typed = {f"answer-{ballot.pk}": "f", "came_on": "2026-02-07", "way": "paper"}

    sheet = as_sam.get(reverse("business:ballot-sheet", args=[out.pk, ballot.pk]))
    as_sam.post(reverse("business:motion-ballots", args=[out.pk]), typed)

    assert sheet.status_code == 404
    assert not GroupBallot.objects.answered().exists()


HUGE, HUGER, NUL = "9" * 40, "9" * 5_000, "\x00"


WORDS = [HUGE, HUGER, NUL, f"office:{NUL}", f"group:{HUGE}", "-1"]


@pytest.mark.parametrize("word", WORDS, ids=range(len(WORDS)))
def test_numbers_and_letters_that_no_database_takes_are_not_found(
    as_sam, meeting, theirs, word
):
    def post(name, **typed):
        address = reverse(f"business:{name}", args=[meeting.pk])
        return as_sam.post(address, typed).status_code

    def get(address, **query):
        return as_sam.get(address, query).status_code

    report = reverse("business:meeting-report", args=[meeting.pk])
    codes = {
        get(report, **{"for": word}),
        get(reverse("business:roll", args=[meeting.pk]), q=word, show=word),
        get(reverse("business:motions"), q=word, year=word, page=word),
        get(reverse("business:minutes-archive"), word=word, committee=word, year=word),
        post("roll-group", tap=f"here-{word}"),
        post("roll-group", tap=f"here-{theirs.pk}-{word}"),
        post("roll-officer", act="undo", row=word),
        post("roll-officer", act="here", office=word, person=word),
        post("roll-observers", act="undo", row=word),
        post("roll-open", act="open", by=word),
        post("meeting-reports-accept", report=word),
    }

    assert codes <= {200, 302, 404}
