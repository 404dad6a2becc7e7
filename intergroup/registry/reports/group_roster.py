"""The roster of groups: status, meetings, and how fresh each listing is."""

from dataclasses import astuple, dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intergroup.kit import reports
from intergroup.kit.sheets import Table
from intergroup.registry.models import District, Group
from intergroup.registry.models.groups import GroupQuerySet


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group as the register has it now; ``until`` is when a pause ends."""

    number: int
    name: str
    district: str
    status: str
    until: date | None
    meetings: int
    members: int | None
    registered_on: date | None
    verified_on: date | None


@dataclass(frozen=True, slots=True)
class GroupRoster:
    """The groups that had registered by a day; their status is as of now."""

    on: date
    groups: tuple[GroupRow, ...]
    on_the_roll: int
    statuses: tuple[tuple[str, int], ...]

    @property
    def meetings(self) -> int:
        """All meetings that are in the list, of all these groups."""
        return sum(group.meetings for group in self.groups)

    def as_json(self) -> dict:
        """Return the shape that ``docs/reports.md`` promises."""
        return {
            "on": self.on.isoformat(),
            "on_the_roll": self.on_the_roll,
            "groups": [_as_json(group) for group in self.groups],
        }

    def as_tables(self) -> tuple[Table, ...]:
        """Return one row for each group."""
        header = (
            _("Number"),
            _("Group"),
            _("District"),
            _("Status"),
            _("Until"),
            _("Meetings"),
            _("Members"),
            _("Registered on"),
            _("Verified on"),
        )
        rows = tuple(astuple(each) for each in self.groups)
        return (Table(_("Groups"), header, rows),)


def which() -> list[tuple[str, str]]:
    """Return the parts of the register that can be asked for."""
    return [
        ("roll", _("On the roll")),
        ("off", _("Off the roll")),
        ("", _("All groups")),
    ]


def districts() -> list[tuple[str, str]]:
    """Return the districts that can be asked for."""
    found = [(str(each.number), str(each)) for each in District.objects.all()]
    return [("", _("All of them")), *found]


@reports.report(
    "group-roster",
    title=gettext_lazy("Roster of groups"),
    description=gettext_lazy(
        "Every group: its status, its meetings, and since when its listing is right."
    ),
    order=100,
    asks="day",
    permission="registry.view_group",
    template="registry/reports/group_roster.html",
    choices=(
        reports.Choice("groups", gettext_lazy("Groups"), which, default="roll"),
        reports.Choice("district", gettext_lazy("District"), districts),
    ),
)
def group_roster(on: date, *, groups: str = "roll", district: str = "") -> GroupRoster:
    """Return the groups that had registered by ``on``, by number."""
    chosen = _chosen(groups, district, on)
    rows = tuple(_row(group) for group in chosen)
    counted: dict[str, int] = {}
    for row in rows:
        counted[row.status] = counted.get(row.status, 0) + 1
    return GroupRoster(
        on=on,
        groups=rows,
        on_the_roll=chosen.on_the_roll().count(),
        statuses=tuple(sorted(counted.items(), key=lambda each: (-each[1], each[0]))),
    )


def _chosen(groups: str, district: str, on: date) -> GroupQuerySet:
    found = Group.objects.exclude(registered_on__gt=on).select_related("district")
    if groups == "roll":
        found = found.on_the_roll()
    if groups == "off":
        found = found.exclude(status__in=Group.ON_THE_ROLL)
    if district:
        found = found.filter(district__number=district)
    return found.with_meeting_count().order_by("number")


def _row(group: Group) -> GroupRow:
    return GroupRow(
        number=group.number,
        name=group.name,
        district=str(group.district or ""),
        status=str(group.get_status_display()),
        until=group.paused_until if group.status == Group.Status.PAUSED else None,
        meetings=group.meeting_count,
        members=group.member_count,
        registered_on=group.registered_on,
        verified_on=group.verified_on,
    )


def _as_json(group: GroupRow) -> dict:
    days = {"until": group.until, "registered_on": group.registered_on}
    days["verified_on"] = group.verified_on
    return {
        "number": group.number,
        "name": group.name,
        "district": group.district or None,
        "status": group.status,
        "meetings": group.meetings,
        "members": group.members,
        **{name: day.isoformat() if day else None for name, day in days.items()},
    }
