"""Who has reported to a meeting, and who has not yet: for the office, without blame."""

from dataclasses import dataclass
from datetime import date, datetime

from intergroup.business.actions.reporting import Reporter, reporters_on
from intergroup.business.actions.reporting.whose import key_of
from intergroup.business.models import BusinessMeeting, MeetingReport
from intergroup.business.reports.reporting.told import is_given


@dataclass(frozen=True, slots=True)
class Line:
    """One who reports; ``pk`` is None before anything was written down."""

    key: str
    name: str
    pk: int | None
    is_given: bool
    is_spoken: bool
    is_begun: bool
    is_accepted: bool
    sent_at: datetime | None
    asked_on: date | None
    reminded_on: date | None


@dataclass(frozen=True, slots=True)
class Received:
    """Everybody who reports to one meeting, officers and committees apart."""

    offices: tuple[Line, ...]
    groups: tuple[Line, ...]
    is_over: bool

    @property
    def given(self) -> tuple[Line, ...]:
        """Those who have reported."""
        return tuple(each for each in (*self.offices, *self.groups) if each.is_given)

    @property
    def not_yet(self) -> tuple[Line, ...]:
        """Those who have not reported yet."""
        return tuple(
            each for each in (*self.offices, *self.groups) if not each.is_given
        )

    @property
    def to_accept(self) -> int:
        """How many reports were given and not accepted yet."""
        return sum(not each.is_accepted for each in self.given)

    @property
    def was_asked(self) -> bool:
        """Whether anybody has been asked by mail."""
        return any(each.asked_on for each in (*self.offices, *self.groups))


def received(meeting: BusinessMeeting, *, today: date) -> Received:
    """Return who has reported to ``meeting``, and who may still."""
    rows = list(meeting.reports.select_related("group"))
    known = {key_of(row.group, row.office): row for row in rows}
    on_the_day = reporters_on(min(today, meeting.held_on))
    everybody = {each.key: each for each in on_the_day}
    for key, row in known.items():
        everybody.setdefault(key, Reporter(row.group, row.office))
    in_order = sorted(everybody.items(), key=lambda each: _number(each[1]))
    lines = [_line(each, known.get(key)) for key, each in in_order]
    return Received(
        offices=tuple(each for each in lines if each.key.startswith("office:")),
        groups=tuple(each for each in lines if each.key.startswith("group:")),
        is_over=today > meeting.held_on,
    )


def _number(reporter: Reporter) -> int:
    """Return the number of a group; positions stay in their own order before them."""
    return reporter.group.number if reporter.group else 0


def _line(reporter: Reporter, row: MeetingReport | None) -> Line:
    row = row or MeetingReport(group=reporter.group, office=reporter.office)
    return Line(
        key=reporter.key,
        name=str(reporter),
        pk=row.pk,
        is_given=is_given(row),
        is_spoken=row.state == MeetingReport.State.SPOKEN,
        is_begun=row.state == MeetingReport.State.DRAFT,
        is_accepted=row.is_accepted,
        sent_at=row.sent_at,
        asked_on=row.asked_on,
        reminded_on=row.reminded_on,
    )
