"""Whole elections from the first ballot to the end, worked by hand."""

from dataclasses import replace

from service.voting import (
    ACCLAMATION,
    PLURALITY,
    SIMPLE_MAJORITY,
    THIRD_LEGACY,
    Next,
    SmallestTie,
    Step,
    Votes,
    count,
    problems,
)
from tests.service.voting.made import (
    CARRIED,
    DEFEATED,
    A,
    B,
    C,
    D,
    E,
    F,
    ballot,
    record,
)


def course(standing):
    """Each ballot: T, what was needed, who left, who was elected."""
    return [
        (each.total, each.needed, each.withdrawn, each.elected)
        for each in standing.rounds
    ]


def test_delegate_elected_on_the_fourth_ballot_in_the_room_and_online():
    """Five stand.

    1st: A 18+4=22, B 15+3=18, C 9+2=11, D 6+1=7, E 2+0=2. T 60, needed 40. All stay.
    2nd: A 20+5=25, B 16+2=18, C 8+3=11, D 4+0=4, E 2+0=2. T 60, one-fifth 12:
         C, D and E have less, and leave.
    3rd: A 30+6=36, B 18+3=21. T 57, needed 38, one-third 19: both stay.
    4th: A 34+7=41, B 14+3=17. T 58, needed 39: A is elected.
    """
    kept = record(
        "ABCDE",
        ballot(1, "A18 B15 C9 D6 E2", online="A4 B3 C2 D1"),
        ballot(2, "A20 B16 C8 D4 E2", online="A5 B2 C3"),
        ballot(3, "A30 B18", online="A6 B3"),
        ballot(4, "A34 B14", online="A7 B3"),
    )

    standing = count(THIRD_LEGACY, kept)

    assert course(standing) == [
        (60, 40, (), ()),
        (60, 40, (C, D, E), ()),
        (57, 38, (), ()),
        (58, 39, (), (A,)),
    ]
    assert (standing.elected, standing.next) == ((A,), Next(Step.ELECTED))
    assert (standing.ignored, problems(THIRD_LEGACY, kept)) == ((), ())


def test_treasurer_drawn_after_a_tied_motion():
    """Four stand, 40 vote, 27 are needed every time but the last.

    1st: 12, 11, 9, 8. All stay.
    2nd: 13, 11, 8, 8. One-fifth is 8: C and D have exactly that and stay.
    3rd: 13, 12, 10, 5. One-third is 14 (13 and one-third): nobody has it; A leads, B
         is second, and they remain; C and D leave.
    4th: 20, 19. T 39, needed 26. B is the smallest, but one of the top two.
    Motion: 18 to 18, so defeated. The hat holds A and B; the seed is 4, and
    sha256sum says da09… of 4/1 and 0ae3… of 4/2: B is elected.
    """
    boards = ("A12 B11 C9 D8", "A13 B11 C8 D8", "A13 B12 C10 D5", "A20 B19")
    tied = replace(CARRIED, ayes=Votes(18), noes=Votes(12, 6))
    kept = record("ABCD", *boards, motions=(tied,), draws=("4",))

    standing = count(THIRD_LEGACY, kept)

    assert course(standing) == [
        (40, 27, (), ()),
        (40, 27, (), ()),
        (40, 27, (C, D), ()),
        (39, 26, (), ()),
    ]
    assert (standing.elected, standing.drawn) == ((B,), ((B, A),))


def test_alternate_delegate_drawn_after_a_motion_that_was_reconsidered():
    """Three stand, 30 vote, 20 are needed. The second name drawn is the alternate.

    1st to 3rd: 10 each. One-fifth is 6, one-third 10: all stay.
    4th: 12, 9, 9. The smallest is 9, but B and C are tied for second: all stay.
    Motion: 10 to 20, defeated; reconsidered: 20 to 10, carried.
    5th: 10 each: tied for first, so all three are in the hat. The seed is dice-3-2-2:
    3659… Cleo, 8de3… Bob, d677… Ann. C is elected and declines; B, the next drawn, is
    elected instead, and A is the alternate.
    """
    rules = replace(THIRD_LEGACY, second_drawn=True)
    level = "A10 B10 C10"
    boards = (level, level, level, "A12 B9 C9", level)
    kept = record("ABC", *boards, motions=(DEFEATED, CARRIED), draws=("dice-3-2-2",))

    drawn = count(rules, kept)
    declined = count(rules, replace(kept, declined={C: 5}))

    assert course(drawn) == [(30, 20, (), ())] * 5
    assert (drawn.elected, drawn.alternate) == ((C,), B)
    assert (declined.elected, declined.alternate) == ((B,), A)


def test_secretary_left_alone_and_confirmed():
    """Three stand.

    1st: 14, 10, 6. T 30, needed 20. C withdraws.
    2nd: 17, 12. T 29, needed 20; one-fifth is 6. B withdraws, and A is alone.
    3rd: yes or no to A: 21 to 8. T 29, needed 20: A is elected.
    """
    kept = record(
        "ABC",
        "A14 B10 C6",
        "A17 B12",
        ballot(3, yes=21, no=8),
        withdrawals={C: 1, B: 2},
    )

    standing = count(THIRD_LEGACY, kept)

    assert course(standing) == [
        (30, 20, (C,), ()),
        (29, 20, (B,), ()),
        (29, 20, (), (A,)),
    ]


def test_area_that_counts_blanks_and_lets_the_smallest_who_tie_stay():
    """Four stand, 36 vote, and blanks are part of T, so that 24 are needed.

    1st: 20, 6, 4, 2 and 4 blank. Of the 32 valid votes alone 22 would elect.
    2nd: 16, 8, 8, 0 and 4 blank. One-fifth of 36 is 8 (7 and one-fifth): D leaves.
    3rd: 12, 12, 11 and 1 blank. One-third is 12: C has 11; A and B are tied for
         first, and only they are protected. C leaves.
    4th: 22, 12 and 2 blank. B is the smallest and second, and stays.
    Motion carried. 5th: 24, 11 and 1 blank: A has exactly two-thirds of 36.
    """
    rules = replace(
        THIRD_LEGACY, are_blanks_counted=True, smallest_tie=SmallestTie.NONE
    )
    kept = record(
        "ABCD",
        ballot(1, "A20 B6 C4 D2", blank=4),
        ballot(2, "A16 B8 C8 D0", blank=4),
        ballot(3, "A12 B12 C11", blank=1),
        ballot(4, "A22 B12", blank=2),
        ballot(5, "A24 B11", blank=1),
        motions=(CARRIED,),
    )

    standing = count(rules, kept)

    assert course(standing) == [
        (36, 24, (), ()),
        (36, 24, (D,), ()),
        (36, 24, (C,), ()),
        (36, 24, (), ()),
        (36, 24, (), (A,)),
    ]
    assert standing.rounds[-1].outcomes[0].is_exact


def test_chair_elected_by_a_majority_on_the_fourth_ballot():
    """Three stand, 24 vote, 13 are needed: 10, 8, 6; 11, 9, 4; C withdraws; 12, 12;
    13, 11.
    """
    boards = ("A10 B8 C6", "A11 B9 C4", "A12 B12", "A13 B11")

    standing = count(SIMPLE_MAJORITY, record("ABC", *boards, withdrawals={C: 2}))

    assert course(standing) == [
        (24, 13, (), ()),
        (24, 13, (C,), ()),
        (24, 13, (), ()),
        (24, 13, (), (A,)),
    ]


def test_three_members_at_large_elected_by_a_majority():
    """Six stand for three seats, and 21 valid ballots have up to three names each.

    1st: 18, 12, 10, 9, 8, 4 (61 names). 11 of 21 elect: A and B. One seat is left.
    2nd: one name each: C 9, D 8, E 3, F 1. T 21. E and F withdraw.
    3rd: C 11, D 10. C is elected.
    """
    kept = record(
        "ABCDEF",
        ballot(1, "A18 B12 C10 D9 E8 F4", ballots=Votes(21)),
        ballot(2, "C9 D8 E3 F1"),
        ballot(3, "C11 D10"),
        withdrawals={E: 2, F: 2},
    )

    standing = count(replace(SIMPLE_MAJORITY, seats=3), kept)

    assert course(standing) == [
        (21, 11, (), (A, B)),
        (21, 11, (E, F), ()),
        (21, 11, (), (C,)),
    ]
    assert standing.elected == (A, B, C)
    assert problems(replace(SIMPLE_MAJORITY, seats=3), kept) == ()


def test_steering_committee_elected_by_plurality_with_a_tie_and_a_draw():
    """Five stand for three seats, and 25 ballots have up to three names each.

    1st: 20, 17, 9, 9, 5. A and B are elected; C and D tie for the last seat.
    2nd: among C and D: 12 to 12, tied again. The hat: seed 4, 0ae3… Dan, da09… Cleo.
    D is elected. Then B declines, and the next name drawn, C, has the seat.
    """
    rules = replace(PLURALITY, seats=3)
    kept = record(
        "ABCDE",
        ballot(1, "A20 B17 C9 D9 E5", ballots=Votes(25)),
        "C12 D12",
        draws=("4",),
    )

    drawn = count(rules, kept)
    declined = count(rules, replace(kept, declined={B: 2}))

    assert course(drawn) == [(25, None, (), (A, B)), (24, None, (), ())]
    assert (drawn.elected, drawn.drawn) == ((A, B, D), ((D, C),))
    assert (declined.elected, declined.next) == ((A, D, C), Next(Step.ELECTED))


def test_two_hosts_confirmed_after_an_objection():
    """Two stand for two seats; somebody objects. 14 yes, 9 no: T 23, needed 12."""
    rules = replace(ACCLAMATION, seats=2)
    kept = record("AB", ballot(1, yes=14, no=9), is_objected=True)

    standing = count(rules, kept)

    assert course(standing) == [(23, 12, (), (A, B))]
    assert (standing.elected, standing.next) == ((A, B), Next(Step.ELECTED))


def test_election_that_begins_again_when_the_elected_declines():
    """1st: 9, 9, 9, 3. 2nd: 12, 10, 6, 2 of 30: one-fifth is 6, and D leaves. 3rd: B 20
    of 30 is elected and declines; A, C and D, who was withdrawn by the rule only, have
    accepted still.
    """
    boards = ("A9 B9 C9 D3", "A12 B10 C6 D2", "A7 B20 C3")
    kept = record("ABCD", *boards, declined=(B,))

    standing = count(THIRD_LEGACY, kept)

    assert course(standing) == [
        (30, 20, (), ()),
        (30, 20, (D,), ()),
        (30, 20, (), (B,)),
    ]
    assert standing.next == Next(Step.NEW_VOTE, (A, C, D), seats=1)
