"""A ballot as it is typed: every box, its sentences, and nothing half written."""

import pytest

from service.models import Ballot, BallotCount, Election
from tests.service.electing.area import ballot, election_of, stands
from tests.service.electing.web.table import (
    address,
    boxes,
    count,
    look,
    said,
    send,
    words,
)

HUGE = "1" + "0" * 30


def test_the_room_and_online_are_counted_together(as_cal):
    election = election_of("Ann", "Bob")

    count(as_cal, election, Ann=12, Bob=6, online={"Ann": 8, "Bob": 4})

    page = look(as_cal, election)
    assert "Ann D. has 20 of 30 votes, exactly two-thirds, and is elected." in page
    assert "Name In the room Online Votes Ann D. elected 12 8 20" in page


def test_what_was_cast_besides_is_told(as_cal):
    election = election_of("Ann", "Bob")

    fields = {"blank_in_room": 2, "invalid_in_room": 1, "handed_out": 40}
    count(as_cal, election, Ann=19, Bob=11, **fields)

    told = "30 votes were cast. 20 elect. Besides: 2 blank, 1 not valid."
    assert told in look(as_cal, election)
    assert Ballot.objects.get().handed_out == 40


def test_one_who_stands_alone_is_asked_about_by_yes_and_no(as_cal):
    election = election_of("Ann")
    page = look(as_cal, election, count=True)

    count(as_cal, election, ayes_in_room=19, ayes_online=1, noes_in_room=10)

    assert "Ballot 1, on Ann D.: yes or no." in page
    told = "Ann D. is elected: 20 of 30 said yes, and 20 elect."
    assert told in look(as_cal, election)


@pytest.mark.parametrize("typed", ["-1", "-0.5", "ten", "1.5", HUGE, "9" * 5000, "²"])
def test_what_is_no_number_of_votes_is_refused_beside_its_box(as_cal, typed):
    election = election_of("Ann", "Bob")

    answer = count(as_cal, election, Ann=20, Bob=typed)

    form = answer.context["count"]
    ann, bob = (f"in_room-{stands(election, name).pk}" for name in ("Ann", "Bob"))
    assert answer.status_code == 400
    assert list(form.errors) == [bob]
    assert (form[ann].value(), form[bob].value()) == ("20", typed)
    assert not Ballot.objects.exists()


def test_a_name_without_a_number_is_asked_about(as_cal):
    election = election_of("Ann", "Bob")

    answer = count(as_cal, election, Ann=20)

    told = "Bob D.: write a number, or 0 if there was no vote."
    assert told in words(answer)
    assert not Ballot.objects.exists()


def test_a_number_online_is_enough(as_cal):
    election = election_of("Ann", "Bob")

    count(as_cal, election, Ann=20, online={"Bob": 10})

    assert sorted(BallotCount.objects.values_list("in_room", "online")) == [
        (0, 10),
        (20, 0),
    ]


def test_an_empty_ballot_is_no_ballot(as_cal):
    election = election_of("Ann", "Bob")

    answer = count(as_cal, election)

    assert "Nothing is written down yet." in words(answer)
    assert not Ballot.objects.exists()


def test_a_ballot_on_which_nobody_had_a_vote_is_one(as_cal):
    election = election_of("Ann", "Bob")

    count(as_cal, election, Ann=0, Bob=0, blank_in_room=30)

    assert "Nobody voted, so Ann D. stays." in look(as_cal, election)


def test_more_votes_than_ballots_stand_beside_that_box_and_nothing_is_lost(as_cal):
    election = election_of("Ann", "Bob")

    answer = count(as_cal, election, Ann=20, Bob=11, handed_out=30)

    form = answer.context["count"]
    assert form.errors == {
        "handed_out": ["31 ballots were counted in the room, and 30 were handed out."]
    }
    assert form["handed_out"].value() == "30"
    assert "Nothing is counted yet." in words(answer)
    assert not Ballot.objects.exists()
    assert Election.objects.get().rules == {}


def test_more_votes_online_than_can_vote_there_are_refused(as_cal):
    election = election_of("Ann", "Bob")

    answer = count(as_cal, election, Ann=20, Bob=1, online={"Ann": 3}, voters_online=2)

    assert list(answer.context["count"].errors) == ["voters_online"]


def test_ten_thousand_votes_are_counted(as_cal):
    election = election_of("Ann", "Bob")

    count(as_cal, election, Ann=6_666, Bob=3_334)

    told = "Ann D. has 6666 of 10000 votes and stays"
    assert told in look(as_cal, election)


def test_a_ballot_sent_twice_is_counted_once(as_cal):
    election = election_of("Ann", "Bob")

    for _twice in range(2):
        answer = count(as_cal, election, Ann=15, Bob=15)

    assert said(answer)[-1] == (
        "Something else comes next in this election. Look at it again."
    )
    assert Ballot.objects.count() == 1


@pytest.mark.parametrize("number", ["", "0", "2", "1x", "9" * 30])
def test_a_ballot_that_is_not_the_next_is_refused(as_cal, number):
    election = election_of("Ann", "Bob")

    answer = as_cal.post(
        address("count", election), boxes(election, number, Ann=1, Bob=1)
    )

    assert said(answer) == [
        "Something else comes next in this election. Look at it again."
    ]
    assert not Ballot.objects.exists()


def test_votes_for_somebody_who_withdrew_are_no_row_any_more(as_cal):
    election = election_of("Ann", "Bob", "Cy")
    ballot(election, Ann=10, Bob=10, Cy=10)
    typed = boxes(election, 2, Ann=10, Bob=10, Cy=10)
    send(as_cal, "withdraw", election, stands(election, "Cy").pk)

    as_cal.post(address("count", election), typed)

    latest = election.ballots.get(number=2)
    assert set(latest.counts.values_list("in_room", flat=True)) == {10}
    assert latest.counts.count() == 2


def test_a_ballot_is_taken_back_on_a_page_of_its_own_and_counted_again(as_cal):
    election = election_of("Ann", "Bob")
    first = ballot(election, Ann=15, Bob=15)
    back = address("take-back", election, first.pk)

    page = words(as_cal.get(back))
    as_cal.post(back)
    count(as_cal, election, Ann=20, Bob=10)

    assert "Take ballot 1 back" in page
    assert "What was written down is kept" in page
    assert list(Ballot.objects.standing().values_list("number", flat=True)) == [1]
    assert "Ann D. has 20 of 30 votes, exactly two-thirds" in look(as_cal, election)


def test_only_the_latest_ballot_can_be_taken_back(as_cal):
    election = election_of("Ann", "Bob")
    first = ballot(election, Ann=15, Bob=15)
    ballot(election, Ann=15, Bob=15)

    answer = send(as_cal, "take-back", election, first.pk)

    told = ["Only the latest ballot can be taken back, before anything follows."]
    assert said(answer) == told
    page = as_cal.get(address("", election)).content.decode()
    assert page.count("take-back/") == 1


def test_a_ballot_of_an_election_that_is_over_is_refused(as_cal):
    election = election_of("Ann", "Bob")
    typed = boxes(election, Ann=20, Bob=10)
    send(as_cal, "call-off", election)

    as_cal.post(address("count", election), typed)

    assert not Ballot.objects.exists()
