"""Terms from a file: a whole file or nothing, and the same file twice changes nothing.

A term is known again by its position, its seat, its person and the day it began.
"""

from collections.abc import Iterator, Sequence

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intergroup.kit import sheets
from intergroup.kit.imports import CHANGED, NEW, UNCHANGED, Outcome
from intergroup.registry.models import User
from service.actions.writing import write_terms
from service.models.terms import SEAT_TAKEN
from service.resources.columns import Header, find_header
from service.resources.people import PersonBook
from service.resources.reading import Said, is_day_first, read_rows, refuse
from service.resources.seats import SeatPlan
from service.resources.term_book import TermBook
from service.resources.term_columns import DAYS, HEADINGS, readers
from service.resources.term_rows import Match, check, fill, matched

NEEDED = ("position", "person", "began_on")
NOBODY = ("", "-", "–", "vacant", "open", "none", "n/a")


def load_terms(
    data: bytes,
    *,
    name: str,
    dry_run: bool,
    skip_refused: bool,
    by: User | None,
    create_people: bool = False,
) -> Outcome:
    """Import a CSV or XLSX file of terms; see ``kit.imports`` for the shape.

    Somebody who is not here is refused or, with ``create_people``, made. Raises
    ValidationError for a file that cannot be read at all, and where somebody else took
    a seat at the same moment.
    """
    rows = sheets.read_rows(data)
    header = find_header(rows, HEADINGS, NEEDED)
    outcome = Outcome(header=_preview())
    reads = readers(header, day_first=is_day_first(rows, header, DAYS))
    said = _without_nobody(read_rows(rows, header, reads, outcome), outcome)
    with transaction.atomic():
        terms = TermBook()
        people = PersonBook(create_people=create_people, rows=len(said))
        found = list(matched(said, terms, people))
        for each in found:
            fill(each, terms, by=by)
        good = _good(found, said, header, terms, outcome)
        outcome.notes.extend([*people.notes(), *terms.notes()])
        is_good = skip_refused or not outcome.refused
        if is_good:
            _write(good, people, by)
        outcome.written = is_good and not dry_run
        transaction.set_rollback(not outcome.written)
    return outcome


def _write(good: Sequence[Match], people: PersonBook, by: User | None) -> None:
    new = [each.term for each in good if each.before is None]
    used = {term.person_id for term in new}
    write_terms(
        people=[each for each in people.made if each.pk in used],
        new=new,
        changed=[each.term for each in good if each.changed()],
        recorded_by=by,
    )


def _without_nobody(rows: Iterator[Said], outcome: Outcome) -> list[Said]:
    """Leave out rows of vacant seats: nobody is named in them."""
    every = list(rows)
    some = [said for said in every if said.values["person"].casefold() not in NOBODY]
    if passed := len(every) - len(some):
        note = ngettext(
            "%s row without a person was passed over.",
            "%s rows without a person were passed over.",
            passed,
        )
        outcome.notes.append(note % passed)
    return some


def _good(
    found: Sequence[Match],
    rows: Sequence[Said],
    header: Header,
    terms: TermBook,
    outcome: Outcome,
) -> list[Match]:
    """Return the rows that keep every rule, in a seat and counted; refuse others."""
    for each in found:
        if each.before is None or each.changed():
            check(each)
    _seat_all(found, terms)
    refuse([said for said in rows if said.wrong], header, outcome)
    good = [each for each in found if not each.said.wrong]
    for each in good:
        _count(each, header, outcome)
    return good


def _seat_all(found: Sequence[Match], terms: TermBook) -> None:
    """Put every term into its seat, or into a free one; refuse where there is none."""
    plan = SeatPlan()
    for term in terms.left():
        plan.take(term)
    good = [each for each in found if not each.said.wrong]
    for each in sorted(good, key=_rank):
        take = plan.take if each.has_seat else plan.take_any
        if not take(each.term):
            each.said.refuse("seat", str(SEAT_TAKEN))


def _rank(match: Match) -> int:
    """Seat what stays as it is before what changes, and that before what is new."""
    if match.before is None:
        return 2
    return 1 if match.changed() else 0


def _count(match: Match, header: Header, outcome: Outcome) -> None:
    """Count a row, and show in the preview what it would do."""
    term, changed = match.term, match.changed()
    kind = NEW if match.before is None else CHANGED if changed else UNCHANGED
    if not outcome.has_room:
        outcome.count(kind, ())
        return
    last_on = term.last_on.isoformat() if term.last_on else _("open")
    days = (term.began_on.isoformat(), last_on)
    who = (term.position.name, str(term.seat), str(term.person))
    told = ", ".join(header.name(name) for name in changed)
    outcome.count(kind, (*who, *days, told))


def _preview() -> tuple[str, ...]:
    who = (_("Position"), _("Seat"), _("Person"))
    return (*who, _("From"), _("Until"), _("What changes"))
