"""Majorities and quorum, for every count up to 60, against fractions."""

from fractions import Fraction

import pytest

from intergroup.business.majorities import (
    Base,
    Count,
    Majority,
    carries,
    is_abstained_away,
    is_carried,
    needed,
    needs,
    quorum,
)

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


def counted(here, on_roll):
    """Every way in which up to ``here`` votes can fall."""
    return [
        Count(ayes, noes, abstentions, here=here, on_roll=on_roll)
        for ayes in range(here + 1)
        for noes in range(here + 1 - ayes)
        for abstentions in range(here + 1 - ayes - noes)
    ]


def whole_of(count, base):
    return {
        Base.CAST: count.ayes + count.noes,
        Base.WITH_ABSTENTIONS: count.ayes + count.noes + count.abstentions,
        Base.PRESENT: count.here,
        Base.ROLL: count.on_roll,
    }[base]


def carries_of_a_base(count, majority, base):
    if not count.ayes:
        return False
    share = Fraction(count.ayes, whole_of(count, base))
    exactly = majority is not Majority.SIMPLE and share == FRACTIONS[majority]
    return share > FRACTIONS[majority] or exactly


@pytest.mark.parametrize("base", Base)
@pytest.mark.parametrize("majority", Majority)
def test_every_base_agrees_with_fractions_for_all_counts_up_to_60(majority, base):
    counts = [each for here in (1, 2, 3, 7, 12, 21) for each in counted(here, here + 4)]
    counts += [
        Count(ayes, cast - ayes, abstentions, here=MOST, on_roll=MOST)
        for cast in range(MOST + 1)
        for ayes in range(cast + 1)
        for abstentions in {0, min(1, MOST - cast), MOST - cast}
    ]

    ours = [is_carried(each, majority=majority, base=base) for each in counts]

    assert ours == [carries_of_a_base(each, majority, base) for each in counts]


@pytest.mark.parametrize("base", Base)
@pytest.mark.parametrize("majority", Majority)
def test_a_tie_never_carries(majority, base):
    ties = [Count(n, n, here=2 * n, on_roll=MOST) for n in range(MOST // 2 + 1)]

    assert not any(is_carried(each, majority=majority, base=base) for each in ties)


def test_a_base_is_never_smaller_than_those_who_answered():
    count = Count(7, 3, 2, here=5, on_roll=4)

    assert [count.of(base) for base in Base] == [10, 12, 12, 12]


@pytest.mark.parametrize(
    ("count", "goes_back"),
    [
        (Count(0, 0, 0), False),
        (Count(3, 2, 5), False),
        (Count(3, 2, 6), True),
        (Count(0, 0, 1), True),
    ],
)
def test_more_than_half_abstaining_sends_it_back(count, goes_back):
    assert is_abstained_away(count) is goes_back


CAST_RULE = "two-thirds of the votes cast, abstentions left out"
ROLL_RULE = "more than half of the votes on the roll, here or not"
HERE_RULE = "all of the votes that are here, cast or not"
BOTH_RULE = "three-quarters of the votes cast, abstentions among them"


@pytest.mark.parametrize(
    ("majority", "base", "votes", "words"),
    [
        ("two-thirds", "cast", 0, f"Needs {CAST_RULE}."),
        ("two-thirds", "cast", 20, f"Needs {CAST_RULE}: 14 of 20."),
        ("two-thirds", "cast", 21, f"Needs {CAST_RULE}: 14 of 21."),
        ("two-thirds", "cast", 22, f"Needs {CAST_RULE}: 15 of 22."),
        ("simple", "roll", 12, f"Needs {ROLL_RULE}: 7 of 12."),
        ("simple", "roll", 13, f"Needs {ROLL_RULE}: 7 of 13."),
        ("unanimous", "present", 1, f"Needs {HERE_RULE}: 1 of 1."),
        ("three-quarters", "abstentions", 12, f"Needs {BOTH_RULE}: 9 of 12."),
        ("three-quarters", "abstentions", 13, f"Needs {BOTH_RULE}: 10 of 13."),
    ],
)
def test_the_majority_in_words_at_its_edges(majority, base, votes, words):
    assert needs(majority, base, votes, is_counted=True) == words


def test_before_the_count_the_sentence_says_of_how_many_it_speaks():
    assert needs("two-thirds", "cast", 21) == (
        f"Needs {CAST_RULE}: 14 of 21 if all votes are cast."
    )


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
