"""Shares of the total vote in whole numbers: no floats, and nothing is rounded."""


def reaches(
    votes: int, total: int, *, parts: int, of: int, is_more_than: bool = False
) -> bool:
    """Tell whether ``votes`` are ``parts`` of ``of`` of ``total``, or more than that.

    Exactly two-thirds is two-thirds: 20 of 30. No vote at all reaches nothing.
    """
    return votes >= needed(total, parts=parts, of=of, is_more_than=is_more_than)


def needed(total: int, *, parts: int, of: int, is_more_than: bool = False) -> int:
    """Return the fewest votes of ``total`` that reach the share; never less than 1.

    Two-thirds of 31 is 21; more than half of 30 is 16.
    """
    if is_more_than:
        return parts * total // of + 1
    return max(-(-parts * total // of), 1)


def is_less(votes: int, total: int, *, parts: int, of: int) -> bool:
    """Tell whether ``votes`` are less than ``parts`` of ``of`` of ``total``."""
    return of * votes < parts * total
