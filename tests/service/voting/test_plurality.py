"""Election by the most votes: ties across the last seat, the hat, and who declines."""

from dataclasses import replace

from service.voting import (
    PLURALITY,
    Cause,
    Draw,
    Ignored,
    Next,
    Step,
    Votes,
    Why,
    count,
)
from tests.service.voting.made import A, B, C, D, E, ballot, record

TWO_SEATS = replace(PLURALITY, seats=2)
THREE_SEATS = replace(PLURALITY, seats=3)


def reasons(standing):
    return [each.why for each in standing.candidates]


def test_most_votes_win_without_a_majority():
    standing = count(PLURALITY, record("ABC", "A9 B12 C10"))

    assert (standing.elected, standing.rounds[0].needed) == ((B,), None)
    assert reasons(standing) == [Why.SEATS_FILLED, Why.MOST_VOTES, Why.SEATS_FILLED]


def test_seats_go_to_as_many_from_the_top_down():
    standing = count(THREE_SEATS, record("ABCDE", "A9 B12 C10 D3 E11"))

    assert (standing.elected, standing.next) == ((B, E, C), Next(Step.ELECTED))


def test_total_is_the_ballots_where_they_were_counted():
    first = ballot(1, "A9 B12 C10", ballots=Votes(17))

    assert count(TWO_SEATS, record("ABC", first)).rounds[0].total == 17


def test_tie_above_the_last_seat_is_no_tie():
    assert count(TWO_SEATS, record("ABC", "A12 B12 C3")).elected == (A, B)


def test_tie_across_the_last_seat_is_a_ballot_among_those_who_tie():
    standing = count(TWO_SEATS, record("ABCD", "A12 B7 C7 D7"))

    assert standing.elected == (A,)
    assert standing.next == Next(Step.BALLOT, (B, C, D), seats=1, number=2)
    assert reasons(standing)[1:] == [Why.TIED_FOR_THE_LAST_SEAT] * 3


def test_ballot_among_those_who_tie_decides():
    standing = count(TWO_SEATS, record("ABCD", "A12 B7 C7 D7", "B9 C14 D6"))

    assert standing.elected == (A, C)
    assert standing.next == Next(Step.ELECTED)


def test_votes_for_somebody_who_did_not_tie_are_invalid():
    standing = count(TWO_SEATS, record("ABCD", "A12 B7 C7 D2", "B9 C4 D20"))

    second = standing.rounds[1]
    assert (second.total, second.invalid, standing.elected) == (13, 20, (A, B))


def test_tied_again_goes_to_the_hat():
    kept = record("ABCD", "A12 B7 C7 D7", "B9 C9 D6")

    asked = count(TWO_SEATS, kept)
    told = count(TWO_SEATS, replace(kept, draws=(Draw(slips=(C,)),)))

    assert asked.next == Next(Step.HAT, (B, C), seats=1)
    assert (told.elected, told.next) == ((A, C), Next(Step.ELECTED))
    assert reasons(told) == [
        Why.MOST_VOTES,
        Why.NOT_DRAWN,
        Why.DRAWN,
        Why.SEATS_FILLED,
    ]


def test_hat_seats_as_many_as_there_are_seats():
    kept = record("ABCD", "A9 B7 C7 D7", "B8 C8 D8")

    one = count(THREE_SEATS, replace(kept, draws=(Draw(slips=(C,)),)))
    two = count(THREE_SEATS, replace(kept, draws=(Draw(slips=(C,)), Draw(slips=(D,)))))

    assert (one.elected, one.next) == ((A, C), Next(Step.HAT, (B, D), seats=1))
    assert (two.elected, two.next) == ((A, C, D), Next(Step.ELECTED))


def test_next_in_line_is_seated_when_somebody_declines():
    standing = count(TWO_SEATS, record("ABCD", "A12 B9 C7 D3", declined=(A,)))

    assert (standing.elected, standing.next) == ((B, C), Next(Step.ELECTED))
    assert reasons(standing) == [
        Why.DECLINED,
        Why.MOST_VOTES,
        Why.NEXT_IN_LINE,
        Why.SEATS_FILLED,
    ]


def test_tie_for_next_in_line_is_a_ballot_and_then_the_hat():
    kept = record("ABCD", "A12 B9 C7 D7", declined=(A,))
    voted = replace(kept, rounds=(*kept.rounds, ballot(2, "C10 D10")))

    assert count(TWO_SEATS, kept).next == Next(Step.BALLOT, (C, D), seats=1, number=2)
    assert count(TWO_SEATS, voted).next == Next(Step.HAT, (C, D), seats=1)
    assert count(TWO_SEATS, replace(voted, draws=(Draw(slips=(D,)),))).elected == (B, D)


def test_tie_behind_who_won_the_second_ballot_and_declined_goes_to_the_hat():
    """C and D have tied twice: on the first ballot, and on the second behind B."""
    kept = record("ABCD", "A12 B7 C7 D7", "B9 C6 D6", declined=(B,))

    standing = count(TWO_SEATS, kept)

    assert (standing.elected, standing.next) == ((A,), Next(Step.HAT, (C, D), seats=1))


def test_ballot_after_somebody_declined_is_for_the_seats_that_there_are_then():
    """A declines before the second ballot, so that it fills two seats, not one."""
    kept = record("ABCD", "A12 B7 C7 D7", "B9 C8 D5")

    standing = count(TWO_SEATS, replace(kept, declined={A: 1}))

    assert [each.seats for each in standing.rounds] == [2, 2]
    assert (standing.elected, standing.next) == ((B, C), Next(Step.ELECTED))


def test_ballot_is_for_those_who_tie_once_somebody_has_declined():
    """A declines and B and C are seated; the second ballot is between D and E."""
    kept = record("ABCDE", "A12 B7 C7 D5 E5", "D8 E4")

    standing = count(THREE_SEATS, replace(kept, declined={A: 1}))

    assert (standing.elected, standing.ignored) == ((B, C, D), ())


def test_next_name_drawn_is_seated_when_the_first_declines():
    kept = record("ABC", "A7 B7 C2", "A8 B8", draws=((B,),), declined=(B,))

    standing = count(PLURALITY, kept)

    assert (standing.elected, standing.next) == ((A,), Next(Step.ELECTED))


def test_hat_goes_on_when_the_only_name_drawn_declines():
    kept = record("ABC", "A7 B7 C7", "A8 B8 C8", draws=((B,),), declined=(B,))

    assert count(PLURALITY, kept).next == Next(Step.HAT, (A, C), seats=1)


def test_somebody_who_declines_may_end_a_tie():
    """B and C tie for the last of two seats; A declines, and both have one."""
    standing = count(TWO_SEATS, record("ABC", "A12 B7 C7", declined=(A,)))

    assert (standing.elected, standing.next) == ((B, C), Next(Step.ELECTED))
    assert reasons(standing) == [Why.DECLINED, Why.NEXT_IN_LINE, Why.NEXT_IN_LINE]


def test_somebody_who_withdraws_may_end_a_tie():
    standing = count(TWO_SEATS, record("ABC", "A12 B7 C7", withdrawals={B: 1}))

    assert (standing.elected, standing.next) == ((A, C), Next(Step.ELECTED))
    assert reasons(standing) == [Why.MOST_VOTES, Why.WITHDREW, Why.MOST_VOTES]


def test_who_withdraws_after_a_ballot_to_come_ties_still():
    standing = count(TWO_SEATS, record("ABC", "A12 B7 C7", withdrawals={B: 2}))

    assert standing.next == Next(Step.BALLOT, (B, C), seats=1, number=2)


def test_seated_who_withdraws_later_makes_room():
    kept = record("ABCD", "A12 B7 C7 D7", "B9 C8 D6", withdrawals={A: 2})

    standing = count(TWO_SEATS, kept)

    assert (standing.elected, standing.next) == ((B, C), Next(Step.ELECTED))
    assert reasons(standing)[0] == Why.WITHDREW


def test_nobody_is_next_in_line_without_a_vote():
    standing = count(TWO_SEATS, record("ABC", "A12 B7 C0", declined=(B,)))

    assert standing.elected == (A,)
    assert standing.candidates[2].why == Why.NO_VOTES
    assert standing.next == Next(Step.NEW_VOTE, (C,), seats=1)


def test_nominations_are_open_when_nobody_is_next_in_line():
    kept = record("ABC", "A12 B7 C5", declined=(B, C))

    standing = count(TWO_SEATS, kept)

    assert (standing.elected, standing.next) == ((A,), Next(Step.NOMINATIONS, seats=1))


def test_ballot_that_nothing_asks_for_is_ignored():
    standing = count(TWO_SEATS, record("ABC", "A12 B7 C5", "B3 C9"))

    assert standing.elected == (A, B)
    assert standing.ignored == (Ignored(Cause.BALLOT_AFTER_THE_END, 2),)


def test_ballot_without_a_vote_is_a_tie_of_all():
    standing = count(TWO_SEATS, record("ABCE", ""))

    assert standing.next == Next(Step.BALLOT, (A, B, C, E), seats=2, number=2)
