"""The codes of what became of people and things, for sentences to be made of."""

from enum import StrEnum


class Fate(StrEnum):
    """Where a candidate is."""

    STAYS = "stays"
    WITHDRAWN = "withdrawn"
    ELECTED = "elected"
    ALTERNATE = "alternate"
    NOT_ELECTED = "not-elected"
    DECLINED = "declined"


class Why(StrEnum):
    """The rule that said so; after a dash, what the threshold of the outcome is."""

    # Stay
    NO_BALLOT_YET = "no-ballot-yet"
    NOBODY_VOTED = "nobody-voted"  # no vote for anybody
    FIRST_BALLOT = "first-ballot"  # nobody is withdrawn automatically – what elects
    ONE_FIFTH_OR_MORE = "one-fifth-or-more"  # – the fewest votes that stay
    ONE_THIRD_OR_MORE = "one-third-or-more"  # – the fewest votes that stay
    NOT_THE_SMALLEST = "not-the-smallest"  # – the smallest total
    SMALLEST_TIE_STAYS = "smallest-tie-stays"  # the body’s rule – the smallest total
    LEADS = "leads"  # these four: the top two remain – what the others needed
    TIED_FOR_FIRST = "tied-for-first"
    SECOND = "second"
    TIED_FOR_SECOND = "tied-for-second"
    NOBODY_IS_WITHDRAWN = "nobody-is-withdrawn"  # majority – what elects
    TIED_FOR_THE_LAST_SEAT = "tied-for-the-last-seat"

    # Withdrawn
    WITHDREW = "withdrew"  # by their own will
    LESS_THAN_ONE_FIFTH = "less-than-one-fifth"  # – the fewest votes that stay
    LESS_THAN_ONE_THIRD = "less-than-one-third"  # – the fewest votes that stay
    THE_SMALLEST = "the-smallest"  # – the smallest total
    NOT_IN_THE_TOP_TWO = "not-in-the-top-two"  # fifth ballot: not in the hat

    # Elected
    REACHED = "reached"  # – the fewest votes that elect
    CONFIRMED = "confirmed"  # unopposed, yes or no – the fewest ayes that elect
    ACCLAIMED = "acclaimed"  # unopposed, and nobody objected
    MOST_VOTES = "most-votes"
    NEXT_IN_LINE = "next-in-line"  # somebody before them declined or withdrew
    DRAWN = "drawn"  # out of the hat
    LAST_SLIP = "last-slip"  # alone in the hat, so that nothing was drawn

    # Alternate
    DRAWN_SECOND = "drawn-second"

    # Not elected
    SEATS_FILLED = "seats-filled"
    NOT_CONFIRMED = "not-confirmed"  # – the fewest ayes that elect
    NOT_DRAWN = "not-drawn"
    NO_VOTES = "no-votes"  # there is a seat, but nobody voted for them

    # Declined
    DECLINED = "declined"  # elected or drawn, and did not take it

    @property
    def fate(self) -> Fate:
        """Where this rule puts a candidate."""
        return _FATES.get(self, Fate.STAYS)


_FATES = {
    Why.WITHDREW: Fate.WITHDRAWN,
    Why.LESS_THAN_ONE_FIFTH: Fate.WITHDRAWN,
    Why.LESS_THAN_ONE_THIRD: Fate.WITHDRAWN,
    Why.THE_SMALLEST: Fate.WITHDRAWN,
    Why.NOT_IN_THE_TOP_TWO: Fate.WITHDRAWN,
    Why.REACHED: Fate.ELECTED,
    Why.CONFIRMED: Fate.ELECTED,
    Why.ACCLAIMED: Fate.ELECTED,
    Why.MOST_VOTES: Fate.ELECTED,
    Why.NEXT_IN_LINE: Fate.ELECTED,
    Why.DRAWN: Fate.ELECTED,
    Why.LAST_SLIP: Fate.ELECTED,
    Why.DRAWN_SECOND: Fate.ALTERNATE,
    Why.SEATS_FILLED: Fate.NOT_ELECTED,
    Why.NOT_CONFIRMED: Fate.NOT_ELECTED,
    Why.NOT_DRAWN: Fate.NOT_ELECTED,
    Why.NO_VOTES: Fate.NOT_ELECTED,
    Why.DECLINED: Fate.DECLINED,
}


class Verdict(StrEnum):
    """What became of the motion for a fifth ballot; all but CARRIED are defeat."""

    CARRIED = "carried"
    DEFEATED = "defeated"
    TIED = "tied"
    NOT_MADE = "not-made"
    NOT_SECONDED = "not-seconded"


class Cause(StrEnum):
    """Why something that was written down does not count."""

    FIFTH_WITHOUT_A_MOTION = "fifth-without-a-motion"
    BALLOT_OUT_OF_TURN = "ballot-out-of-turn"  # something before it is lacking
    BALLOT_AFTER_THE_END = "ballot-after-the-end"
    BALLOTS_NOT_TOLD = "ballots-not-told"  # several names on each: how many ballots?
    MOTION_OUT_OF_TURN = "motion-out-of-turn"
    RECONSIDERED_TWICE = "reconsidered-twice"
    DRAW_OUT_OF_TURN = "draw-out-of-turn"
    DRAW_OUTSIDE_THE_HAT = "draw-outside-the-hat"  # of other names, or one twice
    DECLINED_WITHOUT_ELECTION = "declined-without-election"
