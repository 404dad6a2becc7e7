"""Importing contributions: a whole file or nothing, and never the same row twice."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.kit import dates, money, sheets
from intergroup.kit.imports import NEW, UNCHANGED, Outcome
from intergroup.registry.models import Body, Group, User
from treasury.actions.contributions import record_contributions
from treasury.actions.posting import hold_the_books
from treasury.models import Account, ClosedMonth, Contribution, Fund, ImportBatch
from treasury.resources.columns import Header, find_header
from treasury.resources.groups import GroupBook
from treasury.resources.rows import Facts, Rules, plain, read_row

Source = Contribution.Source
Meaning = tuple[object, ...]
MEANING = (
    "received_on",
    "source",
    "group_id",
    "marked",
    "amount",
    "method",
    "fund_id",
    "reference",
)


def load_contributions(
    data: bytes,
    *,
    name: str,
    dry_run: bool,
    skip_refused: bool,
    by: User | None,
    today: date,
    create_groups: bool = False,
) -> Outcome:
    """Import a CSV or XLSX file of contributions; see ``kit.imports`` for the shape.

    A group is found by its number, then by its exact name; what is not found becomes
    unidentified or, with ``create_groups``, a pending group. One refused row and
    nothing is written, unless ``skip_refused``. A row that was imported before, from
    this file or another, even under other headings, is left alone; so is 0.00, which
    is no contribution.
    Raises ValidationError for a file that cannot be read at all.
    """
    fingerprint = hashlib.sha256(data).hexdigest()
    if known := _imported_before(fingerprint):
        return known
    facts, outcome = _read(data, today)
    batch = ImportBatch(
        file_name=name[-255:],
        sha256=fingerprint,
        rows=len(facts),
        refused=outcome.refused_rows,
        imported_by=by,
    )
    with transaction.atomic():
        hold_the_books()
        if known := _imported_before(fingerprint):  # by somebody else, just now
            return known
        new = _match(facts, outcome, create_groups=create_groups, today=today)
        if new and (skip_refused or not outcome.refused):
            batch.save()
            record_contributions(new, recorded_by=by, batch=batch)
        outcome.written = not dry_run and (skip_refused or not outcome.refused)
        transaction.set_rollback(not outcome.written)
    return outcome


def _imported_before(fingerprint: str) -> Outcome | None:
    """Return what to say of a file that was imported whole, to the last byte."""
    batch = ImportBatch.objects.filter(sha256=fingerprint, refused=0).first()
    if batch is None:
        return None
    note = _("This file was imported before, as “%s”.") % batch.file_name
    return Outcome(_header(), unchanged=batch.rows, notes=[note], written=True)


def _read(data: bytes, today: date) -> tuple[list[Facts], Outcome]:
    rows = sheets.read_rows(data)
    header = find_header(rows)
    rules = _rules(rows, header, today)
    facts: list[Facts] = []
    outcome = Outcome(header=_header())
    for row in rows:
        if row.number <= header.row.number:
            continue
        read = read_row(row, header, rules)
        if isinstance(read, Facts):
            facts.append(read)
        else:
            outcome.refused.extend(read)
    return _without_nothing(facts, outcome), outcome


def _rules(rows: Sequence[sheets.Row], header: Header, today: date) -> Rules:
    body = Body.objects.current()
    place = header.places["received_on"]
    days = (row.cells[place] for row in rows if len(row.cells) > place)
    is_day_first = dates.says_day_first(days)
    return Rules(
        today=today,
        currency=body.currency,
        is_day_first=body.is_day_first if is_day_first is None else is_day_first,
        funds={plain(fund.name): fund.pk for fund in Fund.objects.all()},
        closed=frozenset(
            dates.month_key(day)
            for day in ClosedMonth.objects.values_list("first_on", flat=True)
        ),
    )


def _without_nothing(facts: list[Facts], outcome: Outcome) -> list[Facts]:
    """Leave out rows of 0.00: nothing was given, and nothing is lost."""
    given = [each for each in facts if each.amount]
    if len(given) < len(facts):
        note = _("%s rows of 0.00 were passed over.") % (len(facts) - len(given))
        outcome.notes.append(note)
    return given


def _match(
    facts: Iterable[Facts], outcome: Outcome, *, create_groups: bool, today: date
) -> list[Contribution]:
    """Return the contributions that are new, with their groups; count every row."""
    facts = list(facts)
    keys = _keys(facts)
    known = _known(facts)
    spare = Counter(known[key] for key in known.keys() - set(keys))
    book = GroupBook(create=create_groups, today=today)
    operating = Fund.objects.get(purpose=Fund.Purpose.OPERATING).pk
    bank = Account.objects.by_purpose()[Account.Purpose.BANK].pk
    new = []
    for each, key in zip(facts, keys, strict=True):
        if key in known:
            outcome.count(UNCHANGED, _cells(each, each.group, outcome))
            continue
        group = None if each.source else book.find(each)
        contribution = _contribution(each, key, group)
        contribution.fund_id = each.fund or operating
        contribution.account_id = bank
        if spare[meant := _meaning(contribution)]:
            spare[meant] -= 1
            outcome.count(UNCHANGED, _cells(each, str(group or each.group), outcome))
            continue
        new.append(contribution)
        outcome.count(NEW, _cells(each, _told(contribution, group), outcome))
    outcome.notes.extend(book.notes())
    return new


def _contribution(facts: Facts, key: str, group: Group | None) -> Contribution:
    source = Source.GROUP if group else Source.UNIDENTIFIED
    is_event = facts.source == Source.EVENT and not facts.may_be_a_person
    return Contribution(
        received_on=facts.received_on,
        source=facts.source or source,
        group_id=group and group.pk,
        marked="" if group or facts.source else _marked(facts),
        event=facts.group[:80] if is_event else "",
        amount=facts.amount,
        fee=facts.fee,
        method=facts.method,
        reference=facts.reference,
        import_key=key,
    )


def _marked(facts: Facts) -> str:
    """Return what helps to find the group later; never what may be a person’s name."""
    if facts.may_be_a_person:
        return "" if facts.number is None else str(facts.number)
    number = "" if facts.number is None else str(facts.number)
    return f"{number} {facts.group}".strip()[:120]


def _keys(facts: Iterable[Facts]) -> list[str]:
    """Return a key for each row: its facts, and how often they came before in the file.

    Two equal rows are two contributions; the same two rows in another file are not.
    """
    seen: Counter[str] = Counter()
    keys = []
    for each in facts:
        who = each.source or f"{each.number}|{plain(each.group)}"
        fact = (
            f"{each.received_on}|{who}|{each.amount}|{each.method}"
            f"|{plain(each.reference)}|{each.fund}"
        )
        seen[fact] += 1
        keys.append(hashlib.sha256(f"{fact}|{seen[fact]}".encode()).hexdigest()[:32])
    return keys


def _known(facts: Sequence[Facts]) -> dict[str, Meaning]:
    """Return the imported rows from the days of the file: what they mean, by key."""
    if not facts:
        return {}
    days = [each.received_on for each in facts]
    earlier = Contribution.objects.within(min(days), max(days)).exclude(import_key="")
    earlier = earlier.order_by().only("import_key", *MEANING)
    return {each.import_key: _meaning(each) for each in earlier.iterator()}


def _meaning(contribution: Contribution) -> Meaning:
    """Return what a row says, under whatever headings another file says the same."""
    told = tuple(getattr(contribution, name) for name in MEANING)
    return (*told[:-1], plain(told[-1]))


def _told(contribution: Contribution, group: Group | None) -> str:
    return str(group or contribution.get_source_display())


def _header() -> tuple[str, ...]:
    return (_("Received on"), _("From"), _("Amount"), _("Method"), _("Reference"))


def _cells(facts: Facts, told: str, outcome: Outcome) -> tuple[str, ...]:
    """Return the row’s cells for the preview, as long as it has room."""
    if not outcome.has_room:
        return ()
    amount = money.figures(facts.amount)
    method = Contribution.Method(facts.method).label if facts.method else ""
    return (facts.received_on.isoformat(), told, amount, str(method), facts.reference)
