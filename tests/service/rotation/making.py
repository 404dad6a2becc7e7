"""Posts and turns to ask about: a chair, her alternate, and people by number."""

from dataclasses import replace
from datetime import date

from service.rotation import Book, Post, StepsUp, Turn

JANUARY_25, JULY_25 = date(2025, 1, 1), date(2025, 7, 1)
JANUARY_26, JULY_26 = date(2026, 1, 1), date(2026, 7, 1)
JANUARY_27, JULY_27 = date(2027, 1, 1), date(2027, 7, 1)
MARCH_10 = date(2026, 3, 10)

CHAIR = Post(key=1, name="Chair", term_months=12, cycle_from=JANUARY_25)
ALTERNATE = Post(
    key=2,
    name="Alternate chair",
    order=110,
    term_months=12,
    cycle_from=JANUARY_25,
    alternate_of=1,
    steps_up=StepsUp.VACANCY,
)
SUCCESSOR = replace(ALTERNATE, steps_up=StepsUp.ALWAYS)

ANN, BEN, CLEO, DAN = 1, 2, 3, 4


def turn(person, began_on, ends_on=None, **fields):
    """A turn as chair, planned to end when it ends unless something else is said."""
    given = {"post": 1, "seat": 1, "key": person, "planned_end_on": ends_on, **fields}
    return Turn(person=person, began_on=began_on, ends_on=ends_on, **given)


def left(person, began_on, ends_on, planned_end_on=JANUARY_27, **fields):
    """A turn of somebody who left before the planned end."""
    return turn(person, began_on, ends_on, planned_end_on=planned_end_on, **fields)


def book(*facts, since=None):
    """A book of the posts and turns among ``facts``."""
    posts = [fact for fact in facts if isinstance(fact, Post)]
    turns = [fact for fact in facts if isinstance(fact, Turn)]
    return Book(posts, turns, since=since)


def who(kept):
    """Who stepped up, into which post and seat, from when to when."""
    return [
        (s.turn.person, s.turn.post, s.turn.seat, s.turn.began_on, s.turn.ends_on)
        for s in kept.steps
    ]


def written(turns, steps):
    """What is stored once the steps are written, in their order."""
    stored = list(turns)
    for step in steps:
        stored = [step.leaves if _is_same(t, step.leaves) else t for t in stored]
        stored.append(replace(step.turn, key=len(stored) + 1))
    return stored


def _is_same(turn, leaves):
    if leaves.key:
        return turn.key == leaves.key
    place = (leaves.post, leaves.seat, leaves.began_on, leaves.person)
    return (turn.post, turn.seat, turn.began_on, turn.person) == place
