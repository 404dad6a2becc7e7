"""Who stays after a Third Legacy ballot that elected nobody, and by which rule."""

from service.voting import fractions
from service.voting.protecting import top_two
from service.voting.rules import SmallestTie
from service.voting.standing import Outcome
from service.voting.tallying import Tally
from service.voting.why import Why

ONE_FIFTH, ONE_THIRD = (1, 5), (1, 3)


def stay_or_leave(tally: Tally, *, needed: int, tie: SmallestTie) -> list[Outcome]:
    """Return what becomes of everybody who was on the ballot.

    ``needed`` votes would have elected; ``tie`` is the body’s rule for several with the
    smallest total. After a ballot without a single vote nobody leaves.
    """
    if not tally.total:
        return [tally.outcome(each, Why.NOBODY_VOTED) for each in tally.votes]
    if tally.number == 1:
        stays = Why.FIRST_BALLOT
        return [tally.outcome(c, stays, threshold=needed) for c in tally.votes]
    if tally.number == 2:
        enough, too_few = Why.ONE_FIFTH_OR_MORE, Why.LESS_THAN_ONE_FIFTH
        return _by_share(tally, ONE_FIFTH, enough, too_few)
    if tally.number == 3:
        enough, too_few = Why.ONE_THIRD_OR_MORE, Why.LESS_THAN_ONE_THIRD
        return _by_share(tally, ONE_THIRD, enough, too_few)
    if tally.number == 4:
        return _all_but_the_smallest(tally, tie)
    return _only_the_top_two(tally)


def _by_share(
    tally: Tally, share: tuple[int, int], enough: Why, too_few: Why
) -> list[Outcome]:
    parts, of = share
    threshold = fractions.needed(tally.total, parts=parts, of=of)
    protected = top_two(tally.votes)
    outcomes = []
    for each, votes in tally.votes.items():
        is_less = fractions.is_less(votes, tally.total, parts=parts, of=of)
        why = protected.get(each, too_few) if is_less else enough
        outcomes.append(tally.outcome(each, why, threshold=threshold, share=share))
    return outcomes


def _all_but_the_smallest(tally: Tally, tie: SmallestTie) -> list[Outcome]:
    smallest = min(tally.votes.values())
    protected = top_two(tally.votes)
    last = [c for c, n in tally.votes.items() if n == smallest and c not in protected]
    is_kept = len(last) > 1 and tie == SmallestTie.NONE
    leaves = Why.SMALLEST_TIE_STAYS if is_kept else Why.THE_SMALLEST
    outcomes = []
    for each, votes in tally.votes.items():
        why = protected.get(each, leaves) if votes == smallest else Why.NOT_THE_SMALLEST
        outcomes.append(tally.outcome(each, why, threshold=smallest))
    return outcomes


def _only_the_top_two(tally: Tally) -> list[Outcome]:
    protected = top_two(tally.votes)
    leaves = Why.NOT_IN_THE_TOP_TWO
    return [tally.outcome(each, protected.get(each, leaves)) for each in tally.votes]
