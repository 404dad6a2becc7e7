"""Minutes go round, are corrected, approved, locked; each in its turn."""

import hashlib
from datetime import date

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from intergroup.business.actions.minutes import (
    amend_minutes,
    approve_minutes,
    ask_correction,
    settle_correction,
    write_part,
)
from intergroup.business.models import (
    Minutes,
    MinutesAmendment,
    MinutesCorrection,
    MinutesPart,
)
from intergroup.business.reports.minutes import minutes_record
from intergroup.business.reports.minutes.paper import keep
from tests.factories import (
    BusinessMeetingFactory,
    GroupFactory,
    MotionFactory,
    PersonFactory,
    RepresentativeFactory,
)

MARCH_8 = date(2026, 3, 8)


def state(minutes):
    return Minutes.objects.get(pk=minutes.pk).state


def correction(minutes):
    return MinutesCorrection(
        minutes=minutes, asked_on=MARCH_8, asked_by="Group 7 Hope", text="It was nine."
    )


def test_they_go_to_all_who_speak_for_a_group_with_the_pdf(minutes, go_round):
    group = GroupFactory(number=7, name="Hope")
    person = PersonFactory(email="gil@example.org")
    RepresentativeFactory(group=group, person=person, began_on=date(2026, 1, 1))

    sending = go_round(minutes)

    (letter,) = mail.outbox
    name, content, _kind = letter.attachments[0]
    assert (letter.to, letter.bcc, name) == (
        [],
        ["gil@example.org"],
        "minutes-2026-02-08.pdf",
    )
    assert sending.sha256 == hashlib.sha256(content).hexdigest()
    assert [line.to for line in sending.lines.all()] == ["7 Hope, GSR"]
    assert state(minutes) == "circulated"


def test_before_the_meeting_there_is_nothing_to_send_round(minutes, go_round):
    with pytest.raises(ValidationError, match="still to come"):
        go_round(minutes, on=date(2026, 2, 7))


def test_a_correction_that_is_taken_makes_them_corrected(minutes, go_round):
    go_round(minutes)
    asked = correction(minutes)
    ask_correction(asked)

    settle_correction(asked, outcome="taken")

    assert state(minutes) == "corrected"
    with pytest.raises(ValidationError, match="its answer already"):
        settle_correction(asked, outcome="left")


def test_a_correction_that_is_left_leaves_them_as_they_were(minutes, go_round):
    go_round(minutes)
    asked = correction(minutes)
    ask_correction(asked)

    settle_correction(asked, outcome="left")

    assert state(minutes) == "circulated"


def test_while_they_are_written_nobody_asks_for_a_correction(minutes):
    with pytest.raises(ValidationError, match="still being written"):
        ask_correction(correction(minutes))


def test_approved_they_keep_their_words_their_paper_and_its_fingerprint(approved):
    found = Minutes.objects.get(pk=approved.pk)

    assert (found.state, found.approved_on) == ("approved", MARCH_8)
    assert bytes(found.content).startswith(b"%PDF-")
    assert hashlib.sha256(found.content).hexdigest() == found.sha256
    assert "approved as read, without a count" in found.text


def test_they_are_not_approved_before_anybody_has_read_them(minutes, later):
    with pytest.raises(ValidationError, match="Send these minutes round first"):
        approve_minutes(minutes, at=later, on=MARCH_8, keep=keep)


def test_they_are_approved_once(approved, later):
    with pytest.raises(ValidationError, match="approved already"):
        approve_minutes(approved, at=later, on=MARCH_8, keep=keep)


def test_an_open_correction_has_its_answer_before_they_are_approved(
    minutes, later, go_round
):
    go_round(minutes)
    ask_correction(correction(minutes))

    with pytest.raises(ValidationError, match="taken or left"):
        approve_minutes(minutes, at=later, on=MARCH_8, keep=keep)


def test_a_meeting_that_is_not_later_or_not_held_approves_nothing(
    minutes, later, go_round
):
    go_round(minutes)

    for at, on, code in [
        (minutes.meeting, MARCH_8, "not_later"),
        (later, date(2026, 3, 7), "not_held"),
    ]:
        with pytest.raises(ValidationError) as refused:
            approve_minutes(minutes, at=at, on=on, keep=keep)
        assert refused.value.code == code


def test_a_motion_that_did_not_carry_there_approves_nothing(minutes, later, go_round):
    go_round(minutes)
    motion = MotionFactory(
        number="03-26-01", meeting=later, decided_at=later, result="failed"
    )

    with pytest.raises(ValidationError, match="did not carry"):
        approve_minutes(minutes, at=later, on=MARCH_8, keep=keep, motion=motion)


def test_a_motion_approves_them_and_both_name_it(minutes, later, go_round):
    go_round(minutes)
    motion = MotionFactory(
        number="03-26-01",
        meeting=later,
        decided_at=later,
        result="carried",
        moved_by_group=GroupFactory(number=3, name="Anchor"),
        seconded_by_group=GroupFactory(number=7, name="Hope"),
    )

    approve_minutes(minutes, at=later, on=MARCH_8, keep=keep, motion=motion)

    told = (
        "The minutes of Feb. 8, 2026 were approved as read, by motion 03-26-01, "
        "moved by 3 Anchor, seconded by 7 Hope."
    )
    theirs = minutes_record(Minutes.objects.create(meeting=later))
    assert minutes_record(Minutes.objects.get(pk=minutes.pk)).approved == told
    assert told in [s for part in theirs.parts for s in part.records.sentences]


def test_approved_minutes_are_locked_for_every_action(approved):
    part = approved.parts.first()

    with pytest.raises(ValidationError, match="only a later decision"):
        write_part(part, "Otherwise.", read=part.revision)
    with pytest.raises(ValidationError, match="only a later decision"):
        ask_correction(correction(approved))


def test_a_later_decision_amends_them_and_both_show_it(approved):
    april = BusinessMeetingFactory(held_on=date(2026, 4, 12))
    amendment = MinutesAmendment(
        minutes=approved,
        decided_at=april,
        text="The rent was $45.",
        recorded_on=april.held_on,
    )

    amend_minutes(amendment)

    theirs = minutes_record(Minutes.objects.create(meeting=april))
    said = [s for part in theirs.parts for s in part.records.sentences]
    assert [each.text for each in minutes_record(approved).amendments] == [
        "The rent was $45."
    ]
    assert "The minutes of Feb. 8, 2026 were amended: “The rent was $45.”" in said


def test_what_is_not_approved_is_corrected_and_not_amended(minutes, later):
    amendment = MinutesAmendment(
        minutes=minutes, decided_at=later, text="…", recorded_on=MARCH_8
    )

    with pytest.raises(ValidationError, match="write down a correction"):
        amend_minutes(amendment)


def test_an_earlier_meeting_amends_nothing(approved):
    amendment = MinutesAmendment(
        minutes=approved,
        decided_at=approved.meeting,
        text="…",
        recorded_on=MARCH_8,
    )

    with pytest.raises(ValidationError, match=r"March 8, 2026 or later"):
        amend_minutes(amendment)


MORE = (
    'INSERT INTO business_minutespart (minutes_id, "order", kind, title, prose, '
    "revision) SELECT id, 99, '', 'More', '', 0 FROM business_minutes"
)
BY_HAND = (
    "UPDATE business_minutes SET text = 'otherwise'",
    "UPDATE business_minutes SET state = 'draft'",
    "DELETE FROM business_minutes",
    "UPDATE business_minutespart SET prose = 'otherwise'",
    "DELETE FROM business_minutespart",
    MORE,
    "UPDATE business_minutesamendment SET text = 'otherwise'",
    "DELETE FROM business_minutesamendment",
)


@pytest.mark.parametrize("statement", BY_HAND)
def test_the_database_keeps_what_was_approved(approved, statement):
    MinutesAmendment.objects.create(
        minutes=approved,
        decided_at=approved.approved_at,
        text="…",
        recorded_on=MARCH_8,
    )

    with (
        pytest.raises(IntegrityError, match="stay as they were approved"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_a_draft_may_be_written_and_taken_away(minutes):
    MinutesPart.objects.update(prose="Otherwise.")

    minutes.delete()

    assert not MinutesPart.objects.exists()
