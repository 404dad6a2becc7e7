"""Elections made by chance, for what must hold of every one."""

from dataclasses import replace

from hypothesis import strategies as st

from service.voting import (
    ACCLAMATION,
    PLURALITY,
    SIMPLE_MAJORITY,
    THIRD_LEGACY,
    Draw,
    Motion,
    Record,
    Round,
    SingleCandidate,
    SmallestTie,
    Step,
    Votes,
)
from tests.service.voting.made import candidates

LETTERS = "ABCDEFGH"
FEW = st.integers(0, 6)  # few votes tie often
counts = st.builds(Votes, FEW, FEW)
legacy_rules = st.builds(
    replace,
    st.just(THIRD_LEGACY),
    are_blanks_counted=st.booleans(),
    smallest_tie=st.sampled_from(SmallestTie),
    single_candidate=st.sampled_from(SingleCandidate),
    second_drawn=st.booleans(),
)
all_rules = legacy_rules | st.builds(
    replace,
    st.sampled_from([SIMPLE_MAJORITY, PLURALITY, ACCLAMATION]),
    are_blanks_counted=st.booleans(),
    single_candidate=st.sampled_from(SingleCandidate),
    seats=st.integers(1, 4),
)
nominees = st.integers(0, 8).map(lambda number: candidates(LETTERS[:number]))
somebody = st.integers(1, 9)  # 9 is a stranger
tallies = st.dictionaries(somebody, counts, max_size=8)
motions = st.builds(Motion, counts, counts, st.booleans(), st.booleans())
some_of_them = st.lists(somebody, max_size=3).map(tuple)
draws = st.builds(Draw, st.sampled_from(["1", "2", ""]), some_of_them, some_of_them)


@st.composite
def any_records(draw):
    """A record that may say anything at all, as long as its numbers are numbers."""
    numbers = draw(st.lists(st.integers(1, 7), max_size=7, unique=True))
    rounds = st.builds(
        Round,
        number=st.just(0),
        votes=tallies,
        ayes=counts,
        noes=counts,
        blanks=counts,
        invalid=counts,
        ballots=st.none() | counts,
    )
    return Record(
        candidates=draw(nominees),
        rounds=tuple(replace(draw(rounds), number=number) for number in numbers),
        withdrawals=draw(st.dictionaries(somebody, st.integers(0, 7), max_size=3)),
        motions=tuple(draw(st.lists(motions, max_size=3))),
        draws=tuple(draw(st.lists(draws, max_size=3))),
        declined=draw(st.dictionaries(somebody, st.integers(0, 7), max_size=3)),
        is_objected=draw(st.none() | st.booleans()),
    )


def go_on(kept, step, random):
    """The record after the step that was asked for, taken by chance."""
    if step.step == Step.BALLOT:
        return with_round(kept, votes_by_chance(step, random))
    if step.step == Step.YES_NO:
        answers = {"ayes": some(random), "noes": some(random)}
        return with_round(kept, Round(step.number, **answers))
    if step.step == Step.MOTION:
        motion = Motion(some(random), some(random), is_seconded=random.random() < 0.9)
        return replace(kept, motions=(*kept.motions, motion))
    if step.step == Step.ACCLAMATION:
        return replace(kept, is_objected=random.random() < 0.5)
    by_hand = random.choice([(), (random.choice(step.among),)])
    drawn = Draw(random.choice("123"), by_hand, step.among)
    return replace(kept, draws=(*kept.draws, drawn))


def leave_by_chance(kept, held, random):
    """The record after somebody may have withdrawn, ``held`` ballots being counted.

    Once the hat was drawn from nobody withdraws: they decline.
    """
    here = [each.id for each in kept.candidates if each.id not in kept.withdrawals]
    if not here or kept.draws or random.random() < 0.7:
        return kept
    return replace(kept, withdrawals={**kept.withdrawals, random.choice(here): held})


def decline_by_chance(kept, standing, random):
    """The record after one of those elected, or the alternate, may have declined."""
    chosen = [*standing.elected, *filter(None, [standing.alternate])]
    if not chosen or random.random() < 0.5:
        return kept
    held = len(standing.rounds)
    return replace(kept, declined={**kept.declined, random.choice(chosen): held})


def votes_by_chance(step, random):
    """A ballot with few votes for each, on so many ballots as fit them."""
    votes = {each: some(random) for each in step.among}
    most = max((each.total for each in votes.values()), default=0)
    named = sum(each.total for each in votes.values())
    ballots = Votes(max(most, -(-named // max(step.seats, 1))))
    return Round(step.number, votes=votes, ballots=ballots)


def some(random):
    """From no votes to eight."""
    return Votes(random.randint(0, 5), random.randint(0, 3))


def with_round(kept, held):
    """The record with one more ballot."""
    return replace(kept, rounds=(*kept.rounds, held))
