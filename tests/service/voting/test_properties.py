"""What must hold of every election, whatever was written down."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.voting import (
    THIRD_LEGACY,
    Fate,
    Record,
    Round,
    SmallestTie,
    Step,
    Votes,
    count,
    draw,
    problems,
)
from service.voting.protecting import top_two
from tests.service.voting.chance import (
    LETTERS,
    all_rules,
    any_records,
    decline_by_chance,
    go_on,
    leave_by_chance,
    legacy_rules,
    nominees,
)
from tests.service.voting.made import candidates

by_chance = st.randoms(use_true_random=False)
boards = st.lists(st.integers(0, 12), min_size=2, max_size=8)
ballots = st.lists(boards, min_size=1, max_size=4)
calm = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
quick = settings(max_examples=40, **calm)
thorough = settings(max_examples=100, **calm)


def kept_of(rows):
    """The record of ballots that are lists of votes, as long as the first of them."""
    rounds = tuple(
        Round(
            n, votes={c: Votes(v) for c, v in enumerate(row[: len(rows[0])], start=1)}
        )
        for n, row in enumerate(rows, start=1)
    )
    return Record(candidates=candidates(LETTERS[: len(rows[0])]), rounds=rounds)


def stay_in_fractions(votes, number, tie):
    """Who stays after a ballot of the Third Legacy Procedure, by the manual’s words."""
    total, order = sum(votes.values()), sorted(votes.values(), reverse=True)
    is_tied = order.count(order[0]) > 1
    place = order[0] if is_tied else order[1]
    protected = {c for c, v in votes.items() if v >= place}
    if number == 4:
        lowest = {c for c, v in votes.items() if v == order[-1]} - protected
        leave = set() if len(lowest) > 1 and tie == SmallestTie.NONE else lowest
    else:
        share = {1: Fraction(0), 2: Fraction(1, 5), 3: Fraction(1, 3)}[number]
        leave = {c for c, v in votes.items() if v < share * total} - protected
    return set(votes) - leave


@thorough
@given(ballots, st.sampled_from(SmallestTie))
def test_who_stays_agrees_with_fractions(rows, tie):
    rules = replace(THIRD_LEGACY, smallest_tie=tie)

    for each in count(rules, kept_of(rows)).rounds:
        votes = {o.candidate: o.votes for o in each.outcomes}
        first = [c for c, v in votes.items() if v and Fraction(v, each.total) * 3 >= 2]
        assert list(each.elected) == first
        if not first:
            assert set(each.staying) == stay_in_fractions(votes, each.number, tie)


@thorough
@given(st.dictionaries(st.integers(1, 8), st.integers(0, 9), min_size=2))
def test_top_two_are_two_or_more_and_nobody_else_has_as_many_votes(votes):
    protected = top_two(votes)

    fewest = min(votes[each] for each in protected)
    others = [votes[each] for each in votes if each not in protected]
    assert len(protected) >= 2
    assert all(each < fewest for each in others)


@thorough
@given(legacy_rules, nominees, by_chance)
def test_third_legacy_always_ends_within_five_ballots_and_the_hat(rules, names, random):
    kept = Record(candidates=names)

    for _ in range(12):
        standing = count(rules, kept)
        if standing.is_over:
            break
        kept = go_on(kept, standing.next, random)
        kept = leave_by_chance(kept, len(kept.rounds), random)

    assert standing.is_over
    assert len(standing.rounds) <= 5
    assert standing.ignored == ()


@thorough
@given(all_rules, nominees, by_chance)
def test_what_was_decided_stays_decided_as_an_election_goes_on(rules, names, random):
    kept, before = Record(candidates=names), ()

    for _ in range(12):
        standing = count(rules, kept)
        assert standing.rounds[: len(before)] == before
        assert (standing.ignored, problems(rules, kept)) == ((), ())
        before = standing.rounds
        if not standing.is_over:
            kept = go_on(kept, standing.next, random)
            standing = count(rules, kept)
        kept = decline_by_chance(kept, standing, random)


@thorough
@given(all_rules, any_records())
def test_nobody_who_left_is_elected_or_asked_about(rules, kept):
    standing = count(rules, kept)

    held = len(standing.rounds)
    left = {each for each, after in kept.withdrawals.items() if after <= held}
    asked = standing.next.among
    fates = {each.candidate: each.fate for each in standing.candidates}
    chosen = [*standing.elected, *filter(None, [standing.alternate])]
    assert not (left | set(kept.declined)).intersection(chosen)
    assert not left.intersection(asked)
    if standing.next.step not in {Step.NEW_VOTE, Step.HAT}:
        assert all(fates[each] == Fate.STAYS for each in asked)
    assert len(set(chosen)) == len(chosen)
    assert len(standing.elected) <= rules.seats


@thorough
@given(all_rules, any_records())
def test_seats_are_filled_or_something_comes_next(rules, kept):
    standing = count(rules, kept)

    is_for_the_alternate = standing.next == replace(
        standing.next, step=Step.HAT, seats=0
    )
    is_full = len(standing.elected) == rules.seats
    assert is_full is (standing.next.step == Step.ELECTED or is_for_the_alternate)
    fates = [each.candidate for each in standing.candidates]
    elected = {c.candidate for c in standing.candidates if c.fate == Fate.ELECTED}
    assert fates == [each.id for each in kept.candidates]
    assert elected == set(standing.elected)


@quick
@given(all_rules, any_records())
def test_counting_again_gives_the_same(rules, kept):
    assert count(rules, kept) == count(rules, kept)
    assert problems(rules, kept) == problems(rules, kept)


@quick
@given(all_rules, any_records())
def test_how_votes_are_split_between_room_and_online_never_matters(rules, kept):
    def moved(votes):
        return Votes(0, votes.total)

    online = tuple(
        replace(
            each,
            votes={c: moved(v) for c, v in each.votes.items()},
            ayes=moved(each.ayes),
            noes=moved(each.noes),
            blanks=moved(each.blanks),
        )
        for each in kept.rounds
    )

    assert count(rules, replace(kept, rounds=online)) == count(rules, kept)


@quick
@given(legacy_rules, ballots, by_chance)
def test_order_of_the_candidates_does_not_change_who_stays(rules, rows, random):
    kept = kept_of(rows)
    names = list(kept.candidates)
    random.shuffle(names)

    ours = count(rules, kept)
    theirs = count(rules, replace(kept, candidates=tuple(names)))

    for one, other in zip(ours.rounds, theirs.rounds, strict=True):
        assert set(one.outcomes) == set(other.outcomes)
    assert set(ours.next.among) == set(theirs.next.among)
    assert (ours.next.step, ours.elected) == (theirs.next.step, theirs.elected)


@quick
@given(st.text(min_size=1), st.lists(st.text()))
def test_same_seed_is_the_same_hat_and_every_slip_comes_out_once(seed, names):
    drawn = draw(seed, names)

    assert drawn == draw(seed, names)
    assert sorted(drawn) == sorted(names)
