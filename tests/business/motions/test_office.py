"""Motions in the office’s screens: what steps have settled, what is taken out."""

import csv
import io

from django.urls import reverse

from intergroup.business.models import Motion, MotionStep
from intergroup.business.resources import MotionResource
from tests.business.test_office import change, typed

Kind = MotionStep.Kind
CARRYING = {"votes_for": 7, "votes_against": 3}


def test_on_the_page_of_its_meeting_what_steps_settled_is_only_read(
    as_sam, moved, january, step
):
    motion = step(moved, Kind.VOTED, **CARRYING)
    row = {"id": motion.pk, "meeting": january.pk, "title": "Better said"}
    row |= {"number": "x", "text": "Ha.", "result": "failed", "votes_for": 1}
    row |= {"majority": "all"}

    html = as_sam.get(change(january)).content.decode()
    answer = as_sam.post(change(january), typed(motions=[row]))

    kept = Motion.objects.get()
    assert answer.status_code == 302
    assert (kept.title, kept.number, kept.text) == (
        "Better said",
        motion.number,
        "That we do.",
    )
    assert (kept.result, kept.votes_for, kept.majority) == ("carried", 7, "simple")
    box = html.split('name="motions-0-result"')[1].split(">")[0]
    assert "disabled" in box


def test_a_motion_without_steps_is_still_entered_there(as_sam, moved, january):
    html = as_sam.get(change(january)).content.decode()

    box = html.split('name="motions-0-result"')[1].split(">")[0]
    assert "disabled" not in box


def test_the_book_is_taken_out_with_policy_and_money(moved):
    moved.is_policy_change, moved.policy_section = True, "Page 3"
    moved.text_after, moved.amount = "We meet twice.", 25
    moved.save()

    (row,) = csv.DictReader(io.StringIO(MotionResource().export().csv))

    names = ("way", "base", "blocks", "is_policy_change", "policy_section")
    assert [row[name] for name in (*names, "text_after", "amount")] == [
        "vote",
        "cast",
        "",
        "1",
        "Page 3",
        "We meet twice.",
        "25.00",
    ]


def test_the_page_of_a_motion_lets_its_new_policy_be_read_once_it_has_steps(
    as_sam, moved, step
):
    step(moved, Kind.VOTED, **CARRYING)

    address = reverse("admin:business_motion_change", args=[moved.pk])
    html = as_sam.get(address).content.decode()

    assert 'name="text_after"' not in html
