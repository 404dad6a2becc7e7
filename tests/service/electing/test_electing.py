"""An election from nominations to a term: each step in its turn, and no other."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from service.actions import electing
from service.models import Ballot, BallotCount, BallotMotion, Nomination, Term
from tests.factories import PersonFactory, PositionFactory
from tests.service.electing.area import (
    JANUARY,
    TODAY,
    ballot,
    election_of,
    fates,
    method,
    next_step,
    refusal,
    stands,
)

AHEAD = date(2029, 1, 1)


def fifth(election, ayes, noes, **fields):
    motion = BallotMotion(election=election, ayes=ayes, noes=noes, **fields)
    return electing.record_motion(motion, recorded_by=None)


def to_the_hat(*, is_second_drawn=False):
    """Three who stand, four ballots, no fifth: two names in the hat."""
    how = method()
    how.is_second_drawn = is_second_drawn
    how.save()
    election = election_of("Ann", "Bob", "Cy")
    for _nth in range(4):
        ballot(election, Ann=14, Bob=9, Cy=7)
        if len(next_step(election)[1]) == 2:
            break
    while next_step(election)[0] == "ballot":
        ballot(election, Ann=14, Bob=12)
    fifth(election, 10, 16)
    return election


def test_two_thirds_exactly_elect_and_make_a_term(db, sam):
    election = election_of("Ann", "Bob")
    ballot(election, Ann=12, Bob=6, online={"Ann": 8, "Bob": 4})

    (term,) = electing.finish(election, on=TODAY, by=sam)

    election.refresh_from_db()
    assert fates(election) == {"Ann": "elected", "Bob": "not-elected"}
    assert (election.outcome, election.decided_on) == ("elected", TODAY)
    assert (term.person.first_name, term.began_on, term.ends_on, term.filled) == (
        *("Ann", JANUARY, AHEAD),
        "elected",
    )
    assert (term.election, term.recorded_by) == (election, sam)


def test_one_vote_fewer_than_two_thirds_makes_no_term(db, sam):
    election = election_of("Ann", "Bob")
    ballot(election, Ann=19, Bob=11)

    code = refusal(electing.finish, election, on=TODAY, by=sam)

    assert (code, Term.objects.count()) == ("out_of_turn", 0)


def test_a_whole_election_goes_by_its_ballots_to_the_hat(db):
    election = election_of("Ann", "Bob", "Cy", "Di")
    ballot(election, Ann=16, Bob=15, Cy=10, Di=9)
    ballot(election, Ann=16, Bob=15, Cy=10, Di=9)
    assert fates(election)["Di"] == "withdrawn"
    ballot(election, Ann=18, Bob=17, Cy=15)
    assert fates(election)["Cy"] == "withdrawn"
    ballot(election, Ann=26, Bob=24)
    assert next_step(election) == ("motion", ["Ann", "Bob"])

    fifth(election, 20, 20)

    assert next_step(election) == ("hat", ["Ann", "Bob"])


def test_a_hat_is_announced_before_it_is_drawn_and_drawn_once(db, sam):
    election = to_the_hat()

    draw = electing.announce_hat(election, seed=" 7 12 30 ", recorded_by=sam)

    assert (draw.seed, len(draw.slips), draw.drawn_at) == ("7 12 30", 2, None)
    assert next_step(election)[0] == "hat"
    again = (electing.announce_hat, election)
    assert refusal(*again, seed="another", recorded_by=sam) == "announced"
    electing.draw_hat(draw)
    assert next_step(election)[0] == "elected"
    assert refusal(electing.draw_hat, draw) == "drawn"


def test_nobody_withdraws_from_an_announced_hat(db, sam):
    election = to_the_hat()
    electing.announce_hat(election, seed="4711", recorded_by=sam)

    assert refusal(electing.withdraw, stands(election, "Ann")) == "announced"


def test_a_hat_of_felt_is_written_down(db, sam):
    election = to_the_hat()

    electing.draw_by_hand(election, [stands(election, "Bob").pk], recorded_by=sam)

    assert fates(election)["Bob"] == "elected"


@pytest.mark.parametrize("names", [[], ["Cy"], ["Bob", "Bob"]])
def test_only_the_names_in_the_hat_come_out_of_it(db, sam, names):
    election = to_the_hat()
    drawn = [stands(election, name).pk for name in names]

    assert refusal(electing.draw_by_hand, election, drawn, recorded_by=sam) == (
        "not_in_the_hat"
    )


def test_the_second_name_is_the_alternate_where_the_body_has_it_so(db, sam):
    election = to_the_hat(is_second_drawn=True)
    deputy = PositionFactory(name="Alternate Chair", alternate_of=election.position)
    names = [stands(election, "Bob").pk, stands(election, "Ann").pk]
    electing.draw_by_hand(election, names, recorded_by=sam)

    electing.finish(election, on=TODAY, by=sam)

    assert Term.objects.get(position=deputy).person.first_name == "Ann"


def test_a_motion_is_reconsidered_once(db):
    election = to_the_hat()

    fifth(election, 20, 6)

    assert next_step(election)[0] == "ballot"
    assert refusal(fifth, election, 1, 20) == "out_of_turn"


def test_the_rules_of_the_first_ballot_stay(db):
    election = election_of("Ann", "Bob")
    ballot(election, Ann=10, Bob=10, blank=10)
    how = method()
    how.is_blank_counted = True
    how.save()

    ballot(election, Ann=20, Bob=10, blank=6)

    assert fates(election)["Ann"] == "elected"


def test_nominations_close_with_the_first_ballot(db):
    election = election_of("Ann", "Bob")
    late = Nomination(election=election, person=PersonFactory())
    ballot(election, Ann=10, Bob=10)

    assert refusal(electing.nominate, late, by=None) == "voting_has_begun"
    said = (electing.answer, stands(election, "Ann"), "declined")
    assert refusal(*said) == "voting_has_begun"


def test_nobody_is_nominated_twice(db):
    election = election_of("Ann")
    again = Nomination(election=election, person=stands(election, "Ann").person)

    with pytest.raises(ValidationError, match="nominated already"):
        electing.nominate(again, by=None)


def test_who_does_not_stand_is_on_no_ballot(db):
    election = election_of("Ann", "Bob", "Cy")

    electing.answer(stands(election, "Cy"), Nomination.Answer.DECLINED)

    assert next_step(election) == ("ballot", ["Ann", "Bob"])


def test_what_is_suggested_is_a_yes_or_no_of_a_day(db, cal):
    election = election_of("Ann")
    ann = stands(election, "Ann")

    electing.attest(ann, is_eligible=False, on=TODAY, by=cal)

    ann.refresh_from_db()
    assert (ann.is_eligible, ann.attested_on, ann.attested_by) == (False, TODAY, cal)
    electing.attest(ann, is_eligible=None, on=TODAY, by=cal)
    assert (ann.is_eligible, ann.attested_on, ann.attested_by) == (None, None, None)


def test_who_withdraws_between_ballots_is_on_the_next_no_more(db):
    election = election_of("Ann", "Bob", "Cy")
    ballot(election, Ann=10, Bob=10, Cy=10)

    electing.withdraw(stands(election, "Cy"))

    assert stands(election, "Cy").withdrew_after == 1
    assert next_step(election) == ("ballot", ["Ann", "Bob"])
    assert refusal(electing.withdraw, stands(election, "Cy")) == "stands_no_more"


def test_votes_for_somebody_withdrawn_are_refused_and_nothing_is_kept(db):
    election = election_of("Ann", "Bob", "Cy")
    ballot(election, Ann=10, Bob=10, Cy=10)
    electing.withdraw(stands(election, "Cy"))

    with pytest.raises(ValidationError, match="does not stand on it"):
        ballot(election, Ann=10, Bob=10, Cy=1)

    assert Ballot.objects.count() == 1


def test_more_votes_than_ballots_are_refused(db):
    election = election_of("Ann", "Bob")

    with pytest.raises(ValidationError, match="31 ballots were counted in the room"):
        ballot(election, Ann=20, Bob=11, handed_out=30)

    assert not Ballot.objects.exists()


def test_the_latest_ballot_is_taken_back_and_counted_again(db):
    election = election_of("Ann", "Bob", "Cy")
    first = ballot(election, Ann=10, Bob=10, Cy=10)
    electing.withdraw(stands(election, "Cy"))

    electing.take_back_ballot(first)

    assert stands(election, "Cy").withdrew_after is None
    ballot(election, Ann=20, Bob=5, Cy=5)
    numbers = [each.number for each in election.ballots.standing()]
    assert (numbers, Ballot.objects.count()) == ([1], 2)
    assert fates(election)["Ann"] == "elected"


def test_whoever_counts_a_ballot_that_was_counted_already_is_told_so(db):
    election = election_of("Ann", "Bob")
    ballot(election, Ann=10, Bob=10)
    first = Ballot(election=election, number=1)
    counts = [BallotCount(nomination=stands(election, "Ann"), in_room=20)]

    again = (electing.record_ballot, first, counts)

    assert refusal(*again, recorded_by=None, number=1) == "out_of_turn"
    assert Ballot.objects.count() == 1


def test_whoever_heard_a_motion_that_was_written_down_does_not_reconsider_it(db):
    election = to_the_hat()
    motion = BallotMotion(election=election, ayes=20, noes=1)

    again = (electing.record_motion, motion)

    assert refusal(*again, recorded_by=None, number=1) == "out_of_turn"
    assert BallotMotion.objects.count() == 1


def test_an_earlier_ballot_cannot_be_taken_back(db):
    election = election_of("Ann", "Bob")
    first = ballot(election, Ann=10, Bob=10)
    ballot(election, Ann=10, Bob=10)

    assert refusal(electing.take_back_ballot, first) == "not_the_latest"
