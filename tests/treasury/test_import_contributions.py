"""Importing spreadsheets of contributions: what is matched, written and kept."""

import io
from datetime import date

import openpyxl
import pytest

from tests.factories import GroupFactory, money
from tests.treasury.loading import HEAD, load, row
from treasury.models import ClosedMonth, Contribution, Entry, ImportBatch
from treasury.reports.soundness import check_books


def test_one_refused_row_and_nothing_is_written(db):
    outcome = load(f"{HEAD}2022-01-15,Hope,45\n2022-01-16,Haven,-1")

    assert (outcome.written, outcome.created, outcome.refused_rows) == (False, 1, 1)
    assert not Contribution.objects.exists()
    assert not ImportBatch.objects.exists()


def test_skip_refused_writes_what_is_right_and_later_the_rest(db):
    wrong = f"{HEAD}2022-01-15,Hope,45\n2022-01-16,Haven,-1"
    load(wrong, skip_refused=True)

    outcome = load(wrong.replace(",-1", ",1"))

    assert (outcome.created, outcome.unchanged) == (1, 1)
    assert Contribution.objects.count() == 2


def test_a_dry_run_writes_nothing_and_tells_the_same(db):
    outcome = load(f"{HEAD}2022-01-15,Hope,45", dry_run=True, create_groups=True)

    assert (outcome.created, outcome.written) == (1, False)
    assert not Entry.objects.exists()
    assert load(f"{HEAD}2022-01-15,Hope,45").created == 1


def test_a_group_is_found_by_number_then_by_exact_name(db):
    hope = GroupFactory(number=12, name="Friday Hope", haws_number="7712")
    data = "Received on,Group number,Group,Amount\n"
    lines = (
        "2022-01-15,12,,1",
        "2022-01-15,#12,Friday Hope,2",
        "2022-01-15,,friday  HOPE,3",
        "2022-01-15,,12 Friday Hope,4",
        "2022-01-15,7712,,5",
        "2022-01-15,,12,6",
    )

    load(data + "\n".join(lines))

    assert hope.contributions.count() == len(lines)


def test_a_number_wins_over_a_name_and_the_doubt_is_told(db):
    GroupFactory(number=12, name="Friday Hope")
    data = "Received on,Group number,Group,Amount\n2022-01-15,12,Sunday Calm,45"

    outcome = load(data)

    assert outcome.notes == [
        "Row 2: number 12 is “Friday Hope” here, not “Sunday Calm”."
    ]


def test_a_row_whose_number_and_name_are_two_groups_is_nobodys(db):
    GroupFactory(number=1, name="Friday Hope")
    GroupFactory(number=2, name="Sunday Calm")

    outcome = load("ID,Date,Group,Amount\n1,2022-01-15,Sunday Calm,45")

    assert Contribution.objects.get().source == "unidentified"
    assert "“Sunday Calm” is number 2: not identified" in outcome.notes[0]


@pytest.mark.parametrize("word", ["Total", "Grand Total", "TOTALS:", "Sub-total"])
def test_a_line_of_totals_is_refused(db, word):
    outcome = load(f"{HEAD}2022-01-15,Hope,45\n2022-01-31,{word},45")

    assert "this is a line of totals" in str(outcome.refused[0])


def test_no_group_is_made_of_a_dash(db):
    load(f"{HEAD}2022-01-15,-,45", create_groups=True)

    assert Contribution.objects.get().source == "unidentified"


def test_words_beside_the_word_member_are_not_kept(db):
    load(f"{HEAD}2022-01-15,member Jo Brown,45\n2022-01-15,Jo Brown (individual),5")

    assert set(Contribution.objects.values_list("source", "marked")) == {
        ("unidentified", "")
    }


def test_what_no_group_matches_is_kept_as_unidentified(db):
    contribution = row("2022-01-15,Friday Hop,45")

    assert (contribution.source, contribution.group) == ("unidentified", None)
    assert contribution.marked == "Friday Hop"


def test_two_groups_of_one_name_are_nobodys_guess(db):
    GroupFactory(number=1, name="Hope")
    GroupFactory(number=2, name="Hope")

    assert row("2022-01-15,Hope,45").source == "unidentified"


@pytest.mark.parametrize("heading", ["Name", "From", "Payer", "Contributor"])
def test_what_may_be_a_persons_name_is_not_kept_beside_money(db, heading):
    hope = GroupFactory(number=12, name="Hope")

    load(f"Date,{heading},Gross\n2022-01-15,Jo Brown,45\n2022-01-15,Hope,5")

    stranger = Contribution.objects.unidentified().get()
    assert (stranger.marked, stranger.amount) == ("", money("45.00"))
    assert hope.contributions.get().amount == money("5.00")


def test_of_two_that_differ_in_capitals_the_one_spelled_just_so_is_meant(db):
    GroupFactory(number=1, name="On the Hill")
    hill = GroupFactory(number=2, name="On The Hill")

    assert row("2022-01-15,On The Hill,45").group == hill


def test_create_groups_registers_a_pending_group_once(db):
    GroupFactory(number=12)

    load(f"{HEAD}2022-01-15,Hope,45\n2022-02-15,hope,45", create_groups=True)

    group = Contribution.objects.first().group
    assert (group.number, group.name, group.status) == (13, "Hope", "pending")
    assert group.contributions.count() == 2


@pytest.mark.parametrize("who", ["Member", "individual", "7TH-IND", "Anonymous"])
def test_a_member_stays_a_member_and_nothing_else(db, who):
    contribution = row(f"2022-01-15,{who},45")

    assert (contribution.source, contribution.marked) == ("member", "")


def test_a_name_beside_the_word_member_is_not_kept(db):
    data = "Date,Name,Source,Amount\n2022-01-15,John Smith,Individual,45"

    load(data)

    contribution = Contribution.objects.get()
    assert (contribution.source, contribution.marked) == ("member", "")
    assert "Smith" not in contribution.entry.memo


@pytest.mark.parametrize(
    ("text", "method", "reference"),
    [
        ("Check 1234", "cheque", "1234"),
        ("cheque #77", "cheque", "77"),
        ("CASH", "cash", ""),
        ("Zelle", "zelle", ""),
        ("ACH", "transfer", ""),
        ("Giro", "other", "Giro"),
        ("", "", ""),
    ],
)
def test_the_method_is_read_with_its_number(db, text, method, reference):
    load(f"Date,Group,Amount,Method\n2022-01-15,Hope,45,{text}")

    contribution = Contribution.objects.get()
    assert (contribution.method, contribution.reference) == (method, reference)


def test_an_unknown_fund_is_refused_and_an_unmarked_row_is_operating(db):
    head = "Date,Group,Amount,Fund\n"
    wrong = load(head + "2022-01-15,Hope,45,Yacht")
    load(head + "2022-01-15,Hope,45,\n2022-01-15,Hope,5,prudent RESERVE")

    assert "there is no fund called “Yacht”." in str(wrong.refused[0])
    funds = Contribution.objects.order_by("-amount").values_list(
        "fund__name", flat=True
    )
    assert list(funds) == ["Operating", "Prudent reserve"]


def test_rows_of_nothing_are_passed_over(db):
    outcome = load(f"{HEAD}2022-01-15,Hope,0.00\n2022-01-16,Hope,45")

    assert outcome.notes[0] == "1 rows of 0.00 were passed over."
    assert Contribution.objects.count() == 1


def test_a_row_in_a_closed_month_is_refused_by_row(db):
    ClosedMonth.objects.create(first_on=date(2022, 1, 1))

    outcome = load(f"{HEAD}2022-01-15,Hope,45")

    assert str(outcome.refused[0]) == (
        "Row 2, column Received on: the books of 2022-01 are closed."
    )


def test_the_same_file_twice_adds_nothing(db):
    data = f"{HEAD}2022-01-15,Hope,45\n2022-01-15,Hope,45\n"
    load(data)

    again = load(data)
    in_other_words = load(data.replace("2022-01-15", "1/15/2022"))

    assert (again.created, again.unchanged) == (0, 2)
    assert (in_other_words.created, in_other_words.unchanged) == (0, 2)
    assert Contribution.objects.count() == 2


def test_a_longer_file_adds_only_what_is_new(db):
    load(f"{HEAD}2022-01-15,Hope,45\n")

    outcome = load(f"{HEAD}2022-01-15,Hope,45\n2022-01-15,Hope,45\n2022-02-15,Hope,5")

    assert (outcome.created, outcome.unchanged) == (2, 1)


def test_a_workbook_is_read_with_its_dates_and_numbers(db):
    book = openpyxl.Workbook()
    for line in (
        ["Received on", "No.", "Group", "Amount", "Check #"],
        [date(2022, 1, 15), 12.0, "Hope", 800.1, 1234.0],
        [None, None, None, None, None],
        [date(2022, 2, 15), None, "Haven", "$1,300.00", ""],
    ):
        book.active.append(line)
    out = io.BytesIO()
    book.save(out)

    load(out.getvalue())

    told = Contribution.objects.values_list("received_on", "amount", "reference")
    assert list(told.order_by("received_on")) == [
        (date(2022, 1, 15), money("800.10"), "1234"),
        (date(2022, 2, 15), money("1300.00"), ""),
    ]


def test_a_long_group_name_is_refused_not_cut(db):
    outcome = load(f"{HEAD}2022-01-15,{'H' * 121},45")

    assert "this is longer than 120 letters." in str(outcome.refused[0])


def test_imported_books_are_sound(db):
    load(f"{HEAD}2022-01-15,Hope,45\n2022-01-16,Member,5\n", create_groups=True)

    assert check_books().findings == ()
    assert Entry.objects.count() == 2
