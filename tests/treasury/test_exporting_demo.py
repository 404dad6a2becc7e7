"""The whole demonstration in hledger and Beancount: every account, every fund, to the
cent, as those programs add it up themselves.
"""

import csv
import io
import json
import subprocess
import sys
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from beancount import loader
from beancount.core.data import Transaction
from django.db import transaction
from django.db.models import Sum
from django.test import override_settings

from intergroup.demo.actions import load_demonstration
from intergroup.kit.money import ZERO
from treasury.exporting import beancount, exported, hledger
from treasury.exporting.journal import Place, names, read_entries
from treasury.models import Fund, Posting

TODAY = date(2026, 11, 22)
QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]
BEAN_CHECK = str(Path(sys.executable).parent / "bean-check")
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The demonstration, loaded once for this file."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(PASSWORD_HASHERS=QUICK):
            load_demonstration(today=TODAY)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def journal(tmp_path):
    """The books as hledger reads them."""
    file = tmp_path / "books.journal"
    file.write_text(exported("hledger")[0])
    return file


@pytest.fixture
def ledger(tmp_path):
    """The books as Beancount reads them."""
    file = tmp_path / "books.beancount"
    file.write_text(exported("beancount")[0])
    return file


def run(*command):
    told = subprocess.run(  # noqa: S603
        list(map(str, command)), capture_output=True, text=True, check=False
    )
    assert (told.stderr, told.returncode) == ("", 0)
    return told.stdout


def in_our_books(part):
    """What every account of every fund holds, straight from the postings."""
    named = names(list(read_entries()), part=part)
    rows = Posting.objects.values_list(
        "account__kind", "account__code", "account__name", "fund__name"
    )
    sums = rows.annotate(sum=Sum("amount")).order_by()
    return {named[Place(*place)]: amount for *place, amount in sums if amount != ZERO}


def by_fund(held):
    """Add up what is held less what is owed, for each fund as it is named there."""
    found = defaultdict(lambda: ZERO)
    for name, amount in held.items():
        root, _account, of = name.split(":")
        if root in ("Assets", "Liabilities"):
            found[of] += amount
    return {of: amount for of, amount in found.items() if amount}


def test_hledger_accepts_the_demonstration(journal):
    run("hledger", "check", "--strict", "-f", journal)


def test_hledger_holds_every_account_of_every_fund_to_the_cent(journal):
    told = run("hledger", "bal", "--flat", "-N", "-Ocsv", "-f", journal)
    rows = list(csv.reader(io.StringIO(told)))[1:]

    held = {name: Decimal(text.removeprefix("USD ")) for name, text in rows}
    assert held == in_our_books(hledger.part)
    assert len(held) > 30


def test_hledger_holds_every_fund_to_the_cent(journal):
    ours = by_fund(in_our_books(hledger.part))
    found = {}
    for of in ours:
        wanted = f"^(Assets|Liabilities):[^:]*:{of}$"
        told = json.loads(run("hledger", "bal", wanted, "-Ojson", "-f", journal))
        _rows, totals = told
        (quantity,) = (each["aquantity"] for each in totals)
        mantissa, places = quantity["decimalMantissa"], quantity["decimalPlaces"]
        found[of] = Decimal(mantissa).scaleb(-places)

    assert found == ours
    assert len(found) == Fund.objects.filter(postings__isnull=False).distinct().count()


def test_beancount_accepts_the_demonstration(ledger):
    run(BEAN_CHECK, ledger)


def test_beancount_holds_every_account_and_fund_to_the_cent(ledger):
    entries, errors, _options = loader.load_file(str(ledger))
    held = defaultdict(lambda: ZERO)
    for entry in entries:
        for line in entry.postings if isinstance(entry, Transaction) else ():
            held[line.account] += line.units.number

    found = {name: amount for name, amount in held.items() if amount}
    assert errors == []
    assert found == in_our_books(beancount.part)
    assert by_fund(found) == by_fund(in_our_books(beancount.part))


def test_both_assert_every_balance_without_tolerance(journal, ledger):
    entries = list(read_entries())
    places = len({place for each in entries for place, _amount in each.lines})

    asserted = [line for line in ledger.read_text().splitlines() if " balance " in line]
    assert len(asserted) == places
    assert all(" ~ 0.00 USD" in line for line in asserted)
    assert journal.read_text().count(" = USD ") == places
