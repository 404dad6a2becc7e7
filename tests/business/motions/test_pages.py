"""The page of a motion, the book, the policies, and the same motion again."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from intergroup.business.actions.motions import decided_before, make_policy
from intergroup.business.models import Guideline, Motion, MotionStep, Rules
from tests.factories import MotionFactory

Kind = MotionStep.Kind


def page_of(motion):
    return reverse("business:motion", args=[motion.pk])


def test_the_page_leads_a_motion_through_its_life(as_sam, january, hope, grace):
    motion = MotionFactory(meeting=january, text="That we do.")
    page = page_of(motion)
    at = {"meeting": january.pk}
    assert "waits to be moved" in as_sam.get(page).content.decode()

    as_sam.post(f"{page}step/moved/", {**at, "by_group": hope.pk})
    assert "waits for a second" in as_sam.get(page).content.decode()
    as_sam.post(f"{page}step/seconded/", {**at, "by_group": grace.pk})
    counts = {"votes_for": 14, "votes_against": 7, "abstentions": 2}
    how = {"majority": "two-thirds", "base": "cast"}
    as_sam.post(f"{page}step/voted/", {**at, **counts, **how})

    told = as_sam.get(page).content.decode()
    assert "Carried: 14 for, 7 against, 2 abstaining." in told
    rule = "Needs two-thirds of the votes cast, abstentions left out: 14 of 21."
    assert rule in told
    assert [step.recorded_by.email for step in motion.steps.all()] == [
        "sam@example.org"
    ] * 3


def test_a_step_out_of_its_turn_comes_back_as_a_sentence(as_sam, january):
    motion = MotionFactory(meeting=january)
    counts = {"votes_for": 1, "votes_against": 0}
    how = {"majority": "simple", "base": "cast", "meeting": january.pk}

    answer = as_sam.post(f"{page_of(motion)}step/voted/", counts | how, follow=True)

    assert "Nobody has moved it yet." in answer.content.decode()


def test_what_is_wrong_in_a_form_stands_beside_its_box(as_sam, moved, january):
    typed = {"meeting": january.pk, "text": "New words", "votes_for": "7"}

    answer = as_sam.post(f"{page_of(moved)}step/amended/", typed)

    told = answer.content.decode()
    assert answer.status_code == 400
    assert "Write how many voted for and how many against, or 0." in told
    assert "New words" in told


def test_a_motion_is_sent_out_to_the_groups_by_its_page(
    as_sam, moved, january, mailoutbox
):
    typed = {"meeting": january.pk, "due_on": "2099-02-07", "is_mailed": "on"}

    as_sam.post(f"{page_of(moved)}step/to-groups/", typed)

    assert moved.ballots.count() == 2
    assert len(mailoutbox) == 2
    assert "/business/ballot/" in mailoutbox[0].body


def test_an_unknown_step_is_not_there(as_sam, moved):
    assert as_sam.post(f"{page_of(moved)}step/burned/").status_code == 404


def test_who_reads_only_sees_no_form(client, gail, moved):
    client.force_login(gail)

    told = client.get(page_of(moved)).content.decode()

    assert "<form" not in told.split('id="content"')[1].split("footer")[0]


BOOK = "/business/motions/"


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", ["02-26-01", "01-26-01"]),
        ("q=coffee", ["01-26-01"]),
        ("q=COFFEE+basket", ["01-26-01"]),
        ("q=coffee+tea", []),
        ("q=02-26", ["02-26-01"]),
        ("q=alone", ["01-26-01"]),
        ("year=2025", ["02-26-01", "01-26-01"]),
        ("year=2026&q=coffee", ["01-26-01"]),
        ("result=tabled", ["01-26-01"]),
        ("policy=on", ["02-26-01"]),
        ("year=nonsense", ["02-26-01", "01-26-01"]),
        ("page=99", ["02-26-01", "01-26-01"]),
    ],
)
def test_the_book_is_searched(as_sam, january, february, query, numbers):
    MotionFactory(
        meeting=january,
        number="01-26-01",
        title="Coffee",
        text="From the basket.",
        intent="Nobody pays alone.",
        result="tabled",
    )
    MotionFactory(
        meeting=february, number="02-26-01", title="Rota", is_policy_change=True
    )
    MotionFactory(meeting=february, number="", result="received")

    answer = as_sam.get(f"{BOOK}?{query}")

    assert [each.number for each, _where in answer.context["lines"]] == numbers


def test_the_book_takes_as_many_queries_for_many_as_for_one(
    as_sam, january, django_assert_max_num_queries
):
    for _each in range(12):
        MotionFactory(meeting=january, result="to-groups")

    with django_assert_max_num_queries(16):
        as_sam.get(BOOK)


@pytest.fixture
def carried(moved, step):
    Motion.objects.filter(pk=moved.pk).update(
        is_policy_change=True, text_after="We meet twice."
    )
    return step(moved, Kind.VOTED, votes_for=7, votes_against=3)


def test_a_carried_motion_makes_a_policy_in_the_place_of_the_old_one(
    as_sam, carried, january
):
    old = Guideline.objects.create(
        title="Meetings", text="Once.", adopted_on=date(2020, 1, 1)
    )
    typed = {"title": "Meetings", "text": "We meet twice.", "replaces": old.pk}

    as_sam.post(f"{page_of(carried)}policy/", typed)

    old.refresh_from_db()
    made = carried.guidelines.get()
    assert (made.text, made.adopted_on) == ("We meet twice.", january.held_on)
    assert (made.replaces, old.ended_on) == (old, january.held_on)
    assert "Policies that hold" in as_sam.get(BOOK).content.decode()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [({"is_policy_change": False}, "changes no policy"), ({}, "has ended already")],
)
def test_no_policy_is_made_of_nothing_nor_in_the_place_of_what_ended(
    carried, change, sentence
):
    Motion.objects.filter(pk=carried.pk).update(**change)
    old = Guideline.objects.create(
        title="Old", text="…", adopted_on=date(2020, 1, 1), ended_on=date(2021, 1, 1)
    )

    with pytest.raises(ValidationError, match=sentence):
        make_policy(Guideline(title="A", text="B", motion=carried, replaces=old))


@pytest.mark.parametrize(
    ("months", "day", "warns"),
    [
        (6, date(2026, 7, 10), True),
        (6, date(2026, 7, 11), False),
        (0, date(2026, 2, 8), False),
    ],
)
def test_the_same_motion_again_warns_for_some_months(
    january, february, months, day, warns
):
    Rules.objects.create(pk=1, months_before_again=months)
    old = MotionFactory(
        meeting=january, result="failed", decided_at=january, text="That we MEET twice!"
    )
    new = MotionFactory(meeting=february, title="Again", text="that we meet, twice")

    assert decided_before(new, on=day) == (old if warns else None)


def test_columns_that_follow_from_steps_are_read_only_in_the_list(as_sam, carried):
    page = as_sam.get(reverse("admin:business_motion_change", args=[carried.pk]))

    names = set(page.context["adminform"].readonly_fields)
    assert names >= {"result", "decided_at", "votes_for", "votes_against", "text"}
