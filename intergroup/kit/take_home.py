"""The board of the one-page sheet that a representative carries home.

``build(meeting, group)`` stands in the ``take_home`` module of an app.
"""

from django.utils.safestring import SafeString

from intergroup.kit.boards import Board, Section

BOARD = Board("Take-home", module="take_home")

section = BOARD.section
discover = BOARD.discover
sections = BOARD.sections


def render(meeting: object, group: object) -> list[tuple[Section, SafeString]]:
    """Return each section that has something to say, with its HTML, in order."""
    return BOARD.render(meeting=meeting, group=group)
