"""Hostile requests: too large, too many, replayed, forged, of another form or group."""

import json
import logging
import time

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from intergroup.kit import timed
from intergroup.registry.actions.registering.boxes import Offered
from intergroup.registry.actions.registering.sending import send_registration
from intergroup.registry.actions.registering.talking import talk_address, talk_token
from intergroup.registry.models import Group, Meeting, Registration, RegistrationMessage
from tests.factories import DirectoryFactory, GroupFactory, MeetingFactory
from tests.kit.elder import Elder
from tests.registry.registering.sent import new_group
from tests.registry.registering.typed import (
    PURPOSE_SALT,
    REGISTER,
    SENDER,
    about,
    form,
    word,
)

LOGGERS = ("intergroup.registry.registering", "django.request", "django.security")
URLENCODED = "application/x-www-form-urlencoded"
MB_10 = 10 * 1024 * 1024


@pytest.fixture
def hope(db):
    """A group in an open directory, and another one with a meeting of its own."""
    DirectoryFactory()
    MeetingFactory(group=GroupFactory(number=8, name="Other"), slug="other-friday")
    return GroupFactory(number=7, name="Hope")


def written():
    return [
        m.objects.count() for m in (Registration, RegistrationMessage, Group, Meeting)
    ]


def post_change(client, hope, **values):
    address, purpose = about(hope, "change")
    given = {"rows": "0", "group-name": "Hope", timed.TOKEN: word(purpose)}
    typed = {name.replace("__", "-"): value for name, value in values.items()}
    return client.post(address, SENDER | given | typed)


def raw(client, body, content_type=URLENCODED, **headers):
    return client.generic("POST", REGISTER, body, content_type, **headers)


REQUESTS = {
    "10 MB in one field": lambda c, g: raw(c, b"remarks=" + b"x" * MB_10),
    "10 MB in a multipart field": lambda c, g: c.post(
        REGISTER, form(remarks="x" * MB_10)
    ),
    "10 MB of nothing": lambda c, g: raw(c, b"&" * MB_10),
    "5,000 fields": lambda c, g: raw(c, "&".join(f"a{n}=" for n in range(5000))),
    "6,000 fields": lambda c, g: raw(c, "&".join(f"a{n}=" for n in range(6000))),
    "5,000 rows": lambda c, g: c.post(REGISTER, form(rows="5000")),
    "rows of 10,000 figures": lambda c, g: c.post(REGISTER, form(rows="9" * 10_000)),
    "minus one row": lambda c, g: c.post(REGISTER, form(rows="-1")),
    "rows in Arabic figures": lambda c, g: c.post(REGISTER, form(rows="٣")),
    "a length that is a lie": lambda c, g: raw(c, b"a=b", CONTENT_LENGTH="9" * 50),
    "a length below zero": lambda c, g: raw(c, b"a=b", CONTENT_LENGTH="-5"),
    "a length in words": lambda c, g: raw(c, b"a=b", CONTENT_LENGTH="ten"),
    "a JSON body": lambda c, g: raw(c, json.dumps(form()), "application/json"),
    "an XML body": lambda c, g: raw(c, "<a/>", "text/xml"),
    "plain text": lambda c, g: raw(c, "hello", "text/plain"),
    "no content type": lambda c, g: raw(c, "hello", ""),
    "a boundary that is missing": lambda c, g: raw(c, "x", "multipart/form-data"),
    "a boundary that is wrong": lambda c, g: raw(
        c, b"--b\r\nx", "multipart/form-data; boundary=\xff"
    ),
    "a body cut short": lambda c, g: raw(c, b"--b", "multipart/form-data; boundary=b"),
    "broken UTF-8": lambda c, g: raw(c, b"group-name=\xff\xfe&_timed=%ED%A0%80"),
    "PUT": lambda c, g: c.put(REGISTER, form()),
    "PATCH": lambda c, g: c.patch(REGISTER, "x"),
    "DELETE": lambda c, g: c.delete(REGISTER),
    "OPTIONS": lambda c, g: c.options(REGISTER),
    "TRACE": lambda c, g: c.trace(REGISTER),
    "POST to the search": lambda c, g: c.post(
        reverse("registry:group-choose"), {"q": "x"}
    ),
    "no word": lambda c, g: c.post(REGISTER, form(_timed="")),
    "a made-up word": lambda c, g: c.post(REGISTER, form(_timed="abc:def:ghi")),
    "a word that is cut": lambda c, g: c.post(REGISTER, form(_timed=word()[:-2])),
    "a word with more behind": lambda c, g: c.post(REGISTER, form(_timed=word() + "x")),
    "a word of another salt": lambda c, g: c.post(
        REGISTER, form(_timed=Elder(60, "kit.once").sign_object(["new", "n"]))
    ),
    "a word of another shape": lambda c, g: c.post(
        REGISTER, form(_timed=Elder(60, PURPOSE_SALT).sign_object({"new": 1}))
    ),
    "a word that is too old": lambda c, g: c.post(
        REGISTER, form(_timed=word(ago=30_000))
    ),
    "a word of this second": lambda c, g: c.post(REGISTER, form(_timed=word(ago=0))),
    "a word of tomorrow": lambda c, g: c.post(REGISTER, form(_timed=word(ago=-86_400))),
    "the word of a change": lambda c, g: c.post(REGISTER, form("change 7")),
    "the word of a talk": lambda c, g: c.post(REGISTER, form("talk 1")),
    "the word of a new group": lambda c, g: post_change(c, g, _timed=word("new")),
    "the word of another group": lambda c, g: post_change(
        c, g, _timed=word("change 8")
    ),
    "the word of a pause": lambda c, g: post_change(c, g, _timed=word("pause 7")),
    "the box for machines": lambda c, g: c.post(REGISTER, form(fax_extension="1")),
    "another group’s meeting": lambda c, g: post_change(
        c, g, rows="1", **{"m0-slug": "other-friday", "m0-is_gone": "on"}
    ),
    "a meeting that is not there": lambda c, g: post_change(
        c, g, rows="1", **{"m0-slug": "nothing", "m0-time": "10:00"}
    ),
    "a slug in a new group": lambda c, g: c.post(
        REGISTER, form(**{"m0-slug": "other-friday"})
    ),
    "a script as slug": lambda c, g: post_change(c, g, rows="1", **{"m0-slug": "<b>"}),
    "a group that is not there": lambda c, g: c.post("/groups/99/change/", form()),
    "a number of 30 figures": lambda c, g: c.post(f"/groups/{'9' * 30}/close/", form()),
    "number zero": lambda c, g: c.post("/groups/0/pause/", form()),
    "a change that says nothing": lambda c, g: post_change(c, g),
    "a name that is taken away": lambda c, g: post_change(c, g, group__name=""),
}


@pytest.mark.parametrize("name", REQUESTS)
def test_a_hostile_request_is_refused_soon_logged_and_writes_nothing(
    client, hope, caplog, name
):
    caplog.set_level(logging.WARNING)
    before, began = written(), time.process_time()

    page = REQUESTS[name](client, hope)

    assert 400 <= page.status_code < 500
    assert time.process_time() - began < 2  # of the processor’s, not of the clock
    assert written() == before
    assert any(each.name.startswith(LOGGERS) for each in caplog.records)


def test_a_replay_is_refused_and_writes_nothing_more(client, hope, caplog):
    client.post(REGISTER, form())
    before = written()

    page = client.post(REGISTER, form(remarks="again"))

    assert page.status_code == 409
    assert written() == before
    assert "replay" in caplog.text


def test_a_form_without_its_csrf_token_is_refused_and_logged(hope, caplog):
    before = written()

    page = Client(enforce_csrf_checks=True).post(REGISTER, form())

    assert page.status_code == 403
    assert written() == before
    assert "A form was refused: csrf" in caplog.text


def test_many_forms_from_one_network_are_refused_and_nothing_typed_is_lost(
    client, hope, caplog
):
    for number in range(12):
        client.post(REGISTER, many(number))
    before = written()

    page = client.post(REGISTER, many(12))

    assert page.status_code == 429
    assert written() == before
    assert 'value="Group 12"' in page.content.decode()
    assert "too_often" in caplog.text


def test_the_network_behind_our_own_proxy_is_told_apart(client, hope, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(13):
        from_one = client.post(
            REGISTER, many(number), headers={"x-forwarded-for": "192.0.2.1"}
        )
    from_other = client.post(
        REGISTER, many(13), headers={"x-forwarded-for": "192.0.2.1, 192.0.2.2"}
    )

    assert (from_one.status_code, from_other.status_code) == (429, 302)


def test_one_mailbox_is_not_flooded_from_many_networks(client, hope, mailoutbox):
    for number in range(9):
        sent = many(number) | {"sender_email": "victim@example.org"}
        client.post(REGISTER, sent, REMOTE_ADDR=f"192.0.2.{number}")

    assert len(mailoutbox) == 6


@pytest.mark.parametrize("whose", ["other", "forged", "old", "number"])
def test_the_talk_of_another_form_is_not_opened(client, hope, whose):
    mine, other = new_group(), new_group()
    tokens = {
        "other": talk_token(mine).replace(":", f"{other.pk}:", 1),
        "forged": Elder(0, PURPOSE_SALT).sign_object(other.pk),
        "old": Elder(100 * 86_400, "intergroup.registry.registering.talk").sign_object(
            other.pk
        ),
        "number": str(other.pk),
    }
    word_of_mine = {timed.TOKEN: word(f"talk {mine.pk}"), "text": "Hello"}

    page = client.post(reverse("registry:talk", args=[tokens[whose]]), word_of_mine)

    assert page.status_code in (404, 410)
    assert RegistrationMessage.objects.count() == 0


def test_the_word_of_one_talk_does_not_write_in_another(client, hope):
    mine, other = new_group(), new_group()
    sent = {timed.TOKEN: word(f"talk {mine.pk}"), "text": "Hello"}

    page = client.post(talk_address(other), sent)

    assert page.status_code == 422
    assert RegistrationMessage.objects.count() == 0


def test_nothing_refused_leaves_a_person_in_the_log(client, hope, caplog):
    caplog.set_level(logging.INFO)

    client.post(
        REGISTER, form(sender_phone="x", m0__time="99"), REMOTE_ADDR="192.0.2.9"
    )

    assert "A form was refused: mistakes. new m0-time sender_phone" in caplog.text
    told = ("Jo", "jo@example.org", "Friday Hope", "192.0.2.9")
    assert not any(
        word in each.getMessage() for each in caplog.records for word in told
    )


MISSHAPEN = {
    "a list": [],
    "another part": {"money": []},
    "text for meetings": {"meetings": "many"},
    "text for a meeting": {"meetings": ["Friday"]},
    "a list for the group": {"group": ["name"]},
    "another field": {"group": {"status": "active"}},
    "another field of a meeting": {"meetings": [{"unlisted_on": "2026-01-01"}]},
    "a number for a name": {"group": {"name": {"a": 1}}},
    "three contacts": {"contacts": [{}, {}, {}]},
    "41 meetings": {"meetings": [{}] * 41},
    "a surrogate": {"group": {"name": "Ho\ud800pe"}},
    "another group’s slug": {"meetings": [{"slug": "other-friday", "gone": "yes"}]},
    "a list as slug": {"meetings": [{"slug": ["other-friday"], "gone": "yes"}]},
}


@pytest.mark.parametrize("name", MISSHAPEN)
def test_the_action_takes_no_proposal_that_the_form_could_not_send(hope, name):
    sent = Registration(
        kind="change",
        group=hope,
        proposed=MISSHAPEN[name],
        sender_first_name="Jo",
        sender_email="jo@example.org",
        relation="member",
    )
    offered = Offered.on(timezone.localdate())

    with pytest.raises(ValidationError):
        send_registration(sent, offered=offered, sent_at=timezone.now())

    assert Registration.objects.count() == 0


def many(number):
    return form(
        _timed=word(nonce=f"n{number}"),
        group__name=f"Group {number}",
        is_another="yes",
        sender_email=f"jo{number}@example.org",
    )
