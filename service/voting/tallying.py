"""One ballot added up: valid votes, the total vote T, and what is invalid.

T, the total vote, is the valid votes where each voter writes one name. Where voters
mark several names it is the valid ballots, each counted once however many names are on
it: six who mark two names each are six, and four of them are a majority. On a ballot
that asks yes or no it is the ayes and noes. Where the body counts blanks, they are
added. Votes for somebody not on the ballot are invalid.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from service.voting.record import NO_VOTES, Round
from service.voting.rules import Rules
from service.voting.standing import Outcome
from service.voting.why import Why


@dataclass(frozen=True, slots=True)
class Tally:
    """One ballot added up; ``votes`` are those of everybody on it, in ballot order."""

    number: int
    votes: Mapping[int, int]
    total: int
    ayes: int = 0
    noes: int = 0
    blanks: int = 0
    invalid: int = 0

    def outcome(
        self,
        candidate: int,
        why: Why,
        *,
        threshold: int = 0,
        share: tuple[int, int] = (0, 0),
    ) -> Outcome:
        """Return an outcome with the figures of this ballot."""
        return Outcome(
            candidate=candidate,
            why=why,
            votes=self.votes[candidate],
            total=self.total,
            threshold=threshold,
            parts=share[0],
            of=share[1],
            after=self.number,
        )

    def against_rules(self, candidate: int, why: Why, *, rules: Rules) -> Outcome:
        """Return an outcome that is held against what elects by ``rules``."""
        needed = rules.needed(self.total)
        share = (rules.needed_parts, rules.needed_of)
        return self.outcome(candidate, why, threshold=needed, share=share)


def tally_names(
    ballot: Round, on: tuple[int, ...], *, rules: Rules, seats: int
) -> Tally:
    """Add up a ballot of names, those ``on`` it, each voter marking up to ``seats``."""
    votes = {each: ballot.votes.get(each, NO_VOTES).total for each in on}
    others = sum(n.total for each, n in ballot.votes.items() if each not in votes)
    is_several = seats > 1 and ballot.ballots is not None
    valid = ballot.ballots.total if is_several else sum(votes.values())
    return Tally(
        number=ballot.number,
        votes=votes,
        total=valid + _counted_blanks(ballot, rules),
        blanks=ballot.blanks.total,
        invalid=ballot.invalid.total + others,
    )


def tally_answers(ballot: Round, on: tuple[int, ...], *, rules: Rules) -> Tally:
    """Add up a ballot that asked yes or no to all who are ``on`` it together."""
    ayes, noes = ballot.ayes.total, ballot.noes.total
    named = sum(each.total for each in ballot.votes.values())
    return Tally(
        number=ballot.number,
        votes=dict.fromkeys(on, ayes),
        total=ayes + noes + _counted_blanks(ballot, rules),
        ayes=ayes,
        noes=noes,
        blanks=ballot.blanks.total,
        invalid=ballot.invalid.total + named,
    )


def _counted_blanks(ballot: Round, rules: Rules) -> int:
    return ballot.blanks.total if rules.are_blanks_counted else 0
