"""Motions sent in by the form: what is asked, for which meeting, what is forgotten."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from intergroup.business.actions.motions import let_go_of_submissions
from intergroup.business.models import Motion, MotionSubmission, Rules
from intergroup.kit import timed
from tests.factories import BusinessMeetingFactory, GroupFactory, MotionFactory

FORM = "/business/motions/send/"


@pytest.fixture
def ahead(db):
    """Two meetings to come; motions for the first are sent until today."""
    today = timezone.localdate()
    first = BusinessMeetingFactory(
        held_on=today + timedelta(days=7), motions_due_on=today
    )
    return first, BusinessMeetingFactory(held_on=today + timedelta(days=37))


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch):
    monkeypatch.setattr(timed, "AT_LEAST", 0)


def filled(meeting, **other):
    """A form as somebody fills it in, with a word that is good."""
    return {
        timed.TOKEN: timed.given("motion").word,
        "first_name": "Jo",
        "last_initial": "d",
        "email": "jo@example.org",
        "speaks_for": "group",
        "group": GroupFactory(name="Hope").pk,
        "title": "Two meetings",
        "text": "That the Area meet twice.",
        "intent": "To meet.",
        "is_policy_change": "no",
        "has_cost": "no",
        "meeting": meeting.pk,
        **other,
    }


def picture():
    out = BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG")
    return out.getvalue()


def test_a_motion_that_is_sent_in_waits_for_the_office(as_sam, ahead):
    answer = as_sam.post(FORM, filled(ahead[0]), follow=True)

    told = answer.content.decode()
    assert "Your motion has arrived" in told
    assert "That the Area meet twice." in told
    assert "jo@example.org" not in told
    motion = Motion.objects.get()
    assert (motion.result, motion.number, motion.meeting) == ("received", "", ahead[0])
    sender = MotionSubmission.objects.get()
    assert (sender.sent_by, sender.speaks_for) == ("Jo D.", "group")
    assert [step.kind for step in motion.steps.all()] == ["received"]


EVERYTHING = {
    "speaks_for": "committee",
    "moved_by": "Finance committee",
    "is_policy_change": "yes",
    "consulted": "Policy committee",
    "policy_section": "Page 4",
    "text_before": "Once.",
    "text_after": "Twice.",
    "has_cost": "yes",
    "amount": "$1,250.50",
    "budget_line": "Rent",
    "phone": "555 0100",
}


def test_every_field_of_the_form_is_kept(as_sam, ahead):
    file = SimpleUploadedFile("Jane Doe.png", picture())
    said = {**EVERYTHING, "attachments": file}

    as_sam.post(FORM, filled(ahead[0], **said))

    motion = Motion.objects.get()
    kept = {
        name: getattr(motion, name)
        for name in said
        if name in {field.name for field in Motion._meta.fields}
    }
    assert {**kept, "amount": str(motion.amount), "is_policy_change": "yes"} == {
        **{name: said[name] for name in kept},
        "amount": "1250.50",
    }
    assert (motion.is_policy_change, motion.majority) == (True, "two-thirds")
    file = motion.attachments.get()
    assert (file.name, file.kind) == ("attachment-1.png", "image/png")


def test_after_the_last_day_it_goes_to_the_meeting_after_it_and_says_so(as_sam, ahead):
    first, second = ahead
    first.motions_due_on = timezone.localdate() - timedelta(days=1)
    first.save()

    answer = as_sam.post(FORM, filled(first), follow=True)

    assert Motion.objects.get().meeting == second
    assert "It came after the last day" in answer.content.decode()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"first_name": "Jo Doe"}, "A surname is not kept"),
        ({"last_initial": ""}, "This field is required"),
        ({"group": ""}, "Choose your group."),
        ({"is_policy_change": "yes"}, "Write the policy as it would be."),
        ({"has_cost": "yes"}, "Write how much it costs."),
        ({"speaks_for": "officer"}, "Write your committee or position."),
    ],
)
def test_what_is_asked_for_is_said_beside_its_box_and_nothing_is_lost(
    as_sam, ahead, wrong, sentence
):
    answer = as_sam.post(FORM, filled(ahead[0], **wrong))

    told = answer.content.decode()
    assert (answer.status_code, sentence in told) == (422, True)
    assert "That the Area meet twice." in told
    assert not Motion.objects.exists()


def test_a_file_is_known_by_its_bytes(as_sam, ahead):
    file = SimpleUploadedFile("picture.png", b"MZ a program")

    answer = as_sam.post(FORM, filled(ahead[0], attachments=file))

    assert "is no PDF, JPEG or PNG" in answer.content.decode()
    assert not Motion.objects.exists()


def test_a_form_is_taken_once(as_sam, ahead):
    sent = filled(ahead[0])

    answers = [as_sam.post(FORM, sent).status_code for _each in range(2)]

    assert (answers, Motion.objects.count()) == ([302, 409], 1)


def test_who_has_signed_in_is_led_to_the_desk_and_not_to_the_door(as_sam, ahead):
    page = as_sam.get(reverse("business:motion-form")).content.decode()

    assert f'<a href="{reverse("desk")}">Your desk</a>' in page
    assert reverse("account_login") not in page


def test_the_public_form_is_closed_until_the_rules_open_it(client, ahead):
    assert FORM not in client.get(FORM).content.decode().split("</header>")[0]
    assert client.get(FORM).status_code == 404
    assert client.post(FORM, filled(ahead[0])).status_code == 404

    Rules.objects.create(pk=1, has_public_form=True)

    assert FORM in client.get(FORM).content.decode().split("</header>")[0]
    assert client.get(FORM).status_code == 200
    assert client.post(FORM, filled(ahead[0])).status_code == 302


def test_what_a_machine_sends_is_refused(client, ahead):
    Rules.objects.create(pk=1, has_public_form=True)

    trapped = client.post(FORM, filled(ahead[0], **{timed.TRAP: "x"}))
    forged = client.post(FORM, filled(ahead[0], **{timed.TOKEN: "x"}))

    assert (trapped.status_code, forged.status_code) == (400, 400)
    assert not Motion.objects.exists()


def test_the_public_may_send_only_so_many_in_an_hour(client, ahead):
    Rules.objects.create(pk=1, has_public_form=True)

    answers = [client.post(FORM, filled(ahead[0])).status_code for _each in range(7)]

    assert answers == [302] * 6 + [429]


def test_without_a_meeting_to_come_it_says_so(as_sam):
    assert "No business meeting is called yet" in as_sam.get(FORM).content.decode()


def test_the_office_puts_it_on_the_agenda(as_sam, ahead):
    as_sam.post(FORM, filled(ahead[0]))
    motion = Motion.objects.get()
    page = reverse("business:motion", args=[motion.pk])
    assert "mailto:jo@example.org" in as_sam.get(page).content.decode()
    listed = as_sam.get(reverse("business:motions-received")).content.decode()
    assert "Two meetings" in listed

    how = {"way": "consensus", "majority": "two-thirds", "base": "roll"}
    as_sam.post(f"{page}step/on-agenda/", {"meeting": ahead[1].pk, **how})

    motion.refresh_from_db()
    assert motion.number == f"{ahead[1].held_on:%m-%y}-01"
    assert (motion.result, motion.meeting) == ("submitted", ahead[1])
    assert (motion.way, motion.majority, motion.base) == tuple(how.values())


@pytest.mark.parametrize(("day", "let_go"), [(30, 0), (31, 1)])
def test_who_sent_it_is_let_go_of_some_time_after_it_was_settled(
    february, step, day, let_go
):
    motion = MotionFactory(meeting=february, number="", result="received")
    private = {"sent_by": "Jo D.", "email": "jo@example.org", "phone": "555"}
    sent_at = timezone.now()
    MotionSubmission.objects.create(motion=motion, sent_at=sent_at, **private)
    on = date(2026, 3, 1)
    step(motion, "not-taken-up", meeting=None, done_on=on, text="Why not.")

    found = let_go_of_submissions(on + timedelta(days=day), days=31)

    kept = MotionSubmission.objects.get()
    assert found == let_go
    assert (kept.email == "", kept.sent_by == "", kept.phone == "") == (
        (bool(let_go),) * 3
    )


def test_who_sent_a_motion_that_waits_is_kept(february):
    motion = MotionFactory(meeting=february)
    MotionSubmission.objects.create(
        motion=motion, sent_at=timezone.now(), email="jo@example.org"
    )

    assert let_go_of_submissions(date(2030, 1, 1)) == 0
