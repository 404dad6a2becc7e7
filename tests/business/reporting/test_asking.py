"""Reports are asked for by mail: one link for each, one reminder, no more."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from intergroup.business.actions.reporting import find_report
from intergroup.business.models import MeetingReport, Sending
from intergroup.kit.tokens import hashed
from tests.factories import GroupFactory

ONE_DAY = timedelta(days=1)


def test_everybody_on_the_roll_and_who_serves_is_asked(
    ask, meeting, hope, treasurer, events
):
    GroupFactory(number=8, name="Nobody there")
    GroupFactory(number=9, name="Closed", status="inactive")

    sending, tokens = ask()

    assert sorted(tokens) == ["7 Hope", "Treasurer"]
    nobody = sending.lines.filter(problem="no e-mail address")
    assert [each.to for each in nobody] == ["Events", "8 Nobody there"]
    assert sorted(str(each) for each in meeting.reports.all()) == [
        "7 Hope",
        "8 Nobody there",
        "Events",
        "Treasurer",
    ]


def test_each_is_written_to_alone_by_blind_copy_and_it_is_recorded(
    ask, hope, treasurer
):
    ask()

    assert sorted((each.to, each.bcc) for each in mail.outbox) == [
        ([], ["gil@example.org"]),
        ([], ["tom@example.org"]),
    ]
    lines = Sending.objects.get().lines.filter(is_sent=True)
    assert sorted(line.to for line in lines) == ["7 Hope", "Treasurer"]


def test_who_reports_for_two_gets_one_mail_with_two_links(ask, hope, treasurer):
    treasurer.email = "gil@example.org"
    treasurer.save()

    _sending, tokens = ask()

    (letter,) = mail.outbox
    assert sorted(tokens) == ["7 Hope", "Treasurer"]
    links = [f"https://x.example/business/report/{each}" for each in tokens.values()]
    assert all(link in letter.body for link in links)


def test_only_the_hash_of_a_link_is_kept(ask, meeting, hope):
    _told, tokens = ask()

    row = MeetingReport.objects.get()
    assert row.token_hash == hashed(tokens["7 Hope"])
    assert tokens["7 Hope"] not in str(MeetingReport.objects.values())


def test_a_link_is_good_until_the_end_of_the_day_of_the_meeting(
    ask, meeting, hope, today
):
    _told, tokens = ask()

    good = find_report(tokens["7 Hope"], on=today)
    ended = find_report(tokens["7 Hope"], on=today + ONE_DAY)

    assert (str(good), ended) == ("7 Hope", None)


def test_a_link_of_a_group_that_has_closed_is_not_good(ask, hope, today):
    _told, tokens = ask()
    hope.status = "inactive"
    hope.save()

    assert find_report(tokens["7 Hope"], on=today) is None


def test_who_was_asked_is_reminded_once_with_a_new_link(ask, meeting, hope, today):
    meeting.held_on = today + 5 * ONE_DAY
    meeting.save()
    _first, before = ask()

    with pytest.raises(ValidationError, match="asked, and reminded once"):
        ask()
    _second, after = ask(today + ONE_DAY)
    with pytest.raises(ValidationError, match="asked, and reminded once"):
        ask(today + 2 * ONE_DAY)

    row = MeetingReport.objects.get()
    assert (row.asked_on, row.reminded_on) == (today, today + ONE_DAY)
    assert "the only one" in mail.outbox[-1].body
    assert find_report(before["7 Hope"], on=today) is None
    assert str(find_report(after["7 Hope"], on=today)) == "7 Hope"


def test_who_has_sent_is_not_reminded(ask, meeting, hope, today):
    meeting.held_on = today + 5 * ONE_DAY
    meeting.save()
    ask()
    MeetingReport.objects.update(state="sent")

    with pytest.raises(ValidationError, match="asked, and reminded once"):
        ask(today + ONE_DAY)

    assert len(mail.outbox) == 1


def test_after_the_meeting_nobody_is_asked(ask, hope, today):
    with pytest.raises(ValidationError, match="over") as refused:
        ask(today + ONE_DAY)

    assert refused.value.code == "over"
    assert not MeetingReport.objects.exists()


def test_where_no_mail_could_be_sent_nobody_was_asked(ask, hope, settings):
    settings.EMAIL_BACKEND = "tests.business.reporting.closed.Backend"

    with pytest.raises(ValidationError, match="does not answer"):
        ask()

    row = MeetingReport.objects.get()
    assert (row.asked_on, row.token_hash, row.expires_on) == (None, "", None)
    assert [each.problem for each in Sending.objects.get().lines.all()] == [""]
