"""Thirty years of a body of twenty positions, lived month by month from one seed."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from service.rotation import Book, Post, Turn, Verdict, may_stand, step_ups, to_elect
from service.rotation.days import add_months
from tests.service.rotation.making import written

BEGINNING = date(2000, 1, 1)
PEOPLE = range(1, 61)
YEAR = {"term_months": 12, "cycle_from": BEGINNING, "election_month": 12}
TWO_YEARS = {"term_months": 24, "cycle_from": BEGINNING, "election_month": 11}
BYLAW = {"is_binding": True}
ONCE = {"most_terms": 1, "months_off": 12}
TWICE = {"most_terms": 2, "months_off": 24}

POSTS = [
    Post(1, "Chair", **YEAR, **ONCE, **BYLAW),
    Post(2, "Alternate chair", **YEAR, **BYLAW, alternate_of=1, steps_up="vacancy"),
    Post(3, "Second alternate chair", **YEAR, alternate_of=2, steps_up="vacancy"),
    Post(4, "Treasurer", **YEAR, **ONCE, **BYLAW),
    Post(5, "Alternate treasurer", **YEAR, alternate_of=4, steps_up="always"),
    Post(6, "Secretary", **TWO_YEARS, **TWICE, remainder_counts="half"),
    Post(7, "Alternate secretary", **TWO_YEARS, alternate_of=6, steps_up="vacancy"),
    Post(8, "Delegate", **TWO_YEARS, **ONCE, **BYLAW, stagger_group="first"),
    Post(9, "Second delegate", **TWO_YEARS, **ONCE, **BYLAW, stagger_group="second"),
    Post(
        10,
        "Alternate delegate",
        **TWO_YEARS,
        seats=2,
        alternate_of=8,
        steps_up="always",
    ),
    Post(11, "Director", **YEAR, **TWICE, **BYLAW, seats=4, stagger_group="seats"),
    Post(12, "Alternate director", **YEAR, alternate_of=11, steps_up="vacancy"),
    Post(13, "Registrar", term_months=24, most_terms=2, **BYLAW),
    Post(14, "Web", term_months=12, most_terms=3, remainder_counts="always"),
    Post(15, "Phone", term_months=6, election_month=None, **ONCE, **BYLAW),
    Post(16, "Literature", **YEAR, most_terms=1, remainder_counts="always", **BYLAW),
    Post(17, "Hospitals", term_months=18, cycle_from=BEGINNING, seats=2, **TWICE),
    Post(18, "Public information", **TWO_YEARS, closed_on=date(2015, 7, 1)),
    Post(19, "Accessibility", **TWO_YEARS, began_on=date(2010, 1, 1), **ONCE),
    Post(20, "Archives", term_months=36, cycle_from=date(2000, 8, 31)),
]


@dataclass(frozen=True)
class Choice:
    """Who was chosen, what was said of them, and where they had served by then."""

    turn: Turn
    verdict: Verdict
    before: list[Turn]


@dataclass
class Life:
    """What is stored, month after month, and every choice that was made."""

    seed: int
    turns: list[Turn] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)

    def __post_init__(self):
        self.random = Random(self.seed)  # noqa: S311

    @property
    def book(self):
        return Book(POSTS, self.turns)

    def months(self):
        """Live thirty years; yield the day of each meeting when all is written."""
        for month in range(360):
            meeting_on = add_months(date(2000, 1, 9), month)
            self.write_steps(meeting_on)
            self.elect(meeting_on, add_months(meeting_on, 1))
            yield meeting_on
            self.leave(meeting_on)

    def write_steps(self, day):
        self.turns = written(self.turns, step_ups(self.book, day))

    def elect(self, meeting_on, next_meeting_on):
        """Fill every seat that is to fill with whoever may stand, if anybody does."""
        for term in to_elect(self.book, meeting_on, next_meeting_on):
            if self.random.random() < 0.9:
                self.choose(term)
            elif term.why == "vacant" and self.random.random() < 0.5:
                self.appoint(term, meeting_on)

    def choose(self, term):
        book = self.book
        people = self.random.sample(PEOPLE, len(PEOPLE))
        if term.holder:
            people.insert(0, term.holder.person)  # who serves likes to go on
        by_person = {
            person: may_stand(
                book, term.post, person, term.begins_on, ends_on=term.ends_on
            )
            for person in people
        }
        allowed = [person for person in people if by_person[person].is_allowed]
        person = min(allowed, key=lambda each: _reasons(by_person[each]))
        if self.random.random() < 0.5:
            person = allowed[0]  # whatever is said of them
        for turn in self.turns:
            if (turn.post, turn.seat, turn.ends_on) == (term.post.key, term.seat, None):
                self.end(turn, term.begins_on)  # who served until an election
        filled = "remainder" if term.is_remainder else "elected"
        turn = self.add(term, person, term.begins_on, filled=filled)
        before = [
            each
            for each in book.of_person(person)
            if each.post == turn.post and each.began_on < turn.began_on
        ]
        self.choices.append(Choice(turn, by_person[person], before))

    def appoint(self, term, day):
        person = self.random.choice(PEOPLE)
        self.add(
            term, person, day, ends_on=None, filled="appointed", standing="interim"
        )

    def add(self, term, person, began_on, **fields):
        given = {"ends_on": term.ends_on, "planned_end_on": term.ends_on, **fields}
        key = len(self.turns) + 1
        turn = Turn(key, term.post.key, term.seat, person, began_on, **given)
        self.turns.append(turn)
        return turn

    def leave(self, day):
        """Let some leave before the next meeting, and some before they have begun."""
        for turn in self.turns:
            if turn.serves_on(day) and self.random.random() < 0.02:
                self.end(turn, day + timedelta(days=self.random.randrange(1, 28)))
            elif turn.began_on > day and self.random.random() < 0.02:
                self.end(turn, turn.began_on)

    def end(self, turn, day):
        if day < turn.until:
            place = turn.key - 1
            self.turns[place] = replace(self.turns[place], ends_on=day)


def _reasons(verdict):
    return len(verdict.findings)
