"""The elections: two that filled a seat, one of them by the hat; two that are open."""

from dataclasses import dataclass

from intergroup.demo.motions import NEXT

Votes = tuple[tuple[int, int], ...]  # in the room and online, in the order of the names


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One election that was held at past meeting ``at``; the first name was elected.

    The term is counted in months as a ``Seat`` is. ``fifth`` are the hands for and
    against a fifth ballot, ``seed`` is what the hat was drawn with.
    """

    position: str
    at: int
    method: str
    began: int
    ends: int
    names: tuple[str, ...]
    ballots: tuple[Votes, ...]
    handed_out: int
    fifth: tuple[int, int] | None = None
    seed: str = ""
    is_remainder: bool = False


@dataclass(frozen=True, slots=True)
class NamedRow:
    """Somebody nominated; ``is_eligible`` is None where the chair has not said yet."""

    name: str
    answer: str
    is_eligible: bool | None = None


@dataclass(frozen=True, slots=True)
class AheadRow:
    """One election of the meeting ahead."""

    position: str
    method: str
    begins: int
    ends: int
    named: tuple[NamedRow, ...]
    at: int = NEXT


HELD = (
    HeldRow(
        "Books reviewer",
        1,
        "Third Legacy",
        4,
        -8,
        ("Kwame O.", "Patience N.", "Tobias F.", "Annika H."),
        (
            ((8, 1), (7, 1), (4, 1), (2, 0)),
            ((9, 1), (8, 1), (4, 1), (1, 0)),
            ((9, 1), (8, 1), (4, 1)),
            ((12, 1), (9, 2)),
        ),
        22,
        fifth=(9, 14),
        seed="26 5 13 40 8",
    ),
    HeldRow(
        "Web and phone",
        1,
        "Simple majority",
        4,
        -7,
        ("Yusuf H.", "Bartholomew J."),
        (((13, 2), (8, 1)),),
        22,
        is_remainder=True,
    ),
)
AHEAD = (
    AheadRow(
        "Treasurer",
        "Third Legacy",
        -1,
        -25,
        (
            NamedRow("Tomasz W.", "accepted", is_eligible=True),
            NamedRow("Wendell S.", "accepted", is_eligible=True),
            NamedRow("Patience N.", "asked"),
            NamedRow("Lucía M.", "declined"),
        ),
    ),
    AheadRow(
        "Literature",
        "Third Legacy",
        -1,
        -25,
        (NamedRow("Annika H.", "accepted"),),
    ),
)
