"""What comes of an election: terms for the elected, or the vote that follows it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from intergroup.registry.actions.forgetting import people_to_forget
from service.actions import electing
from service.models import Election, Term
from tests.factories import PositionFactory, TermFactory
from tests.service.electing.area import (
    JANUARY,
    TODAY,
    ballot,
    election_of,
    next_step,
    refusal,
    stands,
)

AHEAD = date(2029, 1, 1)
PLURALITY = "Plurality for several seats"


def test_acclamation_asks_whether_anybody_objects(db, sam):
    election = election_of("Ann", by="Acclamation")
    assert next_step(election) == ("acclamation", ["Ann"])

    electing.record_objection(election, is_objected=False)

    (term,) = electing.finish(election, on=TODAY, by=sam)
    assert term.person.first_name == "Ann"


def test_an_objection_leads_to_a_ballot(db):
    election = election_of("Ann", by="Acclamation")

    electing.record_objection(election, is_objected=True)

    assert next_step(election) == ("yes-no", ["Ann"])


def test_several_seats_are_filled_by_the_most_votes(db, sam):
    election = election_of("Ann", "Bob", "Cy", by=PLURALITY, seats=2)
    ballot(election, Ann=9, Bob=5, Cy=7, valid=12)

    terms = electing.finish(election, on=TODAY, by=sam)

    told = [(each.seat, each.person.first_name) for each in terms]
    assert told == [(1, "Ann"), (2, "Cy")]


def test_who_declines_makes_room_for_the_next_in_line(db, sam):
    election = election_of("Ann", "Bob", "Cy", by=PLURALITY, seats=2)
    ballot(election, Ann=9, Bob=5, Cy=7, valid=12)

    electing.decline(stands(election, "Ann"), on=TODAY)

    terms = electing.finish(election, on=TODAY, by=sam)
    assert [each.person.first_name for each in terms] == ["Cy", "Bob"]


def test_who_declines_after_a_ballot_lets_the_vote_begin_again(db, sam):
    election = election_of("Ann", "Bob", "Cy")
    ballot(election, Ann=20, Bob=5, Cy=5)
    electing.decline(stands(election, "Ann"), on=TODAY)

    new = electing.begin_again(election, on=TODAY, by=sam)

    election.refresh_from_db()
    assert (election.outcome, Term.objects.count()) == ("declined", 0)
    assert next_step(new) == ("ballot", ["Bob", "Cy"])
    assert new.follows == election


def test_terms_are_made_for_those_who_were_asked_and_nobody_else(db, sam):
    election = election_of("Ann", "Bob", "Cy", by=PLURALITY, seats=2)
    ballot(election, Ann=9, Bob=5, Cy=7, valid=12)
    asked = [stands(election, name).pk for name in ("Ann", "Cy")]
    electing.decline(stands(election, "Ann"), on=TODAY)

    code = refusal(electing.finish, election, on=TODAY, by=sam, elected=asked)

    assert (code, Term.objects.count()) == ("out_of_turn", 0)


def test_nominations_open_again_where_nobody_is_left(db, sam):
    election = election_of("Ann")
    ballot(election, yes=19, no=11)
    assert next_step(election)[0] == "nominations"

    new = electing.begin_again(election, on=TODAY, by=sam)

    election.refresh_from_db()
    assert (election.outcome, new.nominations.count()) == ("nobody", 0)


def test_only_the_elected_decline(db):
    election = election_of("Ann", "Bob")
    ballot(election, Ann=20, Bob=5)

    assert refusal(electing.decline, stands(election, "Bob"), on=TODAY) == "not_elected"


def test_an_election_that_is_over_takes_nothing_more(db, sam):
    election = election_of("Ann", "Bob")
    electing.call_off(election, on=TODAY)

    assert refusal(ballot, election, Ann=20, Bob=5) == "over"
    assert refusal(electing.finish, election, on=TODAY, by=sam) == "over"
    assert refusal(electing.withdraw, stands(election, "Ann")) == "over"


def test_who_serves_without_an_end_makes_room_on_the_first_day(db, sam):
    position = PositionFactory(name="Chair")
    old = TermFactory(position=position)
    election = election_of("Ann", position=position)
    ballot(election, yes=20, no=10)

    electing.finish(election, on=TODAY, by=sam)

    old.refresh_from_db()
    assert old.ends_on == JANUARY


def test_who_serves_until_an_election_makes_room_too(db, sam):
    position = PositionFactory(name="Chair")
    old = TermFactory(position=position, ends_on=AHEAD, standing="interim")
    election = election_of("Ann", position=position)
    ballot(election, yes=20, no=10)

    electing.finish(election, on=TODAY, by=sam)

    old.refresh_from_db()
    assert old.ends_on == JANUARY


def test_a_term_with_an_end_of_its_own_is_never_cut_short(db, sam):
    position = PositionFactory(name="Chair")
    TermFactory(position=position, ends_on=date(2027, 1, 2))
    election = election_of("Ann", position=position)
    ballot(election, yes=20, no=10)

    assert refusal(electing.finish, election, on=TODAY, by=sam) == "no_free_seat"
    assert Election.objects.get().is_open


def test_third_legacy_fills_one_seat_at_a_time(db):
    with pytest.raises(ValidationError, match="one seat at a time"):
        election_of("Ann", seats=2)


def test_two_elections_to_one_seat_are_not_open_at_once(db):
    election = election_of("Ann")

    assert refusal(election_of, position=election.position) == "already_open"


def test_who_stood_in_an_election_is_forgotten_in_time_once_it_was_over(db):
    election = election_of("Ann")
    ann = stands(election, "Ann").person
    assert not people_to_forget(date(2030, 1, 1)).filter(pk=ann.pk).exists()

    electing.call_off(election, on=TODAY)

    assert people_to_forget(date(2030, 1, 1)).filter(pk=ann.pk).exists()
    assert not people_to_forget(date(2026, 10, 10)).filter(pk=ann.pk).exists()
