"""Statements made by real processes: killed in the middle, and gone on with."""

import os
import signal
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from tests.elsewhere import reach, wait_for
from tests.factories import GroupFactory
from tests.treasury.test_statement_batch import ask, give
from treasury.actions.statement_batches import SILENCE
from treasury.views.statement_launch import launch

ROOT = Path(__file__).parent.parent.parent
GROUPS = 60
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def batch():
    """A batch of more statements than the two first processes make."""
    for number in range(1, GROUPS + 1):
        give(GroupFactory(number=number), date(2025, 6, 1))
    return ask()


@pytest.fixture
def elsewhere(batch, tmp_path, monkeypatch):
    """The test database as other processes reach it; returns a way to ask it."""
    return reach(tmp_path, monkeypatch)


def start(batch):
    """Make the statements in a session of its own, as the page does."""
    command = [sys.executable, "manage.py", "make_statements", str(batch.pk)]
    return subprocess.Popen(  # noqa: S603
        command,
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def made(elsewhere):
    """The groups that have a statement, one row each."""
    rows = elsewhere("SELECT group_id, length(pdf) FROM treasury_groupstatement")
    assert all(length > 1000 for _group, length in rows)
    return [group for group, _length in rows]


def fall_silent(elsewhere):
    """Let the last sign of life be older than anybody waits for."""
    past = timezone.now() - 2 * SILENCE
    elsewhere("UPDATE treasury_statementbatch SET began_at = ?", str(past))
    elsewhere("UPDATE treasury_groupstatement SET made_at = ?", str(past))


def test_a_kill_in_the_middle_loses_and_doubles_nothing(batch, elsewhere):
    process = start(batch)
    wait_for(lambda: len(made(elsewhere)) > 5)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)
    before = made(elsewhere)

    too_soon = start(batch).communicate(timeout=60)[0]
    fall_silent(elsewhere)
    told = start(batch).communicate(timeout=120)[0]

    assert 5 < len(before) < GROUPS
    assert "being made already" in too_soon
    assert told == f"{GROUPS} of {GROUPS} statements are made.\n"
    assert sorted(made(elsewhere)) == sorted(batch.group_ids)
    ((ended,),) = elsewhere("SELECT ended_at FROM treasury_statementbatch")
    assert ended is not None


def test_a_worker_that_is_killed_leaves_a_sentence(batch, elsewhere):
    process = start(batch)
    wait_for(lambda: made(elsewhere))
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text()
    os.kill(int(children.split()[0]), signal.SIGKILL)

    told = process.communicate(timeout=60)[0]

    assert process.returncode == 1
    assert "A process that made statements was ended (-9)." in told
    assert 0 < len(set(made(elsewhere))) < GROUPS


def test_the_work_goes_on_when_the_page_is_closed(batch, elsewhere):
    began = time.monotonic()

    assert launch(batch.pk)
    waited = time.monotonic() - began
    wait_for(lambda: len(made(elsewhere)) == GROUPS)

    wait_for(lambda: elsewhere("SELECT ended_at FROM treasury_statementbatch")[0][0])
    assert waited < timedelta(seconds=20).total_seconds()
    assert sorted(made(elsewhere)) == sorted(batch.group_ids)


def test_work_that_cannot_begin_is_told_at_once(batch, elsewhere):
    assert not launch(batch.pk + 1)


def test_the_page_says_what_to_run_where_the_work_cannot_begin(
    as_tess, batch, monkeypatch, tmp_path
):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/none.sqlite3")
    values = {"first_on": "2025-01-01", "groups": "giving"}

    page = as_tess.post("/treasury/yearly-statements/", values, follow=True)

    assert "On the server, run: bin/manage make_statements" in page.content.decode()
    assert f"0 of {GROUPS}" in page.content.decode()
