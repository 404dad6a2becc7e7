"""The talk about a form, by the link that its sender has."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from intergroup.kit import timed
from intergroup.registry.actions.registering.talking import (
    MOST,
    registration_of,
    talk_address,
    talk_token,
    write_back,
)
from intergroup.registry.models import Registration, RegistrationMessage
from tests.factories import DirectoryFactory, UserFactory
from tests.kit.elder import Elder
from tests.registry.registering.sent import new_group
from tests.registry.registering.typed import word

SALT = "intergroup.registry.registering.talk"
MAY_4 = datetime(2026, 5, 4, 17, 0, tzinfo=UTC)
DAY = 24 * 60 * 60


@pytest.fixture
def waiting(db):
    """A form that waits, in a body whose registration has since been closed."""
    DirectoryFactory(is_registration_open=False)
    return new_group()


def write(client, registration, text, nonce="one"):
    purpose = f"talk {registration.pk}"
    form = {timed.TOKEN: word(purpose, nonce=nonce), timed.TRAP: "", "text": text}
    return client.post(talk_address(registration), form)


def decide(registration, at):
    registration.state, registration.decided_at = "accepted", at
    registration.decided_by = UserFactory()
    registration.answer = "Welcome!"
    registration.save()


def test_a_token_opens_its_own_talk_for_sixty_days(waiting):
    token = Elder(59 * DAY, SALT).sign_object(waiting.pk)

    assert registration_of(token) == waiting
    assert registration_of(talk_token(waiting)) == waiting


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("over", 410),
        ("of a form that is not there", 404),
        ("of another signer", 404),
        ("of a text", 404),
        ("cut short", 404),
        ("a number", 404),
    ],
)
def test_a_wrong_link_says_nothing_of_any_form(client, waiting, name, status):
    tokens = {
        "over": Elder(61 * DAY, SALT).sign_object(waiting.pk),
        "of a form that is not there": Elder(0, SALT).sign_object(waiting.pk + 1),
        "of another signer": Elder(0, "another").sign_object(waiting.pk),
        "of a text": Elder(0, SALT).sign_object("1 or 1"),
        "cut short": talk_token(waiting)[:-1],
        "a number": str(waiting.pk),
    }

    page = client.get(reverse("registry:talk", args=[tokens[name]]))

    assert page.status_code == status
    assert "Hope" not in page.content.decode()


def test_a_talk_is_over_once_its_sender_is_forgotten(waiting):
    waiting.forgotten_on = MAY_4.date()
    waiting.save()

    with pytest.raises(ValidationError) as refused:
        registration_of(talk_token(waiting))

    assert refused.value.code == "talk_is_over"


def test_the_page_shows_both_sides_and_no_person(client, waiting):
    RegistrationMessage.objects.create(
        registration=waiting,
        is_from_office=True,
        text="Which door?",
        written_at=MAY_4,
        written_by=UserFactory(email="sam@example.org"),
    )

    page = client.get(talk_address(waiting))

    html = page.content.decode()
    assert "Which door?" in html
    assert not any(
        word in html for word in ("Sue", "sue@", "sam@", "Pat", "0101", "Oak St")
    )
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in page["Cache-Control"]
    assert page["Referrer-Policy"] == "same-origin"


def test_an_answer_makes_the_form_one_to_decide_again(client, waiting):
    Registration.objects.update(state="asked")

    page = write(client, waiting, "The <b>back</b> door.")

    kept = RegistrationMessage.objects.get()
    waiting.refresh_from_db()
    assert page.status_code == 302
    assert (kept.text, kept.is_from_office) == ("The <b>back</b> door.", False)
    assert (kept.written_by, waiting.state) == (None, "sent")
    assert "&lt;b&gt;back" in client.get(page["Location"]).content.decode()


def test_a_message_sent_twice_is_written_once(client, waiting):
    write(client, waiting, "Hello")
    page = write(client, waiting, "Hello")

    assert page.status_code == 422
    assert RegistrationMessage.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [(" \n ", "empty"), ("x" * 2001, "too_long"), ("a\x00b", "not_text")],
    ids=["empty", "too-long", "null"],
)
def test_a_message_is_text_and_not_too_long(waiting, text, code):
    with pytest.raises(ValidationError) as refused:
        write_back(waiting, text, at=MAY_4)

    assert refused.value.code == code


def test_one_sender_does_not_write_without_end(waiting):
    for _ in range(MOST):
        write_back(waiting, "Hello", at=MAY_4)

    with pytest.raises(ValidationError) as refused:
        write_back(waiting, "Hello", at=MAY_4)

    assert refused.value.code == "too_many_messages"


def test_the_decision_is_shown_and_can_be_answered_for_two_weeks(client, waiting):
    decide(waiting, timezone.now() - timedelta(days=13))

    html = client.get(talk_address(waiting)).content.decode()

    assert "Welcome!" in html
    assert "<textarea" in html


def test_after_two_weeks_the_talk_can_be_read_and_not_written(client, waiting):
    decide(waiting, timezone.now() - timedelta(days=15))

    page = write(client, waiting, "One more thing")

    assert page.status_code == 422
    assert "This talk is closed." in page.content.decode()
    assert RegistrationMessage.objects.count() == 0
