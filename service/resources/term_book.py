"""Positions by name, terms by how they are known again, and meetings by their day."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.business.models import BusinessMeeting
from service.actions.names import plain_name
from service.models import Position, Term
from service.resources.term_columns import plain_person


class TermBook:
    """Finds what a row speaks of. It reads each table once, and holds the positions."""

    def __init__(self) -> None:
        held = Position.objects.select_for_update().order_by("-pk")
        self._positions = {plain_name(each.name): each for each in held}
        self._terms: dict[tuple[int, date], list[Term]] = {}
        terms = Term.objects.select_related("position", "person", "elected_at")
        for term in terms.order_by("pk"):
            self._terms.setdefault((term.position_id, term.began_on), []).append(term)
        meetings = BusinessMeeting.objects.order_by()
        self._meetings = {each.held_on: each for each in meetings}
        self._unknown: set[date] = set()

    def position(self, name: str) -> Position:
        """Return a position by its name; ValidationError (``not_here``) for none."""
        try:
            return self._positions[plain_name(name)]
        except KeyError as error:
            message = _("there is no position called “%s”.") % name
            raise ValidationError(message, code="not_here") from error

    def take(
        self, position: Position, began_on: date, person: str, seat: int | None
    ) -> Term | None:
        """Return the term that began there that day, and let no other row have it."""
        there = self._terms.get((position.pk, began_on), [])
        for term in there:
            is_seat = seat is None or term.seat == seat
            if is_seat and plain_person(str(term.person)) == plain_person(person):
                there.remove(term)
                return term
        return None

    def left(self) -> Iterable[Term]:
        """Return the terms that no row has taken."""
        return (term for terms in self._terms.values() for term in terms)

    def meeting(self, day: date) -> BusinessMeeting | None:
        """Return the business meeting of a day; one that is not known is told of."""
        found = self._meetings.get(day)
        if found is None:
            self._unknown.add(day)
        return found

    def notes(self) -> list[str]:
        """Tell which days of a decision are no day of a meeting."""
        sentence = _("No business meeting is known on %s: “decided at” is left.")
        days = sorted(self._unknown)
        return [sentence % date_format(each, "DATE_FORMAT") for each in days]
