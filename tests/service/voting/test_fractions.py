"""Shares of the vote, for every total up to 200, against exact fractions."""

from fractions import Fraction

import pytest

from service.voting.fractions import is_less, needed, reaches

MOST = 200
COUNTS = [(votes, total) for total in range(MOST + 1) for votes in range(total + 1)]


@pytest.mark.parametrize(("parts", "of"), [(2, 3), (3, 5), (3, 4), (1, 1)])
def test_reaches_is_at_least_the_share_and_at_least_one_vote(parts, of):
    ours = [reaches(votes, total, parts=parts, of=of) for votes, total in COUNTS]

    share = Fraction(parts, of)
    assert ours == [bool(votes) and votes >= share * total for votes, total in COUNTS]


@pytest.mark.parametrize(("parts", "of"), [(1, 2), (2, 3), (3, 5)])
def test_reaches_can_ask_for_more_than_the_share(parts, of):
    ours = [
        reaches(votes, total, parts=parts, of=of, is_more_than=True)
        for votes, total in COUNTS
    ]

    share = Fraction(parts, of)
    assert ours == [votes > share * total for votes, total in COUNTS]


@pytest.mark.parametrize(("parts", "of"), [(1, 5), (1, 3)])
def test_is_less_leaves_the_exact_share_out(parts, of):
    ours = [is_less(votes, total, parts=parts, of=of) for votes, total in COUNTS]

    share = Fraction(parts, of)
    assert ours == [votes < share * total for votes, total in COUNTS]


@pytest.mark.parametrize("is_more_than", [True, False])
def test_needed_is_the_fewest_votes_that_reach(is_more_than):
    share = {"parts": 2, "of": 3, "is_more_than": is_more_than}

    fewest = [
        next(n for n in range(total + 2) if reaches(n, total, **share))
        for total in range(1, MOST + 1)
    ]

    assert [needed(total, **share) for total in range(1, MOST + 1)] == fewest


def test_needed_of_no_vote_at_all_is_one():
    shares = [{"parts": 2, "of": 3}, {"parts": 1, "of": 2, "is_more_than": True}]

    assert [needed(0, **share) for share in shares] == [1, 1]
