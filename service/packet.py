"""What service pins to the packet."""

from django.utils.translation import gettext_lazy as _

from intergroup.kit import packet
from intergroup.registry.models import Body
from service.reports.elections import elections_of_meeting
from service.reports.roster import roster
from service.reports.rotation.section import rotation_section


@packet.section(
    "trusted-servants",
    title=_("Trusted servants"),
    order=80,
    template="service/packet/trusted_servants.html",
)
def trusted_servants(meeting):
    """Show who serves on the day of the meeting."""
    report = roster(meeting.held_on)
    return report if report.positions else None


@packet.section(
    "vacancies",
    title=_("Open positions and rotation"),
    order=90,
    template="service/packet/rotation.html",
)
def open_positions(meeting):
    """Show what is vacant, whose term ends, what to elect, and the year ahead."""
    report = rotation_section(meeting.held_on)
    return report if report.has_anything else None


@packet.section(
    "elections",
    title=_("Elections"),
    order=100,
    template="service/packet/elections.html",
)
def elections(meeting):
    """Show what is elected at the meeting, who stands, and what came of it."""
    return elections_of_meeting(meeting, today=Body.objects.today())
