"""The board of a business meeting’s page in the office: its parts, one by one.

``build(meeting, user)`` stands in the ``meeting_page`` module of an app; it returns a
``Part``, or None for nothing to show to this user.
"""

from dataclasses import dataclass

from intergroup.kit.boards import Board

BOARD = Board("Meeting page", module="meeting_page")
TEMPLATE = "business/office/part.html"

discover = BOARD.discover
sections = BOARD.sections


@dataclass(frozen=True, slots=True)
class Part:
    """How one part of a meeting stands: sentences, and where it goes on.

    ``links`` are pairs of a name and an address; the first is the one to press.
    """

    told: tuple[str, ...]
    links: tuple[tuple[str, str], ...] = ()
    is_done: bool = False


def part(slug: str, *, title: str, order: int):
    """Register the decorated ``build(meeting, user)`` as a part."""
    return BOARD.section(slug, title=title, order=order, template=TEMPLATE)
