"""The tally sheet: rows to count in, and what its numbers mean."""

import pytest

from service.reports.elections.papers import tally_html, tally_pdf
from tests.factories import BodyFactory, PositionFactory
from tests.service.electing.area import election_of, method
from tests.service.electing.papers.reading import sheets_of, tally_sheet

pytest.importorskip("weasyprint", exc_type=OSError)
pytestmark = pytest.mark.django_db

TWELVE = [
    "Ann",
    "Bob",
    "Cy",
    "Di",
    "Ed",
    "Flo",
    "Gus",
    "Hal",
    "Ida",
    "Jo",
    "Ken",
    "Lou",
]


def of_total(sheet, total):
    """The row of the table for one total vote."""
    (row,) = (row for block in sheet.blocks for row in block if row[0] == total)
    return row


def told(sheet):
    """The rules, as they are said."""
    return [each.told for each in sheet.rules]


@pytest.mark.parametrize(
    "row", [(1, 1, 1, 1), (30, 20, 6, 10), (31, 21, 7, 11), (50, 34, 10, 17)]
)
def test_the_table_says_how_many_elect_and_how_many_stay(row):
    assert of_total(tally_sheet(election_of("Ann", "Bob")), row[0]) == row


def test_the_table_goes_from_one_to_a_hundred():
    blocks = tally_sheet(election_of("Ann", "Bob")).blocks

    assert [row[0] for block in blocks for row in block] == list(range(1, 101))
    assert blocks[-1][-1] == (100, 67, 20, 34)


def test_a_majority_has_no_fifth_and_no_third():
    sheet = tally_sheet(election_of("Ann", "Bob", by="Simple majority"))

    assert (of_total(sheet, 30), of_total(sheet, 31)) == ((30, 16), (31, 16))
    elects, leaves = told(sheet)
    assert elects == "More than half of the valid votes elects."
    assert leaves.startswith("Nobody is withdrawn by a rule.")


def test_where_the_most_votes_win_there_is_no_table():
    sheet = tally_sheet(
        election_of("Ann", "Bob", "Cy", by="Plurality for several seats", seats=2)
    )

    assert (sheet.blocks, sheet.total) == ((), "valid ballots, each counted once")
    assert [each.asks for each in sheet.rules] == [""]


def test_a_yes_or_no_by_plurality_has_a_table_again():
    sheet = tally_sheet(election_of("Ann", by="Plurality for several seats"))

    assert told(sheet) == ["More than half of the valid votes elects."]
    assert of_total(sheet, 30) == (30, 16)


def test_the_rules_of_the_third_legacy_procedure_are_told_with_their_numbers():
    sheet = tally_sheet(election_of("Ann", "Bob"))

    assert [(each.ballot, each.asks) for each in sheet.rules] == [
        ("any", "elect"),
        ("1", ""),
        ("2", "stay"),
        ("3", "stay"),
        ("4", "the fewest"),
        ("2–4", ""),
        ("5", ""),
    ]
    assert "Who has less than one-fifth of T is withdrawn." in told(sheet)


def test_the_fewest_votes_tie_as_the_body_has_it():
    how = method()
    how.smallest_tie = "none"
    how.save()

    rule = tally_sheet(election_of("Ann", "Bob")).rules[4]

    assert rule.told == "Who has the fewest votes is withdrawn; nobody, if several tie."


def test_blank_ballots_are_in_the_total_where_the_body_counts_them():
    how = method()
    how.is_blank_counted = True
    how.save()

    assert tally_sheet(election_of("Ann", "Bob")).total == "all valid votes, and blank"
    alone = tally_sheet(election_of("Ann", position=PositionFactory()))
    assert alone.total == "yes and no together, and blank"


def test_one_alone_has_two_rows():
    sheet = tally_sheet(election_of("Ann"))

    assert (sheet.on, sheet.rows) == (("Ann D.",), ("Yes", "No"))
    assert not sheet.has_shares


def test_where_nobody_knows_the_names_there_are_rows_to_write_them():
    sheet = tally_sheet(election_of("Ann", "Bob"), 3)

    assert (sheet.title, set(sheet.rows)) == ("Ballot 3", {""})


@pytest.mark.parametrize(("voters", "fives"), [(1, 6), (40, 8), (41, 9), (900, 12)])
def test_there_is_room_for_the_strokes_of_all_who_vote(voters, fives):
    sheet = tally_sheet(election_of("Ann", "Bob"), voters=voters)

    assert len(sheet.fives) == fives


@pytest.mark.parametrize("size", ["letter", "A4"])
def test_twelve_names_stand_on_one_page(size):
    BodyFactory(paper=size)
    sheet = tally_sheet(election_of(*TWELVE), voters=60)

    assert sheets_of(tally_pdf(sheet)) == 1


@pytest.mark.parametrize("large", [False, True])
def test_long_names_and_many_still_print(large):
    names = [f"{'Wolf' * 9}{chr(97 + nth // 26)}{nth:c}" for nth in range(97, 123)]
    position = PositionFactory(name="P" * 80)
    sheet = tally_sheet(election_of(*names, position=position))

    assert tally_pdf(sheet, large=large).startswith(b"%PDF-")


def test_the_sheet_asks_two_tellers_for_first_name_and_initial():
    html = tally_html(tally_sheet(election_of("Ann", "Bob")))

    assert html.count("first name and initial") == 2
    assert "T: all valid votes" in html
    assert '<th scope="row">Ann D.</th>' in html


def test_the_same_ballot_gives_the_same_sheet():
    sheet = tally_sheet(election_of("Ann", "Bob"))

    assert tally_pdf(sheet) == tally_pdf(sheet)
