"""A row of a file and the term it is about: known again, or new, and filled in."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intergroup.kit.dates import ONE_DAY
from intergroup.registry.models import User
from service.actions.terms import forget_a_plan_that_came_true
from service.models import Term
from service.resources.cells import SILENT
from service.resources.people import PersonBook
from service.resources.reading import Said
from service.resources.rules import broken
from service.resources.term_book import TermBook
from service.resources.term_columns import facts, plain_person

FILLED_IN = ("filled", "standing", "ended", "planned_end_on", "is_eligible")
FILLED_IN += ("attested_on",)


@dataclass(frozen=True, slots=True)
class Match:
    """A row with its term; ``before`` is None for one that is new."""

    said: Said
    term: Term
    before: Mapping[str, object] | None

    @property
    def has_seat(self) -> bool:
        """Whether it is known which seat it is."""
        return self.before is not None or _seat(self.said) is not None

    def changed(self) -> list[str]:
        """Return the fields that are not as they were."""
        if self.before is None:
            return []
        now = facts(self.term)
        return [name for name in now if now[name] != self.before[name]]


def matched(
    rows: Sequence[Said], terms: TermBook, people: PersonBook
) -> Iterator[Match]:
    """Yield each row with its term, known again or new."""
    seen: dict[tuple[object, ...], int] = {}
    for said in rows:
        try:
            yield _match(said, terms, people, seen)
        except ValidationError as error:
            for name, sentences in error.message_dict.items():
                said.refuse(name, " ".join(sentences))


def _match(
    said: Said,
    terms: TermBook,
    people: PersonBook,
    seen: dict[tuple[object, ...], int],
) -> Match:
    began_on, named, seat = said.values["began_on"], said.values["person"], _seat(said)
    if began_on is None:
        sentence = ValidationError(_("there is no day."), code="empty")
        raise ValidationError({"began_on": sentence})
    with _about("position"):
        position = terms.position(said.values["position"])
    with _about("person"):
        acts = said.values.get("standing") == Term.Standing.ACTING
        key = (position.pk, began_on, plain_person(named), seat, acts)
        first = seen.setdefault(key, said.number)
        if first != said.number:
            message = _("this term stands in row %s already.") % first
            raise ValidationError(message, code="twice")
        known = terms.take(position, began_on, named, seat)
        if known:
            return Match(said, known, facts(known))
        person = people.find(named)
    term = Term(
        position=position,
        person=person,
        began_on=began_on,
        seat=1 if seat is None else seat,
    )
    return Match(said, term, None)


@contextmanager
def _about(name: str) -> Iterator[None]:
    """Key the sentence of a broken rule by the field it is about."""
    try:
        yield
    except ValidationError as error:
        raise ValidationError({name: error.messages}) from error


def fill(match: Match, terms: TermBook, *, by: User | None) -> None:
    """Let the term be what the row says of it; ``by`` vouches for what is new."""
    said, term = match.said, match.term
    was_eligible = term.is_eligible, term.attested_on
    for name in FILLED_IN:
        if said.values.get(name, SILENT) is not SILENT:
            setattr(term, name, said.values[name])
    _set_end(said, term)
    if "elected_at" in said.values:
        day = said.values["elected_at"]
        term.elected_at = (terms.meeting(day) or term.elected_at) if day else None
    if match.before and "planned_end_on" not in said.values:
        forget_a_plan_that_came_true(term)
    if (term.is_eligible, term.attested_on) != was_eligible:
        term.attested_by = None if term.is_eligible is None else by


def _set_end(said: Said, term: Term) -> None:
    """Set the first day without them, from that day or from the last one with them."""
    ends = [said.values["ends_on"]] if "ends_on" in said.values else []
    if "last_on" in said.values:
        last_on = said.values["last_on"]
        ends.append(last_on and last_on + ONE_DAY)
    told = {each for each in ends if each}
    if len(told) > 1:
        sentence = _(
            "“Ends on” is the first day without them, “Until” the last day with them: "
            "these two do not agree."
        )
        said.refuse("ends_on", sentence)
    elif ends:
        term.ends_on = told.pop() if told else None


def check(match: Match) -> None:
    """Refuse what breaks a rule of its own, and a seat that there is not."""
    for name, sentence in broken(match.term):
        match.said.refuse(name, sentence)
    try:
        match.term.check_position()
    except ValidationError as error:
        for name, sentences in error.message_dict.items():
            match.said.refuse(name, " ".join(sentences))


def _seat(said: Said) -> int | None:
    seat = said.values.get("seat", SILENT)
    return None if seat is SILENT else seat
