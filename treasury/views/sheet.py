"""The rows of a collection sheet: what was typed, what it means, and what is wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intergroup.kit.money import ZERO, check_places, parse_money, total
from intergroup.registry.models import Group
from treasury.models import Contribution, Fund

Source, Method = Contribution.Source, Contribution.Method
MOST_BLANK = 60


@dataclass(slots=True)
class Row:
    """One row: its boxes as they were typed; ``value`` is None until it is read."""

    key: str
    name: str
    source: str
    number: int | None = None
    group: Group | None = None
    takes_mark: bool = False
    amount: str = ""
    method: str = Method.CASH.value
    reference: str = ""
    marked: str = ""
    value: Decimal | None = None
    errors: list[str] = field(default_factory=list)

    @property
    def called(self) -> str:
        """What a sentence calls this row."""
        return str(self.group) if self.group else self.name

    def read(self, data: Mapping[str, str], currency: str) -> None:
        """Take what was typed, and say in a sentence what cannot be read."""
        for name in ("amount", "method", "reference", "marked"):
            typed = data.get(f"{name}-{self.key}", getattr(self, name))
            setattr(self, name, typed.strip())
        try:
            self.value = self._value(currency)
        except ValidationError as error:
            self.errors = [f"{self.called}: {each}" for each in error.messages]

    def _value(self, currency: str) -> Decimal | None:
        if self.method not in Method.values:
            raise ValidationError(_("choose how it came."), code="no_method")
        if len(self.reference) > 60 or len(self.marked) > 120:
            raise ValidationError(_("this is too long to be kept."), code="too_long")
        if not self.amount:
            if self.reference or self.marked:
                message = _("write the amount, or empty this row.")
                raise ValidationError(message, code="no_amount")
            return None
        value = parse_money(self.amount)
        check_places(value, currency)
        return value or None

    def contribution(self, account_ids: Mapping[str, int], fund: Fund) -> Contribution:
        """Return the unsaved contribution of a row that has an amount."""
        return Contribution(
            source=Source.GROUP if self.group else self.source,
            group=self.group,
            marked="" if self.group else self.marked,
            amount=self.value,
            method=self.method,
            reference=self.reference,
            account_id=account_ids[self.method],
            fund=fund,
        )


@dataclass(frozen=True, slots=True)
class Sums:
    """What the rows add up to, and how it stands against what was counted."""

    rows: int
    total: Decimal
    cash: Decimal
    methods: tuple[tuple[str, Decimal], ...]
    counted: Decimal | None

    @property
    def difference(self) -> Decimal | None:
        """What was counted less the cash entered."""
        return None if self.counted is None else self.counted - self.cash


def blank_rows(data: Mapping[str, str]) -> list[Row]:
    """Return the rows that stand for no group on the roll, with room for more."""
    kinds = (
        ("member", _("A member"), Source.MEMBER, 3),
        ("birthday", _("A birthday"), Source.BIRTHDAY, 3),
        ("other", _("Another group, or not yet identified"), Source.UNIDENTIFIED, 4),
    )
    rows = [Row("basket", _("The basket at this meeting"), Source.BASKET)]
    for kind, name, source, least in kinds:
        count = max(least, _last_filled(kind, data) + 2)
        rows.extend(
            Row(f"{kind}-{n}", name, source, takes_mark=kind == "other")
            for n in range(1, min(count, MOST_BLANK) + 1)
        )
    return rows


def read_rows(data: Mapping[str, str], currency: str) -> list[Row]:
    """Return every row of the sheet: the roll in order of number, then the others.

    A row beside the roll that bears a group’s number, or its whole name, is that
    group’s: a second contribution, say, or one of a group that is not on the roll.
    """
    groups = list(Group.objects.order_by("number"))
    rows = [
        Row(f"g{each.pk}", each.name, Source.GROUP, number=each.number, group=each)
        for each in groups
        if each.status in Group.ON_THE_ROLL
    ]
    rows.extend(blank_rows(data))
    for row in rows:
        row.read(data, currency)
        if row.takes_mark and row.marked:
            row.group = _meant(row.marked, groups)
    return rows


def sums(rows: Iterable[Row], counted: Decimal | None) -> Sums:
    """Add up what was entered."""
    given = [row for row in rows if row.value]
    amounts = {
        method: total(row.value for row in given if row.method == method)
        for method in Method
    }
    return Sums(
        rows=len(given),
        total=total(row.value for row in given),
        cash=amounts[Method.CASH],
        methods=tuple((str(m.label), amounts[m]) for m in Method if amounts[m] > ZERO),
        counted=counted,
    )


def _last_filled(kind: str, data: Mapping[str, str]) -> int:
    names = ("amount", "reference", "marked")
    numbers = range(MOST_BLANK, 0, -1)
    filled = (
        n for n in numbers if any(data.get(f"{name}-{kind}-{n}") for name in names)
    )
    return next(filled, 0)


def _meant(marked: str, groups: Iterable[Group]) -> Group | None:
    """Return the one group whose number or whole name this is."""
    told = marked.removeprefix("#").strip().casefold()
    found = [
        each
        for each in groups
        if told in (str(each.number), each.name.casefold(), str(each).casefold())
    ]
    return found[0] if len(found) == 1 else None
