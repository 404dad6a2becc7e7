"""Importing a statement file: read, rid of names, and kept whole or not at all."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.kit.imports import NEW, UNCHANGED, Outcome
from intergroup.kit.money import figures
from intergroup.registry.models import Body, Group, User
from service.models import Committee, Position
from treasury.actions.posting import hold_the_books
from treasury.actions.reconciling import keep_statement, known_keys
from treasury.models import Account, Expense, Fund, Statement, StatementLine
from treasury.resources.statements.mappings import layout_of, mapping_for
from treasury.resources.statements.reading import read_statement, table_rows
from treasury.resources.statements.shapes import Layout, Line, Read
from treasury.resources.statements.wording import HIDDEN, without_names

LONGEST = 200


@dataclass(frozen=True, slots=True)
class Prepared:
    """One account’s part of a file: unsaved, and rid of names.

    ``known`` are the keys of lines that came with an earlier file. With a single one
    of ``problems`` it must not be kept.
    """

    hint: str
    currency: str
    statement: Statement
    lines: tuple[StatementLine, ...]
    known: frozenset[str]
    notes: tuple[str, ...]
    problems: tuple[str, ...]

    @property
    def new(self) -> tuple[StatementLine, ...]:
        """The lines that would be added."""
        return tuple(line for line in self.lines if line.key not in self.known)


def load_statement(
    data: bytes,
    *,
    name: str,
    account: Account,
    by: User | None,
    dry_run: bool = False,
    layout: Layout | None = None,
    part: str = "",
) -> Outcome:
    """Import one account’s part of a statement file; see ``kit.imports`` for the shape.

    ``part`` is the hint of the account, such as “…4411”, for a file with several.
    Raises ValidationError for a file with anything wrong in it, and writes nothing.
    """
    parts = prepare(data, name=name, account=account, layout=layout)
    chosen = choose(parts, part)
    if chosen.problems:
        raise ValidationError([ValidationError(each) for each in chosen.problems])
    with transaction.atomic():
        hold_the_books()
        if before := imported_before(account, chosen.statement.sha256):
            return _unchanged(before, chosen)
        known = known_keys(chosen.statement, chosen.lines)  # by somebody, just now
        outcome = _outcome(replace(chosen, known=frozenset(known)))
        keep_statement(chosen.statement, chosen.lines, imported_by=by)
        outcome.written = not dry_run
        transaction.set_rollback(dry_run)
    return outcome


def prepare(
    data: bytes, *, name: str, account: Account, layout: Layout | None = None
) -> list[Prepared]:
    """Return each account’s part of a file, ready to be shown or kept.

    Without a ``layout`` a saved mapping is looked for, and else one is guessed.
    """
    body = Body.objects.current()
    rows = table_rows(data)
    if layout is None and rows is not None and (saved := mapping_for(rows, account)):
        layout = layout_of(saved)
    found = read_statement(
        data,
        name=name,
        layout=layout,
        day_first=body.is_day_first,
        currency=body.currency,
    )
    known = known_names()
    fingerprint = hashlib.sha256(data).hexdigest()
    return [
        _prepared(each, account, known, name=name, sha256=fingerprint, body=body)
        for each in found
    ]


def choose(parts: Sequence[Prepared], part: str) -> Prepared:
    """Return the part that is meant; raise ValidationError where nobody could say."""
    meant = [each for each in parts if part in {"", each.hint}]
    if len(meant) == 1:
        return meant[0]
    message = _("The file holds several accounts (%s). Say which one is meant.")
    there = ", ".join(each.hint for each in parts)
    raise ValidationError(message % there, code="several_accounts")


def imported_before(account: Account, sha256: str) -> Statement | None:
    """Return the statement that came from the same file, to the last byte."""
    return Statement.objects.filter(account=account, sha256=sha256).first()


def known_names() -> tuple[str, ...]:
    """Return every name that the books know anyhow; none of them is a person’s."""
    return tuple(
        sorted(
            {
                *Group.objects.values_list("name", flat=True),
                *Committee.objects.values_list("name", flat=True),
                *Position.objects.values_list("name", flat=True),
                *Fund.objects.values_list("name", flat=True),
                *Expense.objects.order_by().values_list("payee", flat=True).distinct(),
            }
        )
    )


def _prepared(
    read: Read,
    account: Account,
    known: Collection[str],
    *,
    name: str,
    sha256: str,
    body: Body,
) -> Prepared:
    days = (read.closing_on, read.last, *(line.dated for line in read.lines))
    ends_on = max(filter(None, days), default=None)
    statement = Statement(
        account=account,
        kind=Statement.Kind.FILE,
        begins_on=read.first,
        ends_on=ends_on,
        opening=read.opening,
        closing=read.closing,
        file_name=name[-255:],
        sha256=sha256,
    )
    lines = tuple(_line(each, known) for each in read.lines)
    return Prepared(
        hint=read.account_hint,
        currency=read.currency,
        statement=statement,
        lines=lines,
        known=frozenset(known_keys(statement, lines)),
        notes=read.notes,
        problems=(*read.problems, *_wrong(read, statement, body)),
    )


def _line(line: Line, known: Collection[str]) -> StatementLine:
    """Return the unsaved line; no word that might be a name goes with it."""
    kind = without_names(line.kind.replace("_", " "), ())
    told = without_names(line.description, known)
    return StatementLine(
        key=line.key,
        dated=line.dated,
        amount=line.amount,
        description=_short(kind if told in {"", HIDDEN} else told),
        reference=line.reference,
        kind=kind[:20],
    )


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0]


def _wrong(read: Read, statement: Statement, body: Body) -> list[str]:
    """Say what is wrong with the whole of a part."""
    wrong = []
    if read.currency != body.currency:
        told = _("The statement is in %(other)s, and the books are in %(ours)s.")
        wrong.append(told % {"other": read.currency, "ours": body.currency})
    if statement.ends_on is None or (not read.lines and read.closing is None):
        wrong.append(_("There is neither a line nor a balance in this statement."))
    return wrong


def _outcome(chosen: Prepared) -> Outcome:
    header = (_("Date"), _("Amount"), _("Description"), _("Reference"))
    outcome = Outcome(header=header, notes=list(chosen.notes))
    for line in chosen.lines:
        kind = UNCHANGED if line.key in chosen.known else NEW
        cells = (line.dated.isoformat(), figures(line.amount), line.description)
        outcome.count(kind, (*cells, line.reference))
    return outcome


def _unchanged(before: Statement, chosen: Prepared) -> Outcome:
    told = _("This file was imported before, as “%s”.") % before.file_name
    return Outcome(unchanged=len(chosen.lines), notes=[told], written=True)
