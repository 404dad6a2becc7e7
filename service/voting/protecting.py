"""The top two, who always remain, and who are in the hat after a fifth ballot."""

from collections.abc import Mapping

from service.voting.why import Why


def top_two(votes: Mapping[int, int]) -> dict[int, Why]:
    """Return who always remains, and as what: leader, second, or tied for one of them.

    If two or more tie for first, only they; otherwise the leader and everybody tied for
    second. Of two candidates or more it is never fewer than two.
    """
    leaders = _with_most(votes)
    if len(leaders) > 1:
        return dict.fromkeys(leaders, Why.TIED_FOR_FIRST)
    seconds = _with_most({c: n for c, n in votes.items() if c not in leaders})
    second = Why.TIED_FOR_SECOND if len(seconds) > 1 else Why.SECOND
    return dict.fromkeys(leaders, Why.LEADS) | dict.fromkeys(seconds, second)


def _with_most(votes: Mapping[int, int]) -> list[int]:
    most = max(votes.values(), default=0)
    return [candidate for candidate, number in votes.items() if number == most]
