"""A group’s statement: everything it is credited with in a period, one by one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.dates import Period
from intergroup.kit.money import ZERO, plain, total
from intergroup.kit.sheets import Table
from intergroup.registry.models import Body, Group
from treasury.models import Contribution, Entry, Identification, Policy
from treasury.reports.credited import credited
from treasury.reports.footing import check_foots

Source = Contribution.Source
Lines = dict[int, list["StatementLine"]]


@dataclass(frozen=True, slots=True, order=True)
class StatementLine:
    """One contribution or correction; ``note`` says what is special about it."""

    on: date
    receipt: str
    how: str
    reference: str
    fund: str
    amount: Decimal
    note: str

    def as_json(self) -> dict[str, str]:
        """Return the documented shape."""
        return {
            "on": self.on.isoformat(),
            "receipt": self.receipt,
            "method": self.how,
            "reference": self.reference,
            "fund": self.fund,
            "amount": plain(self.amount),
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class StatementOfGroup:
    """What one group contributed in a period, with the body’s thanks."""

    period: Period
    currency: str
    number: int
    name: str
    lines: tuple[StatementLine, ...]
    total: Decimal
    thanks: str
    tax_sentence: str
    seal: str

    def as_json(self) -> dict:
        """Return the documented shape."""
        return {
            "from": self.period.first.isoformat(),
            "to": self.period.last.isoformat(),
            "currency": self.currency,
            "group": {"number": self.number, "name": self.name},
            "lines": [each.as_json() for each in self.lines],
            "total": plain(self.total),
            "seal": self.seal,
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return one row for each line, and the total."""
        paid = (_("Method"), _("Reference"), _("Fund"))
        header = (_("Date"), _("Receipt"), *paid, _("Amount"), _("Remark"))
        rows = tuple(
            (e.on, e.receipt, e.how, e.reference, e.fund, e.amount, e.note)
            for e in self.lines
        )
        foot = ("", "", "", "", _("Total"), self.total, "")
        return (Table(f"{self.number} {self.name}", header, (*rows, foot)),)


def _groups() -> list[tuple[str, str]]:
    rows = Group.objects.order_by("number").values_list("number", "name")
    return [(str(number), f"{number} {name}") for number, name in rows]


@reports.report(
    "group-statement",
    title=gettext_lazy("Statement of a group"),
    description=gettext_lazy("Every contribution of one group, with its receipt."),
    order=25,
    asks="period",
    permission="treasury.view_contribution",
    template="treasury/report/statement_of_group.html",
    choices=(reports.Choice("group", gettext_lazy("Group"), _groups),),
)
def group_statement(period: Period, *, group: str) -> StatementOfGroup:
    """Return the statement of the group with that number."""
    return statement_of(Group.objects.get(number=group), period)


def statement_of(group: Group, period: Period) -> StatementOfGroup:
    """Return what the group is credited with in the period, both ends included.

    Raises DoesNotFootError where its lines are not what it is credited with.
    """
    (statement,) = statements_of([group], period)
    return statement


def statements_of(
    groups: Sequence[Group], period: Period
) -> Iterator[StatementOfGroup]:
    """Yield the statement of each group, read in the same few queries for all."""
    lines, given = _lines(groups, period), credited(period)
    policy, seal = Policy.objects.current(), Entry.objects.last_seal()
    currency = Body.objects.current().currency
    tax_sentence = policy.tax_sentence if policy.is_tax_sentence_printed else ""
    for group in groups:
        mine = tuple(sorted(lines[group.pk]))
        in_all = total(each.amount for each in mine)
        told = given.get((Source.GROUP, group.pk), ZERO)
        check_foots(_("The statement of %s") % group, told=told, added=in_all)
        yield StatementOfGroup(
            period=period,
            currency=currency,
            number=group.number,
            name=group.name,
            lines=mine,
            total=in_all,
            thanks=policy.receipt_words,
            tax_sentence=tax_sentence,
            seal=seal,
        )


def _lines(groups: Iterable[Group], period: Period) -> Lines:
    found: Lines = defaultdict(list)
    days, mine = (period.first, period.last), [group.pk for group in groups]
    given = Contribution.objects.within(*days).filter(group__in=mine)
    for each in given.select_related("fund", "reverses", "reversed_by"):
        line = _line(each, each.received_on, each.amount, _note(each))
        found[each.group_id].append(line)
    identified = Identification.objects.filter(identified_on__range=days)
    for each in _with_contribution(identified.filter(group__in=mine)):
        found[each.group_id].append(_identified(each))
    return found


def _with_contribution(rows: QuerySet[Identification]) -> QuerySet[Identification]:
    return rows.select_related("contribution__fund", "reverses")


def _line(
    contribution: Contribution, on: date, amount: Decimal, note: str
) -> StatementLine:
    return StatementLine(
        on=on,
        receipt=contribution.receipt,
        how=str(contribution.get_method_display() or ""),
        reference=contribution.reference,
        fund=contribution.fund.name,
        amount=amount,
        note=note,
    )


def _identified(found: Identification) -> StatementLine:
    """Return the line of a finding: on the day of it, not when the money came."""
    contribution = found.contribution
    day = date_format(contribution.received_on, "DATE_FORMAT")
    if found.reverses:
        note = _("Received on %s, and found not to be from this group") % day
    else:
        note = _("Received on %s, and found later to be from this group") % day
    return _line(contribution, found.identified_on, found.amount, note)


def _note(contribution: Contribution) -> str:
    """Say what a correction corrects, and what was corrected since."""
    if contribution.reverses:
        day = date_format(contribution.reverses.received_on, "DATE_FORMAT")
        return _("Takes back what stands under %s") % day
    mirror = getattr(contribution, "reversed_by", None)
    if mirror is None:
        return ""
    return _("Taken back on %s") % date_format(mirror.received_on, "DATE_FORMAT")
