"""Quorum of every kind, for every count up to 60, against fractions; and in words."""

from fractions import Fraction
from math import ceil

import pytest

from intergroup.business.quorum import (
    Count,
    QuorumKind,
    Rule,
    groups_needed,
    in_words,
    is_quorum,
    officers_needed,
    on_record,
    rule_in_words,
)

MOST = 60
ROLLS = range(1, MOST + 1)
PARTS = [(0, 1), (1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (3, 5), (25, 100), (1, 1)]
COUNTS = [Count(here, roll) for roll in ROLLS for here in range(roll + 1)]
AT_LEAST, ATTENDANCE = QuorumKind.AT_LEAST, QuorumKind.ATTENDANCE
MIX, OFFICE = QuorumKind.MIX, QuorumKind.OFFICE
TWO_AND_TWO = Rule(MIX, groups=2, officers=2)
CHAIR = Rule(OFFICE, office="Chair")
HALF_AND_CHAIR = Rule(office="Chair")


def is_quorum_in_fractions(count, part, *, is_more):
    """More than the part, or as much; one at least, and never more than all."""
    share = Fraction(count.groups, count.roll)
    if is_more and part < 1:
        return share > part
    return count.groups > 0 and share >= part


@pytest.mark.parametrize(("parts", "of"), PARTS)
@pytest.mark.parametrize("kind", [QuorumKind.MORE_THAN, AT_LEAST])
def test_a_part_of_the_roll_agrees_with_fractions(kind, parts, of):
    rule, is_more = Rule(kind, parts, of), kind == QuorumKind.MORE_THAN

    ours = [is_quorum(rule, count) for count in COUNTS]

    part = Fraction(parts, of)
    assert ours == [
        is_quorum_in_fractions(count, part, is_more=is_more) for count in COUNTS
    ]


@pytest.mark.parametrize(("parts", "of"), PARTS)
@pytest.mark.parametrize("meetings", [1, 2, 7, 12])
def test_a_part_of_last_years_attendance_is_rounded_up_once(parts, of, meetings):
    ours = [
        groups_needed(
            Rule(ATTENDANCE, parts, of, attended=n, meetings=meetings), roll=9
        )
        for n in range(MOST * meetings + 1)
    ]

    part = Fraction(parts, of)
    average = [Fraction(n, meetings) for n in range(MOST * meetings + 1)]
    assert ours == [max(ceil(part * each), 1) for each in average]


def test_a_quarter_of_182_is_46():
    assert groups_needed(Rule(ATTENDANCE, 1, 4, attended=182), roll=0) == 46
    assert groups_needed(Rule(ATTENDANCE, 25, 100, attended=182), roll=0) == 46


def test_a_mix_needs_both_its_groups_and_its_officers():
    counts = [(n, m) for n in range(MOST + 1) for m in range(5)]

    ours = [is_quorum(TWO_AND_TWO, Count(n, MOST, m)) for n, m in counts]

    assert ours == [n >= 2 and m >= 2 for n, m in counts]


def test_a_mix_of_nobody_needs_one_group():
    rule = Rule(MIX)

    assert (groups_needed(rule, roll=9), officers_needed(rule)) == (1, 0)


def test_a_mix_may_be_of_officers_alone():
    rule = Rule(MIX, officers=2)

    assert (groups_needed(rule, roll=9), officers_needed(rule)) == (0, 2)


@pytest.mark.parametrize("rule", [Rule(), Rule(AT_LEAST), TWO_AND_TWO, CHAIR])
@pytest.mark.parametrize("groups", [0, 6, 7, 12])
def test_a_named_position_may_be_asked_for_by_every_kind(rule, groups):
    named = Rule(rule.kind, groups=rule.groups, officers=rule.officers, office="Chair")
    without, with_it = Count(groups, 12, 2), Count(groups, 12, 2, is_office_here=True)

    assert not is_quorum(named, without)
    assert is_quorum(named, with_it) is (rule is CHAIR or is_quorum(rule, without))


@pytest.mark.parametrize("rule", [Rule(ATTENDANCE), Rule(OFFICE)])
def test_a_rule_that_does_not_say_what_it_needs_makes_no_quorum(rule):
    assert not is_quorum(rule, Count(60, 60, 60, is_office_here=True))


@pytest.mark.parametrize(
    ("here", "roll", "sentence"),
    [
        (0, 0, "No group is on the roll yet, so a quorum cannot be counted."),
        (0, 1, "There is no quorum yet: 0 of 1 groups are here, 1 is needed."),
        (1, 1, "There is a quorum: 1 of 1 groups is here, 1 is needed."),
        (1, 2, "There is no quorum yet: 1 of 2 groups is here, 2 are needed."),
        (6, 12, "There is no quorum yet: 6 of 12 groups are here, 7 are needed."),
        (7, 12, "There is a quorum: 7 of 12 groups are here, 7 are needed."),
        (12, 12, "There is a quorum: 12 of 12 groups are here, 7 are needed."),
        (6, 13, "There is no quorum yet: 6 of 13 groups are here, 7 are needed."),
        (7, 13, "There is a quorum: 7 of 13 groups are here, 7 are needed."),
    ],
)
def test_more_than_half_in_words_at_its_edges(here, roll, sentence):
    assert in_words(Rule(), Count(here, roll)) == sentence


@pytest.mark.parametrize(
    ("rule", "count", "sentence"),
    [
        (
            Rule(AT_LEAST),
            Count(5, 12),
            "There is no quorum yet: 5 of 12 groups are here, 6 are needed.",
        ),
        (
            Rule(AT_LEAST),
            Count(6, 12),
            "There is a quorum: 6 of 12 groups are here, 6 are needed.",
        ),
        (
            Rule(ATTENDANCE, 1, 4, attended=182),
            Count(45, 60),
            "There is no quorum yet: 45 groups are here, 46 are needed.",
        ),
        (
            Rule(ATTENDANCE, 1, 4, attended=182),
            Count(46, 60),
            "There is a quorum: 46 groups are here, 46 are needed.",
        ),
        (
            Rule(ATTENDANCE, 1, 4, attended=0),
            Count(1, 60),
            "There is a quorum: 1 group is here, 1 is needed.",
        ),
        (
            Rule(ATTENDANCE),
            Count(46, 60),
            (
                "Nobody knows last year’s attendance yet: write it beside the quorum "
                "of the meeting."
            ),
        ),
        (
            TWO_AND_TWO,
            Count(9, 12, 1),
            (
                "There is no quorum yet: 9 groups and 1 officer are here, 2 groups and "
                "2 officers are needed."
            ),
        ),
        (
            TWO_AND_TWO,
            Count(2, 12, 2),
            (
                "There is a quorum: 2 groups and 2 officers are here, 2 groups and "
                "2 officers are needed."
            ),
        ),
        (
            Rule(MIX, officers=2),
            Count(9, 12, 1),
            "There is no quorum yet: 1 officer is here, 2 are needed.",
        ),
        (CHAIR, Count(0, 0), "There is no quorum yet: nobody is here as Chair."),
        (
            CHAIR,
            Count(0, 0, is_office_here=True),
            "There is a quorum: somebody is here as Chair.",
        ),
        (
            Rule(OFFICE),
            Count(9, 12),
            "The rules do not say which position must be here for a quorum.",
        ),
    ],
)
def test_every_other_kind_in_words_at_its_edges(rule, count, sentence):
    assert in_words(rule, count) == sentence


@pytest.mark.parametrize(
    ("here", "is_chair_here", "sentence"),
    [
        (6, False, "no quorum yet: 6 of 12 groups are here, 7 are needed, and nobody"),
        (6, True, "no quorum yet: 6 of 12 groups are here, 7 are needed."),
        (7, False, "no quorum yet: 7 of 12 groups are here, 7 are needed, but nobody"),
        (7, True, "a quorum: 7 of 12 groups are here, 7 are needed, and somebody is"),
    ],
)
def test_a_named_position_is_told_of_where_it_matters(here, is_chair_here, sentence):
    count = Count(here, 12, is_office_here=is_chair_here)

    assert sentence in in_words(HALF_AND_CHAIR, count)


@pytest.mark.parametrize("kind", [QuorumKind.MORE_THAN, AT_LEAST, ATTENDANCE])
def test_no_sentence_contradicts_itself(kind):
    rule = Rule(kind, 1, 2, attended=25)

    for count in COUNTS:
        needed = groups_needed(rule, roll=count.roll)
        begins = "There is a quorum" if count.groups >= needed else "There is no quorum"
        assert in_words(rule, count).startswith(begins)


@pytest.mark.parametrize(
    ("rule", "roll", "sentence"),
    [
        (Rule(), 12, "More than half of the groups on the roll: 7 of 12."),
        (Rule(parts=2, of=4), 0, "More than half of the groups on the roll."),
        (Rule(parts=2, of=3), 0, "More than two-thirds of the groups on the roll."),
        (Rule(parts=3, of=5), 0, "More than 3 in 5 of the groups on the roll."),
        (Rule(parts=0), 0, "One group or more."),
        (Rule(parts=2), 0, "Every group on the roll."),
        (Rule(AT_LEAST), 12, "At least half of the groups on the roll: 6 of 12."),
        (Rule(AT_LEAST, 2, 5), 0, "At least 2 in 5 of the groups on the roll."),
        (
            Rule(ATTENDANCE, 1, 4, attended=182),
            12,
            "One-quarter of last year’s attendance, rounded up: 46 groups.",
        ),
        (TWO_AND_TWO, 12, "2 groups and 2 officers."),
        (CHAIR, 12, "Somebody must be here as Chair."),
        (
            HALF_AND_CHAIR,
            12,
            (
                "More than half of the groups on the roll: 7 of 12. Somebody must be "
                "here as Chair."
            ),
        ),
    ],
)
def test_the_rule_in_words(rule, roll, sentence):
    assert rule_in_words(rule, roll=roll) == sentence


@pytest.mark.parametrize(
    ("rule", "count", "sentence"),
    [
        (
            Rule(),
            Count(6, 12),
            "6 of 12 groups with a vote; 7 were needed. There was no quorum.",
        ),
        (Rule(), Count(7, 12), "7 of 12 groups with a vote; 7 were needed."),
        (
            Rule(ATTENDANCE, 1, 4, attended=182),
            Count(46, 60),
            "There: 46 groups. Needed: 46 groups.",
        ),
        (
            TWO_AND_TWO,
            Count(3, 12, 1),
            (
                "There: 3 groups and 1 officer. Needed: 2 groups and 2 officers. There "
                "was no quorum."
            ),
        ),
        (CHAIR, Count(3, 12), "Nobody was there as Chair. There was no quorum."),
        (
            HALF_AND_CHAIR,
            Count(7, 12, 0, is_office_here=True),
            "7 of 12 groups with a vote; 7 were needed. Somebody was there as Chair.",
        ),
    ],
)
def test_the_record_says_whether_there_was_a_quorum(rule, count, sentence):
    assert on_record(rule, count) == sentence
