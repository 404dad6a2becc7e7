"""Each kind of sending goes on from its page, where it was stopped or refused."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from intergroup.business.actions import at_work
from intergroup.business.actions.motions import (
    Said,
    answer_by_link,
    find_ballot,
    record_answers,
)
from intergroup.business.actions.reporting import find_report
from intergroup.business.models import (
    BusinessMeeting,
    MeetingReport,
    Minutes,
    Motion,
    Sending,
)
from intergroup.business.views.sendings.mailing import begin
from tests.business.sendings.conftest import KINDS, write
from tests.factories import GroupFactory

SITE = "https://office.example.org"
REST = ["group2@example.org", "group3@example.org"]


def addressed():
    return [
        address for each in mail.outbox for address in each.bcc if "group" in address
    ]


def stop_after_first(sending):
    """Let the mail of the first group have gone, and no other."""
    line = sending.lines.filter(to__contains="1 Hope").first()
    sending.lines.exclude(to__contains="Hope").delete()
    sending.lines.filter(pk=line.pk).update(is_sent=True)


def press(client, sending):
    """Press “Send the rest”; return what the page says then."""
    address = reverse("business:sent-go-on", args=[sending.pk])
    return client.post(address, follow=True).content.decode()


def page(client, sending):
    return client.get(reverse("business:sent", args=[sending.pk])).content.decode()


def words(pattern):
    return [re.findall(pattern, each.body)[0] for each in mail.outbox]


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_stopped_goes_on_and_nobody_gets_it_twice(as_sam, fill, kind):
    stopped = write(fill(), kind)
    stop_after_first(stopped)

    before = page(as_sam, stopped)
    told = press(as_sam, stopped)
    press(as_sam, stopped)

    assert "1 of 3 mails were sent." in before
    assert "Send the rest" in before
    assert addressed() == REST
    assert "Sent 3 mails." in told
    assert "Send the rest" not in told


@pytest.mark.parametrize("kind", KINDS)
def test_where_the_mail_server_does_not_answer_its_page_says_so_and_goes_on(
    as_sam, fill, kind, settings
):
    sending, usual = write(fill(), kind), settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "tests.business.reporting.closed.Backend"

    told = press(as_sam, sending)
    settings.EMAIL_BACKEND = usual
    press(as_sam, sending)

    assert "The mail server does not answer. Try again later." in told
    assert "Send the rest" in told
    assert addressed() == ["group1@example.org", *REST]


@pytest.mark.parametrize("kind", KINDS)
def test_the_button_of_its_page_goes_on_with_what_was_stopped(fill, kind):
    body = fill()
    first = write(body, kind)

    assert write(body, kind) == first
    assert Sending.objects.count() == 1


@pytest.mark.parametrize("kind", KINDS)
def test_while_somebody_is_at_work_nobody_else_sends(as_sam, fill, kind):
    sending = write(fill(), kind)
    at_work.begin(sending)

    told = press(as_sam, sending)

    assert "This page looks again by itself." in told
    assert mail.outbox == []


@pytest.mark.parametrize("kind", ["packet", "minutes", "ballot"])
def test_what_was_sent_again_since_is_not_gone_on_with(as_sam, fill, kind):
    body = fill()
    first = write(body, kind)
    first.lines.update(problem="SMTPRecipientsRefused")
    second = write(body, kind)

    told = press(as_sam, first)

    assert second != first
    assert "It was sent again since" in told
    assert "Send the rest" not in told
    assert mail.outbox == []


def test_a_reminder_of_an_action_item_is_not_gone_on_with(as_sam, fill):
    body = fill()
    at = body.packet.made_at
    sending = Sending.objects.create(
        kind="task", meeting=body.meeting, subject="A task", sent_at=at
    )
    sending.lines.create(to="Chair", problem="SMTPRecipientsRefused")

    told = press(as_sam, sending)

    assert "It is sent again by itself" in told
    assert mail.outbox == []


def test_a_notice_of_a_day_that_has_changed_is_sent_anew(as_sam, fill):
    stopped = write(fill(), "notice")
    BusinessMeeting.objects.update(place="River Hall")

    told = press(as_sam, stopped)

    assert "Day, time or place have changed since: send the notice anew." in told
    assert mail.outbox == []


def test_the_page_of_a_notice_that_was_stopped_leads_to_its_sending(as_sam, fill):
    body = fill()
    stop_after_first(write(body, "notice"))

    address = reverse("business:notice", args=[body.meeting.pk])
    told = as_sam.get(address).content.decode()

    assert "1 sent, 2 left." in told
    assert "gone to everybody" not in told


def test_the_day_of_the_notice_is_the_day_its_first_mail_has_gone(as_sam, fill):
    body = fill()
    sending = write(body, "notice")
    before = BusinessMeeting.objects.get().called_on

    press(as_sam, sending)

    assert (before, BusinessMeeting.objects.get().called_on) == (None, body.today)


def test_minutes_that_read_otherwise_now_are_sent_round_again(as_sam, fill):
    stopped = write(fill(), "minutes")
    part = Minutes.objects.get().parts.create(title="More", prose="It was cold.")

    told = press(as_sam, stopped)
    part.delete()
    press(as_sam, stopped)

    assert "The minutes read otherwise now: send them round again." in told
    assert "corrected since" not in mail.outbox[0].body


def test_minutes_count_as_sent_round_once_they_begin_to_go_out(fill):
    body = fill()

    write(body, "minutes")

    found = Minutes.objects.get()
    assert (found.state, found.circulated_on) == ("circulated", body.today)


def test_a_report_is_asked_for_once_its_mail_has_gone_with_a_good_link(as_sam, fill):
    body = fill()
    sending = write(body, "reports")
    before = set(MeetingReport.objects.values_list("asked_on", "token_hash"))

    press(as_sam, sending)

    groups = MeetingReport.objects.filter(group__isnull=False)
    found = [find_report(word, on=body.today) for word in words(r"/report/(\w+)/")]
    assert before == {(None, "")}
    assert set(groups.values_list("asked_on", flat=True)) == {body.today}
    assert {each.group.number for each in found if each.group} == {1, 2, 3}


def test_who_has_reported_meanwhile_is_not_asked_any_more(as_sam, fill):
    sending = write(fill(), "reports")
    MeetingReport.objects.filter(group__number=1).update(state="sent")

    press(as_sam, sending)

    line = sending.lines.get(to="1 Hope")
    assert (line.is_sent, line.problem) == (False, "not needed any more")
    assert addressed() == REST


def test_the_link_before_stays_good_until_a_mail_with_the_new_one_has_gone(fill):
    body = fill()
    begin(write(body, "ballot"), site=SITE)
    first = words(r"/ballot/(\w+)/")
    again = write(body, "ballot")
    before = [find_ballot(word, on=body.today) is not None for word in first]

    begin(again, site=SITE)

    after = [find_ballot(word, on=body.today) for word in first]
    new = words(r"/ballot/(\w+)/")[3:]
    assert before == [True, True, True]
    assert after == [None, None, None]
    assert all(find_ballot(word, on=body.today) for word in new)


def test_a_group_has_one_link_in_all_mails_of_a_sending(as_sam, fill):
    body = fill()
    begin(write(body, "ballot"), site=SITE)
    line = Sending.objects.get().lines.filter(to__contains="1 Hope")
    line.update(is_sent=False, problem="SMTPServerDisconnected")

    press(as_sam, Sending.objects.get())

    sent = words(r"/ballot/(\w+)/")
    assert sent[0] == sent[3]
    assert answer_by_link(sent[0], Said("for", way="link"), on=body.today)


def test_a_group_that_has_answered_meanwhile_is_not_written_to(as_sam, fill):
    body = fill()
    sending = write(body, "ballot")
    ballot = body.motion.ballots.get(group__number=1)
    record_answers(body.motion, {ballot.pk: Said("for")}, on=body.today)

    press(as_sam, sending)

    assert addressed() == REST


def test_links_are_not_mailed_once_the_day_to_answer_has_passed(as_sam, fill):
    body = fill()
    sending = write(body, "ballot")
    Motion.objects.update(answers_due_on=body.today - timedelta(days=1))

    told = press(as_sam, sending)

    assert "The day to answer by has passed" in told
    assert mail.outbox == []


def test_links_begin_with_the_address_of_the_page_that_mails_them(fill):
    begin(write(fill(), "reports"), site=SITE)

    assert all(f"{SITE}/business/report/" in each.body for each in mail.outbox)


def test_who_serves_no_more_needs_no_mail(as_sam, fill):
    sending = write(fill(), "packet")
    sending.lines.create(to="Gone, GSR")

    told = press(as_sam, sending)

    assert "not needed any more" in told
    assert "Send the rest" not in told


def test_a_group_that_comes_later_waits_for_the_next_time(as_sam, fill):
    body = fill()
    stopped = write(body, "notice")
    GroupFactory(number=9, name="New", email="group9@example.org", status="active")
    press(as_sam, stopped)

    press(as_sam, write(body, "notice"))

    assert addressed() == ["group1@example.org", *REST, "group9@example.org"]
