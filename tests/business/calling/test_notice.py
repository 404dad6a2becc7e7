"""The notice of a meeting: to whom, once each, and again where it has changed."""

from datetime import UTC, date, datetime, time

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.urls import reverse
from icalendar import Calendar

from intergroup.business.actions.calling import invited_to, write_notice
from intergroup.business.actions.sending import go_on
from intergroup.business.models import BusinessMeeting
from intergroup.business.reports.notice import notice_post
from tests.factories import (
    BodyFactory,
    BusinessMeetingFactory,
    GroupFactory,
    PersonFactory,
    PositionFactory,
    RepresentativeFactory,
    TermFactory,
    UserFactory,
)

AT = datetime(2026, 1, 20, 17, tzinfo=UTC)
LONG_AGO = date(2025, 1, 1)


@pytest.fixture
def meeting(db):
    BodyFactory(time_zone="America/New_York")
    return BusinessMeetingFactory(
        begins_at=time(14), place="Unity Hall", conference_url="https://example.org/m"
    )


@pytest.fixture
def hope(db):
    return GroupFactory(number=12, name="Hope")


def speaker(group, email="", **fields):
    person = PersonFactory(email=email)
    return RepresentativeFactory(
        group=group, person=person, began_on=LONG_AGO, **fields
    )


def send(meeting, at=AT):
    sent = write_notice(meeting, subject="Notice", at=at, sent_by=UserFactory())
    go_on(sent, notice_post(sent, on=at.date(), site=""))
    return sent


def sent_to(sending):
    return list(sending.lines.values_list("to", flat=True))


def event(message):
    """The one event in the file of a mail."""
    (attached,) = message.attachments
    (found,) = Calendar.from_ical(attached.content).walk("VEVENT")
    return found


def test_representatives_alternates_and_those_who_serve_are_invited(meeting, hope):
    speaker(hope, "gail@example.org")
    speaker(hope, is_alternate=True)
    position = PositionFactory(name="Chair", email="chair@example.org")
    TermFactory(position=position, began_on=LONG_AGO)

    invited = invited_to(meeting)

    assert [(each.to, each.address) for each in invited.reached] == [
        ("12 Hope, GSR", "gail@example.org"),
        ("Chair", "chair@example.org"),
    ]
    assert invited.without == ("12 Hope, Alternate GSR",)


def test_one_address_gets_one_mail(meeting, hope):
    speaker(hope, "same@example.org")
    speaker(hope, "Same@example.org", is_alternate=True)

    assert sent_to(send(meeting)) == ["12 Hope, GSR"]
    assert [each.bcc for each in mail.outbox] == [["same@example.org"]]


def test_the_notice_brings_a_file_for_the_calendar(meeting, hope):
    speaker(hope, "gail@example.org")

    send(meeting)

    found = event(mail.outbox[0])
    assert found["summary"] == "Business meeting"
    assert found["location"] == "Unity Hall"
    assert found.decoded("dtstart").isoformat() == "2026-02-08T14:00:00-05:00"
    assert found.decoded("dtend").isoformat() == "2026-02-08T16:00:00-05:00"
    assert (found["uid"].split("@")[0], found["sequence"]) == (
        f"business-meeting-{meeting.pk}",
        0,
    )
    assert b"METHOD:PUBLISH" in mail.outbox[0].attachments[0].content.encode()


def test_the_day_of_the_notice_is_written_down(meeting, hope):
    speaker(hope, "gail@example.org")

    send(meeting)

    assert BusinessMeeting.objects.get().called_on == date(2026, 1, 20)


def test_sent_again_it_goes_to_those_it_has_not_reached(meeting, hope):
    speaker(hope, "gail@example.org")
    send(meeting)
    speaker(hope, "alan@example.org", is_alternate=True)

    assert sent_to(send(meeting)) == ["12 Hope, Alternate GSR"]


def test_it_is_refused_where_nobody_is_left(meeting, hope):
    speaker(hope, "gail@example.org")
    send(meeting)

    with pytest.raises(ValidationError, match="gone to everybody"):
        send(meeting)


def test_a_meeting_that_is_over_is_not_announced(meeting, hope):
    speaker(hope, "gail@example.org")

    with pytest.raises(ValidationError, match="over already"):
        send(meeting, at=datetime(2026, 2, 10, tzinfo=UTC))


def test_a_change_goes_to_everybody_and_takes_the_place_of_the_first(meeting, hope):
    speaker(hope, "gail@example.org")
    send(meeting)
    meeting.place = "River Hall"
    meeting.save()

    send(meeting)

    first, second = mail.outbox
    assert (first.subject, second.subject) == (
        "Notice of the meeting on Feb. 8, 2026",
        "Changed: the meeting on Feb. 8, 2026",
    )
    assert event(first)["uid"] == event(second)["uid"]
    assert event(second)["sequence"] == 1


def test_a_word_on_the_agenda_is_no_change(meeting, hope):
    speaker(hope, "gail@example.org")
    send(meeting)
    meeting.agenda.create(title="Coffee", minutes=5)

    with pytest.raises(ValidationError, match="gone to everybody"):
        send(meeting)


def test_a_meeting_without_an_hour_is_a_whole_day(meeting, as_sam):
    BusinessMeeting.objects.update(begins_at=None)

    answer = as_sam.get(reverse("business:meeting-ics", args=[meeting.pk]))

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert b"DTSTART;VALUE=DATE:20260208" in answer.content


def test_the_page_shows_the_words_and_names_who_has_no_address(as_sam, hope):
    meeting = BusinessMeetingFactory(held_on=date(2099, 2, 8), place="Unity Hall")
    meeting.agenda.create(title="Coffee")
    speaker(hope, "gail@example.org")
    speaker(hope, is_alternate=True)

    html = as_sam.get(reverse("business:notice", args=[meeting.pk])).content.decode()

    assert "Notice of the meeting on Feb. 8, 2099" in html
    assert "1. Coffee" in html
    assert "<li>12 Hope, Alternate GSR</li>" in html


def test_one_button_sends_it_once(as_sam, hope):
    meeting = BusinessMeetingFactory(held_on=date(2099, 2, 8))
    speaker(hope, "gail@example.org")
    page = reverse("business:notice", args=[meeting.pk])

    as_sam.post(page)
    again = as_sam.post(page, follow=True).content.decode()

    subjects = [each.subject for each in mail.outbox if "gail" in each.bcc[0]]
    assert subjects == ["Notice of the meeting on Feb. 8, 2099"]
    assert "gone to everybody who has an address" in again
