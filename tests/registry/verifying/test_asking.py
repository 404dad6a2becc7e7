"""Asking groups: who is asked, when, once; and what a broken mail server leaves."""

from datetime import date

import pytest

from intergroup.registry.actions.verifying import ask_group, ask_groups_due
from intergroup.registry.models import Directory, Verification
from tests.factories import (
    GroupContactFactory,
    GroupFactory,
    PersonFactory,
    RepresentativeFactory,
    VerificationFactory,
)
from tests.registry.verifying.letters import Box

FEBRUARY_1 = date(2026, 2, 1)


def represented(address="gail@example.org", **group):
    """A group with one representative who has an address."""
    made = GroupFactory(**group)
    RepresentativeFactory(group=made, person=PersonFactory(email=address))
    return made


def ask(group, box, *, on=FEBRUARY_1):
    return ask_group(group, on=on, directory=Directory(), send=box)


def ask_due(box, *, on=FEBRUARY_1, **how):
    return ask_groups_due(on=on, directory=Directory(), send=box, **how)


def test_a_question_is_one_to_each_who_speaks_for_the_group_and_to_its_mailbox(db):
    group = represented("rep@example.org", email="group@example.org")
    alternate = PersonFactory(email="alternate@example.org")
    RepresentativeFactory(group=group, is_alternate=True, person=alternate)
    GroupContactFactory(group=group, person=PersonFactory(email="c@example.org"))
    GroupContactFactory(group=group, mailbox="group12@example.org")
    box = Box()

    told = ask(group, box)

    assert box.addresses == [
        "rep@example.org",
        "alternate@example.org",
        "c@example.org",
        "group12@example.org",
        "group@example.org",
    ]
    assert told.sent == [group] * 5
    assert list(Verification.objects.filter(person=None)) == [box.letters[-1][0]]


def test_one_person_and_one_address_get_one_mail(db):
    group = GroupFactory(email="Same@example.org")
    person = PersonFactory(email="same@example.org")
    RepresentativeFactory(group=group, person=person)
    GroupContactFactory(group=group, person=person)
    box = Box()

    ask(group, box)

    assert box.addresses == ["same@example.org"]


def test_who_has_not_begun_or_has_ended_is_not_asked(db):
    group = GroupFactory()
    for days in (
        {"began_on": date(2026, 2, 2)},
        {"ends_on": FEBRUARY_1},
    ):
        person = PersonFactory(email="no@example.org")
        RepresentativeFactory(
            group=group, person=person, is_alternate="ends_on" in days, **days
        )
    ended = PersonFactory(email="ended@example.org")
    GroupContactFactory(group=group, person=ended, ended_on=FEBRUARY_1)

    told = ask(group, Box())

    assert (told.sent, told.nobody) == ([], [group])


def test_only_the_hash_of_a_link_is_kept_and_every_link_is_another(db):
    group = represented(email="group@example.org")
    box = Box()

    ask(group, box)

    tokens = [token for _question, token, _address in box.letters]
    kept = str(list(Verification.objects.values()))
    assert len(set(tokens)) == 2
    assert [token for token in tokens if token in kept or len(token) < 43] == []


def test_a_link_is_good_for_the_days_that_the_directory_says(db):
    group = represented()

    ask_group(group, on=FEBRUARY_1, directory=Directory(answer_days=10), send=Box())

    assert Verification.objects.get().expires_on == date(2026, 2, 11)


def test_who_has_an_open_question_is_not_asked_again(db):
    group = represented()
    box = Box()

    told = [ask(group, box).sent, ask(group, box).sent]

    assert told == [[group], []]
    assert Verification.objects.count() == 1


def test_the_office_asks_again_once_the_link_has_ended(db):
    group = represented()
    box = Box()

    ask(group, box)
    ask(group, box, on=date(2026, 3, 2))
    ask(group, box, on=date(2026, 3, 3))

    days = Verification.objects.values_list("asked_on", flat=True)
    assert list(days) == [date(2026, 3, 3), FEBRUARY_1]


@pytest.mark.parametrize(
    ("days", "is_due"),
    [
        ({"verified_on": date(2025, 2, 1)}, False),
        ({"verified_on": date(2025, 1, 31)}, True),
        ({"registered_on": date(2025, 2, 1)}, False),
        ({"registered_on": date(2025, 1, 31)}, True),
        ({"registered_on": date(2020, 1, 1), "verified_on": date(2026, 1, 1)}, False),
        ({}, True),
    ],
    ids=str,
)
def test_a_group_is_due_after_twelve_months_without_a_word(db, days, is_due):
    represented(**days)
    box = Box()

    ask_due(box)

    assert bool(box.letters) is is_due


@pytest.mark.parametrize(
    ("status", "is_asked"),
    [
        ("active", True),
        ("incomplete", True),
        ("pending", True),
        ("new", False),
        ("paused", False),
        ("pending-inactive", False),
        ("inactive", False),
        ("merged", False),
        ("missing", False),
    ],
)
def test_the_clock_asks_groups_on_the_roll(db, status, is_asked):
    represented(status=status)
    box = Box()

    ask_due(box)

    assert bool(box.letters) is is_asked


def test_running_twice_asks_nobody_twice(db):
    represented()
    box = Box()

    told = [ask_due(box).sent, ask_due(box).sent]

    assert [len(sent) for sent in told] == [1, 0]


def test_who_is_silent_is_asked_by_the_clock_again_after_three_months_only(db):
    represented()
    box = Box()

    for day in (FEBRUARY_1, date(2026, 3, 10), date(2026, 4, 30), date(2026, 5, 1)):
        ask_due(box, on=day)

    days = [question.asked_on for question, _token, _address in box.letters]
    assert days == [FEBRUARY_1, date(2026, 5, 1)]


def test_a_new_representative_is_asked_though_the_one_before_was(db):
    group = represented("old@example.org")
    box = Box()
    ask_due(box)
    group.representatives.update(ends_on=date(2026, 2, 10))
    new = PersonFactory(email="new@example.org")
    RepresentativeFactory(group=group, person=new, began_on=date(2026, 2, 10))

    ask_due(box, on=date(2026, 2, 10))

    assert box.addresses == ["old@example.org", "new@example.org"]


def test_groups_that_have_nobody_to_ask_are_told(db):
    group = GroupFactory()
    RepresentativeFactory(group=group, person=PersonFactory(email=""))

    told = ask_due(Box())

    assert (told.nobody, told.sent) == ([group], [])


def test_so_many_groups_are_asked_at_once_and_the_others_next_time(db):
    for n in range(3):
        represented(f"{n}@example.org")
    box = Box()

    counts = [len(ask_due(box, at_most=2).sent) for _ in range(3)]

    assert counts == [2, 1, 0]


def test_a_mail_that_fails_leaves_nothing_behind_and_is_tried_next_time(db, caplog):
    group = represented("broken@example.org", email="group@example.org")

    told = ask_due(Box("broken@example.org"))
    again = ask_due(Box())

    assert (told.sent, told.failed) == ([group], [group])
    assert again.sent == [group]
    assert Verification.objects.count() == 2
    assert "ConnectionRefusedError" in caplog.text
    assert "broken" not in caplog.text


def test_a_group_whose_form_waits_is_left_alone(db):
    group = represented()
    question = VerificationFactory(group=group)
    group.registrations.create(
        kind="change", proposed={"group": {}}, sent_at="2026-01-05T12:00Z"
    )
    box = Box()

    ask_due(box)

    assert box.letters == []
    assert question.group.registrations.count() == 1
