"""Two chairs at two laptops: one of them is first, and the other reads a sentence."""

from threading import Barrier

import pytest
from django.test import Client
from django.urls import reverse

from service.actions import electing
from service.models import Ballot, BallotMotion, Draw, Election, Nomination, Term
from tests.factories import PersonFactory, PositionFactory
from tests.kit.test_once_at_once import in_sessions
from tests.service.electing.area import ballot, election_of, method, stands
from tests.service.electing.web.table import address, boxes, said

__all__ = ["in_sessions"]

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
OVER = "This election is over."
LATE = "Something else comes next in this election. Look at it again."


@pytest.fixture
def at_two_laptops(in_sessions, cal, sam):
    """Two who are signed in send a form each, at the same moment; what each is told.

    It is the last sentence on top of the page, or “refused” for a form that came back.
    """

    def send(where, *typed):
        browsers = [Client(), Client()]
        for browser, user in zip(browsers, (cal, sam), strict=True):
            browser.force_login(user)
        both = Barrier(2)

        def one(browser, form):
            both.wait(timeout=30)
            answer = browser.post(where, form)
            assert answer.status_code in {302, 400}
            return said(answer)[-1] if answer.status_code == 302 else "refused"

        each = zip(browsers, typed * 2 if len(typed) == 1 else typed, strict=True)
        told = in_sessions(*(lambda b=b, form=form: one(b, form) for b, form in each))
        return sorted(told)

    return send


def to_the_motion():
    election = election_of("Ann", "Bob")
    for _nth in range(4):
        ballot(election, Ann=14, Bob=12)
    return election


def to_the_hat():
    election = to_the_motion()
    unheard = BallotMotion(election=election, is_moved=False)
    electing.record_motion(unheard, recorded_by=None)
    return election


def test_a_ballot_counted_by_two_at_once_is_one_ballot(at_two_laptops, in_sessions):
    election = election_of("Ann", "Bob")
    mine, theirs = boxes(election, Ann=15, Bob=15), boxes(election, Ann=14, Bob=16)

    told = at_two_laptops(address("count", election), mine, theirs)

    assert told == ["Ballot 1 is counted.", LATE]
    assert in_sessions(Ballot.objects.count) == [1]


def test_a_motion_written_down_by_two_at_once_is_not_reconsidered(
    at_two_laptops, in_sessions
):
    election = to_the_motion()
    hands = {"heard": "seconded", "ayes": 5, "noes": 20, "number": 1}

    told = at_two_laptops(address("motion", election), hands)

    assert told == [LATE, "The motion is written down."]
    assert in_sessions(BallotMotion.objects.count) == [1]


def test_two_seeds_at_once_are_one_seed(at_two_laptops, in_sessions):
    where = address("announce", to_the_hat())

    told = at_two_laptops(where, {"seed": "7"}, {"seed": "8"})

    assert told == [
        "A seed was announced already. Draw with that one.",
        "The seed is announced. Read it aloud.",
    ]
    assert in_sessions(Draw.objects.count) == [1]


def test_a_hat_drawn_by_two_at_once_is_drawn_once(at_two_laptops, in_sessions):
    election = to_the_hat()
    hat = electing.announce_hat(election, seed="7", recorded_by=None)

    told = at_two_laptops(address("draw", election, hat.pk), {})

    assert told == ["The hat is drawn.", "This was drawn already."]
    assert in_sessions(Draw.objects.count) == [1]


def test_a_slip_written_down_by_two_at_once_came_out_once(at_two_laptops, in_sessions):
    election = to_the_hat()
    slips = [{"drawn": stands(election, name).pk} for name in ("Ann", "Bob")]

    told = at_two_laptops(address("by-hand", election), *slips)

    assert LATE in told
    assert in_sessions(Draw.objects.count) == [1]


def test_a_term_made_by_two_at_once_is_one_term(at_two_laptops, in_sessions):
    election = election_of("Ann", "Bob")
    ballot(election, Ann=20, Bob=10)

    sent = {"elected": stands(election, "Ann").pk}
    told = at_two_laptops(address("finish", election), sent)

    assert told == ["The term is written down. Thank you to all who stood.", OVER]
    assert in_sessions(Term.objects.count) == [1]


def test_an_election_begun_again_by_two_at_once_is_followed_by_one(
    at_two_laptops, in_sessions
):
    election = election_of("Ann")
    ballot(election, yes=10, no=20)

    told = at_two_laptops(address("begin-again", election), {})

    assert told == ["The election begins again, here.", OVER]
    assert in_sessions(Election.objects.count) == [2]


def test_somebody_nominated_by_two_at_once_is_nominated_once(
    at_two_laptops, in_sessions
):
    election, person = election_of("Ann"), PersonFactory(first_name="Bob")
    sent = {"person": person.pk, "answer": "accepted"}

    told = at_two_laptops(address("nominate", election), sent)

    assert told == ["Bob D. is nominated, and stands.", "refused"]
    assert in_sessions(Nomination.objects.count) == [2]


def test_an_election_opened_by_two_at_once_is_one(at_two_laptops, in_sessions):
    position = PositionFactory(name="Chair")
    where = reverse("service:election-open-for", args=[position.pk])
    sent = {"method": method().pk, "seats": 1, "begins_on": "2127-01-01"}

    told = at_two_laptops(where, sent)

    assert told == ["Nominations for Chair are open.", "refused"]
    assert in_sessions(Election.objects.count) == [1]
