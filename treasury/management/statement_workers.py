"""Processes that make the statements of a batch, two at a time.

Each makes a handful and ends, which gives its memory back to the system; it is told
nothing but ids, and has a connection to the database of its own.
"""

import multiprocessing
import sys
from collections.abc import Sequence
from multiprocessing import connection
from multiprocessing.process import BaseProcess

from django.db import connections
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.kit import pdf
from intergroup.kit.dates import Period
from intergroup.kit.reports import DoesNotFootError
from intergroup.registry.models import Body
from treasury.actions.statement_batches import end_statements, keep_statement
from treasury.models import StatementBatch
from treasury.reports.statement_papers import statement_papers

PROCESSES = 2
EACH = 25  # statements that one process makes
_forking = multiprocessing.get_context("fork")


def make_all(batch_pk: int, group_ids: Sequence[int]) -> None:
    """Make the statements of these groups; a worker that fails ends the work.

    What went wrong is then kept with the batch, and the statements made so far too.
    """
    pdf.prepare()
    waiting = [group_ids[i : i + EACH] for i in range(0, len(group_ids), EACH)]
    running: list[BaseProcess] = []
    while waiting or running:
        while waiting and len(running) < PROCESSES:
            running.append(_start(batch_pk, waiting.pop(0)))
        connection.wait([each.sentinel for each in running])
        for ended in [each for each in running if not each.is_alive()]:
            running.remove(ended)
            if ended.exitcode:
                waiting.clear()
                _say_what_ended(batch_pk, ended.exitcode)
    end_statements(batch_pk, now=timezone.now())


def make_some(batch_pk: int, group_ids: Sequence[int]) -> None:
    """Make and keep the statement of each of these groups: the work of one process.

    Raises DoesNotFootError or CannotPrintError, and the statements before it stay.
    """
    batch = StatementBatch.objects.get(pk=batch_pk)
    period = Period(batch.first_on, batch.last_on)
    with Body.objects.clock():
        for group_pk, html in statement_papers(group_ids, period):
            keep_statement(batch_pk, group_pk, pdf.from_html(html))


def _start(batch_pk: int, group_ids: Sequence[int]) -> BaseProcess:
    """Start a process; a connection to the database is never shared with it."""
    connections.close_all()
    process = _forking.Process(target=_work, args=(batch_pk, group_ids))
    process.start()
    return process


def _work(batch_pk: int, group_ids: Sequence[int]) -> None:
    try:
        make_some(batch_pk, group_ids)
    except (DoesNotFootError, pdf.CannotPrintError) as error:
        end_statements(batch_pk, now=timezone.now(), problem=str(error))
        sys.exit(1)
    finally:
        connections.close_all()


def _say_what_ended(batch_pk: int, exit_code: int) -> None:
    problem = _("A process that made statements was ended (%s).") % exit_code
    end_statements(batch_pk, now=timezone.now(), problem=problem)
