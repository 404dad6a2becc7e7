"""Whose reports a meeting gets: groups on the roll, officers and committees."""

from dataclasses import dataclass
from datetime import date

from intergroup.business.models import BusinessMeeting, MeetingReport
from intergroup.business.servants import Servant, serving_on
from intergroup.kit.tokens import hashed
from intergroup.registry.models import Group

GROUP, OFFICE = "group:", "office:"


@dataclass(frozen=True, slots=True)
class Reporter:
    """One group, or one position or committee, that reports to a meeting."""

    group: Group | None = None
    office: str = ""

    @property
    def key(self) -> str:
        """What stands for it in an address: ``group:7``, ``office:Treasurer``."""
        return key_of(self.group, self.office)

    def __str__(self) -> str:
        return str(self.group or self.office)


def key_of(group: Group | None, office: str) -> str:
    """Return what stands for a group or a position in an address."""
    return f"{GROUP}{group.number}" if group else f"{OFFICE}{office}"


def reporters_on(day: date) -> list[Reporter]:
    """Return who reports to a meeting, by who serves on ``day``: officers first."""
    offices = dict.fromkeys(office_of(each) for each in serving_on(day))
    groups = Group.objects.on_the_roll().order_by("number")
    return [
        *(Reporter(office=office) for office in offices),
        *(Reporter(group=group) for group in groups),
    ]


def office_of(servant: Servant) -> str:
    """Return under which name a servant reports: a committee has one report."""
    return servant.committee or servant.office


def report_of(meeting: BusinessMeeting, reporter: Reporter) -> MeetingReport:
    """Return the report of one reporter to a meeting; unsaved before it is begun."""
    whose = {"meeting": meeting, "group": reporter.group, "office": reporter.office}
    found = MeetingReport.objects.select_related("group").filter(**whose).first()
    return found or MeetingReport(**whose)


def find_report(token: str, *, on: date) -> MeetingReport | None:
    """Return the report that a link is for; None for one that is not good on ``on``.

    It is good until the end of the day of the meeting, while the group is on the roll;
    of a report that was sent it shows what was sent, and no more.
    """
    asked = MeetingReport.objects.filter(token_hash=hashed(token), expires_on__gt=on)
    report = asked.select_related("group", "meeting").first()
    if report and report.group and report.group.status not in Group.ON_THE_ROLL:
        return None
    return report
