"""Filling seats from the top: who has most votes, and who ties across the last seat."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby


def ranked(votes: Mapping[int, int]) -> list[tuple[int, ...]]:
    """Return the candidates from the most votes down, those with as many together."""
    order = sorted(votes, key=votes.__getitem__, reverse=True)
    return [tuple(group) for _, group in groupby(order, key=votes.__getitem__)]


def fill(
    groups: Iterable[Sequence[int]], seats: int
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return who is seated, and who ties across the last seat: nobody, or two or more.

    ``groups`` go from the top down; each is seated whole, or it ties.
    """
    seated: list[int] = []
    for group in groups:
        left = seats - len(seated)
        if len(group) > left:
            return tuple(seated), tuple(group) if left else ()
        seated += group
    return tuple(seated), ()
