"""What the register pins to the packet."""

from django.utils.translation import gettext_lazy as _

from intergroup.kit import packet
from intergroup.registry.reports.changes import register_changes


@packet.section(
    "groups", title=_("Groups"), order=70, template="registry/packet/groups.html"
)
def groups(meeting):
    """Tell which groups are new, closed and paused, and how many there are."""
    report = register_changes(meeting.period)
    there = report.on_the_roll or report.listed or report.closed.groups
    return report if there or report.added.groups else None
