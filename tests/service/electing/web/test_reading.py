"""The page of an election for those who read it, and for every id that is nobody’s."""

import re

import pytest
from django.urls import reverse

from tests.factories import PersonFactory, PositionFactory
from tests.service.electing.area import ballot, election_of, stands
from tests.service.electing.web.table import address, look, motion, send

PARTS = ["answer", "attest", "withdraw", "decline"]
NOBODY = [0, 999_999, 10**30]


def main(page):
    return page.content.decode().split('id="content"', 1)[1]


def to_the_hat(client):
    position = PositionFactory(name="Treasurer")
    election = election_of("Ann", "Bob", position=position)
    for _nth in range(4):
        ballot(election, Ann=14, Bob=12)
    motion(client, election, 10, 16)
    return election


def test_who_may_only_read_sees_no_form_and_no_way_to_one(client, rae, cal):
    client.force_login(cal)
    elections = [election_of("Ann", "Bob"), to_the_hat(client)]
    client.force_login(rae)

    for election in elections:
        page = main(client.get(address("", election)))
        assert (
            re.findall("<form|<button|<input|withdraw/|call-off/|take-back/", page)
            == []
        )
        assert "Ann D." in page


def test_who_may_only_read_is_not_told_what_the_chair_said_of_anybody(client, rae):
    position = PositionFactory(sobriety_months=24)
    election = election_of("Ann", position=position)
    client.force_login(rae)

    assert "suggest" not in look(client, election)


def test_a_representative_reads_it_too(client, gail):
    client.force_login(gail)

    assert "So far Ann D. stands." in look(client, election_of("Ann"))


@pytest.mark.parametrize("pk", NOBODY)
@pytest.mark.parametrize("name", ["", "count", "motion", "finish", "call-off"])
def test_an_election_that_is_not_there_is_not_found(as_cal, name, pk):
    page = reverse(f"service:election{name and '-'}{name}", args=[pk])

    assert (as_cal.post(page) if name else as_cal.get(page)).status_code == 404


@pytest.mark.parametrize("name", PARTS)
def test_a_nomination_of_another_election_is_not_found(as_cal, name):
    election, other = election_of("Ann"), election_of("Bob", position=PositionFactory())

    for pk in (stands(other, "Bob").pk, *NOBODY):
        assert send(as_cal, name, election, pk).status_code == 404


def test_a_ballot_or_a_hat_of_another_election_is_not_found(as_cal):
    there = to_the_hat(as_cal)
    send(as_cal, "announce", there, seed="7")
    election = election_of("Ann", position=PositionFactory())
    rows = {"take-back": there.ballots.last().pk, "draw": there.draws.get().pk}

    for name, pk in rows.items():
        for each in (pk, *NOBODY):
            assert send(as_cal, name, election, each).status_code == 404


def queries(client, election, counter):
    client.get(address("", election))  # what is read once is kept
    with counter as counted:
        client.get(address("", election))
    return len(counted)


def test_a_page_takes_as_many_queries_for_four_ballots_as_for_one(
    as_cal, django_assert_max_num_queries
):
    election = election_of("Ann", "Bob")
    ballot(election, Ann=14, Bob=12)
    one = queries(as_cal, election, django_assert_max_num_queries(50))
    for _nth in range(2):
        ballot(election, Ann=14, Bob=12)

    three = queries(as_cal, election, django_assert_max_num_queries(50))

    ballot(election, Ann=14, Bob=12)
    four = queries(as_cal, election, django_assert_max_num_queries(50))
    assert one == three
    assert four <= one


def test_a_page_takes_as_many_queries_for_nine_who_stand_as_for_two(
    as_cal, django_assert_max_num_queries
):
    few = election_of("Ann", "Bob")
    names = [f"Name{each}" for each in "abcdefghi"]
    many = election_of(*names, position=PositionFactory())
    for nth in range(600):
        PersonFactory(first_name=f"P{chr(97 + nth % 26)}")

    counts = [
        queries(as_cal, each, django_assert_max_num_queries(50)) for each in (few, many)
    ]

    assert counts[0] == counts[1]


def test_markup_in_a_name_is_shown_as_text(as_cal):
    position = PositionFactory(name="<b>Chair</b>")
    election = election_of("Ann", "Bob", position=position)
    for _nth in range(4):
        ballot(election, Ann=14, Bob=12)
    motion(as_cal, election, heard="silent")
    send(as_cal, "announce", election, seed="<i>7</i>")

    page = as_cal.get(address("", election)).content.decode()

    assert "<b>Chair" not in page
    assert "<i>7" not in page
    assert "&lt;i&gt;7&lt;/i&gt;" in page


@pytest.mark.parametrize(("who", "papers"), [("cal", 3), ("rae", 1)])
def test_the_page_leads_to_the_papers_that_somebody_needs(
    client, db, request, who, papers
):
    election = election_of("Ann", "Bob")
    client.force_login(request.getfixturevalue(who))
    names = ("election-record", "election-papers", "election-tally")

    page = main(client.get(address("", election)))

    led = [reverse(f"service:{name}", args=[election.pk]) in page for name in names]
    assert led == [True] * papers + [False] * (3 - papers)
