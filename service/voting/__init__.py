"""How elections are counted: whole numbers, no tables, no screens, and no Django.

``count(rules, record)`` tells where an election stands, ``problems(rules, record)``
what is wrong with what was written down, and ``draw(seed, names)`` empties the hat.
"""

from service.voting.checking import problems
from service.voting.counting import count
from service.voting.faults import Fault, Problem, flaws_of_rules
from service.voting.hat import draw
from service.voting.record import Candidate, Draw, Motion, Record, Round, Votes
from service.voting.rules import (
    ACCLAMATION,
    PLURALITY,
    SIMPLE_MAJORITY,
    THIRD_LEGACY,
    Rules,
    SingleCandidate,
    SmallestTie,
    System,
)
from service.voting.standing import (
    Ignored,
    MotionResult,
    Next,
    Outcome,
    RoundResult,
    Standing,
    Step,
)
from service.voting.why import Cause, Fate, Verdict, Why

__all__ = [
    "ACCLAMATION",
    "PLURALITY",
    "SIMPLE_MAJORITY",
    "THIRD_LEGACY",
    "Candidate",
    "Cause",
    "Draw",
    "Fate",
    "Fault",
    "Ignored",
    "Motion",
    "MotionResult",
    "Next",
    "Outcome",
    "Problem",
    "Record",
    "Round",
    "RoundResult",
    "Rules",
    "SingleCandidate",
    "SmallestTie",
    "Standing",
    "Step",
    "System",
    "Verdict",
    "Votes",
    "Why",
    "count",
    "draw",
    "flaws_of_rules",
    "problems",
]
