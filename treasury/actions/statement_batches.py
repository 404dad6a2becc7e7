"""Yearly statements of many groups: asked for once, made one by one, gone on with.

What is made is kept at once, so that whoever stops it loses nothing; a statement that
is there already is not made twice.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.kit.dates import Period
from intergroup.registry.models import Group, User
from treasury.models import (
    Contribution,
    GroupStatement,
    Identification,
    StatementBatch,
)

SILENCE = timedelta(seconds=60)  # no statement takes as long as this


@transaction.atomic
def ask_for_statements(
    batch: StatementBatch, *, is_every_group: bool, asked_by: User | None
) -> StatementBatch:
    """Save an unsaved batch with its groups: those that gave, or all on the roll too.

    Raises ValidationError with code ``nobody`` where there is no group to write to.
    """
    batch.group_ids = _groups(batch, is_every_group=is_every_group)
    if not batch.group_ids:
        message = _("No group contributed in this year.")
        raise ValidationError({"first_on": ValidationError(message, code="nobody")})
    batch.groups = len(batch.group_ids)
    batch.asked_by = asked_by
    batch.full_clean()
    batch.save()
    return batch


@transaction.atomic
def begin_statements(pk: int, *, now: datetime) -> list[int]:
    """Claim a batch, and return the ids of the groups whose statements are to be made.

    Raises ValidationError: ``being_made`` while another process makes them.
    """
    batch = StatementBatch.objects.select_for_update(of=("self",)).get(pk=pk)
    if is_being_made(batch, now=now):
        message = _("The statements are being made already.")
        raise ValidationError(message, code="being_made")
    missing = missing_groups(batch)
    StatementBatch.objects.filter(pk=pk).update(
        began_at=now, problem="", ended_at=None if missing else now
    )
    return missing


def keep_statement(batch_pk: int, group_pk: int, pdf: bytes) -> None:
    """Keep one group’s statement; one that is there already stays as it is."""
    made = GroupStatement(batch_id=batch_pk, group_id=group_pk, pdf=pdf)
    GroupStatement.objects.bulk_create([made], ignore_conflicts=True)


def end_statements(pk: int, *, now: datetime, problem: str = "") -> None:
    """Say that a batch is done, or what stopped it; the first problem stays."""
    batch = StatementBatch.objects.filter(pk=pk)
    if problem:
        batch.filter(problem="").update(problem=problem)
    elif not missing_groups(batch.get()):
        batch.update(ended_at=now, problem="")


def missing_groups(batch: StatementBatch) -> list[int]:
    """Return the ids of the groups of a batch that have no statement yet."""
    made = set(batch.statements.values_list("group_id", flat=True))
    return [pk for pk in batch.group_ids if pk not in made]


def is_being_made(batch: StatementBatch, *, now: datetime) -> bool:
    """Tell whether some process has given a sign of life within the last minute."""
    if batch.ended_at or batch.problem or not batch.began_at:
        return False
    last = batch.statements.order_by("-made_at").values_list("made_at", flat=True)
    return now - max([batch.began_at, *last[:1]]) < SILENCE


def _groups(batch: StatementBatch, *, is_every_group: bool) -> Sequence[int]:
    """Return the ids of the groups by number; who gave later found out gave too."""
    period = Period(batch.first_on, batch.last_on)
    days = (period.first, period.last)
    given = Contribution.objects.within(*days).filter(group__isnull=False)
    found = Identification.objects.filter(identified_on__range=days)
    wanted = {
        *given.values_list("group_id", flat=True),
        *found.filter(group__isnull=False).values_list("group_id", flat=True),
    }
    if is_every_group:
        wanted.update(Group.objects.on_the_roll().values_list("pk", flat=True))
    groups = Group.objects.filter(pk__in=wanted).order_by("number")
    return list(groups.values_list("pk", flat=True))
