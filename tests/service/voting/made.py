"""Elections as they are written on a board: “A16 B15 C10 D9”."""

import re

from service.voting import Candidate, Draw, Motion, Record, Round, Votes

A, B, C, D, E, F, G, H = range(1, 9)
NAMES = ("Ann", "Bob", "Cleo", "Dan", "Eve", "Fay", "Gus", "Hal")
ONE_EACH = "A1 B1 C1 D1"  # a ballot of four after which nobody leaves
CARRIED = Motion(ayes=Votes(20), noes=Votes(10))
DEFEATED = Motion(ayes=Votes(10), noes=Votes(20))


def votes(board, online=""):
    """Votes by candidate: the board’s in the room, ``online`` beside it."""
    room, away = _read(board), _read(online)
    return {each: Votes(room.get(each, 0), away.get(each, 0)) for each in room | away}


def ballot(number, board="", *, online="", yes=0, no=0, blank=0, **others):
    """The totals of one ballot; ``yes``, ``no`` and ``blank`` are in the room."""
    return Round(
        number=number,
        votes=votes(board, online),
        ayes=Votes(yes),
        noes=Votes(no),
        blanks=Votes(blank),
        **others,
    )


def record(letters, *ballots, declined=(), draws=(), **others):
    """The record of an election among ``letters``, its ballots numbered from 1.

    Who ``declined`` did so after the last of them. ``draws`` are seeds, or tuples of
    the slips that were drawn by hand.
    """
    rounds = [
        each if isinstance(each, Round) else ballot(number, each)
        for number, each in enumerate(ballots, start=1)
    ]
    return Record(
        candidates=candidates(letters),
        rounds=tuple(rounds),
        declined=dict.fromkeys(declined, len(rounds)),
        draws=tuple(map(drawn, draws)),
        **others,
    )


def drawn(draw):
    """A draw by a seed, or by hand, or as it is."""
    if isinstance(draw, Draw):
        return draw
    return Draw(seed=draw) if isinstance(draw, str) else Draw(slips=draw)


def candidates(letters):
    """Ann, Bob and Cleo for “ABC”."""
    numbers = [ord(letter) - ord("A") for letter in letters]
    return tuple(Candidate(each + 1, NAMES[each]) for each in numbers)


def _read(board):
    return {
        ord(letter) - ord("A") + 1: int(number)
        for letter, number in re.findall(r"([A-H])(\d+)", board)
    }
