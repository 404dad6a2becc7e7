"""The books in the hands of outsiders: hledger and Beancount read and check them."""

import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import account, fund
from treasury.actions.posting import Draft, Line, post_entries, reverse_entry
from treasury.exporting.beancount import beancount_ledger
from treasury.exporting.hledger import hledger_journal, part
from treasury.exporting.journal import balances, names, read_entries
from treasury.models import Account, Entry, Posting
from treasury.reports.soundness import check_books

CODES = ("1000", "1010", "4000", "4300", "5000", "5300", "3000")
FUNDS = ("Operating", "Prudent reserve", "H&I: kits; books", "H I kits, books")
AMOUNTS = st.integers(min_value=-(10**9), max_value=10**9).filter(bool)
ENTRIES = st.lists(
    st.tuples(
        st.dates(date(2020, 1, 1), date(2026, 12, 31)),
        st.text(max_size=60),
        st.sampled_from(CODES),
        st.sampled_from(CODES),
        st.sampled_from(FUNDS),
        AMOUNTS,
    ),
    min_size=1,
    max_size=12,
)


def post(told):
    drafts = []
    for dated, memo, into, out_of, name_of_fund, cents in told:
        amount, of = Decimal(cents).scaleb(-2), fund(name_of_fund)
        memo = memo.replace("\0", "").encode("utf-8", "ignore").decode()
        lines = (Line(account(into), of, amount), Line(account(out_of), of, -amount))
        drafts.append(Draft(dated, memo, lines))
    post_entries(drafts, posted_by=None)


def run(*command):
    return subprocess.run(  # noqa: S603
        command, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.fixture
def journal(tmp_path):
    """Write the books as they are, check them by hledger, and return its balances."""

    def read(write, *check):
        file = tmp_path / "books"
        file.write_text(write(list(read_entries()), currency="USD"))
        return run(*check, str(file))

    return read


@given(told=ENTRIES)
@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_books_are_accepted_by_both(db, journal, told):
    post(told)
    reverse_entry(Entry.objects.first(), dated=date(2026, 12, 31), posted_by=None)

    hledger = journal(hledger_journal, "hledger", "check", "--strict", "-f")
    bean_check = Path(sys.executable).parent / "bean-check"
    beancount = journal(beancount_ledger, str(bean_check))

    assert (hledger.stderr, hledger.returncode) == ("", 0)
    assert (beancount.stderr, beancount.returncode) == ("", 0)
    assert check_books().findings == ()


def test_hledger_adds_up_to_the_same_cents(db, journal):
    day = date(2026, 6, 1)
    for code in ("1000", "1010"):
        post([(day, "A gift", code, "4000", "Operating", 1234)])
    post([(day, "Rent", "5000", "1000", "H&I: kits; books", 99)])

    told = journal(hledger_journal, "hledger", "bal", "--flat", "-N", "-Ocsv", "-f")

    rows = [line.strip('"').split('","') for line in told.stdout.splitlines()[1:]]
    added = {name: Decimal(text.removeprefix("USD ")) for name, text in rows}
    entries = list(read_entries())
    assert added == balances(entries, named=names(entries, part=part))


def test_a_part_of_a_name_has_single_blanks_and_no_colon():
    assert part("1000 Checking: main  kits") == "1000 Checking– main kits"
    assert part("🎉;") == "🎉,"
    assert part(" ") == "–"


def test_empty_books_are_an_empty_journal(db, journal):
    assert (
        journal(hledger_journal, "hledger", "check", "--strict", "-f").returncode == 0
    )
    assert not Posting.objects.exists()
    assert Account.objects.exists()
