"""The one door to the ledger: everything that enters the books enters here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.kit import bulk, seals
from intergroup.kit.dates import month_of
from intergroup.kit.money import figures, to_cents, total
from intergroup.registry.models import User
from treasury.models import Account, ClosedMonth, Entry, Fund, Posting

Cents = Sequence[tuple[int, int, int]]


@dataclass(frozen=True, slots=True)
class Line:
    """So much into (+) or out of (−) one account of one fund."""

    account: Account
    fund: Fund
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry to be: its date, its memo (at most 255 characters) and its lines."""

    dated: date
    memo: str
    lines: Sequence[Line]
    reverses: Entry | None = None


def post_entry(
    *,
    dated: date,
    memo: str,
    lines: Sequence[Line],
    posted_by: User | None,
    reverses: Entry | None = None,
) -> Entry:
    """Write one balanced entry and return it; or raise ValidationError, write nothing.

    ``posted_by`` is None for a command on the server. Codes: ``one_sided``,
    ``zero_amount``, ``closed_account``, ``unbalanced``, ``closed_month``.
    """
    draft = Draft(dated, memo, lines, reverses)
    (entry_id,) = post_entries([draft], posted_by=posted_by)
    return Entry.objects.get(pk=entry_id)


@transaction.atomic
def post_entries(drafts: Sequence[Draft], *, posted_by: User | None) -> list[int]:
    """Post all drafts, in order, or none; return the ids of their entries.

    Raises the same as ``post_entry``. Ten thousand take less than a second.
    """
    for draft in drafts:
        _check_lines(draft.lines)
    hold_the_books()
    _check_still_open(drafts)
    _check_months(drafts)
    ids = list(bulk.new_ids(Entry, len(drafts)))
    lines = [_as_cents(draft.lines) for draft in drafts]
    _write_drafts(ids, drafts, lines, posted_by)
    _seal(ids, drafts, lines, posted_by)
    return ids


def reverse_entry(entry: Entry, *, dated: date, posted_by: User | None) -> Entry:
    """Undo ``entry`` with its mirror image. The original stays in the books."""
    if Entry.objects.filter(reverses=entry).exists():
        raise ValidationError(
            _("“%(entry)s” has already been reversed."),
            code="reversed_twice",
            params={"entry": entry},
        )
    postings = entry.postings.select_related("account", "fund")
    return post_entry(
        dated=dated,
        memo=_("Reversal of: %s") % entry.memo[:200],
        lines=[Line(each.account, each.fund, -each.amount) for each in postings],
        posted_by=posted_by,
        reverses=entry,
    )


def fact(
    *,
    number: int,
    dated: date,
    memo: str,
    posted_at: datetime,
    posted_by: int | None,
    reverses: int | None,
    lines: Sequence[tuple[int, int, int]],
) -> dict[str, object]:
    """Return what the seal covers; a line is (account id, fund id, cents).

    ``posted_at`` is UTC; ``reverses`` is the id of the entry undone.
    """
    return {
        "number": number,
        "dated": dated.isoformat(),
        "memo": memo,
        "posted_at": posted_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "posted_by": posted_by,
        "reverses": reverses,
        "lines": sorted(lines),
    }


def _check_lines(lines: Sequence[Line]) -> None:
    if len(lines) < 2:
        raise ValidationError(_("An entry needs two lines or more."), code="one_sided")
    if not all(line.amount for line in lines):
        raise ValidationError(_("Every line needs an amount."), code="zero_amount")
    for line in lines:
        if line.account.closed_on or line.fund.closed_on:
            closed = line.account if line.account.closed_on else line.fund
            message = _("“%s” is closed.") % closed
            raise ValidationError(message, code="closed_account")
    for fund in {line.fund for line in lines}:
        difference = total(line.amount for line in lines if line.fund == fund)
        if difference:
            message = _(
                "The entry is out of balance by %(amount)s in the fund %(fund)s."
            )
            params = {"amount": figures(abs(difference)), "fund": fund}
            raise ValidationError(message, code="unbalanced", params=params)


def _check_still_open(drafts: Sequence[Draft]) -> None:
    """Refuse what was closed since the caller read it."""
    lines = [line for draft in drafts for line in draft.lines]
    used = {line.account for line in lines} | {line.fund for line in lines}
    for model in (Account, Fund):
        for closed in model.objects.filter(closed_on__isnull=False):
            if closed in used:
                message = _("“%s” is closed.") % closed
                raise ValidationError(message, code="closed_account")


def _check_months(drafts: Sequence[Draft]) -> None:
    through = ClosedMonth.objects.through()
    for draft in drafts:
        if through and month_of(draft.dated).first <= through:
            month = date_format(draft.dated, "F Y")
            message = _("The books of %s are closed. Date it in an open month.") % month
            raise ValidationError(message, code="closed_month")


def hold_the_books() -> None:
    """Let one person post or close at a time: numbers and seals make one chain.

    SQLite holds the whole database while anybody writes; PostgreSQL waits here for
    the first fund, which every installation has.
    """
    if connection.vendor == "postgresql":
        list(Fund.objects.order_by("pk").select_for_update(of=("self",))[:1])


def _as_cents(lines: Sequence[Line]) -> Cents:
    """Return (account id, fund id, cents) for each line: what is stored and sealed."""
    return [(each.account.pk, each.fund.pk, to_cents(each.amount)) for each in lines]


def _write_drafts(
    ids: Sequence[int],
    drafts: Sequence[Draft],
    lines: Sequence[Cents],
    posted_by: User | None,
) -> None:
    by = posted_by.pk if posted_by else None
    entries = zip(ids, drafts, strict=True)
    bulk.insert(
        Entry,
        ["id", "dated", "memo", "status", "reverses_id", "posted_by_id", "seal"],
        [
            (pk, d.dated, d.memo[:255], "draft", d.reverses and d.reverses.pk, by, "")
            for pk, d in entries
        ],
    )
    bulk.insert(
        Posting,
        ["entry_id", "dated", "account_id", "fund_id", "amount"],
        [
            (pk, draft.dated, *line)
            for pk, draft, mine in zip(ids, drafts, lines, strict=True)
            for line in mine
        ],
    )


def _seal(
    ids: Sequence[int],
    drafts: Sequence[Draft],
    lines: Sequence[Cents],
    posted_by: User | None,
) -> None:
    last = Entry.objects.in_order().last()
    number, seal = (last.number, last.seal) if last else (0, seals.FIRST)
    now = timezone.now()
    stored_now = connection.ops.adapt_datetimefield_value(now)
    sealed = []
    for pk, draft, mine in zip(ids, drafts, lines, strict=True):
        number += 1
        told = fact(
            number=number,
            dated=draft.dated,
            memo=draft.memo[:255],
            posted_at=now,
            posted_by=posted_by.pk if posted_by else None,
            reverses=draft.reverses and draft.reverses.pk,
            lines=mine,
        )
        seal = seals.seal(told, after=seal)
        sealed.append(("posted", number, stored_now, seal, pk))
    bulk.update(Entry, ["status", "number", "posted_at", "seal"], sealed)
