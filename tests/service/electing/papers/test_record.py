"""The record on paper: every ballot in words, and a draw that anybody can repeat."""

import subprocess

import pytest

from service.actions import electing
from service.models import BallotMotion
from service.reports.elections.papers import record_html, record_pdf
from service.reports.elections.repeating import command
from service.voting.hat import fingerprint
from tests.factories import BusinessMeetingFactory, PositionFactory
from tests.service.electing.area import TODAY, ballot, election_of, stands
from tests.service.electing.papers.reading import sheets_of

SEEDS = [
    "4711",
    "7 12 30",
    "six o'clock",
    'he said "4"; $HOME `ls` \\n %s 100%',
    "''",
    "🎲 4 2 6",
    "two  blanks",
    "Grüße",
    "\u200b",
]


def to_the_hat(seed="4711"):
    """Two who tie four times, no fifth ballot, and a hat that was announced."""
    election = election_of("Ann", "Bob")
    for _nth in range(4):
        ballot(election, Ann=10, Bob=10)
    motion = BallotMotion(election=election, ayes=9, noes=9)
    electing.record_motion(motion, recorded_by=None)
    return electing.announce_hat(election, seed=seed, recorded_by=None)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_line_to_type_gives_the_fingerprint(seed):
    line = command(f"{seed}/2")

    typed = subprocess.run(  # noqa: S602 (the very line that is printed)
        line, shell=True, capture_output=True, text=True, check=True
    )

    assert typed.stdout.split()[0] == fingerprint(seed, 2)
    assert line.isascii()


def test_the_line_to_type_is_as_plain_as_can_be():
    assert command("4711/1") == "printf '%s' '4711/1' | sha256sum"
    assert command("o'clock/1") == r"printf '%s' 'o'\''clock/1' | sha256sum"
    assert command("🎲/1") == r"printf '\360\237\216\262/1' | sha256sum"


def test_the_record_is_provisional_until_the_election_is_over(db):
    election = election_of("Ann", "Bob")
    before = record_html(election)
    ballot(election, Ann=20, Bob=10)
    electing.finish(election, on=TODAY, by=None)
    election.refresh_from_db()

    after = record_html(election)

    assert ("PROVISIONAL" in before, "FINAL" in before) == (True, False)
    assert ("PROVISIONAL" in after, "FINAL" in after) == (False, True)
    assert "Ann D. serves from Jan. 1, 2027 until Dec. 31, 2028." in after
    assert 'data-foot="Decided on Oct. 11, 2026"' in after


def test_before_any_ballot_the_record_says_who_stands(db):
    meeting = BusinessMeetingFactory(title="Assembly")
    html = record_html(election_of("Ann", "Bob", meeting=meeting))

    assert "<dd>Assembly, Feb. 8, 2026</dd>" in html
    assert "<li>Ann D.</li>\n<li>Bob D.</li>" in html
    assert "No ballot was cast." in html
    assert "Third Legacy. At least two-thirds of the valid votes elects." in html


def test_nobody_who_said_no_is_in_the_record(db):
    election = election_of("Ann", "Bob")
    electing.answer(stands(election, "Bob"), "declined")

    html = record_html(election)

    assert ("Ann D." in html, "Bob D." in html) == (True, False)


def test_who_withdrew_before_the_first_ballot_is_told(db):
    election = election_of("Ann", "Bob", "Cy")
    electing.withdraw(stands(election, "Cy"))

    assert "Cy D. withdrew before the first ballot." in record_html(election)


def test_each_ballot_is_told_with_its_rule(db):
    election = election_of("Ann", "Bob", "Cy", "Di")
    ballot(election, Ann=16, Bob=15, Cy=10, Di=9, online={"Ann": 1}, blank=2)
    ballot(election, Ann=16, Bob=15, Cy=10, Di=9)

    html = record_html(election)

    assert "51 votes were cast. 34 elect. Besides: 2 blank." in html
    assert html.count("In the room") == 1
    assert "Di D. has 9 of 50 votes, less than one-fifth, and is withdrawn." in html


def test_a_yes_or_no_is_told_in_sentences(db):
    election = election_of("Ann")
    ballot(election, yes=20, no=10)

    html = record_html(election)

    assert "30 votes were cast. 20 yes, 10 no. 20 elect." in html
    assert "Ann D. is elected: 20 of 30 said yes, and 20 elect." in html


@pytest.mark.parametrize(
    ("is_objected", "told"), [(False, "and nobody did."), (True, "and somebody did.")]
)
def test_what_the_chair_asked_is_told(db, is_objected, told):
    election = election_of("Ann", by="Acclamation")
    electing.record_objection(election, is_objected=is_objected)
    election.refresh_from_db()

    assert told in record_html(election)


def test_the_hat_shows_seed_and_line_before_it_is_drawn(db):
    html = record_html(to_the_hat().election)

    assert "defeated by a tie: 9 for, 9 against." in html
    assert "<code>4711</code>" in html
    assert "printf &#x27;%s&#x27; &#x27;4711/1&#x27; | sha256sum" in html
    assert fingerprint("4711", 1) not in html


def test_a_drawn_hat_shows_every_fingerprint_and_its_place(db):
    draw = electing.draw_hat(to_the_hat())

    html = record_html(draw.election)

    assert fingerprint("4711", 1) in html
    assert fingerprint("4711", 2) in html
    assert "was drawn from the hat and is elected." in html


def test_a_hat_of_felt_has_no_seed(db):
    election = election_of("Ann", "Bob")
    for _nth in range(4):
        ballot(election, Ann=10, Bob=10)
    motion = BallotMotion(election=election, is_moved=False)
    electing.record_motion(motion, recorded_by=None)
    electing.draw_by_hand(election, [stands(election, "Bob").pk], recorded_by=None)

    html = record_html(election)

    assert "Drawn by hand" in html
    assert "sha256sum" not in html


@pytest.mark.parametrize("seed", SEEDS[:-1])
@pytest.mark.parametrize("large", [False, True])
def test_a_record_with_any_seed_prints_and_gives_the_same_bytes(db, seed, large):
    election = electing.draw_hat(to_the_hat(seed)).election

    made = record_pdf(election, large=large)

    assert made.startswith(b"%PDF-")
    assert made == record_pdf(election, large=large)


def test_an_election_begun_again_says_after_which(db):
    election = election_of("Ann", "Bob")
    ballot(election, Ann=20, Bob=10)
    electing.decline(stands(election, "Ann"), on=TODAY)
    election.refresh_from_db()

    again = electing.begin_again(election, on=TODAY, by=None)

    assert "after an election that ended on Oct. 11, 2026: declined" in (
        record_html(again)
    )


def test_a_record_of_nobody_and_of_forty_prints(db):
    names = [f"{'Wolf' * 9}{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(40)]
    many = election_of(*names, position=PositionFactory(name="P" * 80))
    votes = dict.fromkeys(names, 1)
    ballot(many, **votes)

    assert sheets_of(record_pdf(election_of())) == 1
    assert record_pdf(many).startswith(b"%PDF-")
