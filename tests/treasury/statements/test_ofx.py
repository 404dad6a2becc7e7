"""OFX and QFX as banks really write them."""

import pytest
from django.core.exceptions import ValidationError

from tests.treasury.statements.loading import FILES, balances, moves, read


def ofx(lines, *, head="", tail="</OFX>"):
    """An OFX file of one account in dollars around some lines."""
    return (
        f"{head}<OFX><STMTRS><CURDEF>USD<BANKACCTFROM><ACCTID>4411</BANKACCTFROM>"
        f"<BANKTRANLIST>{lines}</BANKTRANLIST></STMTRS>{tail}"
    ).encode()


def transaction(amount="5.00", *, day="20260107", rest=""):
    return f"<STMTTRN><DTPOSTED>{day}<TRNAMT>{amount}{rest}</STMTTRN>"


def test_a_file_of_an_american_bank_is_read_without_closing_tags():
    (statement,) = read("us_bank.qfx")

    assert moves(statement) == [
        ("2026-01-28", "-300.00", "1042"),
        ("2026-01-28", "-12.00", ""),
        ("2026-01-30", "50.00", ""),
    ]
    assert balances(statement) == (None, "1371.60", "2026-01-31")
    assert statement.lines[1].description == "SERVICE FEE R&D & MORE"
    assert statement.account_hint == "checking …4411"
    assert (statement.notes, statement.problems) == ((), ())


def test_each_account_of_a_file_is_a_statement_of_its_own():
    checking, savings = read("two_accounts.ofx")

    assert moves(checking) == [("2026-01-28", "-123.00", "")]
    assert moves(savings) == [("2026-01-28", "123.00", "")]
    assert (checking.currency, savings.account_hint) == ("EUR", "savings …8822")
    assert checking.lines[0].key != savings.lines[0].key


def test_parts_that_are_never_closed_end_where_the_next_begins():
    (statement,) = read("card_unclosed.ofx")

    assert [str(line.amount) for line in statement.lines] == ["-13.00", "-13.00"]
    assert balances(statement) == (None, "-26.00", "2026-01-25")


def test_two_lines_with_the_number_nought_are_two_lines():
    (statement,) = read("card_unclosed.ofx")

    one, other = statement.lines

    assert one.key != other.key


def test_empty_tags_say_nothing():
    (statement,) = read("empty_tags.ofx", currency="AUD")

    assert moves(statement) == [("2026-01-07", "12.34", "")]
    assert statement.lines[0].description == "CBA:Transfer"
    assert (statement.currency, statement.closing) == ("AUD", None)


def test_decimal_commas_and_a_header_on_one_line_are_read():
    (statement,) = read("commas.ofx")

    assert [str(line.amount) for line in statement.lines] == ["1234.56", "-12.50"]
    assert statement.lines[0].description == "Überweisung für März"
    assert statement.notes == ("1 line that moves no money was left out.",)


def test_small_letters_latin_letters_and_days_with_dashes_are_read():
    (statement,) = read("latin.ofx")

    assert moves(statement) == [("2026-01-07", "-25.00", "12")]
    assert statement.lines[0].description == "Dépôt à la caisse"


def test_the_newer_xml_is_read_by_the_same_reader():
    (statement,) = read("version_2.ofx")

    assert moves(statement) == [
        ("2026-01-15", "100.00", ""),
        ("2026-01-31", "0.42", ""),
    ]
    assert [line.description for line in statement.lines] == [
        "Transfer in",
        "Interest & more",
    ]


def test_a_month_without_lines_still_has_its_balance():
    (statement,) = read("no_lines.ofx")

    assert statement.lines == ()
    assert balances(statement) == (None, "0.00", "2026-01-31")


def test_every_wrong_transaction_is_told_and_none_is_guessed():
    (statement,) = read("wrong_cells.ofx")

    assert statement.lines == ()
    assert statement.problems == (
        "Transaction 1: “2026-20-00” is not a day of the calendar.",
        "Transaction 2: there is no date.",
        "Transaction 3: “12O.00” is not an amount of money.",
        "Transaction 4: this line is in EUR, and the statement in USD.",
    )


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("bank_error.ofx", "answered with an error .*: General Server Error"),
        ("investments.ofx", "investment statement"),
    ],
)
def test_a_file_without_a_statement_says_why(file, sentence):
    with pytest.raises(ValidationError, match=sentence):
        read(file)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("+12.50", "12.50"),
        ("- 12,50", "-12.50"),
        ("$120", "120.00"),
        ("-.50", "-0.50"),
        ("50.", "50.00"),
        ("1,234.56", "1234.56"),
        ("(45.00)", "-45.00"),
    ],
)
def test_amounts_are_read_however_they_are_written(written, meant):
    (statement,) = read(ofx(transaction(written)))

    assert [str(line.amount) for line in statement.lines] == [meant]


@pytest.mark.parametrize(
    "written",
    ["20260107", "20260107235959.999[-5:EST]", "20260107120000[0:GMT]", "2026/01/07"],
)
def test_the_day_is_the_one_that_the_bank_writes(written):
    (statement,) = read(ofx(transaction(day=written)))

    assert statement.lines[0].dated.isoformat() == "2026-01-07"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_any_unicode_is_read(encoding):
    data = ofx(transaction(rest="<NAME>Dépôt")).decode()

    (statement,) = read(data.encode(encoding))

    assert statement.lines[0].description == "Dépôt"


def test_the_same_number_for_different_lines_loses_none_of_them():
    lines = transaction("5.00", rest="<FITID>7") + transaction("6.00", rest="<FITID>7")

    (statement,) = read(ofx(lines + transaction("5.00", rest="<FITID>7")))

    assert len({line.key for line in statement.lines}) == 3


def test_a_line_said_twice_with_its_own_number_is_taken_once():
    (statement,) = read(ofx(transaction(rest="<FITID>2026A1") * 2))

    assert len(statement.lines) == 1
    assert "said twice" in statement.notes[0]


def test_a_line_has_the_same_key_in_a_longer_file():
    one = transaction("5.00", rest="<NAME>A") + transaction("5.00", rest="<NAME>A")
    (short,) = read(ofx(one))

    (longer,) = read(ofx(transaction("9.00") + one + transaction("7.00")))

    assert {line.key for line in short.lines} < {line.key for line in longer.lines}


def test_pending_transactions_are_left_out():
    pending = "<STMTTRNP><DTPOSTED>20260108<TRNAMT>-1.00</STMTTRNP>"

    (statement,) = read(ofx(transaction() + pending))

    assert len(statement.lines) == 1
    assert statement.notes == ("1 line is still pending, and was left out.",)


def test_a_file_cut_short_is_told():
    (statement,) = read(ofx(transaction(), tail=""))

    assert statement.notes == ("The file has no end; it may have been cut short.",)


def test_lost_signs_are_told():
    (statement,) = read(ofx(transaction("5.00", rest="<TRNTYPE>DEBIT")))

    assert statement.notes == (
        "No amount is below zero, though some lines are debits.",
    )


@pytest.mark.parametrize("said", ["1252", "NONE", "8859-1", "WINDOWS-1252", "none"])
def test_the_letters_are_read_whatever_the_header_says_of_them(said):
    head = f"OFXHEADER:100\nENCODING:USASCII\nCHARSET:{said}\n"
    text = head + ofx(transaction(rest="<NAME>Dépôt Łódź")).decode()

    (statement,) = read(text.encode())

    assert statement.lines[0].description == "Dépôt Łódź"


def test_a_sign_in_that_failed_is_told_in_the_banks_words():
    data = b"<OFX><SONRS><STATUS><CODE>15500<SEVERITY>ERROR<MESSAGE>Wrong code</STATUS>"

    with pytest.raises(ValidationError, match="Wrong code"):
        read(data)


def test_a_header_within_a_comment_is_no_trouble():
    (statement,) = read(b"<!-- OFXHEADER:100 -->" + ofx(transaction()))

    assert len(statement.lines) == 1


@pytest.mark.parametrize("path", sorted(FILES.iterdir()), ids=lambda path: path.name)
def test_every_file_says_each_line_once(path):
    try:
        statements = read(path.name, currency="EUR")
    except ValidationError:
        statements = []

    keys = [line.key for statement in statements for line in statement.lines]
    assert len(keys) == len(set(keys))
