"""Two at the same moment: two runs ask once, two answers are one."""

from datetime import date
from threading import Event

import pytest
from django.db import transaction

from intergroup.registry.actions.holding import hold_register
from intergroup.registry.actions.verifying import answer_closed, answer_right
from intergroup.registry.models import Group, Registration, Verification
from tests.factories import (
    GroupFactory,
    PersonFactory,
    RepresentativeFactory,
    VerificationFactory,
)
from tests.kit.test_once_at_once import in_sessions
from tests.registry.verifying.letters import Box
from tests.registry.verifying.test_asking import ask_due, represented
from tests.treasury.test_deposits_at_once import at_once

__all__ = ["in_sessions"]

JANUARY_9 = date(2026, 1, 9)
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def question_to_gail():
    person = PersonFactory(email="gail@example.org")
    serving = RepresentativeFactory(person=person)
    return VerificationFactory(group=serving.group, person=person)


def test_two_runs_at_once_ask_each_contact_once(in_sessions):
    for n in range(3):
        represented(f"{n}@example.org")
    box = Box()

    in_sessions(*at_once(lambda: ask_due(box), lambda: ask_due(box)))

    assert sorted(box.addresses) == [f"{n}@example.org" for n in range(3)]
    assert in_sessions(Verification.objects.count) == [3]


def test_the_office_does_not_wait_for_a_slow_mail_server(in_sessions):
    group = represented("gail@example.org")
    is_sending, is_written = Event(), Event()
    seen = []

    def send(_question, _token, _address):
        is_sending.set()
        seen.append(is_written.wait(timeout=10))

    def office():
        is_sending.wait(timeout=30)
        with transaction.atomic():
            hold_register()
            Group.objects.filter(pk=group.pk).update(notes="Ring twice")
        is_written.set()

    in_sessions(lambda: ask_due(send), office)

    assert seen == [True]


def test_two_answers_to_one_question_are_one(in_sessions):
    question = question_to_gail()

    def right():
        answer_right(question, on=JANUARY_9)

    told = in_sessions(*at_once(right, right))

    assert sorted(told) == ["done", "used"]


def test_of_two_who_answer_differently_one_is_heard(in_sessions):
    first = question_to_gail()
    second = VerificationFactory(group=first.group)

    told = in_sessions(
        *at_once(
            lambda: answer_right(first, on=JANUARY_9),
            lambda: answer_closed(second, on=JANUARY_9),
        )
    )

    answers = "right" if told[0] == "done" else "closed"
    found = in_sessions(
        lambda: list(Verification.objects.values_list("answer", flat=True)),
        Registration.objects.count,
        lambda: GroupFactory._meta.model.objects.get().verified_on,
    )
    assert sorted(told) == ["done", "used"]
    assert found == [
        [answers, answers],
        0 if answers == "right" else 1,
        JANUARY_9 if answers == "right" else None,
    ]
