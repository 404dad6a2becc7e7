"""Names and words that other programs stumble over: none is lost, none is merged."""

import csv
import io
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from beancount import loader
from django.core.management import call_command

from tests.factories import BodyFactory, account, fund, money
from treasury.actions.posting import Draft, Line, post_entries
from treasury.exporting import FORMATS, exported
from treasury.models import Account

DAY = date(2026, 6, 1)
HARD_NAMES = (
    "H&I: kits; books",
    "H I kits, books",
    "H-I kits books",
    "h&i: kits; books",
    "(Old)  fund",
    "=SUM(A1)",
    "🎉",
    "🎈🎈",
    "Fonds général №1",
    "Ταμείο",
    "基金",
    "1st “step”",
    "x" * 60,
)
MEMOS = (
    'He said "paid", and; left',
    "a | b  c\ttab",
    "one\ntwo\r\nthree",
    'back\\slash \\" end',
    "🎉 party",
    "=HYPERLINK(1)",
    "; only a comment",
    "",
)
BEAN_CHECK = str(Path(sys.executable).parent / "bean-check")


@pytest.fixture
def hard(db):
    """Every hard name holds an amount of its own; every hard memo is used."""
    Account.objects.filter(code="1020").update(name="Cash: box; “A|B”  " + "y" * 60)
    bank, gifts, box = account("1000"), account("4000"), account("1020")
    drafts = []
    for number, name in enumerate(HARD_NAMES, start=1):
        of, cents = fund(name), Decimal(number)
        memo = MEMOS[number % len(MEMOS)]
        for held in (bank, box):
            lines = (Line(held, of, cents), Line(gifts, of, -cents))
            drafts.append(Draft(DAY, memo, lines))
    post_entries(drafts, posted_by=None)


def write(tmp_path, form):
    file = tmp_path / FORMATS[form].file_name
    file.write_text(exported(form)[0])
    return file


def run(*command):
    told = subprocess.run(  # noqa: S603
        list(map(str, command)), capture_output=True, text=True, check=False
    )
    assert (told.stderr, told.returncode) == ("", 0)
    return told.stdout


def test_hledger_keeps_hard_names_apart(hard, tmp_path):
    file = write(tmp_path, "hledger")

    run("hledger", "check", "--strict", "-f", file)
    told = run("hledger", "bal", "Assets", "--flat", "-N", "-Ocsv", "-f", file)

    amounts = [row[-1] for row in list(csv.reader(io.StringIO(told)))[1:]]
    expected = 2 * [f"USD {number}.00" for number in range(1, len(HARD_NAMES) + 1)]
    assert sorted(amounts) == sorted(expected)


def test_beancount_keeps_hard_names_apart(hard, tmp_path):
    file = write(tmp_path, "beancount")

    run(BEAN_CHECK, file)
    entries, errors, _options = loader.load_file(str(file))

    opened = {each.account for each in entries if type(each).__name__ == "Open"}
    assert errors == []
    assert len(opened) == 3 * len(HARD_NAMES)


@pytest.mark.parametrize("form", FORMATS)
def test_a_currency_without_cents_is_exported_too(db, tmp_path, form):
    BodyFactory(currency="JPY")
    lines = (
        Line(account("1000"), fund(), money("1200.00")),
        Line(account("4000"), fund(), money("-1200.00")),
    )
    post_entries([Draft(DAY, "A gift", lines)], posted_by=None)
    file = write(tmp_path, form)

    if form == "hledger":
        run("hledger", "check", "--strict", "-f", file)
        assert "JPY 1200" in run("hledger", "bal", "Assets", "-f", file)
    elif form == "beancount":
        run(BEAN_CHECK, file)
        assert "  1200.00 JPY" in file.read_text()
    else:
        assert "1200.00" in file.read_text()


def test_the_spreadsheet_has_a_line_for_each_posting_and_no_formula(hard):
    text, entries = exported("csv")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))

    assert len(rows) == 2 * len(entries)
    assert rows[0] == {
        "Entry": "1",
        "Date": "2026-06-01",
        "Memo": MEMOS[1],
        "Account": "1000",
        "Name": account("1000").name,
        "Kind": "Money held",
        "Fund": "H&I: kits; books",
        "Debit": "1.00",
        "Credit": "",
        "Seal": entries[0].seal,
    }
    assert {row["Fund"] for row in rows} == {
        name if name != "=SUM(A1)" else "'=SUM(A1)" for name in HARD_NAMES
    }
    debits, credits_ = (
        sum(Decimal(row[side] or 0) for row in rows) for side in ("Debit", "Credit")
    )
    assert debits == credits_ > 0


def test_export_books_writes_the_spreadsheet_to_a_file(hard, tmp_path, capsys):
    file = tmp_path / "postings.csv"

    call_command("export_books", "--format", "csv", "--output", str(file))

    assert file.read_bytes().decode() == exported("csv")[0]
    assert "Wrote 26 entries" in capsys.readouterr().out
