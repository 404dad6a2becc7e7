"""The board of the minutes: what upper floors recorded at a business meeting.

``build(meeting)`` stands in the ``record`` module of an app; ``about`` is the kind of
item of the agenda that it belongs beside, such as ``"elections"``.
"""

from django.utils.safestring import SafeString

from intergroup.kit.boards import Board, Section

BOARD = Board("Record", module="record")

section = BOARD.section
discover = BOARD.discover
sections = BOARD.sections


def render(meeting: object) -> list[tuple[Section, SafeString]]:
    """Return each section that has something to say, with its HTML, in order."""
    return BOARD.render(meeting=meeting)
