"""The hat by the screens: announced, drawn, repeated by anybody; or slips of paper."""

import shlex
import subprocess
from hashlib import sha256

import pytest

from service.models import Draw
from service.voting import draw
from tests.service.electing.area import ballot, election_of, fates, method, stands
from tests.service.electing.web.table import address, look, motion, said, send

SEED = 'it’s 7 "12" $HOME \'x'


@pytest.fixture
def election(as_cal):
    """An election between two, at the hat."""
    election = election_of("Ann", "Bob")
    for _nth in range(4):
        ballot(election, Ann=14, Bob=12)
    motion(as_cal, election, heard="silent")
    return election


def test_the_slips_and_the_seed_are_seen_before_the_draw(as_cal, election):
    send(as_cal, "announce", election, seed="7  12\t30")

    page = look(as_cal, election)

    assert "The seed is announced. Now the hat is drawn. 7 12 30 the seed" in page
    assert "Ann D. Bob D. Draw now" in page
    assert Draw.objects.get().seed == "7 12 30"


@pytest.mark.parametrize("seed", ["", "   ", "x" * 81])
def test_a_seed_is_something_that_can_be_read_aloud(as_cal, election, seed):
    answer = send(as_cal, "announce", election, seed=seed)

    assert answer.status_code == 400
    assert answer.context["announce"].errors["seed"]
    assert not Draw.objects.exists()


def test_a_seed_of_eighty_is_taken(as_cal, election):
    send(as_cal, "announce", election, seed="7" * 80)

    assert Draw.objects.get().seed == "7" * 80


def test_a_seed_is_announced_once_and_drawn_once(as_cal, election):
    send(as_cal, "announce", election, seed="7 12")

    again = send(as_cal, "announce", election, seed="8")
    assert said(again)[-1] == "A seed was announced already. Draw with that one."
    hat = election.draws.get()
    send(as_cal, "draw", election, hat.pk)
    assert said(send(as_cal, "draw", election, hat.pk))[-1] == "This was drawn already."


def test_the_draw_can_be_repeated_with_what_the_page_says(as_cal, election):
    send(as_cal, "announce", election, seed=SEED)
    send(as_cal, "draw", election, election.draws.get().pk)

    page = as_cal.get(address("", election))

    (drawn,) = page.context["drawn"]
    for slip, command in drawn.slips:
        printed = subprocess.check_output(["/bin/sh", "-c", command], text=True)  # noqa: S603
        assert printed.split() == [slip.fingerprint, "-"]
    assert [each.name.split()[0] for each in drawn.hat.in_order] == list(
        draw(SEED, ["Ann", "Bob"])
    )


def test_a_command_says_the_seed_as_it_is(as_cal, election):
    send(as_cal, "announce", election, seed=SEED)
    send(as_cal, "draw", election, election.draws.get().pk)

    (drawn,) = as_cal.get(address("", election)).context["drawn"]

    slip, command = drawn.slips[0]
    said_aloud = shlex.split(command)[2]
    assert said_aloud == f"{SEED}/1"
    assert slip.fingerprint == sha256(said_aloud.encode()).hexdigest()


def test_who_is_drawn_and_declines_makes_room_for_another_draw(as_cal, election):
    send(as_cal, "announce", election, seed="7 12")
    send(as_cal, "draw", election, election.draws.get().pk)
    first, second = draw("7 12", ["Ann", "Bob"])

    send(as_cal, "decline", election, stands(election, first).pk)

    assert fates(election) == {first: "declined", second: "elected"}
    assert f"{second} D. accepts: make the term" in look(as_cal, election)


def test_the_alternate_out_of_the_hat_can_decline_too(as_cal):
    how = method()
    how.is_second_drawn = True
    how.save()
    election = election_of("Ann", "Bob", "Cy")
    for _nth in range(4):
        ballot(election, Ann=12, Bob=12, Cy=12)
    motion(as_cal, election, heard="silent")
    send(as_cal, "announce", election, seed="7 12")
    send(as_cal, "draw", election, election.draws.get().pk)
    _first, second, third = draw("7 12", ["Ann", "Bob", "Cy"])
    page = look(as_cal, election)

    send(as_cal, "decline", election, stands(election, second).pk)

    assert f"{second} D. declines to be alternate…" in page
    assert fates(election)[third] == "alternate"


def test_a_slip_of_paper_is_written_down(as_cal, election):
    send(as_cal, "by-hand", election, drawn=stands(election, "Bob").pk)

    page = look(as_cal, election)
    assert "Bob D. was drawn from the hat and is elected." in page
    assert "Drawn by hand, from slips of paper. It came out: Bob D." in page


@pytest.mark.parametrize("drawn", ["", "0", "x", "9" * 30])
def test_no_other_slip_comes_out(as_cal, election, drawn):
    answer = send(as_cal, "by-hand", election, drawn=drawn)

    assert answer.status_code == 400
    assert not Draw.objects.exists()


def test_nobody_is_drawn_before_it_comes_to_the_hat(as_cal):
    election = election_of("Ann", "Bob")

    for name, typed in (
        ("announce", {"seed": "7"}),
        ("by-hand", {"drawn": stands(election, "Ann").pk}),
    ):
        answer = send(as_cal, name, election, **typed)
        assert said(answer)[-1].startswith("Something else comes next")

    assert not Draw.objects.exists()


def test_nobody_withdraws_once_the_slips_are_in_the_hat(as_cal, election):
    send(as_cal, "announce", election, seed="7 12")

    answer = send(as_cal, "withdraw", election, stands(election, "Ann").pk)

    assert said(answer)[-1].startswith("The slips are in the hat")
    assert "Withdraws" not in look(as_cal, election)
