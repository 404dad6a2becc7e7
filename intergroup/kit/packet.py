"""The board of packet sections: upper floors pin, the packet reads.

``build(meeting)`` stands in the ``packet`` module of an app.
"""

from django.utils.safestring import SafeString

from intergroup.kit.boards import Board, Section

BOARD = Board("Packet", module="packet")

section = BOARD.section
discover = BOARD.discover
sections = BOARD.sections


def render(meeting: object) -> list[tuple[Section, SafeString]]:
    """Return each section that has something to say, with its HTML, in packet order."""
    return BOARD.render(meeting=meeting)
