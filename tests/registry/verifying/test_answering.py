"""Answers: what each changes in the register, once, and for the right group."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from intergroup.registry.actions.registering.proposals import present
from intergroup.registry.actions.verifying import (
    answer_changed,
    answer_closed,
    answer_right,
    asked_by_word,
    find_question,
    verify_group,
    word_of,
)
from intergroup.registry.models import ListingChange, Registration
from tests.factories import (
    GroupContactFactory,
    GroupFactory,
    MeetingFactory,
    PersonFactory,
    RepresentativeFactory,
    VerificationFactory,
)
from tests.registry.verifying.letters import Box
from tests.registry.verifying.test_asking import FEBRUARY_1, ask, represented

FEBRUARY_9 = date(2026, 2, 9)


@pytest.fixture
def question(db):
    """A question to Gail about her group, open until the end of January."""
    person = PersonFactory(first_name="Gail", last_initial="R", email="g@example.org")
    serving = RepresentativeFactory(person=person)
    return VerificationFactory(group=serving.group, person=person)


JANUARY_9 = date(2026, 1, 9)


def change_form(group):
    return Registration.objects.create(
        kind="change",
        group=group,
        proposed={"group": {"name": "Hope"}},
        sent_at="2026-01-09T12:00Z",
    )


def test_right_is_written_into_the_register_and_told(question):
    answer_right(question, on=JANUARY_9)

    question.refresh_from_db()
    change = ListingChange.objects.get()
    assert question.group.verified_on == JANUARY_9
    assert question.answer == "right"
    assert (change.field, change.after, change.way, change.changed_by) == (
        "verified_on",
        "2026-01-09",
        "verification",
        None,
    )


def test_one_answer_closes_the_other_questions_of_the_group(question):
    other = VerificationFactory(group=question.group)
    foreign = VerificationFactory()

    answer_right(question, on=JANUARY_9)

    other.refresh_from_db()
    foreign.refresh_from_db()
    assert (other.answer, foreign.answer) == ("right", "")


@pytest.mark.parametrize("answer", [answer_right, answer_closed])
def test_a_question_is_answered_once(question, answer):
    answer_right(question, on=JANUARY_9)

    with pytest.raises(ValidationError) as refused:
        answer(question, on=JANUARY_9)

    assert refused.value.code == "used"
    assert Registration.objects.count() == 0


@pytest.mark.parametrize(
    ("on", "is_good"),
    [(date(2026, 1, 1), True), (date(2026, 1, 30), True), (date(2026, 1, 31), False)],
)
def test_a_link_is_good_until_the_day_it_ends(db, on, is_good):
    box = Box()
    ask(represented(), box, on=date(2026, 1, 1))

    assert bool(find_question(box.token, on=on)) is is_good


@pytest.mark.parametrize("word", ["", "wrong", "\x00", "é" * 5000], ids=range(4))
def test_a_wrong_link_finds_nothing(question, word):
    assert find_question(word, on=JANUARY_9) is None


@pytest.mark.parametrize(
    ("on", "is_good"), [(date(2026, 2, 9), True), (date(2026, 2, 10), False)]
)
def test_a_link_is_good_to_the_last_day_of_the_term_of_who_was_asked(db, on, is_good):
    group = represented()
    group.representatives.update(ends_on=date(2026, 2, 10))
    box = Box()
    ask(group, box)

    assert bool(find_question(box.token, on=on)) is is_good


def test_a_contact_who_ended_cannot_answer_any_more(db):
    group = GroupFactory()
    person = PersonFactory(email="c@example.org")
    GroupContactFactory(group=group, person=person, ended_on=date(2026, 2, 10))
    box = Box()
    ask(group, box)

    found = [find_question(box.token, on=date(2026, 2, day)) for day in (9, 10)]

    assert [bool(each) for each in found] == [True, False]


@pytest.mark.parametrize("status", ["paused", "inactive", "merged", "new"])
def test_the_link_of_a_group_that_does_not_meet_is_not_good(db, status):
    group = represented()
    box = Box()
    ask(group, box)
    type(group).objects.update(status=status)

    assert find_question(box.token, on=FEBRUARY_9) is None


@pytest.mark.parametrize("status", ["pending-inactive", "missing"])
def test_a_group_thought_gone_is_back_when_it_answers(db, status):
    group = represented(status=status)
    MeetingFactory(group=group)
    box = Box()
    ask(group, box)

    answer_right(find_question(box.token, on=FEBRUARY_9), on=FEBRUARY_9)

    group.refresh_from_db()
    assert group.verified_on == FEBRUARY_9
    assert group.status in type(group).ON_THE_ROLL


def test_no_longer_meets_is_a_form_for_the_office_and_closes_nothing(question):
    MeetingFactory(group=question.group)

    sent = answer_closed(question, on=JANUARY_9)

    question.refresh_from_db()
    assert (sent.kind, sent.state, sent.group) == ("close", "sent", question.group)
    assert sent.present == present(question.group)
    assert (sent.sender_first_name, sent.sender_initial) == ("Gail", "R")
    assert (question.answer, question.registration) == ("closed", sent)
    assert (question.group.status, question.group.verified_on) == ("active", None)


def test_a_form_in_answer_is_connected_and_closes_the_question(question):
    form = change_form(question.group)

    answer_changed(question, form, on=JANUARY_9)

    question.refresh_from_db()
    assert (question.answer, question.registration) == ("changed", form)
    assert question.group.verified_on is None


def test_a_form_of_another_group_is_no_answer(question):
    form = change_form(GroupFactory())

    with pytest.raises(ValidationError) as refused:
        answer_changed(question, form, on=JANUARY_9)

    assert refused.value.code == "another_group"


def test_a_question_goes_along_with_a_form_as_a_word_of_its_group(question):
    word = word_of(question)
    other = GroupFactory()

    found = [
        asked_by_word(word, group=question.group, on=JANUARY_9),
        asked_by_word(word, group=other, on=JANUARY_9),
        asked_by_word(f"{word}x", group=question.group, on=JANUARY_9),
        asked_by_word(word, group=question.group, on=date(2026, 1, 31)),
    ]

    assert found == [question, None, None, None]


def test_what_was_said_by_telephone_closes_the_questions(question, sam):
    verify_group(question.group, on=JANUARY_9, verified_by=sam)

    question.refresh_from_db()
    change = ListingChange.objects.get()
    assert question.answer == "right"
    assert (change.way, change.changed_by) == ("office", sam)


def test_a_closed_group_is_not_verified(db, sam):
    group = GroupFactory(status="inactive")

    with pytest.raises(ValidationError, match="is inactive: first say that it meets"):
        verify_group(group, on=FEBRUARY_1, verified_by=sam)
