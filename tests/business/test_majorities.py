"""Majorities and quorum, for every count up to 60, against fractions."""

from fractions import Fraction

import pytest

from intergroup.business.majorities import Majority, carries, needed, quorum

MOST = 60
FRACTIONS = {
    Majority.SIMPLE: Fraction(1, 2),
    Majority.TWO_THIRDS: Fraction(2, 3),
    Majority.THREE_QUARTERS: Fraction(3, 4),
    Majority.UNANIMOUS: Fraction(1),
}
COUNTS = [(ayes, cast - ayes) for cast in range(MOST + 1) for ayes in range(cast + 1)]


def carries_in_fractions(ayes, noes, majority):
    """More than a half, or two-thirds and no less, of one vote cast or more."""
    if not ayes + noes:
        return False
    share = Fraction(ayes, ayes + noes)
    exactly = majority is not Majority.SIMPLE and share == FRACTIONS[majority]
    return share > FRACTIONS[majority] or exactly


@pytest.mark.parametrize("majority", Majority)
def test_carries_agrees_with_fractions(majority):
    ours = [carries(ayes, noes, majority=majority) for ayes, noes in COUNTS]

    assert ours == [carries_in_fractions(*count, majority) for count in COUNTS]


@pytest.mark.parametrize("majority", Majority)
def test_needed_is_the_fewest_ayes_that_carry(majority):
    fewest = [
        min(n for n in range(cast + 1) if carries(n, cast - n, majority=majority))
        for cast in range(1, MOST + 1)
    ]

    assert [needed(cast, majority=majority) for cast in range(1, MOST + 1)] == fewest


@pytest.mark.parametrize(
    ("cast", "simple", "two_thirds"),
    [(1, 1, 1), (2, 2, 2), (3, 2, 2), (12, 7, 8), (21, 11, 14), (30, 16, 20)],
)
def test_needed_at_numbers_a_chair_knows(cast, simple, two_thirds):
    assert needed(cast, majority=Majority.SIMPLE) == simple
    assert needed(cast, majority=Majority.TWO_THIRDS) == two_thirds


@pytest.mark.parametrize(
    ("parts", "of"), [(0, 1), (1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (3, 5)]
)
def test_quorum_is_the_fewest_groups_that_are_more_than_the_part(parts, of):
    fewest = [
        min(n for n in range(roll + 1) if Fraction(n, roll) > Fraction(parts, of))
        for roll in range(1, MOST + 1)
    ]

    assert [quorum(roll, parts=parts, of=of) for roll in range(1, MOST + 1)] == fewest


def test_quorum_of_the_whole_is_every_group():
    assert [quorum(roll, parts=1, of=1) for roll in (1, 2, 12)] == [1, 2, 12]


def test_quorum_of_nobody_is_never_reached():
    assert quorum(0, parts=1, of=2) == 1
