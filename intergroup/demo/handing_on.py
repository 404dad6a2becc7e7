"""What changes hands: the Treasurer’s list half way, and a Secretary’s of last year.

Days are counted back: of the list that is open from today, of the other from the day
the new Secretary began.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of one thing; None for what nobody has said yet."""

    title: str
    given: int | None = None
    taken: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """One list. ``giver`` and ``taker`` are the mailboxes of who says it."""

    position: str
    person: str
    opened: int
    giver: str
    taker: str
    said: tuple[Said, ...]
    left_out: tuple[str, ...] = ()
    counts_from_the_end: bool = False


HANDOVERS = (
    HandoverRow(
        "Secretary",
        "Tobias F.",
        opened=21,
        giver="chair",
        taker="secretary",
        said=(
            Said("Binder", 12, 5, note="Minutes from 2019 on; the book of motions."),
            Said("Mailbox and its password", 5, 5),
            Said(
                "Who keeps the passwords",
                5,
                0,
                note="The Alternate Chair, in a closed envelope.",
            ),
            Said("Calendar", 12, 5),
            Said("Keys", 5, 5, note="One for the room, one for the cupboard."),
        ),
        left_out=("Bank mandate and signatories",),
        counts_from_the_end=True,
    ),
    HandoverRow(
        "Treasurer",
        "Oksana L.",
        opened=9,
        giver="treasurer",
        taker="",
        said=(
            Said(
                "Bank mandate and signatories",
                note="The bank wants both of us there, with the minutes.",
            ),
            Said("Binder", 6, note="Three years of statements, by month."),
            Said("Calendar", 2),
            Said("Keys", 2, note="The safe has two; the Chair has the other."),
        ),
    ),
)
