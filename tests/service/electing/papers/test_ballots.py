"""Ballot papers: all the same, as many as are asked for, whatever the names."""

import re

import pytest

from service.reports.elections.papers import (
    BallotPaper,
    ballots_html,
    ballots_pdf,
)
from tests.factories import BodyFactory, PositionFactory
from tests.service.electing.area import election_of
from tests.service.electing.papers.reading import ballot_paper, sheets_of

pytest.importorskip("weasyprint", exc_type=OSError)
pytestmark = pytest.mark.django_db

WOLF = "Wolf" * 10
FORTY = [f"N{chr(97 + nth // 26)}{chr(97 + nth % 26)}" for nth in range(40)]


def each_of(html):
    """What stands on each of the papers of a sheet."""
    return re.findall(r'<section class="ballot.*?</section>', html, re.DOTALL)


def test_a_paper_says_which_ballot_and_how_many_names_to_mark():
    election = election_of("Ann", "Bob")

    assert ballot_paper(election) == BallotPaper(
        position="Chair",
        title="Ballot 1",
        on="",
        boxes=("Ann D.", "Bob D."),
        lines=(),
        told="Mark one name.",
    )


def test_a_paper_for_several_seats_says_up_to_how_many():
    election = election_of("Ann", "Bob", "Cy", "Di", by="Simple majority", seats=3)

    assert ballot_paper(election).told == "Mark up to 3 names."
    written = ballot_paper(election, is_written=True)
    assert written.told == "Write up to 3 names, one on each line."
    assert (written.boxes, len(written.lines)) == ((), 3)


def test_a_name_is_written_where_the_body_has_it_so():
    paper = ballot_paper(election_of("Ann", "Bob"), is_written=True)

    assert (paper.boxes, len(paper.lines), paper.told) == ((), 1, "Write one name.")


def test_a_name_is_written_where_nobody_knows_who_will_stand():
    election = election_of("Ann", "Bob", "Cy")

    assert ballot_paper(election, 3).told == "Write one name."
    assert ballot_paper(election_of(position=PositionFactory())).told == (
        "Write one name."
    )


def test_one_alone_has_a_yes_and_a_no():
    paper = ballot_paper(election_of("Ann"), is_written=True)

    assert (paper.on, paper.boxes) == ("Ann D.", ("Yes", "No"))
    assert (paper.lines, paper.told) == ((), "Mark yes or no.")


def test_those_unopposed_have_a_yes_and_a_no_together():
    election = election_of("Ann", "Bob", by="Simple majority", seats=2)

    assert ballot_paper(election).on == "Ann D. and Bob D., all together"


def test_every_paper_of_a_sheet_is_the_same():
    html = ballots_html(ballot_paper(election_of("Ann", "Bob")), on_a_sheet=8)

    papers = each_of(html)

    assert (len(papers), len(set(papers))) == (8, 1)
    assert not re.search(r"\bid=|data-n|Page|Printed on", "".join(papers))


def test_two_thousand_papers_are_two_hundred_and_fifty_sheets():
    paper = ballot_paper(election_of("Ann", "Bob"))

    made = ballots_pdf(paper, of=2000)

    assert sheets_of(made) == 250


@pytest.mark.parametrize(("of", "sheets"), [(1, 1), (8, 1), (9, 2), (40, 5), (41, 6)])
def test_so_many_ballots_take_so_many_sheets(of, sheets):
    paper = ballot_paper(election_of("Ann", "Bob", "Cy", "Di", "Ed"))

    assert sheets_of(ballots_pdf(paper, of=of)) == sheets


@pytest.mark.parametrize("size", ["letter", "A4"])
def test_large_print_has_four_on_a_sheet(size):
    BodyFactory(paper=size)
    paper = ballot_paper(election_of("Ann", "Bob"))

    assert sheets_of(ballots_pdf(paper, of=8, large=True)) == 2


@pytest.mark.parametrize(
    ("names", "on_a_sheet"),
    [((), 8), (["Ann"], 8), (FORTY[:10], 8), (FORTY, 1), ([WOLF] * 3, 8)],
)
@pytest.mark.parametrize("size", ["letter", "A4"])
def test_fewer_stand_on_a_sheet_where_the_names_need_room(names, on_a_sheet, size):
    BodyFactory(paper=size)
    paper = ballot_paper(election_of(*names))

    assert sheets_of(ballots_pdf(paper, of=on_a_sheet)) == 1
    assert sheets_of(ballots_pdf(paper, of=on_a_sheet + 1)) == 2


def test_long_words_everywhere_still_print():
    BodyFactory(name="B" * 120)
    position = PositionFactory(name="P" * 80)
    names = [f"{WOLF[:-2]}{name[1:]}" for name in FORTY]
    paper = ballot_paper(election_of(*names, position=position))

    assert ballots_pdf(paper, of=2, large=True).startswith(b"%PDF-")


def test_the_same_ballot_gives_the_same_bytes():
    paper = ballot_paper(election_of("Ann", "Bob"))

    assert ballots_pdf(paper, of=20) == ballots_pdf(paper, of=20)
