"""What reports say: of officers and committees, then of the groups."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.text import capfirst

from intergroup.business.actions.reporting import boxes_of
from intergroup.business.models import BusinessMeeting, MeetingReport

Fact = tuple[str, str]
_SHORT = ("listing", "attendance", "meetings_held")


@dataclass(frozen=True, slots=True)
class Told:
    """One report. ``contributed`` is what the group says, and not of the books."""

    pk: int | None
    name: str
    is_of_group: bool
    is_spoken: bool
    is_accepted: bool
    facts: tuple[Fact, ...]
    contributed: Decimal | None
    texts: tuple[Fact, ...]

    @property
    def has_words(self) -> bool:
        """Whether it says anything that can be read."""
        return bool(self.facts or self.texts) or self.contributed is not None


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports given to one meeting, and the groups that gave none."""

    offices: tuple[Told, ...]
    groups: tuple[Told, ...]
    silent: tuple[str, ...]

    @property
    def has_contributed(self) -> bool:
        """Whether a group says what it contributed."""
        return any(each.contributed is not None for each in self.groups)


def reports_to(meeting: BusinessMeeting) -> Reports | None:
    """Return what was reported to ``meeting``; None where nothing was."""
    rows = meeting.reports.select_related("group").order_by("group__number", "pk")
    rows = list(rows)
    given = [row for row in rows if is_given(row)]
    if not given:
        return None
    silent = (str(row) for row in rows if row.group_id and not is_given(row))
    return Reports(
        offices=tuple(told(row) for row in given if not row.group_id),
        groups=tuple(told(row) for row in given if row.group_id),
        silent=tuple(silent),
    )


def told(row: MeetingReport) -> Told:
    """Return what one report says, box by box; empty boxes are left out."""
    boxes = [name for name in boxes_of(row) if name != "contributed"]
    said = [(name, _said(row, name)) for name in boxes]
    facts = {name: text for name, text in said if text}
    return Told(
        pk=row.pk,
        name=str(row),
        is_of_group=row.group_id is not None,
        is_spoken=row.state == MeetingReport.State.SPOKEN,
        is_accepted=row.is_accepted,
        facts=tuple((_label(n), t) for n, t in facts.items() if n in _SHORT),
        contributed=row.contributed,
        texts=tuple((_label(n), t) for n, t in facts.items() if n not in _SHORT),
    )


def is_given(row: MeetingReport) -> bool:
    """Tell whether a report was sent, or given at the meeting."""
    return row.state in (MeetingReport.State.SENT, MeetingReport.State.SPOKEN)


def _said(row: MeetingReport, name: str) -> str:
    value = getattr(row, name)
    if name == "listing":
        return str(row.get_listing_display()) if value else ""
    return "" if value is None else str(value).strip()


def _label(name: str) -> str:
    return capfirst(str(MeetingReport._meta.get_field(name).verbose_name))
