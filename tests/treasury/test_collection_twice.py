"""Two treasurers at once, and a kill in the middle: real processes, a real database."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection

from tests.factories import GroupFactory

ROOT = Path(__file__).parent.parent.parent
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
RECORD = """
from datetime import date
from decimal import Decimal
from intergroup.registry.models import Group
from treasury.actions.collections import record_collection
from treasury.models import Account, Collection, Contribution, Fund

held, fund = Account.objects.get(code="1010"), Fund.objects.get(name="Operating")
collection = Collection(
    collected_on=date(2026, 6, 1),
    first_counter="Jo M.",
    second_counter="Ann B.",
    counted=Decimal("1.00"),
    explanation="Nearly all of it fell into the river",
)
given = [
    Contribution(
        source="group",
        group=group,
        amount=Decimal("5.00"),
        method="cash",
        account=held,
        fund=fund,
    )
    for group in list(Group.objects.all()) * 200
]
print("begun", flush=True)
record_collection(collection, given, recorded_by=None)
print("recorded", flush=True)
"""
SAME_SHEET = """
from datetime import date
from decimal import Decimal
from django.core.exceptions import ValidationError
from django.db import transaction
from treasury.actions.collections import record_collection, refuse_second
from treasury.models import Account, Collection, Contribution, Fund

held, fund = Account.objects.get(code="1010"), Fund.objects.get(name="Operating")
collection = Collection(
    collected_on=date(2026, 6, 1), first_counter="Jo M.", second_counter="Ann B."
)
basket = Contribution(
    source="basket", amount=Decimal("5.00"), method="cash", account=held, fund=fund
)
try:
    with transaction.atomic():
        refuse_second(collection)
        record_collection(collection, [basket], recorded_by=None)
    print("recorded")
except ValidationError as error:
    print(error.messages[0][:45])
"""
IDENTIFY = """
from datetime import date
from django.core.exceptions import ValidationError
from intergroup.registry.models import Group
from treasury.actions.identifying import identify_contribution
from treasury.models import Contribution, Identification

found = Identification(
    contribution=Contribution.objects.get(),
    group=Group.objects.first(),
    identified_on=date(2026, 7, 1),
)
try:
    identify_contribution(found, identified_by=None)
    print("identified")
except ValidationError as error:
    print(error.messages[0])
"""
WAITING = """
from datetime import date
from decimal import Decimal
from treasury.actions.contributions import record_contribution
from treasury.models import Contribution

contribution = Contribution(
    received_on=date(2026, 6, 1), source="unidentified", amount=Decimal("45.00")
)
record_contribution(contribution, recorded_by=None)
"""


@pytest.fixture
def database_url(tmp_path):
    """The test database with three groups, as other processes can reach it."""
    for _ in range(3):
        GroupFactory()
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
def run(database_url, tmp_path):
    """Start a process that runs a text, or a command, and return it."""

    def start(*arguments):
        environment = {
            **os.environ,
            "DATABASE_URL": database_url,
            "DEBUG": "on",
            "VAR_DIR": str(tmp_path),
        }
        command = [sys.executable, "-W", "ignore", "manage.py", *arguments]
        return subprocess.Popen(  # noqa: S603
            command,
            cwd=ROOT,
            env=environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    return start


def finished(process):
    return process.communicate(timeout=120)[0]


def test_two_collections_at_once_leave_one_row_of_receipts(run):
    both = [run("shell", "-v0", "-c", RECORD) for _ in range(2)]
    told = [finished(each) for each in both]

    assert all("recorded" in each for each in told), told
    books = finished(run("check_books"))
    assert "The books are sound: 1202 entries" in books


@pytest.mark.parametrize("moment", [0, 0.05, 0.15])
def test_a_collection_that_is_killed_leaves_nothing_half_written(run, moment):
    process = run("shell", "-v0", "-c", RECORD)
    process.stdout.readline()
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    process.communicate()

    books = finished(run("check_books"))
    assert "sound: 0 entries" in books or "sound: 601 entries" in books


def test_two_who_identify_the_same_at_once_identify_it_once(run):
    finished(run("shell", "-v0", "-c", WAITING))

    both = [run("shell", "-v0", "-c", IDENTIFY) for _ in range(2)]
    told = sorted(finished(each).strip().splitlines()[-1] for each in both)

    assert told == [
        "This contribution does not wait to be identified any more.",
        "identified",
    ]
    assert "sound: 2 entries" in finished(run("check_books"))


def test_two_who_save_the_sheet_of_one_day_at_once_are_asked(run):
    both = [run("shell", "-v0", "-c", SAME_SHEET) for _ in range(2)]
    told = sorted(finished(each).strip().splitlines()[-1] for each in both)

    assert told == ["A collection of this day is recorded already,", "recorded"]
    assert "sound: 1 entries" in finished(run("check_books"))
