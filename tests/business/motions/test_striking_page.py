"""Striking on the page of a motion: who may, what is read, and an older page."""

import pytest
from django.urls import reverse

from intergroup.business.models import Minutes, Motion, MotionStep
from tests.factories import MotionFactory

Kind = MotionStep.Kind
BUTTON = "Strike the last step"


def page_of(motion):
    return reverse("business:motion", args=[motion.pk])


def address(motion, step):
    return reverse("business:motion-strike", args=[motion.pk, step.pk])


@pytest.fixture
def failed(moved, step):
    """The vote was typed the wrong way round."""
    return step(moved, Kind.VOTED, votes_for=12, votes_against=31)


def test_the_last_step_is_struck_on_the_page_and_stays_to_be_read(as_sam, failed):
    voted = failed.steps.get()
    shown = as_sam.get(page_of(failed)).content.decode()
    assert f'action="{address(failed, voted)}"' in shown

    because = {"because": "It was 31 for and 12 against."}
    told = as_sam.post(address(failed, voted), because, follow=True).content.decode()

    assert "Struck: the motion is again what it was before." in told
    history = told.split('<ol class="history">')[1].split("</ol>")[0]
    assert "<del><strong>Voted on: not carried</strong>" in history
    assert "Struck: It was 31 for and 12 against." in history
    assert BUTTON not in told
    assert "It is before the meeting" in told
    voted = MotionStep.on_record.get()
    assert voted.struck_by.email == "sam@example.org"


def test_who_reads_only_reads_what_was_struck_and_strikes_nothing(
    client, gail, as_sam, failed
):
    as_sam.post(address(failed, failed.steps.get()), {"because": "Not counted yet."})
    client.force_login(gail)

    told = client.get(page_of(failed)).content.decode()

    assert "Struck: Not counted yet." in told
    assert BUTTON not in told


def test_a_page_with_an_older_last_step_is_told_so(as_sam, moved, step):
    step(moved, Kind.AMENDED, text="That we do it.", votes_for=2, votes_against=1)
    amended = moved.steps.get()
    step(moved, Kind.TABLED)

    answer = as_sam.post(address(moved, amended), {"because": "Wrong."}, follow=True)

    assert "It is not the last step any more: look again." in answer.content.decode()
    assert moved.steps.count() == 2


@pytest.mark.parametrize("because", ["", "   ", "x" * 201])
def test_the_reason_is_asked_for_beside_its_box(as_sam, failed, because):
    answer = as_sam.post(address(failed, failed.steps.get()), {"because": because})

    told = answer.content.decode()
    assert answer.status_code == 400
    assert '<details class="strike" open>' in told
    assert Motion.objects.get().result == "failed"


def test_a_step_of_another_motion_is_not_there(as_sam, failed, january):
    other = MotionFactory(meeting=january)

    answer = as_sam.post(address(other, failed.steps.get()), {"because": "Wrong."})

    assert answer.status_code == 404


def test_the_button_is_gone_once_the_minutes_are_approved(as_sam, failed, january):
    assert BUTTON in as_sam.get(page_of(failed)).content.decode()
    kept = {"state": "approved", "approved_on": "2026-02-08", "sha256": "0"}

    Minutes.objects.create(meeting=january, **kept)

    assert BUTTON not in as_sam.get(page_of(failed)).content.decode()


def test_a_motion_that_was_only_sent_in_has_nothing_to_strike(as_sam, january):
    motion = MotionFactory(meeting=january, number="", result="received")
    motion.steps.create(kind=Kind.RECEIVED, done_on=january.held_on)

    assert BUTTON not in as_sam.get(page_of(motion)).content.decode()


def test_a_form_sent_twice_strikes_once(as_sam, moved, step):
    step(moved, Kind.AMENDED, text="That we do it.", votes_for=2, votes_against=1)
    step(moved, Kind.TABLED)
    shown = as_sam.get(page_of(moved)).content.decode()
    form = shown.split('<details class="strike">')[1]
    token = form.split('name="_once" value="')[1].split('"')[0]
    typed = {"because": "A wrong tap.", "_once": token}
    tabled = moved.steps.get(kind=Kind.TABLED)

    as_sam.post(address(moved, tabled), typed)
    told = as_sam.post(address(moved, tabled), typed, follow=True).content.decode()

    assert "nothing was recorded twice" in told
    assert [each.kind for each in moved.steps.all()] == [Kind.AMENDED]
