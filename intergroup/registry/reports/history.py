"""Every change of the register in a period, before and after."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import date

from django.core.exceptions import FieldDoesNotExist
from django.db.models import DateField, Field, TimeField
from django.utils.formats import localize
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.dates import Period
from intergroup.kit.sheets import Table
from intergroup.registry.models import Group, ListingChange, Meeting


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change of a group or of one of its meetings, in words."""

    on: date
    number: int | None
    group: str
    meeting: str
    what: str
    before: str
    after: str
    way: str
    reason: str


@dataclass(frozen=True, slots=True)
class RegisterHistory:
    """The changes of a period in the order they were made."""

    period: Period
    lines: tuple[ChangeLine, ...]
    ways: tuple[tuple[str, int], ...]

    def as_json(self) -> dict:
        """Return the shape that ``docs/reports.md`` promises."""
        return {
            "from": self.period.first.isoformat(),
            "to": self.period.last.isoformat(),
            "changes": [
                {
                    "on": each.on.isoformat(),
                    "number": each.number,
                    "group": each.group or None,
                    "meeting": each.meeting or None,
                    "what": each.what,
                    "before": each.before,
                    "after": each.after,
                    "way": each.way,
                    "reason": each.reason,
                }
                for each in self.lines
            ],
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return one row for each change."""
        header = (_("Day"), _("Number"), _("Group"), _("Meeting"), _("What"))
        header += (_("Before"), _("After"), _("Way"), _("Reason"))
        rows = tuple(astuple(each) for each in self.lines)
        return (Table(_("Changes"), header, rows),)


@reports.report(
    "register-changes",
    title=gettext_lazy("Changes of the register"),
    description=gettext_lazy("What changed in the listings, before and after."),
    order=130,
    asks="period",
    permission="registry.view_listingchange",
    template="registry/reports/history.html",
)
def register_history(period: Period) -> RegisterHistory:
    """Return every change from the first to the last day of the period."""
    changes = ListingChange.objects.between(period.first, period.last)
    changes = changes.select_related("group", "meeting").order_by("changed_on", "pk")
    words = Words()
    lines = tuple(_line(change, words) for change in changes)
    ways = Counter(line.way for line in lines).most_common()
    return RegisterHistory(period=period, lines=lines, ways=tuple(ways))


class Words:
    """The words of changes: fields by their labels, values as people know them.

    A row that a value points to is looked up once.
    """

    def __init__(self) -> None:
        self._rows: dict[tuple[type, int], str] = {}

    def what(self, change: ListingChange) -> str:
        """Return what a change is about: the field, or that it is new."""
        if change.kind == ListingChange.Kind.ADDED:
            return _("new")
        field = _field(change)
        return str(field.verbose_name) if field else change.field

    def value(self, change: ListingChange, value: str) -> str:
        """Return a value in words: a status by its name, a day as it is written."""
        field = _field(change)
        if field is None:
            return value
        if field.many_to_one and value.isdigit():
            return self._row(field.related_model, int(value))
        if value and isinstance(field, DateField | TimeField):
            return localize(field.to_python(value))
        named = {str(key): str(label) for key, label in field.flatchoices}
        return named.get(value, value)

    def learn(self, changes: Iterable[ListingChange]) -> None:
        """Look up every row that these changes point to: one query for each table."""
        wanted: dict[type, set[int]] = {}
        for change in changes:
            field = _field(change)
            said = {each for each in (change.before, change.after) if each.isdigit()}
            if field and field.many_to_one and said:
                wanted.setdefault(field.related_model, set()).update(map(int, said))
        for model, pks in wanted.items():
            rows = model.objects.in_bulk(pks)
            self._rows |= {(model, pk): str(rows.get(pk, "")) for pk in pks}

    def _row(self, model: type, pk: int) -> str:
        if (model, pk) not in self._rows:
            self._rows[model, pk] = str(model.objects.filter(pk=pk).first() or "")
        return self._rows[model, pk]


def _field(change: ListingChange) -> Field | None:
    model = Meeting if change.meeting_id else Group
    try:
        return model._meta.get_field(change.field)
    except FieldDoesNotExist:
        return None


def _line(change: ListingChange, words: Words) -> ChangeLine:
    group, meeting = change.group, change.meeting
    return ChangeLine(
        on=change.changed_on,
        number=group.number if group else None,
        group=group.name if group else "",
        meeting=str(meeting or ""),
        what=words.what(change),
        before=words.value(change, change.before),
        after=words.value(change, change.after),
        way=str(change.get_way_display()),
        reason=change.reason,
    )
