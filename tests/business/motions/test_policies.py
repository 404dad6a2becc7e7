"""A motion on policy: its new words are amended too, in the one vote."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from intergroup.business.models import Motion, MotionStep
from intergroup.business.reports.minutes.moved import moved_at
from intergroup.business.reports.motion_page import Change, motion_page

Kind = MotionStep.Kind
CARRYING = {"votes_for": 7, "votes_against": 3}
TIE = {"votes_for": 5, "votes_against": 5}


@pytest.fixture
def policy(moved):
    """The motion on the floor changes a policy."""
    moved.is_policy_change, moved.text_after = True, "We meet\ntwice."
    moved.save()
    return moved


@pytest.mark.parametrize(
    ("votes", "after"), [(CARRYING, "We meet thrice."), (TIE, "We meet\ntwice.")]
)
def test_the_policy_is_amended_where_the_amendment_carries(policy, step, votes, after):
    motion = step(policy, Kind.AMENDED, policy="We meet thrice.", **votes)

    assert (motion.text, motion.text_after) == ("That we do.", after)
    amended = motion.steps.get()
    assert (amended.policy_before, amended.policy) == (
        "We meet\ntwice.",
        "We meet thrice.",
    )


def test_only_what_is_amended_is_told(policy, step, january):
    motion = step(policy, Kind.AMENDED, policy="We meet thrice.", **CARRYING)

    (told,) = motion_page(motion, roll=None).history
    (moved,) = moved_at(january)["new"]

    title = "The policy, before and after"
    assert told.changes == (Change(title, "We meet\ntwice.", "We meet thrice."),)
    assert moved.steps == ("Amended: 7 for, 3 against: “We meet thrice.” Carried.",)


def test_both_are_amended_in_one_vote(policy, step):
    words = {"text": "That we do it.", "policy": "We meet thrice."}

    motion = step(policy, Kind.AMENDED, **words, **CARRYING)

    assert (motion.text, motion.text_after) == ("That we do it.", "We meet thrice.")
    assert len(motion_page(motion, roll=None).history[0].changes) == 2


@pytest.mark.parametrize(
    "words",
    [
        {},
        {"text": "That we do.", "policy": "We meet\ntwice."},
        {"text": " That  we do.\r\n", "policy": "We meet\r\ntwice."},
    ],
)
def test_words_that_stay_as_they_are_amend_nothing(policy, step, words):
    with pytest.raises(ValidationError, match="Write the words as they would be"):
        step(policy, Kind.AMENDED, **words, **CARRYING)


def test_a_motion_that_changes_no_policy_gets_none_by_an_amendment(moved, step):
    motion = step(moved, Kind.AMENDED, text="That we do it.", policy="Ha.", **CARRYING)

    assert motion.text_after == ""


def test_the_page_has_a_box_for_the_policy_and_writes_it(as_sam, policy, january):
    page = reverse("business:motion", args=[policy.pk])
    typed = {"meeting": january.pk, "text": "That we do.", "policy": "We meet daily."}

    html = as_sam.get(page).content.decode()
    as_sam.post(f"{page}step/amended/", typed | CARRYING)

    assert "We meet\ntwice.</textarea>" in html
    assert Motion.objects.get().text_after == "We meet daily."
    assert "The policy, before and after" in as_sam.get(page).content.decode()


def test_the_box_is_not_there_where_no_policy_changes(as_sam, moved):
    html = as_sam.get(reverse("business:motion", args=[moved.pk])).content.decode()

    assert "The policy as it would be" not in html
