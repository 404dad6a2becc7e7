"""The CSV files of banks and payment apps, as a stranger downloads them."""

import pytest

from tests.treasury.statements.loading import balances, moves, read


def test_chase_leaves_out_what_has_no_balance_yet():
    (statement,) = read("chase_checking.csv")

    assert moves(statement) == [
        ("2026-01-09", "-16.40", ""),
        ("2026-01-15", "250.00", "1"),
        ("2026-01-28", "-300.00", "1042"),
        ("2026-01-29", "-12.00", ""),
        ("2026-01-30", "50.00", ""),
    ]
    assert balances(statement) == ("1400.00", "1371.60", "2026-01-30")
    assert statement.notes == ("Left out because they have no balance yet: 1.",)


def test_chase_tells_the_account_in_the_name_of_the_file():
    data = b"Posting Date,Description,Amount\n01/15/2026,CHECK 1,5.00\n"

    (statement,) = read(data, name="Chase4411_Activity_20260131.CSV")

    assert statement.account_hint == "…4411"


def test_a_card_counts_a_payment_as_money_in():
    (statement,) = read("chase_card.csv")

    assert moves(statement) == [
        ("2026-01-08", "-30.39", ""),
        ("2026-01-21", "120.00", ""),
    ]


def test_bank_of_america_has_its_balances_above_the_table():
    (statement,) = read("bank_of_america.csv")

    assert moves(statement) == [
        ("2026-01-12", "350.00", ""),
        ("2026-01-21", "-125.34", ""),
    ]
    assert balances(statement) == ("1240.50", "1465.16", "2026-01-31")


def test_wells_fargo_has_no_headings():
    (statement,) = read("wells_fargo.csv")

    assert moves(statement) == [
        ("2026-01-08", "-300.00", "1042"),
        ("2026-01-15", "412.75", ""),
        ("2026-01-30", "-25.00", ""),
    ]


def test_citi_has_a_column_for_each_way():
    (statement,) = read("citi.csv")

    assert moves(statement) == [
        ("2026-01-15", "250.00", ""),
        ("2026-01-28", "-300.00", ""),
    ]
    assert statement.notes == ("Left out as “Pending”: 1.",)


def test_capital_one_says_debit_or_credit_in_words():
    (statement,) = read("capital_one_360.csv")

    assert [str(line.amount) for line in statement.lines] == [
        "100.00",
        "-84.99",
        "0.42",
    ]
    assert balances(statement) == ("1000.00", "1015.43", "2026-01-31")
    assert statement.account_hint == "…4411"


@pytest.mark.parametrize(
    ("file", "lines", "told"),
    [
        (
            "nationwide.csv",
            [("2026-01-13", "-25.00", ""), ("2026-01-28", "200.00", "")],
            ("1240.00", "1415.00", "2026-01-28"),
        ),
        (
            "lloyds.csv",
            [
                ("2026-01-05", "-25.00", ""),
                ("2026-01-13", "-300.00", ""),
                ("2026-01-28", "50.00", ""),
            ],
            ("1690.00", "1415.00", "2026-01-28"),
        ),
    ],
)
def test_british_banks_write_the_day_first_and_pounds(file, lines, told):
    (statement,) = read(file, currency="GBP")

    assert moves(statement) == lines
    assert balances(statement) == told


def test_a_german_bank_writes_commas_semicolons_and_a_preamble():
    (statement,) = read("ing_germany.csv", currency="EUR")

    assert moves(statement) == [
        ("2026-01-02", "-4.90", ""),
        ("2026-01-13", "-1300.00", ""),
        ("2026-01-28", "50.00", ""),
    ]
    assert balances(statement) == ("2669.90", "1415.00", "2026-01-28")
    assert "Hausverwaltung Süd" in statement.lines[1].description


def test_a_german_savings_bank_names_what_is_not_booked_yet():
    (statement,) = read("sparkasse.csv", currency="EUR")

    assert moves(statement) == [("2026-01-30", "25.00", "")]
    assert statement.notes == ("Left out as “Umsatz vorgemerkt”: 1.",)


def test_paypal_is_read_net_with_its_fee_in_the_books_currency():
    (statement,) = read("paypal.csv")

    assert moves(statement) == [
        ("2026-01-03", "23.78", "4HX81234AB567890C"),
        ("2026-01-31", "-100.00", "8HX81234AB567890H"),
    ]
    assert (str(statement.lines[0].gross), str(statement.lines[0].fee)) == (
        "25.00",
        "1.22",
    )
    assert balances(statement) == ("100.00", "23.78", "2026-01-31")
    assert statement.notes == (
        "Left out as “Pending”: 1.",
        "Left out as “Denied”: 1.",
        "Left out because they are in EUR: 1.",
        "Left out because the balance does not change by them: 1.",
    )


def test_venmo_is_read_from_below_its_preamble_to_above_its_disclaimer():
    (statement,) = read("venmo.csv")

    assert [str(line.amount) for line in statement.lines] == [
        "25.00",
        "10.00",
        "-110.00",
    ]
    assert balances(statement) == ("100.00", "25.00", "2026-01-28")
    assert statement.notes == (
        "Left out as “Pending”: 1.",
        "Left out because a bank or card paid them, not this account: 1.",
    )


def test_venmo_fees_come_off_where_the_balances_say_so():
    head = b",ID,Datetime,Status,From,Amount (total),Amount (fee),Funding Source,"
    rows = (
        b"Beginning Balance,Ending Balance\n,,,,,,,,$0.00,\n"
        b",101,2026-01-01T03:35:16,Complete,X,+ $25.00,$0.58,,,\n,,,,,,,,,$24.42\n"
    )

    (statement,) = read(head + rows)

    (line,) = statement.lines
    assert (str(line.amount), str(line.gross), str(line.fee)) == (
        "24.42",
        "25.00",
        "0.58",
    )
