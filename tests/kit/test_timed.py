"""Forms for everybody: signed, good for a while, sent once, with a box for machines."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.template.loader import render_to_string

from intergroup.kit import timed
from tests.kit.elder import Elder

SALT = "intergroup.kit.timed"


def post(rf, word, **values):
    return rf.post("/", {timed.TOKEN: word, timed.TRAP: "", **values})


def aged(ago, purpose="cake"):
    return Elder(ago, SALT).sign_object([purpose, "nonce"])


def test_check_takes_a_form_that_was_read_for_a_minute(rf):
    assert timed.check(post(rf, aged(60)), "cake") is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("of now", "too_fast"),
        ("of yesterday", "too_old"),
        ("of another form", "forged"),
        ("of another signer", "forged"),
        ("of another shape", "forged"),
        ("of an object", "forged"),
        ("cut short", "forged"),
        ("empty", "forged"),
        ("of colons", "forged"),
        ("from right to left", "forged"),
    ],
)
def test_check_refuses_a_word_that_is_not_good(rf, name, code):
    words = {
        "of now": aged(0),
        "of yesterday": aged(timed.AT_MOST + 60),
        "of another form": aged(60, purpose="pie"),
        "of another signer": Elder(60, "another").sign_object(["cake", "nonce"]),
        "of another shape": Elder(60, SALT).sign_object("cake"),
        "of an object": Elder(60, SALT).sign_object({"a": 1}),
        "cut short": aged(60)[:-1],
        "empty": "",
        "of colons": ":::",
        "from right to left": "\u202e" * 50,
    }

    with pytest.raises(ValidationError) as refused:
        timed.check(post(rf, words[name]), "cake")

    assert refused.value.code == code


def test_check_refuses_what_fills_in_the_box_for_machines(rf):
    with pytest.raises(ValidationError) as refused:
        timed.check(post(rf, aged(60), **{timed.TRAP: "x"}), "cake")

    assert refused.value.code == "trapped"


def test_spend_takes_a_word_once(rf, db):
    request = post(rf, aged(60))

    with transaction.atomic():
        spent = [timed.spend(request, "cake") for _ in range(2)]

    assert spent == [True, False]


def test_what_is_rolled_back_leaves_the_word_good(rf, db):
    request = post(rf, aged(60))

    with transaction.atomic():
        timed.spend(request, "cake")
        transaction.set_rollback(True)

    with transaction.atomic():
        assert timed.spend(request, "cake")


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_spend_wants_the_transaction_that_saves(rf):
    with pytest.raises(RuntimeError):
        timed.spend(post(rf, aged(60)), "cake")


def test_a_form_shown_again_keeps_its_word_while_it_is_good(rf):
    good, old = aged(60), aged(timed.AT_MOST + 60)

    assert timed.kept(post(rf, good), "cake").word == good
    assert timed.kept(post(rf, old), "cake").word != old


def test_the_box_for_machines_is_hidden_from_people_and_readers():
    html = render_to_string("kit/timed.html", {"timed": timed.given("cake")})

    assert '<div hidden><label for="id_fax_extension">' in html
    assert 'tabindex="-1"' in html
