"""Two officers close at once, and a kill in the middle of closing: real processes."""

import signal
from textwrap import dedent

import pytest

from tests.treasury.test_two_at_once import database_url, manage, sheet

__all__ = ["database_url", "manage"]

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
CLOSE = """
    from datetime import date
    from pathlib import Path
    from time import sleep
    from django.core.exceptions import ValidationError
    from django.db import connection
    from treasury.actions.months import close_month
    from treasury.models import ClosedMonth

    def execute(run, sql, params, many, context):
        answer = run(sql, params, many, context)
        if sql.startswith('INSERT INTO "{table}"'):
            print("in the middle", flush=True)
            while not Path("{go}").exists():
                sleep(0.05)
        return answer

    print("closing", flush=True)
    month = ClosedMonth(first_on=date(2022, 1, 1))
    try:
        with connection.execute_wrapper(execute):
            close_month(month, today=date(2022, 3, 1), closed_by=None)
    except ValidationError as error:
        print(*error.messages)
    else:
        print("closed")
"""
COUNT = """
    from treasury.models import ClosedMonth, ClosingBalance, MonthContribution
    models = (ClosedMonth, ClosingBalance, MonthContribution)
    print(*(model.objects.count() for model in models))
"""


@pytest.fixture
def shell(manage, tmp_path):
    """Start a process that runs a few lines, and stops where it is told to."""
    imported = manage("import_contributions", sheet(tmp_path / "a.csv", 1, 20))
    imported.communicate(timeout=60)

    def start(lines, table="nothing"):
        told = dedent(lines).format(table=table, go=tmp_path / "go")
        return manage("shell", "-v", "0", "-c", told)

    return start


def wait_for(process, words):
    """Read what the process says, up to these words."""
    for line in process.stdout:
        if words in line:
            return
    raise AssertionError(f"It never said “{words}”.")


def told_by(process):
    return process.communicate(timeout=60)[0]


@pytest.mark.parametrize(
    "table", ["treasury_closedmonth", "treasury_monthcontribution"]
)
def test_closing_that_is_killed_leaves_the_month_open(shell, manage, table):
    killed = shell(CLOSE, table)
    wait_for(killed, "in the middle")
    killed.send_signal(signal.SIGKILL)
    killed.communicate()

    assert told_by(shell(COUNT)).split()[-3:] == ["0", "0", "0"]
    assert "closed" in told_by(shell(CLOSE))
    assert told_by(shell(COUNT)).split()[-3:] == ["1", "2", "1"]
    assert "The books are sound: 19 entries" in told_by(manage("check_books"))


def test_of_two_officers_who_close_at_once_one_is_told_so(shell, tmp_path):
    first = shell(CLOSE, "treasury_closingbalance")
    wait_for(first, "in the middle")
    second = shell(CLOSE)
    wait_for(second, "closing")

    (tmp_path / "go").touch()
    told = told_by(first), told_by(second)

    assert "closed" in told[0]
    assert told[1].strip() == "This month is closed already."
    assert told_by(shell(COUNT)).split()[-3:] == ["1", "2", "1"]
