"""The demonstration’s elections: held as the actions hold them, and two ahead."""

from datetime import date

import pytest

from intergroup.business.models import BusinessMeeting
from intergroup.demo.elections import HELD
from service.models import Ballot, Election, Term
from service.reports.elections.agenda import elections_at, open_elections

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]

JULY_12 = date(2026, 7, 12)
DECEMBER_13 = date(2026, 12, 13)


def test_two_seats_were_filled_by_an_election_that_their_terms_point_at():
    terms = Term.objects.filter(election__isnull=False)
    told = terms.order_by("position__order").values_list(
        "position__name", "person__first_name", "began_on", "ends_on", "filled"
    )

    assert list(told) == [
        *[("Books reviewer", "Kwame", date(2026, 8, 1), date(2027, 8, 1), "elected")],
        *[("Web and phone", "Yusuf", date(2026, 8, 1), date(2027, 7, 1), "remainder")],
    ]
    assert {term.elected_at for term in terms} == {
        BusinessMeeting.objects.get(held_on=JULY_12)
    }


def test_what_came_of_them_is_told_in_their_order():
    lines = elections_at(BusinessMeeting.objects.get(held_on=JULY_12)).lines

    assert [(each.position, each.state) for each in lines] == [
        ("Books reviewer", "elected: Kwame O."),
        ("Web and phone", "elected: Yusuf H."),
    ]


def test_the_first_of_each_was_elected_by_the_ballots_and_the_hat():
    held = Election.objects.filter(outcome="elected").order_by("pk")

    for election, row in zip(held, HELD, strict=True):
        (term,) = election.terms.all()
        assert str(term.person) == row.names[0]
        assert election.decided_on == JULY_12


def test_no_ballot_has_more_votes_than_there_were_groups():
    voters = BusinessMeeting.objects.get(held_on=JULY_12).roll.filter(has_vote=True)

    handed_out = Ballot.objects.values_list("handed_out", flat=True)
    assert set(handed_out) == {voters.count()}


def test_two_elections_are_open_for_the_meeting_ahead():
    told = [(each.position, each.meeting, each.next) for each in open_elections().lines]

    ahead = str(BusinessMeeting.objects.get(held_on=DECEMBER_13))
    ballot = "Ballot 1, among Tomasz W. and Wendell S.: each voter writes one name."
    assert told == [
        ("Treasurer", ahead, ballot),
        ("Literature", ahead, "Ballot 1, on Annika H.: yes or no."),
    ]
