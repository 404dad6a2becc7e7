"""Statements: kept, ticked off against the books, and settled to the cent."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.kit.money import ZERO, check_places, figures, total
from intergroup.registry.models import Body, User
from treasury.actions.income import record_other_income
from treasury.actions.matching import Proposal, Shown, propose
from treasury.actions.posting import hold_the_books
from treasury.actions.spending import record_expense
from treasury.actions.standing import (
    AT_ONCE,
    Booked,
    Standing,
    bare,
    counted,
    standing,
    uncleared,
)
from treasury.models import (
    Clearing,
    Entry,
    Expense,
    OtherIncome,
    Posting,
    Statement,
    StatementLine,
)


@transaction.atomic
def keep_statement(
    statement: Statement, lines: Sequence[StatementLine], *, imported_by: User | None
) -> int:
    """Save an unsaved statement with those of its lines that are new; return how many.

    A line that came with an earlier file is left where it is. Raises ValidationError
    (``imported_before``, ``balance_missing``, ``no_such_day``).
    """
    hold_the_books()
    _check_statement(statement, lines)
    statement.imported_by = imported_by
    statement.full_clean(exclude=["imported_by"])
    statement.save()
    known = known_keys(statement, lines)
    new = [line for line in lines if line.key not in known]
    for line in new:
        line.statement, line.account = statement, statement.account
    StatementLine.objects.bulk_create(new, batch_size=500)
    return len(new)


def known_keys(statement: Statement, lines: Iterable[StatementLine]) -> set[str]:
    """Return the keys of lines that are here already, from whichever file."""
    days = [line.dated for line in lines]
    if not days:
        return set()
    here = StatementLine.objects.filter(
        account=statement.account_id, dated__range=(min(days), max(days))
    )
    return set(here.values_list("key", flat=True))


@transaction.atomic
def clear(
    statement: Statement, entries: Sequence[Entry], *, line: StatementLine | None = None
) -> None:
    """Say that a line of the bank’s is these entries; without a line, tick them.

    Raises ValidationError (``settled``, ``other_account``, ``line_cleared``,
    ``entry_cleared``, ``not_equal``, ``after_the_day``).
    """
    hold_the_books()
    _check_open(statement)
    moved = _moved(statement, entries)
    if line is not None:
        _check_line(statement, line, moved)
    Clearing.objects.bulk_create(
        Clearing(statement=statement, account=statement.account, entry=entry, line=line)
        for entry in entries
    )


@transaction.atomic
def clear_up_to(statement: Statement, day: date) -> int:
    """Tick off everything in the books up to a day; return how many entries.

    For a body’s first statement, before which there were others on paper, and for a
    balance read from the bank’s page, where only what is outstanding is unticked.
    """
    ids = [each.entry_id for each in uncleared(statement.account, up_to=day)]
    for first in range(0, len(ids), AT_ONCE):
        some = ids[first : first + AT_ONCE]
        clear(statement, Entry.objects.in_order().filter(pk__in=some))
    return len(ids)


@transaction.atomic
def unclear(clearing: Clearing) -> None:
    """Take back a tick, with all entries of the same line; a settled one stays."""
    hold_the_books()
    clearing.refresh_from_db()  # it may have moved to a statement settled just now
    _check_open(clearing.statement)
    if clearing.line_id:
        Clearing.objects.filter(line=clearing.line_id).delete()
    else:
        clearing.delete()


def proposals(statement: Statement) -> list[Proposal]:
    """Return which entries the statement’s open lines are likely to be."""
    lines = [
        Shown(line.pk, line.dated, line.amount, bare(line.reference))
        for line in standing(statement).unmatched
    ]
    return propose(lines, books_of(statement))


def books_of(statement: Statement) -> tuple[Booked, ...]:
    """Return the entries that may be on the statement: a check may be booked late."""
    return uncleared(statement.account, up_to=statement.ends_on)


@transaction.atomic
def clear_proposed(statement: Statement, chosen: Iterable[Proposal]) -> int:
    """Clear what was proposed, all or nothing; return how many proposals."""
    count = 0
    for proposal in chosen:
        ids = [each.entry_id for each in proposal.entries]
        line = proposal.line_id and StatementLine.objects.get(pk=proposal.line_id)
        clear(statement, Entry.objects.in_order().filter(pk__in=ids), line=line or None)
        count += 1
    return count


@transaction.atomic
def record_charge(
    line: StatementLine,
    expense: Expense,
    *,
    statement: Statement,
    recorded_by: User | None,
) -> None:
    """Record what only the bank knew of, such as its fee, and clear the line with it.

    The unsaved expense says what for, from which fund and on which day; the amount
    and the account are the line’s. Raises ValidationError (``not_a_charge``).
    """
    if line.amount >= 0:
        message = _("This line brings money in; record it as income.")
        raise ValidationError(message, code="not_a_charge")
    expense.amount, expense.paid_from = -line.amount, line.account
    expense.method, expense.reference = Expense.Method.DIRECT, line.reference
    record_expense(expense, recorded_by=recorded_by)
    clear(statement, [expense.entry], line=line)


@transaction.atomic
def record_income(
    line: StatementLine,
    income: OtherIncome,
    *,
    statement: Statement,
    recorded_by: User | None,
) -> None:
    """Record what only the bank knew of, such as interest, and clear the line with it.

    The same as ``record_charge``. Raises ValidationError (``not_income``).
    """
    if line.amount <= 0:
        message = _("This line takes money out; record it as an expense.")
        raise ValidationError(message, code="not_income")
    income.amount, income.paid_into = line.amount, line.account
    income.reference = line.reference
    record_other_income(income, recorded_by=recorded_by)
    clear(statement, [income.entry], line=line)


@transaction.atomic
def state_balance(statement: Statement, closing: Decimal) -> None:
    """Say what the bank says the balance is, for a file that does not tell."""
    hold_the_books()
    _check_open(statement)
    check_places(closing, Body.objects.current().currency)
    statement.closing = closing
    statement.full_clean()
    statement.save(update_fields=["closing"])


@transaction.atomic
def reconcile(
    statement: Statement, *, at: datetime, reconciled_by: User | None
) -> Standing:
    """Settle a statement whose balance is what is cleared, to the cent; for good.

    Raises ValidationError (``settled``, ``balance_missing``, ``later_settled``,
    ``difference``).
    """
    hold_the_books()
    _check_open(statement)
    statement.refresh_from_db(fields=["closing", "ends_on"])
    stands = standing(statement)
    _check_agrees(statement, stands)
    earlier = counted(statement).filter(statement__reconciled_at__isnull=True)
    earlier.exclude(statement=statement).update(statement=statement)
    statement.reconciled_at, statement.reconciled_by = at, reconciled_by
    statement.save(update_fields=["reconciled_at", "reconciled_by"])
    return stands


def _check_statement(statement: Statement, lines: Sequence[StatementLine]) -> None:
    same = Statement.objects.filter(account=statement.account_id)
    if statement.sha256 and same.filter(sha256=statement.sha256).exists():
        message = _("This file was imported before.")
        raise ValidationError(message, code="imported_before")
    if statement.closing is None and not lines:
        message = _("Say what the bank says the balance is.")
        error = ValidationError(message, code="balance_missing")
        raise ValidationError({"closing": error})
    for amount in filter(None, (statement.opening, statement.closing)):
        check_places(amount, Body.objects.current().currency)
    if any(line.dated > statement.ends_on for line in lines):
        message = _("A line is later than the last day of the statement.")
        raise ValidationError(message, code="no_such_day")


def _check_open(statement: Statement) -> None:
    """Refuse to touch what is settled, whatever the caller’s copy says."""
    is_settled = Statement.objects.reconciled().filter(pk=statement.pk).exists()
    if statement.reconciled_at or is_settled:
        message = _("This statement is reconciled, and stays as it is.")
        raise ValidationError(message, code="settled")


def _moved(statement: Statement, entries: Sequence[Entry]) -> dict[int, Decimal]:
    """Return what each entry moves in the account, or refuse."""
    ids = [entry.pk for entry in entries]
    rows = Posting.objects.posted().filter(account=statement.account_id, entry__in=ids)
    moved: dict[int, Decimal] = {}
    for entry, amount in rows.values_list("entry", "amount"):
        moved[entry] = moved.get(entry, ZERO) + amount
    if not ids or set(ids) != set(moved):
        message = _("This entry does not move the account of the statement.")
        raise ValidationError(message, code="other_account")
    cleared = Clearing.objects.filter(account=statement.account_id, entry__in=ids)
    if cleared.exists():
        message = _("Entry %s was cleared already.") % cleared[0].entry
        raise ValidationError(message, code="entry_cleared")
    return moved


def _check_line(
    statement: Statement, line: StatementLine, moved: dict[int, Decimal]
) -> None:
    if line.account_id != statement.account_id:
        message = _("This line belongs to another account.")
        raise ValidationError(message, code="other_account")
    if line.dated > statement.ends_on:
        message = _("This line is later than the last day of the statement.")
        raise ValidationError(message, code="after_the_day")
    if line.clearings.exists():
        raise ValidationError(_("This line was cleared already."), code="line_cleared")
    booked = total(moved.values())
    if booked != line.amount:
        message = _("The line says %(line)s, and the books say %(books)s.")
        params = {"line": figures(line.amount), "books": figures(booked)}
        raise ValidationError(message, code="not_equal", params=params)


def _check_agrees(statement: Statement, stands: Standing) -> None:
    if stands.difference is None:
        message = _("Say what the bank says the balance is.")
        raise ValidationError(message, code="balance_missing")
    later = Statement.objects.reconciled().filter(
        account=statement.account_id, ends_on__gt=statement.ends_on
    )
    if later.exists():
        day = date_format(later[0].ends_on, "DATE_FORMAT")
        message = _("The statement of %s is reconciled; earlier days are settled.")
        raise ValidationError(message % day, code="later_settled")
    if stands.difference:
        message = _("The statement and what is cleared differ by %s.")
        told = message % figures(stands.difference)
        raise ValidationError(told, code="difference")
