"""The rotation engine: pure functions over days, with no framework and no sentence.

Posts and turns make a ``Book``, and every question is asked of it, for any day, past or
to come: who serves, who steps up, what falls vacant, what to elect, who may stand. Days
that end something are the first day without it. Answers are data and codes.
"""

from service.rotation.book import Book, step_ups
from service.rotation.candidates import Finding, Reason, Verdict, may_stand
from service.rotation.counting import Chain, chain, counts
from service.rotation.cycle import (
    is_regular,
    is_remainder,
    left_early,
    planned_end,
    regular_end,
)
from service.rotation.elections import ToElect, Why, election_from, to_elect
from service.rotation.planning import Bar, Event, Plan, Row, What, plan
from service.rotation.posts import Post, RemainderCounts, StaggerGroup, StepsUp
from service.rotation.serving import Day, Leaving, Seat, on, rotating_out
from service.rotation.staggering import OffCycle, Share, balance, off_cycle
from service.rotation.stepping import StepUp
from service.rotation.turns import Filled, Standing, Turn
from service.rotation.vacancies import Vacancy, falling_vacant

__all__ = [
    "Bar",
    "Book",
    "Chain",
    "Day",
    "Event",
    "Filled",
    "Finding",
    "Leaving",
    "OffCycle",
    "Plan",
    "Post",
    "Reason",
    "RemainderCounts",
    "Row",
    "Seat",
    "Share",
    "StaggerGroup",
    "Standing",
    "StepUp",
    "StepsUp",
    "ToElect",
    "Turn",
    "Vacancy",
    "Verdict",
    "What",
    "Why",
    "balance",
    "chain",
    "counts",
    "election_from",
    "falling_vacant",
    "is_regular",
    "is_remainder",
    "left_early",
    "may_stand",
    "off_cycle",
    "on",
    "plan",
    "planned_end",
    "regular_end",
    "rotating_out",
    "step_ups",
    "to_elect",
]
