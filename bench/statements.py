"""Yearly statements of 500 groups, beside WeasyPrint alone on the same pages."""

import multiprocessing
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from bench.timing import Figure, apart
from intergroup.kit import pdf
from intergroup.kit.dates import Period
from intergroup.registry.models import Group
from treasury.actions.contributions import record_contributions
from treasury.actions.statement_batches import ask_for_statements, missing_groups
from treasury.management.statement_workers import PROCESSES, make_all
from treasury.models import Account, Contribution, Fund, StatementBatch
from treasury.reports.statement_papers import statement_papers

YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))
MANY, FEW = 500, 100
forking = multiprocessing.get_context("fork")


def measure() -> Iterator[Figure]:
    """Yield the time of 500 statements, and the most memory that one process takes."""
    pdf.prepare()
    _fill()
    _seconds, few = _made(FEW)
    ours, many = _made(MANY)
    pages = [html for _pk, html in statement_papers(_ids(), YEAR)]
    floor, _memory = apart(lambda: _render_alone(pages))
    yield Figure(f"statements of {MANY} groups, two processes", ours, floor, 1.2)
    what = f"memory of a process at {MANY} statements, at {FEW}"
    yield Figure(what, many, few, 1.1, unit="MB")


def _fill() -> None:
    """Let each group give once a month."""
    fund = Fund.objects.get(purpose="operating")
    bank = Account.objects.get(purpose="bank")
    numbers = range(1, MANY + 1)
    groups = [Group(number=n, name=f"Group {n}", status="active") for n in numbers]
    Group.objects.bulk_create(groups)
    gifts = [
        Contribution(
            received_on=date(2025, month, 1 + group.number % 28),
            source="group",
            group=group,
            amount=Decimal(100 * month + group.number).scaleb(-1),
            fund=fund,
            account=bank,
        )
        for group in Group.objects.all()
        for month in range(1, 13)
    ]
    record_contributions(gifts, recorded_by=None)


def _made(count: int) -> tuple[float, float]:
    """Make a batch of so many statements; return the seconds and the memory in MB."""
    batch = StatementBatch(first_on=YEAR.first, last_on=YEAR.last)
    ask_for_statements(batch, is_every_group=False, asked_by=None)
    batch.group_ids = batch.group_ids[:count]
    batch.groups = count
    batch.save()
    taken = apart(lambda: make_all(batch.pk, batch.group_ids))
    assert missing_groups(batch) == []
    return taken


def _ids() -> list[int]:
    return list(Group.objects.values_list("pk", flat=True))


def _render_alone(pages: list[str]) -> None:
    """Render the same pages and keep nothing: half of them in each process."""
    halves = [pages[part::PROCESSES] for part in range(PROCESSES)]
    began = [forking.Process(target=_render, args=(half,)) for half in halves]
    for process in began:
        process.start()
    for process in began:
        process.join()


def _render(pages: list[str]) -> None:
    for page in pages:
        pdf.from_html(page)
