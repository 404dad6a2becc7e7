"""What service pins to the minutes: the elections of the meeting."""

from django.utils.translation import gettext_lazy as _

from intergroup.business.models import BusinessMeeting, ItemKind
from intergroup.kit import record
from intergroup.registry.models import Body
from service.reports.elections import elections_of_meeting
from service.reports.elections.of_meeting import ElectionsOfMeeting


@record.section(
    "elections",
    title=_("Elections"),
    order=10,
    template="service/packet/elections.html",
    about=ItemKind.ELECTIONS,
)
def elections(meeting: BusinessMeeting) -> ElectionsOfMeeting | None:
    """Show what was elected at the meeting, and how."""
    return elections_of_meeting(meeting, today=Body.objects.today())
