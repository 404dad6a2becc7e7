"""A form that is opened from the page of a question answers it once it is sent."""

import pytest
from django.utils import timezone

from intergroup.kit import timed
from intergroup.registry.actions.verifying import answer_right, word_of
from intergroup.registry.models import Registration, Verification
from tests.factories import DirectoryFactory, GroupFactory, MeetingFactory
from tests.registry.registering.test_send_change import boxes
from tests.registry.registering.typed import SENDER, about, word
from tests.registry.verifying.letters import Box
from tests.registry.verifying.test_asking import ask


@pytest.fixture
def question(db):
    """An open question to a group with a meeting."""
    DirectoryFactory()
    group = GroupFactory(number=7, name="Hope", email="hope@example.org")
    MeetingFactory(group=group)
    box = Box()
    ask(group, box, on=timezone.localdate())
    return box.letters[-1][0]


def send(client, group, asked):
    """Open the form to change the group, give it another name, and send it."""
    address, purpose = about(group, "change")
    there = f"{address}?asked={asked}"
    given = boxes(client.get(there))
    typed = SENDER | {timed.TOKEN: word(purpose), "group-name": "Hope and Joy"}
    return client.post(there, given | typed)


def test_a_form_that_is_sent_answers_the_question_it_came_from(client, question):
    send(client, question.group, word_of(question))

    question.refresh_from_db()
    assert question.answer == "changed"
    assert question.registration == Registration.objects.get()


def test_opening_the_form_answers_nothing(client, question):
    address, _purpose = about(question.group, "change")

    client.get(f"{address}?asked={word_of(question)}")

    assert Verification.objects.get().answer == ""


@pytest.mark.parametrize("asked", ["", "wrong", "1:2:3"])
def test_a_form_with_a_wrong_word_is_taken_and_answers_nothing(client, question, asked):
    send(client, question.group, asked)

    assert Registration.objects.count() == 1
    assert Verification.objects.get().answer == ""


def test_the_word_of_another_groups_question_answers_nothing(client, question):
    other = GroupFactory(number=8)
    MeetingFactory(group=other)

    send(client, other, word_of(question))

    assert Registration.objects.get().group == other
    assert Verification.objects.get().answer == ""


def test_a_form_that_comes_after_the_answer_counts_all_the_same(client, question):
    asked = word_of(question)
    answer_right(question, on=timezone.localdate())

    send(client, question.group, asked)

    assert Registration.objects.count() == 1
    assert Verification.objects.get().answer == "right"
