"""Who may print which paper, and what is said where there is none."""

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from service.actions.electing import finish
from service.reports.elections import election_record
from tests.factories import BodyFactory
from tests.rights import PEOPLE, is_shut_out, may, sign_in
from tests.service.electing.area import TODAY, ballot, election_of
from tests.service.electing.papers.reading import sheets_of

pytest.importorskip("weasyprint", exc_type=OSError)
pytestmark = pytest.mark.django_db

RUN = ["election-papers", "election-ballots", "election-tally"]


@pytest.fixture
def election():
    BodyFactory()
    return election_of("Ann", "Bob")


def at(name, pk):
    return reverse(f"service:{name}", args=[pk])


@pytest.mark.parametrize("name", RUN)
@pytest.mark.parametrize("who", PEOPLE)
def test_papers_to_vote_with_are_for_those_who_run_elections(
    client, election, name, who
):
    sign_in(client, who)

    answer = client.get(at(name, election.pk))

    assert is_shut_out(who, answer) is not may(who, "service", ["change_election"])


@pytest.mark.parametrize("who", PEOPLE)
def test_the_record_is_for_all_who_read_about_elections(client, election, who):
    sign_in(client, who)

    answer = client.get(at("election-record", election.pk))

    assert is_shut_out(who, answer) is not may(who, "service", ["view_election"])


@pytest.mark.parametrize("name", [*RUN, "election-record"])
def test_there_is_no_paper_of_an_election_that_is_not_there(as_sam, name):
    assert as_sam.get(at(name, 404)).status_code == 404


@pytest.mark.parametrize(
    ("name", "query", "file"),
    [
        ("election-ballots", {"of": 9}, "ballots-{pk}-1.pdf"),
        ("election-ballots", {"ballot": 3, "write": "yes"}, "ballots-{pk}-3.pdf"),
        ("election-tally", {"print": "large"}, "tally-{pk}-1.pdf"),
        ("election-record", {}, "election-{pk}.pdf"),
        ("election-record", {"print": "large"}, "election-{pk}-large.pdf"),
    ],
)
def test_a_paper_is_a_pdf_that_is_kept_nowhere(as_sam, election, name, query, file):
    answer = as_sam.get(at(name, election.pk), query)

    assert answer.content.startswith(b"%PDF-")
    assert answer["Content-Type"] == "application/pdf"
    said = f'inline; filename="{file.format(pk=election.pk)}"'
    assert answer["Content-Disposition"] == said
    assert "no-store" in answer["Cache-Control"]


def test_so_many_papers_are_given_as_are_asked_for(as_sam, election):
    address = at("election-ballots", election.pk)

    assert sheets_of(as_sam.get(address, {"of": 41}).content) == 6
    assert sheets_of(as_sam.get(address).content) == 5


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"of": "2001"}, "Write a number from 1 to 2,000."),
        ({"of": "0"}, "Write a number from 1 to 2,000."),
        ({"of": "many"}, "Write a number from 1 to 2,000."),
        ({"ballot": "6"}, "There is no such ballot in this election now."),
        ({"ballot": "-1"}, "Write a number from 1 to 20."),
        ({"write": "maybe"}, "Select a valid choice."),
    ],
)
@pytest.mark.parametrize("name", ["election-ballots", "election-tally"])
def test_what_cannot_be_printed_is_asked_again(as_sam, election, name, query, told):
    answer = as_sam.get(at(name, election.pk), query)

    assert answer.status_code == 400
    assert told in answer.content.decode()


def test_an_election_that_is_over_has_a_record_and_no_ballots(as_sam, election):
    ballot(election, Ann=20, Bob=10)
    finish(election, on=TODAY, by=None)

    assert as_sam.get(at("election-ballots", election.pk)).status_code == 400
    assert as_sam.get(at("election-record", election.pk)).status_code == 200


def test_the_page_asks_for_the_next_ballot_and_how_many(as_sam, election):
    page = as_sam.get(at("election-papers", election.pk)).content.decode()

    assert f'action="{at("election-ballots", election.pk)}"' in page
    assert 'name="of" value="40"' in page
    assert 'name="ballot" value="1"' in page


@pytest.mark.parametrize(
    ("may_run", "is_over", "names"),
    [
        (True, False, [*RUN[::2], "election-record"]),
        (False, False, ["election-record"]),
        (True, True, ["election-record"]),
    ],
)
def test_the_election_leads_to_the_papers_that_can_be_had(
    election, may_run, is_over, names
):
    if is_over:
        ballot(election, Ann=20, Bob=10)
        finish(election, on=TODAY, by=None)
        election.refresh_from_db()
    context = {
        "record": election_record(election),
        "may_run": may_run,
        "is_run": may_run,
    }

    html = render_to_string("service/office/election_papers.html", context)

    leads = [
        each for each in [*RUN, "election-record"] if at(each, election.pk) in html
    ]
    assert leads == names
