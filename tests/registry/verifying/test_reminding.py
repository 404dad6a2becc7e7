"""Reminders: once, after the days that were set, with a link of their own."""

from datetime import date

import pytest

from intergroup.registry.actions.verifying import find_question, remind_groups
from intergroup.registry.models import Directory, Verification
from tests.factories import VerificationFactory
from tests.registry.verifying.letters import Box
from tests.registry.verifying.test_asking import FEBRUARY_1, ask, represented


def remind(box, *, on):
    return remind_groups(on=on, directory=Directory(), send=box)


@pytest.mark.parametrize(
    ("on", "count"),
    [
        (date(2026, 2, 14), 0),
        (date(2026, 2, 15), 1),
        (date(2026, 3, 2), 1),
        (date(2026, 3, 3), 0),
    ],
)
def test_a_reminder_goes_out_after_fourteen_days_while_the_link_is_good(db, on, count):
    ask(represented(), Box())
    box = Box()

    told = remind(box, on=on)

    assert (len(box.letters), len(told.sent)) == (count, count)


def test_nobody_is_reminded_twice(db):
    ask(represented(), Box())
    box = Box()

    remind(box, on=date(2026, 2, 15))
    remind(box, on=date(2026, 2, 16))

    assert len(box.letters) == 1
    assert Verification.objects.get().reminded_on == date(2026, 2, 15)


def test_the_link_of_a_reminder_is_good_and_the_first_is_not_any_more(db):
    box = Box()
    ask(represented(), box)
    first = box.token

    remind(box, on=date(2026, 2, 15))

    found = [find_question(each, on=date(2026, 2, 15)) for each in (first, box.token)]
    assert found == [None, Verification.objects.get()]


def test_a_reminder_that_could_not_be_mailed_leaves_the_first_link_good(db):
    box = Box()
    ask(represented(), box)

    told = remind(Box("gail@example.org"), on=date(2026, 2, 15))

    assert len(told.failed) == 1
    assert find_question(box.token, on=date(2026, 2, 15)).reminded_on is None


def test_who_has_rotated_out_is_not_reminded(db):
    group = represented()
    ask(group, Box())
    group.representatives.update(ends_on=date(2026, 2, 15))
    box = Box()

    remind(box, on=date(2026, 2, 15))

    assert box.letters == []


def test_an_answered_question_is_not_reminded_of(db):
    group = represented()
    VerificationFactory(group=group, answer="right", answered_at="2026-01-05T12:00Z")
    box = Box()

    remind(box, on=FEBRUARY_1)

    assert box.letters == []
