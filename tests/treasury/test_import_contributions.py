"""Importing spreadsheets of contributions: what is read, matched and refused."""

import io
from datetime import date

import openpyxl
import pytest
from django.core.exceptions import ValidationError

from tests.factories import BodyFactory, GroupFactory, money
from treasury.models import ClosedMonth, Contribution, Entry, ImportBatch
from treasury.reports.soundness import check_books
from treasury.resources.contributions import load_contributions

TODAY = date(2026, 11, 22)
HEAD = "Received on,Group,Amount\n"


def load(data, **options):
    defaults = {"name": "file.csv", "dry_run": False, "skip_refused": False}
    data = data.encode() if isinstance(data, str) else data
    return load_contributions(data, by=None, today=TODAY, **{**defaults, **options})


def row(line, **options):
    """Import one line under the usual heading and return its contribution."""
    load(HEAD + line, **options)
    return Contribution.objects.get()


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("45", "45.00"),
        ("45.5", "45.50"),
        ('"$1,300.00"', "1300.00"),
        ('"1,300"', "1300.00"),
        ("$ 45.00 ", "45.00"),
        ("USD 45.00", "45.00"),
        ("45.00 €", "45.00"),
        ('"45,50"', "45.50"),
        ('"1.300,00"', "1300.00"),
        (".50", "0.50"),
        ("12.3400", "12.34"),
    ],
)
def test_an_amount_is_read_as_people_write_it(db, text, amount):
    assert row(f"2022-01-15,Hope,{text}").amount == money(amount)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('"12,345.678"', "“12,345.678” has more than two places after the point."),
        ("-20.00", "“-20.00” is less than zero."),
        ("(20.00)", "“(20.00)” is less than zero."),
        ("twenty", "“twenty” is not an amount of money."),
        ("", "there is no amount."),
        ('"1,2,3"', "“1,2,3” is not an amount of money."),
        ("1e3", "“1e3” is not an amount of money."),
        ("NaN", "“NaN” is not an amount of money."),
        ("99999999999.00", "“99999999999.00” is more than these books can hold."),
        ("٣٤", "“٣٤” is not an amount of money."),
    ],
)
def test_an_amount_that_cannot_be_right_is_refused(db, text, sentence):
    outcome = load(f"{HEAD}2022-01-15,Hope,{text}")

    assert list(map(str, outcome.refused)) == [f"Row 2, column Amount: {sentence}"]
    assert not Contribution.objects.exists()


@pytest.mark.parametrize(
    "text",
    [
        "2022-01-15",
        "1/15/2022",
        "01/15/22",
        "2022-01-15 19:30:00",
        '"Jan 15, 2022"',
        "15 January 2022",
        "15-Jan-2022",
    ],
)
def test_a_date_is_read_as_people_write_it(db, text):
    assert row(f"{text},Hope,45").received_on == date(2022, 1, 15)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2022-02-31", "“2022-02-31” is not a day of the calendar."),
        ("someday", "“someday” is not a date. Write it as 2026-01-31."),
        ("", "there is no date."),
        ("2026-11-23", "2026-11-23 has not come yet."),
        ("0202-01-15", "202 cannot be the right year."),
    ],
)
def test_a_wrong_day_is_refused(db, text, sentence):
    outcome = load(f"{HEAD}{text},Hope,45")

    assert list(map(str, outcome.refused)) == [f"Row 2, column Received on: {sentence}"]


def test_the_whole_column_tells_whether_the_day_comes_first(db):
    load(f"{HEAD}3/4/2026,Hope,1\n25/4/2026,Hope,2")

    days = Contribution.objects.order_by("amount").values_list("received_on", flat=True)
    assert list(days) == [date(2026, 4, 3), date(2026, 4, 25)]


@pytest.mark.parametrize(("is_day_first", "month"), [(True, 4), (False, 3)])
def test_where_the_column_does_not_say_the_body_does(db, is_day_first, month):
    BodyFactory(is_day_first=is_day_first)

    assert row("3/4/2026,Hope,1").received_on.month == month


@pytest.mark.parametrize(
    "data",
    [
        "\ufeff" + HEAD + "2022-01-15,Hope,45",
        "Received on;Group;Amount\n2022-01-15;Hope;45,00",
        "Received on\tGroup\tAmount\n2022-01-15\tHope\t45.00",
        "\n\nReceived on,Group,Amount\n\n2022-01-15,Hope,45.00\n\n,,\n",
        "Our district’s contributions,,\nReceived on,Group,Amount\n2022-01-15,Hope,45",
        "Amount,GROUP NAME,Date Received\n45,Hope,2022-01-15",
        "Received on,Group,Amount\r\n2022-01-15,Hope,45\r\n",
        '"Received on","Group","Amount"\n"2022-01-15","Hope","$45.00"',
        (HEAD + "2022-01-15,Hope,45").encode("utf-16"),
    ],
)
def test_an_untidy_file_is_read_as_it_was_meant(db, data):
    load(data)

    contribution = Contribution.objects.get()
    assert (contribution.received_on, contribution.amount, contribution.marked) == (
        date(2022, 1, 15),
        money("45.00"),
        "Hope",
    )


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("", "The file is empty."),
        ("\n\n , \n", "The file is empty."),
        ("Received on,Group\n2022-01-15,Hope", "Row 1: there is no column “Amount”."),
        ("Group,Amount\nHope,45", "Row 1: there is no column “Received on”."),
        ("Received on,Amount\n2022-01-15,45", "Row 1: there is no column “Group”."),
        (b"\xd0\xcf\x11\xe0 old", "old Excel file"),
        (b"PK\x03\x04 broken", "not an XLSX file that can be read"),
        (b"%PDF-1.7\0\0", "not a CSV or XLSX file"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_sentence(db, data, sentence):
    with pytest.raises(ValidationError, match=sentence):
        load(data)


def test_latin_1_names_row_and_column(db):
    outcome = load((HEAD + "2022-01-15,Hope,45\n2022-01-16,Café,5").encode("latin-1"))

    assert list(map(str, outcome.refused)) == [
        "Row 3, column Group: this is not UTF-8 text. Save the file as “CSV UTF-8”."
    ]


def test_a_comma_that_is_not_in_quotes_is_not_taken_for_cents(db):
    outcome = load(f"{HEAD}2022-01-15,Hope,1,300.00")

    assert "more cells than headings" in str(outcome.refused[0])


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


def test_what_no_group_matches_is_kept_as_unidentified(db):
    contribution = row("2022-01-15,Friday Hop,45")

    assert (contribution.source, contribution.group) == ("unidentified", None)
    assert contribution.marked == "Friday Hop"


def test_two_groups_of_one_name_are_nobodys_guess(db):
    GroupFactory(number=1, name="Hope")
    GroupFactory(number=2, name="Hope")

    assert row("2022-01-15,Hope,45").source == "unidentified"


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
