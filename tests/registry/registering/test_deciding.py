"""A form is decided once; what was decided, by whom and when, is kept."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from intergroup.registry.actions.registering.asking import ask_back
from intergroup.registry.actions.registering.deciding import accept, refuse
from intergroup.registry.actions.registering.forgetting import forget_senders
from intergroup.registry.models import Group
from tests.factories import DirectoryFactory
from tests.registry.registering.sent import DECIDED_AT, MAY_4, PAT, new_group


def code_of(refused, field=None):
    error = refused.value
    return error.error_dict[field][0].code if field else error.code


def test_accepting_keeps_what_was_written_and_who_decided(reg):
    form = new_group()
    proposal = {**form.proposed, "group": {"name": "Hope of Friday"}}

    kept = accept(form, on=MAY_4, at=DECIDED_AT, decided_by=reg, proposal=proposal)

    assert (kept.state, kept.decided_at, kept.decided_by) == (
        "accepted",
        DECIDED_AT,
        reg,
    )
    assert kept.group.name == kept.applied["group"]["name"] == "Hope of Friday"
    assert kept.proposed["group"]["name"] == "Hope"


def test_refusing_writes_nothing_and_keeps_the_sentence(reg):
    kept = refuse(
        new_group(), answer=" We know of no such hall. ", at=DECIDED_AT, decided_by=reg
    )

    assert (kept.state, kept.answer) == ("refused", "We know of no such hall.")
    assert not Group.objects.exists()


def test_refusing_needs_a_sentence_to_the_sender(reg):
    form = new_group()

    with pytest.raises(ValidationError) as refused:
        refuse(form, answer="  ", at=DECIDED_AT, decided_by=reg)

    form.refresh_from_db()
    assert (form.state, code_of(refused, "answer")) == ("sent", "no_answer")


@pytest.mark.parametrize("second", ["accept", "refuse", "ask"])
def test_the_second_to_decide_is_told_who_was_faster(reg, sam, second):
    form = new_group()
    stale = type(form).objects.get(pk=form.pk)
    accept(form, on=MAY_4, at=DECIDED_AT, decided_by=reg)
    ways = {
        "accept": lambda: accept(stale, on=MAY_4, at=DECIDED_AT, decided_by=sam),
        "refuse": lambda: refuse(stale, answer="No", at=DECIDED_AT, decided_by=sam),
        "ask": lambda: ask_back(stale, text="Who?", at=DECIDED_AT, asked_by=sam),
    }

    with pytest.raises(ValidationError) as refused:
        ways[second]()

    sentence = "Reg D. was faster on May 4, 2026: this is accepted already."
    assert refused.value.messages == [sentence]
    assert Group.objects.count() == 1


def test_asking_back_waits_for_the_answer_and_can_still_be_decided(reg):
    form = new_group()

    message = ask_back(form, text="Which door?", at=DECIDED_AT, asked_by=reg)

    form.refresh_from_db()
    assert (form.state, message.is_from_office, message.written_by) == (
        "asked",
        True,
        reg,
    )
    accept(form, on=MAY_4, at=DECIDED_AT, decided_by=reg)
    assert form.messages.get().text == "Which door?"


@pytest.mark.parametrize(
    ("facts", "text", "code"),
    [
        ({}, " ", "empty"),
        ({}, "x" * 2001, "too_long"),
        ({"sender_email": ""}, "Who?", "nobody"),
    ],
)
def test_a_question_needs_words_and_somebody_to_answer(reg, facts, text, code):
    with pytest.raises(ValidationError) as refused:
        ask_back(new_group(**facts), text=text, at=DECIDED_AT, asked_by=reg)

    assert code_of(refused, "text") == code


@pytest.mark.parametrize(
    ("day", "is_forgotten"), [(date(2026, 11, 3), False), (date(2026, 11, 4), True)]
)
def test_who_sent_a_form_is_forgotten_and_the_decision_stays(reg, day, is_forgotten):
    DirectoryFactory(kept_months=6)
    form = accept(
        new_group(remarks="Call me.", kit_address="1 Elm St"),
        on=MAY_4,
        at=datetime(2026, 5, 4, 17, tzinfo=UTC),
        decided_by=reg,
    )

    count = forget_senders(on=day)

    form.refresh_from_db()
    words = (form.sender_first_name, form.sender_email, form.kit_address, form.remarks)
    assert (count, form.forgotten_on) == ((1, day) if is_forgotten else (0, None))
    assert any(words) is not is_forgotten
    assert (form.state, form.decided_by, form.group.number) == ("accepted", reg, 1)


def test_forgetting_takes_the_people_out_of_the_form_too(reg):
    form = accept(new_group(), on=MAY_4, at=DECIDED_AT, decided_by=reg)

    forget_senders(on=date(2027, 5, 4))

    form.refresh_from_db()
    assert PAT["first_name"] not in f"{form.proposed}{form.applied}"
    assert form.group.contacts.get().person.first_name == "Pat"


def test_what_is_forgotten_is_forgotten_once(reg):
    accept(new_group(), on=MAY_4, at=DECIDED_AT, decided_by=reg)

    counts = [forget_senders(on=date(2027, 5, day)) for day in (4, 5)]

    assert counts == [1, 0]


def test_who_waits_is_not_forgotten(db):
    new_group()

    assert forget_senders(on=date(2030, 1, 1)) == 0
