"""Each method by the screens, to what makes the term; and what does not."""

import pytest

from service.models import BallotMotion, Term
from tests.service.electing.area import (
    JANUARY,
    ballot,
    election_of,
    fates,
    stands,
)
from tests.service.electing.web.table import (
    address,
    count,
    look,
    motion,
    said,
    send,
    words,
)

PLURALITY = "Plurality for several seats"


def serving():
    return [each.person.first_name for each in Term.objects.order_by("seat")]


def seat(client, election, *names):
    pks = [stands(election, name).pk for name in names]
    return send(client, "finish", election, elected=pks)


def test_a_simple_majority_is_more_than_half(as_cal):
    election = election_of("Ann", "Bob", by="Simple majority")
    count(as_cal, election, Ann=15, Bob=15)
    count(as_cal, election, 2, Ann=16, Bob=14)

    seat(as_cal, election, "Ann")

    assert "More than half of the valid votes elects." in look(as_cal, election)
    assert serving() == ["Ann"]


def test_several_seats_ask_how_many_ballots_there_were(as_cal):
    election = election_of("Ann", "Bob", "Cy", by=PLURALITY, seats=2)
    page = look(as_cal, election, count=True)

    answer = count(as_cal, election, Ann=9, Bob=5, Cy=7, valid_in_room=8)

    assert "each voter marks up to 2 names" in page
    assert list(answer.context["count"].errors) == ["valid_in_room"]


def test_several_seats_are_filled_from_the_top(as_cal):
    election = election_of("Ann", "Bob", "Cy", by=PLURALITY, seats=2)
    count(as_cal, election, Ann=9, Bob=5, Cy=7, valid_in_room=12)
    page = look(as_cal, election)

    seat(as_cal, election, "Ann", "Cy")

    assert "All accept: make the terms" in page
    assert serving() == ["Ann", "Cy"]


def test_one_of_several_declines_and_the_next_in_line_is_asked(as_cal):
    election = election_of("Ann", "Bob", "Cy", by=PLURALITY, seats=2)
    count(as_cal, election, Ann=9, Bob=5, Cy=7, valid_in_room=12)

    send(as_cal, "decline", election, stands(election, "Ann").pk)

    told = "Bob D. has 5 of 12 votes, is the next in line, and is elected."
    assert told in look(as_cal, election)
    seat(as_cal, election, "Cy", "Bob")
    assert serving() == ["Cy", "Bob"]


def test_terms_are_made_only_for_those_whom_the_chair_had_before_them(as_cal):
    election = election_of("Ann", "Bob", "Cy", by=PLURALITY, seats=2)
    count(as_cal, election, Ann=9, Bob=5, Cy=7, valid_in_room=12)
    send(as_cal, "decline", election, stands(election, "Ann").pk)

    answer = seat(as_cal, election, "Ann", "Cy")

    assert said(answer)[-1].startswith("Something else comes next")
    assert serving() == []


def test_acclamation_asks_whether_anybody_objects(as_cal):
    election = election_of("Ann", by="Acclamation")
    page = look(as_cal, election, count=True)

    send(as_cal, "objection", election, objected="no")
    seat(as_cal, election, "Ann")

    assert "the chair asks whether anybody objects." in page
    assert "Ann D. is elected by acclamation: nobody objected." in look(
        as_cal, election
    )
    assert serving() == ["Ann"]


def test_an_objection_leads_to_yes_and_no(as_cal):
    election = election_of("Ann", by="Acclamation")

    send(as_cal, "objection", election, objected="yes")

    page = look(as_cal, election)
    assert "Ballot 1, on Ann D.: yes or no." in page
    assert "Somebody objected when the chair asked." in page


def test_an_objection_is_yes_or_no(as_cal):
    election = election_of("Ann", by="Acclamation")

    send(as_cal, "objection", election, objected="perhaps")

    election.refresh_from_db()
    assert election.is_objected is None


def test_nobody_elected_opens_nominations_again(as_cal):
    election = election_of("Ann")
    count(as_cal, election, ayes_in_room=19, noes_in_room=11)
    page = look(as_cal, election)

    answer = send(as_cal, "begin-again", election)

    new = election.followed_by
    assert "Open nominations again" in page
    assert answer["Location"] == address("", new)
    assert "Nobody was nominated yet." in look(as_cal, new)
    assert "The election that followed" in look(as_cal, election)


def test_declining_begins_the_vote_again_among_those_who_remain(as_cal):
    election = election_of("Ann", "Bob", "Cy")
    count(as_cal, election, Ann=20, Bob=5, Cy=5)
    declining = address("decline", election, stands(election, "Ann").pk)
    page = words(as_cal.get(declining))
    as_cal.post(declining)

    as_cal.post(address("begin-again", election))

    assert "Ann D. declines" in page
    told = "Nominations are open. So far Bob D. and Cy D. stand."
    assert told in look(as_cal, election.followed_by)
    assert serving() == []


def to_the_motion(client):
    election = election_of("Ann", "Bob")
    for number in range(1, 5):
        count(client, election, number, Ann=14, Bob=12)
    return election


@pytest.mark.parametrize(
    ("heard", "told"),
    [
        ("silent", "Nobody moved a fifth ballot"),
        ("moved", "Nobody seconded the motion for a fifth ballot"),
    ],
)
def test_no_motion_leads_to_the_hat(as_cal, heard, told):
    election = to_the_motion(as_cal)

    motion(as_cal, election, heard=heard)

    page = look(as_cal, election)
    assert told in page
    assert "The hat, with the names of Ann D. and Bob D. in it." in page


@pytest.mark.parametrize("hands", [("", "5"), ("5", ""), ("x", "5"), ("-1", "5")])
def test_hands_are_counted_on_both_sides(as_cal, hands):
    election = to_the_motion(as_cal)

    answer = motion(as_cal, election, *hands)

    form = answer.context["motion"]
    assert answer.status_code == 400
    assert (form["ayes"].value(), form["noes"].value()) == hands
    assert not BallotMotion.objects.exists()


def test_the_motion_is_reconsidered_once(as_cal):
    election = to_the_motion(as_cal)
    motion(as_cal, election, 10, 16)
    page = look(as_cal, election)

    motion(as_cal, election, 16, 10, number=2)

    assert "Reconsider it, once" in page
    assert "Ballot 5, among Ann D. and Bob D." in look(as_cal, election)
    answer = motion(as_cal, election, 1, 20, number=2)
    assert said(answer)[-1].startswith("Something else comes next")


def test_a_motion_out_of_its_turn_leads_back_with_a_sentence(as_cal):
    election = election_of("Ann", "Bob")

    for hands in ((1, 2), ("x", "y")):
        answer = motion(as_cal, election, *hands)
        assert said(answer)[-1].startswith("Something else comes next")

    assert not BallotMotion.objects.exists()


def test_one_term_without_a_free_seat_is_told_and_the_election_stays_open(as_cal):
    election = election_of("Ann")
    count(as_cal, election, ayes_in_room=20, noes_in_room=10)
    Term.objects.create(
        position=election.position,
        person=stands(election, "Ann").person,
        began_on=JANUARY,
        ends_on=election.ends_on,
    )

    answer = seat(as_cal, election, "Ann")

    assert said(answer)[-1] == "No seat is free on the first day of the new term."
    assert fates(election) == {"Ann": "elected"}
    assert "Ann D. accepts: make the term" in look(as_cal, election)


def test_an_election_is_called_off_on_a_page_of_its_own(as_cal):
    election = election_of("Ann", "Bob")
    ballot(election, Ann=15, Bob=15)
    off = address("call-off", election)

    page = words(as_cal.get(off))
    as_cal.post(off)

    assert "It ends without an outcome." in page
    assert "This election was called off on" in look(as_cal, election)
    assert said(as_cal.post(off))[-1] == "This election is over."
