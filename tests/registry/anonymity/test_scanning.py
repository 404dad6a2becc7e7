"""What the scanner finds in texts, what it lets pass, and what it costs."""

import json
import time
from pathlib import Path

import pytest

from intergroup.registry.actions.looking import Known, held_back, scan
from intergroup.registry.actions.looking.numbers import without_password
from tests.registry.anonymity.labelled import labelled

DATA = Path(__file__).parents[2] / "data"
LABELLED = labelled()
FREE_TEXTS = ("notes", "location_notes", "group_notes")
JANE = ("surname", "Jane Doe")
MILLION = 1_000_000
HOSTILE = (
    "A-",
    "Jane ",
    "a@",
    "a@a.",
    "1 ",
    "1",
    "(",
    "J.",
    "Jane A ",
    "Jane (Aaa ",
    "van ",
    "Jane van de la ",
    "contact: ",
    "contact: Aa, ",
    "password: for ",
    "?pwd=",
    "+1 (2) 3-",
    " ",
)


def found(text, **options):
    """The kinds and words found in a text."""
    return [(each.kind, each.words) for each in scan(text, **options)]


@pytest.mark.parametrize("number", range(len(LABELLED)))
def test_a_labelled_text_is_read_as_a_person_reads_it(number):
    text, expected = LABELLED[number]

    assert found(text, keeps_password=True) == expected


def texts_of(name):
    """The free texts of a real list, meeting by meeting."""
    rows = json.loads((DATA / f"{name}-meetings.json").read_text(encoding="utf-8"))
    return [row.get(each) or "" for row in rows for each in FREE_TEXTS]


def published(name):
    """The free texts of a real list, each once."""
    return sorted(set(texts_of(name)))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("edmonton", [("password", "serenity")]), ("san-jose", [])],
    ids=["edmonton", "san-jose"],
)
def test_a_real_list_raises_no_false_alarm(name, expected):
    texts = published(name)

    assert [
        each for text in texts for each in found(text, keeps_password=True)
    ] == expected


@pytest.mark.parametrize("name", ["edmonton", "san-jose"])
def test_a_name_put_into_a_real_text_is_found(name):
    texts = [text for text in published(name) if text.strip()]

    missed = [
        t for t in texts if ("surname", "Jane Doe") not in found(f"{t}\nJane Doe")
    ]

    assert missed == []


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_a_million_hostile_letters_are_read_in_one_pass(number):
    piece = HOSTILE[number]
    short, long = (piece * (size // len(piece)) for size in (MILLION // 8, MILLION))
    started = time.process_time()
    scan(short, keeps_password=True)
    once = time.process_time() - started

    scan(f"Jane{long}", keeps_password=True)

    spent = time.process_time() - started - once
    assert spent < max(24 * once, 2)


def test_ten_thousand_meetings_are_read_in_half_a_second():
    texts = [*texts_of("edmonton"), *texts_of("san-jose")]
    many = [text for _each in range(10) for text in texts]
    started = time.process_time()

    for text in many:
        scan(text, keeps_password=True)

    assert len(many) == 30_030
    assert time.process_time() - started < 0.5


def test_a_password_is_looked_for_only_where_the_group_keeps_it():
    assert found("Password: 1234") == []
    assert found("Password: 1234", keeps_password=True) == [("password", "1234")]


def test_a_person_of_ours_is_known_by_a_rare_first_name():
    known = Known(names=frozenset(["zebuline"]))

    assert found("Zebuline Achterberg has the key") == []
    assert found("Zebuline Achterberg has the key", known=known) == [
        ("surname", "Zebuline Achterberg")
    ]


def test_numbers_and_addresses_of_service_are_nobodys():
    known = Known(phones=frozenset(["085550142"]), emails=frozenset(["pat@ha.example"]))

    assert found("Call (408) 555-0142 or pat@ha.example", known=known) == []


def test_a_domain_of_service_is_nobodys():
    known = Known(emails=frozenset(["ha.example"]))

    assert found("Write to pat@ha.example", known=known) == []


def test_what_is_held_leaves_the_rest_as_it_was():
    text = "Contact: Jane Doe, 408-555-0142. Bring a chair."

    assert held_back(text, scan(text), lambda each: each.kind == "phone") == (
        "Contact: Jane Doe, […]. Bring a chair."
    )


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://zoom.us/j/123?pwd=abc", "https://zoom.us/j/123"),
        ("https://zoom.us/j/123?a=1&pwd=abc.1#x", "https://zoom.us/j/123?a=1#x"),
        ("https://zoom.us/j/123?PWD=abc", "https://zoom.us/j/123"),
        ("https://zoom.us/j/123?a=%20b", "https://zoom.us/j/123?a=%20b"),
        ("+16699009128,,812#,,,,*89#", "+16699009128,,812#,,,,*89#"),
        ("+16699009128,,81292767657#,,,,*89#", "+16699009128,,81292767657#"),
        ("+1 669 900 9128", "+1 669 900 9128"),
        ("", ""),
    ],
    ids=["alone", "among", "capitals", "none", "short", "dialled", "number", "empty"],
)
def test_the_address_of_an_online_meeting_loses_its_password(address, expected):
    assert without_password(address) == expected
