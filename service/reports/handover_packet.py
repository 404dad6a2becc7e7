"""The packet that is handed on with a position: what it is, and what changes hands."""

from dataclasses import dataclass
from datetime import date

from intergroup.business.models import BusinessMeeting
from intergroup.business.reports.dates import Ahead
from service.actions.usual_points import Kind, kind_of
from service.models import Handover, Position
from service.reports.about_position import AboutPosition, about_position
from service.reports.handing_on import HandingOn, handing_on

MEETINGS = 3


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Where a position is reached; never where a person is."""

    position: str
    email: str


@dataclass(frozen=True, slots=True)
class HandoverPacket:
    """Everything on paper: the position, the list, and what stands around them.

    ``alternates`` are positions. ``has_money`` says that the treasury has a page of
    its own for whoever follows.
    """

    on: date
    handing: HandingOn
    about: AboutPosition
    alternates: tuple[str, ...]
    has_money: bool
    meetings: tuple[Ahead, ...]
    mailboxes: tuple[Mailbox, ...]


def handover_packet(handover: Handover, on: date) -> HandoverPacket:
    """Return the packet of a hand-over as it stands on ``on``.

    The handover was read ``with_people``. Meetings are those on ``on`` and after it.
    """
    position = handover.from_term.position
    return HandoverPacket(
        on=on,
        handing=handing_on(handover),
        about=about_position(position),
        alternates=tuple(str(each) for each in position.alternates.open_on(on)),
        has_money=kind_of(position.name) is Kind.MONEY,
        meetings=tuple(
            Ahead(each.held_on, each.begins_at, each.title, each.place)
            for each in BusinessMeeting.objects.ahead(on)[:MEETINGS]
        ),
        mailboxes=tuple(
            Mailbox(each.name, each.email)
            for each in Position.objects.open_on(on).exclude(email="")
        ),
    )
