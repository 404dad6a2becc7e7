"""Tables that no bank is known by: columns set by hand, and what is wrong with rows."""

import io

import openpyxl
import pytest
from django.core.exceptions import ValidationError

from tests.treasury.statements.loading import moves, read
from treasury.resources.statements import Layout

UNKNOWN = b"When,What,How much\n01/15/2026,Deposit,250.00\n"


def test_a_workbook_is_read_like_a_csv():
    book = openpyxl.Workbook()
    book.active.append(["Date", "Description", "Amount"])
    book.active.append(["01/15/2026", "DEPOSIT", 250.1])
    out = io.BytesIO()
    book.save(out)

    (statement,) = read(out.getvalue())

    assert moves(statement) == [("2026-01-15", "250.10", "")]


def test_nobody_guesses_at_headings_that_say_nothing():
    with pytest.raises(ValidationError, match="Set them by hand") as refused:
        read(UNKNOWN)

    assert refused.value.code == "unknown_layout"


def test_columns_set_by_hand_are_read():
    by_hand = Layout(dated="When", amount="how much", description=("What",))

    (statement,) = read(UNKNOWN, layout=by_hand)

    assert moves(statement) == [("2026-01-15", "250.00", "")]


def test_columns_set_by_number_are_read():
    by_hand = Layout(dated="1", amount="3", description=("2",), has_header=False)

    (statement,) = read(UNKNOWN.split(b"\n", 1)[1], layout=by_hand)

    assert moves(statement) == [("2026-01-15", "250.00", "")]


def test_signs_can_be_turned_around():
    by_hand = Layout(dated="When", amount="How much", is_flipped=True)

    (statement,) = read(UNKNOWN, layout=by_hand)

    assert moves(statement) == [("2026-01-15", "-250.00", "")]


def test_a_saved_column_that_is_not_there_is_named():
    by_hand = Layout(dated="When", amount="How much", balance="Saldo")

    with pytest.raises(ValidationError, match="There is no column “Saldo”"):
        read(UNKNOWN, layout=by_hand)


def test_balances_tell_that_the_signs_are_the_wrong_way_round():
    data = (
        b"Date,Description,Amount,Balance\n01/01/2026,A,10.00,90.00\n"
        b"01/02/2026,B,20.00,70.00\n"
    )

    (statement,) = read(data)

    sentence = (
        "Row 3: the balance falls where money seems to come in. "
        "Turn the signs around for this bank."
    )
    assert statement.problems == (sentence,)


def test_balances_that_do_not_follow_are_told():
    data = (
        b"Date,Description,Amount,Balance\n01/01/2026,A,10.00,110.00\n"
        b"01/02/2026,B,20.00,500.00\n"
    )

    (statement,) = read(data)

    assert statement.closing is None
    assert statement.notes == (
        "Row 3: the balance does not follow from the lines before it.",
    )


def test_every_wrong_row_is_told_by_its_row_and_column():
    data = (
        b"Date,Description,Amount\n"
        b"13/45/2026,A,1.00\n"
        b",B,2.00\n"
        b"01/02/2026,C,two\n"
        b"01/02/2026,=HYPERLINK(1),3.00\n"
        b"01/02/2026,D,\n"
        b"Total,,6.00\n"
    )

    (statement,) = read(data)

    assert statement.problems == (
        "Row 2, column “Date”: “13/45/2026” is not a day of the calendar.",
        "Row 3, column “Date”: there is no date.",
        "Row 4, column “Amount”: “two” is not an amount of money.",
        "Row 5, column “Description”: this is a formula, not text.",
        "Row 6: there is no amount.",
    )


def test_a_quote_that_swallows_lines_is_told():
    data = (
        b"Date,Amount,Description\n"
        b'01/02/2026,1.00,"CHECK\n01/03/2026,2.00,B\n01/04/2026,3.00,C"\n'
    )

    (statement,) = read(data)

    assert "Is a quote not closed?" in statement.problems[0]


def test_a_line_has_the_same_key_in_a_file_that_overlaps():
    head = b"Date,Description,Amount\n"
    day = b"01/15/2026,DEPOSIT,5.00\n01/15/2026,DEPOSIT,5.00\n"
    (one,) = read(head + day + b"01/10/2026,A,1.00\n")

    (other,) = read(head + b"01/20/2026,B,1.00\n" + day)

    shared = {line.key for line in one.lines} & {line.key for line in other.lines}
    assert len(shared) == 2


def test_accounts_in_one_table_are_statements_of_their_own():
    data = (
        b"Account Number,Date,Description,Amount\n"
        b"1234411,01/02/2026,A,1.00\n1238822,01/02/2026,A,1.00\n"
    )

    one, other = read(data)

    assert (one.account_hint, other.account_hint) == ("…4411", "…8822")
    assert one.lines[0].key != other.lines[0].key


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        (
            "01/05/2026,CHQ#142,300.00,,1200.00\n01/09/2026,DEP,,250.00,1450.00\n",
            [("2026-01-05", "-300.00", ""), ("2026-01-09", "250.00", "")],
        ),
        (
            (
                "Example Credit Union, Springfield\n\nDate;Description;Amount\n"
                "19.01.2026;DEPOSIT;1.020,00\n"
            ),
            [("2026-01-19", "1020.00", "")],
        ),
        (
            (
                "Txn Date,Narration,Amount,Dr/Cr\n01/05/2026,A,3.00,DR\n"
                "01/06/2026,B,2.00,CR\n"
            ),
            [("2026-01-05", "-3.00", ""), ("2026-01-06", "2.00", "")],
        ),
        (
            (
                'Date,Description,Amount\n01/05/2026,A,"1,234.56 CR"\n'
                "01/06/2026,B,12.00 DR\n"
            ),
            [("2026-01-05", "1234.56", ""), ("2026-01-06", "-12.00", "")],
        ),
        (
            'Date,Check Number,Memo,Amount\r01/05/2026,="0142",A,-1.00\r',
            [("2026-01-05", "-1.00", "0142")],
        ),
    ],
)
def test_other_banks_have_other_ways(written, lines):
    (statement,) = read(written.encode())

    assert moves(statement) == lines
