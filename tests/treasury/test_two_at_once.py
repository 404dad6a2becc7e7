"""Two people at once, and a kill in the middle: real processes on a real database."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from threading import Thread

import pytest
from django.db import Error, connection, transaction
from django.utils import timezone

from intergroup.kit.dates import add_months
from tests.factories import account, fund, money
from tests.treasury.billing import approved
from treasury.models import Entry, Posting, RecurringBill

DAY = date(2026, 6, 1)
ROOT = Path(__file__).parent.parent.parent
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def database_url(tmp_path):
    """The test database, as other processes can reach it."""
    told = connection.settings_dict
    if connection.vendor == "postgresql":
        where = f"{told['HOST']}:{told['PORT']}/{told['NAME']}"
        return f"postgres://{told['USER']}:{told['PASSWORD']}@{where}"
    file = tmp_path / "books.sqlite3"
    connection.ensure_connection()
    with sqlite3.connect(file) as copy:
        connection.connection.backup(copy)
    return f"sqlite:///{file}"


@pytest.fixture
def manage(database_url, tmp_path):
    """Start one management command and return its process."""

    def start(*arguments):
        environment = {
            **os.environ,
            "DATABASE_URL": database_url,
            "DEBUG": "on",
            "VAR_DIR": str(tmp_path),
        }
        command = [sys.executable, "-W", "ignore", "manage.py", *map(str, arguments)]
        return subprocess.Popen(  # noqa: S603
            command,
            cwd=ROOT,
            env=environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    return start


def sheet(path, first, last):
    """Write a spreadsheet of one contribution for each number."""
    lines = [f"2022-01-15,Group {n},{n}.00" for n in range(first, last)]
    path.write_text("Date,Group,Amount\n" + "\n".join(lines))
    return path


def test_two_imports_at_once_leave_one_sound_chain(manage, tmp_path):
    one = manage("import_contributions", sheet(tmp_path / "a.csv", 1, 400))
    two = manage("import_contributions", sheet(tmp_path / "b.csv", 400, 800))
    told = [each.communicate(timeout=60)[0] for each in (one, two)]

    assert (one.returncode, two.returncode) == (0, 0), told
    books = manage("check_books").communicate(timeout=60)[0]
    assert "The books are sound: 799 entries" in books


def test_an_import_that_is_killed_leaves_nothing_half_written(manage, tmp_path):
    file = sheet(tmp_path / "a.csv", 1, 5_001)
    process = manage("import_contributions", file)
    time.sleep(1.5)
    process.send_signal(signal.SIGKILL)
    process.communicate()

    books = manage("check_books").communicate(timeout=60)[0]
    assert "sound: 0 entries" in books or "sound: 5000 entries" in books
    assert manage("import_contributions", file).communicate(timeout=60)[0]
    again = manage("check_books").communicate(timeout=60)[0]
    assert "sound: 5000 entries" in again


PAY = """
import time
from datetime import date
from treasury.actions.paying import pay_bill
from treasury.models import Account, Bill
bill, bank = Bill.objects.get(), Account.objects.get(code="1000")
time.sleep(max(0, {} - time.time()))
pay_bill(
    bill, paid_on=date(2026, 6, 2), paid_from=bank, method="card", recorded_by=None
)
"""


@pytest.fixture
def bill(tess):
    """A bill that Tess has approved."""
    return approved(tess)


def test_of_two_who_pay_a_bill_at_once_one_is_told_that_it_is_paid(bill, manage):
    both_at = time.time() + 4
    two = [manage("shell", "-v0", "-c", PAY.format(both_at)) for _each in range(2)]
    told = [each.communicate(timeout=60)[0] for each in two]

    assert sorted(each.returncode for each in two) == [0, 1], told
    assert "This bill is paid already." in "".join(told)
    books = manage("check_books").communicate(timeout=60)[0]
    assert "The books are sound: 1 entries" in books


@pytest.fixture
def rent():
    """A bill that comes every month, and came twenty times."""
    today = timezone.localdate()
    return RecurringBill.objects.create(
        payee="St. Mark’s",
        purpose="Rent",
        amount=money("60.00"),
        account=account("5000"),
        fund=fund(),
        next_on=add_months(today.replace(day=1), -19),
    )


def test_two_who_ask_for_recurring_bills_at_once_ask_once(rent, manage):
    two = [manage("raise_bills") for _each in range(2)]
    told = sorted(each.communicate(timeout=60)[0].strip() for each in two)

    assert told == ["Asked for 0 bills.", "Asked for 20 bills."]


def test_no_line_slips_into_an_entry_while_another_session_posts_it():
    entry = Entry.objects.create(dated=DAY, memo="Draft")
    add_line(entry, "1000", "5.00")
    add_line(entry, "4000", "-5.00")
    refused = []

    def post():
        try:
            Entry.objects.filter(pk=entry.pk).update(
                status="posted", number=1, seal="x", posted_at=timezone.now()
            )
        except Error as error:
            refused.append(error)
        finally:
            connection.close()

    poster = Thread(target=post)
    with transaction.atomic():
        add_line(entry, "1000", "9.00")
        poster.start()
        poster.join(timeout=1)
    poster.join(timeout=30)

    assert len(refused) == 1
    assert Entry.objects.get().status == "draft"


def add_line(entry, code, amount):
    Posting.objects.create(
        entry=entry,
        dated=entry.dated,
        account=account(code),
        fund=fund(),
        amount=money(amount),
    )
