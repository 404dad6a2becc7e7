"""The board of the one-page sheet that a representative carries home.

``build(meeting, group)`` stands in the ``take_home`` module of an app. A section that
differs from group to group says ``about=GROUP``; the others are made once for all, and
``group`` is None for them.
"""

from intergroup.kit.boards import Board

GROUP = "group"
BOARD = Board("Take-home", module="take_home")

section = BOARD.section
discover = BOARD.discover
sections = BOARD.sections
