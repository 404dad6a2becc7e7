"""Reading the cells of a spreadsheet of contributions, tidy or not."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tests.factories import BodyFactory, money
from tests.treasury.loading import HEAD, load, row
from treasury.models import Contribution


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
