"""Whatever happens to the books, they stay books: in every state of a long life.

Contributions, corrections, findings, deposits, transfers, payments, votes, closings and
openings in any order, and power cuts between two statements. ``LIVES`` asks for more
and longer ones: see bench/README.md.
"""

import os
import subprocess
import sys
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest
from django.db.models import Sum
from hypothesis import HealthCheck, settings
from hypothesis.stateful import invariant, run_state_machine_as_test

from intergroup.kit.dates import ONE_DAY, Period, add_months, month_of
from intergroup.kit.money import ZERO
from tests.treasury.lives import FIRST, TODAY, Life
from treasury.exporting import beancount, hledger
from treasury.exporting.journal import Place, names, read_entries
from treasury.models import Account, Entry, Posting
from treasury.reports.soundness import check_books
from treasury.reports.treasurer import treasurers_report

LIVES = int(os.environ.get("LIVES", "4"))
STEPS = 14 if LIVES <= 4 else 60
READ_BY_OTHERS = 1  # lives whose end hledger and Beancount look at
BEAN_CHECK = str(Path(sys.executable).parent / "bean-check")


class Watched(Life):
    """A life in which everything is checked after every step."""

    read_by_others = asked = 0
    folder: Path

    @invariant()
    def every_fund_balances(self):
        sums = Posting.objects.values("fund").annotate(sum=Sum("amount")).order_by()
        assert {each["sum"] for each in sums} <= {Decimal("0.00")}

    @invariant()
    def the_chain_verifies_and_the_books_are_sound(self):
        assert check_books().findings == ()

    @invariant()
    def every_report_foots(self):
        """One of the year, the next time one of a month, and so on: it refuses else."""
        self.asked += 1
        month = add_months(FIRST, self.asked // 2 % 6)
        period = month_of(month) if self.asked % 2 else Period(FIRST, TODAY)
        report = treasurers_report(period)

        assert report.closing == held_on(period.last)
        assert report.opening == held_on(period.first - ONE_DAY)

    @invariant()
    def both_exports_add_up_to_the_books(self):
        entries = list(read_entries())
        for program, read in ((hledger, in_hledger), (beancount, in_beancount)):
            text = WRITERS[program](entries, currency="USD")
            named = names(entries, part=program.part)
            assert read(text) == in_the_books(named)

    def teardown(self):
        try:
            if Watched.read_by_others < READ_BY_OTHERS and Entry.objects.exists():
                Watched.read_by_others += 1
                self.let_others_read()
        finally:
            super().teardown()

    def let_others_read(self):
        entries = list(read_entries())
        for program, command in (
            (hledger, ["hledger", "check", "--strict", "-f"]),
            (beancount, [BEAN_CHECK]),
        ):
            file = self.folder / "books"
            file.write_text(WRITERS[program](entries, currency="USD"))
            told = subprocess.run(  # noqa: S603
                [*command, str(file)], capture_output=True, text=True, check=False
            )
            assert (told.stderr, told.returncode) == ("", 0)


WRITERS = {hledger: hledger.hledger_journal, beancount: beancount.beancount_ledger}


def held_on(day):
    """What the body had less what it owed, from every line up to a day."""
    kinds = (Account.Kind.ASSET, Account.Kind.LIABILITY)
    lines = Posting.objects.filter(account__kind__in=kinds, dated__lte=day)
    return lines.aggregate(sum=Sum("amount", default=ZERO))["sum"]


def in_the_books(named):
    """What every account of every fund holds, straight from the ledger."""
    rows = Posting.objects.values_list(
        "account__kind", "account__code", "account__name", "fund__name"
    )
    return {
        named[Place(kind, code, name, of)]: amount
        for kind, code, name, of, amount in rows.annotate(sum=Sum("amount")).order_by()
    }


def in_hledger(text):
    """Add up the postings of a journal, by its text alone."""
    held = defaultdict(Decimal)
    for line in text.splitlines():
        if line.startswith("    ") and "=" not in line:
            name, _gap, amount = line.strip().rpartition("  ")
            held[name] += Decimal(amount.removeprefix("USD "))
    return dict(held)


def in_beancount(text):
    """Add up the postings of a ledger, by its text alone."""
    held = defaultdict(Decimal)
    for line in text.splitlines():
        words = line.split()
        if line.startswith("  ") and words[-1] == "USD":
            held[words[0]] += Decimal(words[1])
    return dict(held)


@pytest.mark.django_db
def test_in_every_state_of_a_long_life_the_books_are_books(tmp_path):
    Watched.folder, Watched.read_by_others = tmp_path, 0

    run_state_machine_as_test(
        Watched,
        settings=settings(
            max_examples=LIVES,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
