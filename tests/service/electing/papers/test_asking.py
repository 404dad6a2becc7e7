"""What a ballot asks: the next one, one that was held, and one still to come."""

import pytest

from service.actions.electing import call_off, finish, withdraw
from service.reports.elections import election_record
from service.reports.elections.papers import Question, papers_needed
from tests.factories import BusinessMeetingFactory, GroupFactory, PositionFactory
from tests.service.electing.area import TODAY, ballot, election_of, stands
from tests.service.electing.papers.reading import asked

pytestmark = pytest.mark.django_db


def test_the_next_ballot_is_asked_of_those_who_stand():
    election = election_of("Ann", "Bob")

    assert asked(election) == Question(1, 1, ("Ann D.", "Bob D."), is_yes_no=False)


def test_a_ballot_that_was_held_has_the_names_that_were_on_it():
    election = election_of("Ann", "Bob", "Cy")
    ballot(election, Ann=10, Bob=10, Cy=10)
    withdraw(stands(election, "Cy"))

    assert asked(election, 1).names == ("Ann D.", "Bob D.", "Cy D.")
    assert asked(election).names == ("Ann D.", "Bob D.")


def test_nobody_knows_yet_who_is_on_a_later_ballot():
    election = election_of("Ann", "Bob", "Cy")

    assert asked(election, 3) == Question(3, 1, (), is_yes_no=False)


def test_the_third_legacy_procedure_has_five_ballots():
    election = election_of("Ann", "Bob", "Cy")

    assert asked(election, 5).number == 5
    assert asked(election, 6) is None


def test_other_methods_go_on():
    assert asked(election_of("Ann", "Bob", by="Simple majority"), 6).number == 6


def test_before_anybody_stands_the_first_ballot_has_no_names():
    assert asked(election_of()) == Question(1, 1, (), is_yes_no=False)


@pytest.mark.parametrize("by", ["Third Legacy", "Acclamation"])
def test_one_alone_is_asked_about_by_yes_or_no(by):
    election = election_of("Ann", by=by)

    assert asked(election) == Question(1, 1, ("Ann D.",), is_yes_no=True)


def test_a_fifth_ballot_is_ready_before_its_motion():
    election = election_of("Ann", "Bob")
    for _nth in range(4):
        ballot(election, Ann=10, Bob=10)

    assert asked(election) == Question(5, 1, ("Ann D.", "Bob D."), is_yes_no=False)


def test_an_election_that_is_over_has_no_next_ballot():
    election = election_of("Ann", "Bob")
    ballot(election, Ann=20, Bob=10)
    finish(election, on=TODAY, by=None)
    election.refresh_from_db()

    assert (asked(election), asked(election, 2)) == (None, None)
    assert asked(election, 1).names == ("Ann D.", "Bob D.")


def test_one_that_was_called_off_has_no_ballot():
    election = call_off(election_of("Ann", "Bob"), on=TODAY)

    assert election_record(election).next_ballot == 0


def test_a_no_to_the_only_one_leaves_no_ballot():
    election = election_of("Ann")
    ballot(election, yes=10, no=20)

    assert election_record(election).next_ballot == 0


def test_two_who_share_a_name_are_told_apart():
    election = election_of("Pat", "Ann", "Pat")

    assert asked(election).names == ("Pat D. (1)", "Ann D.", "Pat D. (2)")


def test_papers_are_for_the_groups_on_the_roll_and_positions_with_a_vote():
    GroupFactory.create_batch(3)
    meeting = BusinessMeetingFactory(roll_size=12)
    PositionFactory(name="Officers", seats=4, has_vote=True)
    PositionFactory(name="Web", seats=2)
    election = election_of("Ann", "Bob", meeting=meeting)

    assert papers_needed(election) == 16
    assert papers_needed(election_of("Ann", position=PositionFactory())) == 7


def test_forty_papers_are_the_usual_where_there_is_no_roll():
    assert papers_needed(election_of("Ann")) == 40
