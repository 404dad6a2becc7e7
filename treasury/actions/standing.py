"""How an account of the books stands against what its bank says.

An entry is cleared when a statement shows it. What a statement should end with is the
sum of everything cleared up to its day; what is in the books and not cleared is
outstanding.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum

from intergroup.kit.money import ZERO, total
from treasury.models import (
    Account,
    Clearing,
    Contribution,
    Deposit,
    Expense,
    OtherIncome,
    Posting,
    Statement,
    StatementLine,
)

AT_ONCE = 5_000  # ids in one query
_REFERENCES = (
    (Contribution, "reference"),
    (Deposit, "reference"),
    (OtherIncome, "reference"),
    (Expense, "reference"),
    (Expense, "cheque_number"),
)


@dataclass(frozen=True, slots=True)
class Booked:
    """What one entry moves in an account: above zero into it, below out of it.

    ``references`` are check numbers and the like, without leading noughts.
    """

    entry_id: int
    number: int
    dated: date
    amount: Decimal
    memo: str
    reverses_id: int | None = None
    references: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """A statement’s own balance beside what the books say it should be.

    ``book`` is the balance of the books at the end of the statement’s day;
    ``booked_later`` is cleared and dated after it.
    ``outstanding`` is in the books by that day and on no statement; ``unmatched`` are
    the bank’s lines by that day that the books do not have.
    """

    closing: Decimal | None
    book: Decimal
    cleared: Decimal
    booked_later: Decimal
    outstanding: tuple[Booked, ...]
    unmatched: tuple[StatementLine, ...]

    @property
    def difference(self) -> Decimal | None:
        """What the statement says more than is cleared; 0.00 when they agree."""
        return None if self.closing is None else self.closing - self.cleared

    @property
    def outstanding_in(self) -> Decimal:
        """What the books have received and the bank has not shown."""
        return total(each.amount for each in self.outstanding if each.amount > 0)

    @property
    def outstanding_out(self) -> Decimal:
        """What the books have paid and the bank has not shown; below zero."""
        return total(each.amount for each in self.outstanding if each.amount < 0)


def standing(statement: Statement) -> Standing:
    """Return how a statement stands today; of a settled one, as it was settled."""
    account, day = statement.account, statement.ends_on
    shown = counted(statement)
    lines = StatementLine.objects.filter(account=account, dated__lte=day)
    return Standing(
        closing=statement.closing,
        book=balance(account, on=day),
        cleared=cleared_sum(account, shown),
        booked_later=cleared_sum(account, shown, after=day),
        outstanding=booked(account, up_to=day, cleared=shown),
        unmatched=tuple(lines.filter(clearings__isnull=True)),
    )


def counted(statement: Statement) -> QuerySet[Clearing]:
    """Return the clearings that the statement’s balance is made of.

    Those of settled statements up to its day, and while it is open itself, those of
    other open statements whose line is no later than its day.
    """
    day = statement.ends_on
    mine = Clearing.objects.filter(account=statement.account_id)
    settled = Q(statement__reconciled_at__isnull=False, statement__ends_on__lte=day)
    if statement.reconciled_at:
        return mine.filter(settled)
    is_open = Q(statement__reconciled_at__isnull=True)
    by_day = Q(line__dated__lte=day) | Q(line__isnull=True, statement__ends_on__lte=day)
    return mine.filter(settled | is_open & by_day)


def balance(account: Account, *, on: date) -> Decimal:
    """Return what the books say that the account holds at the end of a day."""
    return _sum(_postings(account).up_to(on))


def cleared_sum(
    account: Account, clearings: QuerySet[Clearing], *, after: date | None = None
) -> Decimal:
    """Return what cleared entries move in the account; ``after`` a day, only those."""
    cleared = _postings(account).filter(_cleared_by(clearings))
    return _sum(cleared.filter(dated__gt=after) if after else cleared)


def uncleared(account: Account, *, up_to: date) -> tuple[Booked, ...]:
    """Return what no statement has shown at all, dated on ``up_to`` or before."""
    return booked(
        account, up_to=up_to, cleared=Clearing.objects.filter(account=account)
    )


def booked(
    account: Account,
    *,
    up_to: date,
    cleared: QuerySet[Clearing],
    with_references: bool = True,
) -> tuple[Booked, ...]:
    """Return the entries that move the account and are not among ``cleared``.

    Without references, for who only adds them up, they are one query and not six.
    """
    rows = (
        _postings(account)
        .up_to(up_to)
        .exclude(_cleared_by(cleared))
        .values_list(
            "entry", "entry__number", "dated", "entry__memo", "entry__reverses"
        )
        .annotate(sum=Sum("amount"))
        .exclude(sum=0)
        .order_by("dated", "entry__number")
    )
    found = list(rows)
    references = _references([row[0] for row in found]) if with_references else {}
    return tuple(_booked(row, references) for row in found)


def bare(reference: object) -> str:
    """Return a reference for comparing: figures without leading noughts."""
    return "".join(str(reference or "").split()).lstrip("0#").casefold()


def _booked(row: tuple, references: Mapping[int, frozenset[str]]) -> Booked:
    entry, number, dated, memo, reverses, amount = row
    found = references.get(entry, frozenset())
    return Booked(entry, number, dated, amount, memo, reverses, found)


def _references(entries: list[int]) -> Mapping[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    for first in range(0, len(entries), AT_ONCE):
        some = entries[first : first + AT_ONCE]
        for model, column in _REFERENCES:
            told = model.objects.filter(entry__in=some).values_list("entry", column)
            for entry, reference in told:
                if plain := bare(reference):
                    found.setdefault(entry, set()).add(plain)
    return {entry: frozenset(numbers) for entry, numbers in found.items()}


def _postings(account: Account) -> QuerySet[Posting]:
    return Posting.objects.posted().filter(account=account)


def _cleared_by(clearings: QuerySet[Clearing]) -> Exists:
    return Exists(clearings.filter(entry=OuterRef("entry")))


def _sum(postings: QuerySet[Posting]) -> Decimal:
    return postings.aggregate(sum=Sum("amount", default=ZERO))["sum"]
