"""The board of packet sections: upper floors pin, the packet reads.

``build(meeting)`` stands in the ``packet`` module of an app.
"""

from collections.abc import Callable

from django.utils.safestring import SafeString

from intergroup.kit.boards import Board, Section

BOARD = Board("Packet", module="packet")

section = BOARD.section
discover = BOARD.discover
sections = BOARD.sections


def render(
    meeting: object, *, told: Callable[[int, str], None] | None = None
) -> list[tuple[Section, SafeString]]:
    """Return each section that has something to say, with its HTML, in packet order.

    ``told`` is told how many are done, and the title of the one being made.
    """
    rendered = []
    for done, each in enumerate(sections()):
        if told:
            told(done, str(each.title))
        html = BOARD.html_of(each, meeting=meeting)
        if html is not None:
            rendered.append((each, html))
    return rendered
