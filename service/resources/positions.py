"""Positions from a file: a whole file or nothing, each known by its name.

What the file has no column for stays as it is. The file that goes out comes in again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from intergroup.kit import sheets
from intergroup.kit.imports import CHANGED, NEW, UNCHANGED, Outcome
from intergroup.registry.models import User
from service.actions.closing import still_serves
from service.actions.names import plain_name
from service.actions.writing import write_positions
from service.models import Position, Term
from service.reports.positions import rotation_in_words
from service.resources.cells import SILENT
from service.resources.columns import Header, find_header
from service.resources.position_book import PositionBook
from service.resources.position_columns import HEADINGS, facts, readers
from service.resources.reading import Said, is_day_first, read_rows, refuse
from service.resources.rules import broken

DAYS = ("cycle_from", "closed_on")


@dataclass(frozen=True, slots=True)
class Match:
    """A row with the position it is about; ``before`` is None for one that is new."""

    said: Said
    position: Position
    before: Mapping[str, object] | None

    def changed(self) -> list[str]:
        """Return the fields that are not as they were."""
        if self.before is None:
            return []
        now = facts(self.position)
        return [name for name in now if now[name] != self.before[name]]


def load_positions(
    data: bytes,
    *,
    name: str,
    dry_run: bool,
    skip_refused: bool,
    by: User | None,
    create_committees: bool = False,
) -> Outcome:
    """Import a CSV or XLSX file of positions; see ``kit.imports`` for the shape.

    A committee that is not here is refused or, with ``create_committees``, made.
    Raises ValidationError for a file that cannot be read at all.
    """
    rows = sheets.read_rows(data)
    header = find_header(rows, HEADINGS, ["name"])
    outcome = Outcome(header=_preview())
    reads = readers(header, day_first=is_day_first(rows, header, DAYS))
    said = list(read_rows(rows, header, reads, outcome))
    with transaction.atomic():
        book = PositionBook(create_committees=create_committees, rows=len(said))
        good = _good(said, header, book, outcome)
        is_good = skip_refused or not outcome.refused
        if is_good:
            _write(good, book)
        outcome.written = is_good and not dry_run
        transaction.set_rollback(not outcome.written)
    return outcome


def _write(good: Sequence[Match], book: PositionBook) -> None:
    used = {each.position.committee_id for each in good}
    write_positions(
        committees=[each for each in book.made if each.pk in used],
        new=[each.position for each in good if each.before is None],
        changed=[each.position for each in good if each.changed()],
    )


def _good(
    rows: Sequence[Said], header: Header, book: PositionBook, outcome: Outcome
) -> list[Match]:
    """Return the rows that keep every rule, filled in and counted; refuse others."""
    found = list(_matched(rows, book))
    for each in found:
        _fill(each, book)
    for each in found:
        _check(each)
    _check_closings(found)
    _refuse_what_hangs_on_it(found)
    refuse([said for said in rows if said.wrong], header, outcome)
    good = [each for each in found if not each.said.wrong]
    for each in good:
        _count(each, header, outcome)
    outcome.notes.extend(book.notes())
    return good


def _matched(rows: Sequence[Said], book: PositionBook) -> Iterator[Match]:
    """Yield each row with its position, found by its name or new."""
    seen: dict[str, int] = {}
    for said in rows:
        name = said.values["name"]
        first = seen.setdefault(plain_name(name), said.number)
        if first != said.number:
            sentence = _("this position stands in row %s already.")
            said.refuse("name", sentence % first)
            continue
        position = book.position(name)
        before = facts(position) if position else None
        yield Match(said, position or book.new_position(name), before)


def _fill(match: Match, book: PositionBook) -> None:
    """Let the position be what the row says of it; its name stays."""
    for name, value in match.said.values.items():
        if name == "name" or value is SILENT:
            continue
        try:
            setattr(match.position, name, book.resolved(name, value))
        except ValidationError as error:
            match.said.refuse(name, error)


def _check(match: Match) -> None:
    for name, sentence in broken(match.position):
        match.said.refuse(name, sentence)
    try:
        match.position.clean()
    except ValidationError as error:
        for name, sentences in error.message_dict.items():
            match.said.refuse(name, " ".join(sentences))


def _check_closings(found: Sequence[Match]) -> None:
    """Refuse to close a position in which somebody serves beyond that day."""
    closing = {
        each.position.pk: each
        for each in found
        if each.before and each.position.closed_on and "closed_on" in each.changed()
    }
    if not closing:
        return
    first = min(each.position.closed_on for each in closing.values())
    beyond = Q(ends_on__isnull=True) | Q(ends_on__gt=first)
    for term in Term.objects.filter(beyond).select_related("person").order_by("pk"):
        match = closing.get(term.position_id)
        is_beyond = match and (
            term.ends_on is None or term.ends_on > match.position.closed_on
        )
        if is_beyond:
            match.said.refuse("closed_on", still_serves(term))


def _refuse_what_hangs_on_it(found: Sequence[Match]) -> None:
    """Refuse alternates of new positions that are refused themselves, and of those."""
    waiting = list(found)
    gone = {each.position.pk for each in found if each.said.wrong and not each.before}
    while hanging := [
        each
        for each in waiting
        if not each.said.wrong and each.position.alternate_of_id in gone
    ]:
        for each in hanging:
            each.said.refuse("alternate_of", _("the row of that position is refused."))
        gone = {each.position.pk for each in hanging if not each.before}


def _count(match: Match, header: Header, outcome: Outcome) -> None:
    """Count a row, and show in the preview what it would do."""
    position, changed = match.position, match.changed()
    kind = NEW if match.before is None else CHANGED if changed else UNCHANGED
    committee = str(position.committee or "")
    told = ", ".join(header.name(name) for name in changed)
    rotation = rotation_in_words(position)
    outcome.count(kind, (position.name, committee, rotation, told))


def _preview() -> tuple[str, ...]:
    return (_("Position"), _("Committee"), _("Term and rotation"), _("What changes"))
