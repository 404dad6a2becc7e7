"""Every position, committee and role by its name, those of the file among them."""

from django.contrib.auth.models import Group as Role
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intergroup.kit import bulk
from service.actions.names import plain_name
from service.models import Committee, Position
from service.resources.position_columns import RELATIONS

Relation = Committee | Position | Role


class PositionBook:
    """Finds what a cell names; makes committees if asked. It reads each table once."""

    def __init__(self, *, create_committees: bool, rows: int) -> None:
        """``rows`` is how many there are in the file: so much can be new."""
        self.create_committees = create_committees
        self.made: list[Committee] = []
        self._ids = {
            model: iter(bulk.new_ids(model, rows)) for model in (Position, Committee)
        }
        positions = Position.objects.select_related("committee", "role")
        self._positions = _by_name(_linked(list(positions.order_by("pk"))))
        self._committees = _by_name(list(Committee.objects.order_by("pk")))
        self._roles = _by_name(list(Role.objects.order_by("pk")))

    def position(self, name: str) -> Position | None:
        """Return a position by its name; None for one that is not known yet."""
        return self._positions.get(plain_name(name))

    def new_position(self, name: str) -> Position:
        """Return an unsaved position, known from now on, with the id it will have."""
        position = Position(pk=next(self._ids[Position]), name=name)
        self._positions[plain_name(name)] = position
        return position

    def forget(self, position: Position) -> None:
        """Know a position no more, because its row is refused."""
        self._positions.pop(plain_name(position.name), None)

    def resolved(self, field: str, value: object) -> object:
        """Return what a relation names, and any other value as it is.

        Raises ValidationError (``not_here``) for a name that is not known.
        """
        if field not in RELATIONS or not value:
            return None if field in RELATIONS else value
        if field == "committee":
            return self._committee(value)
        if field == "role":
            sentence = _("there is no role called “%s”.")
            return _found(self._roles, value, sentence)
        sentence = _("there is no position called “%s”.")
        return _found(self._positions, value, sentence)

    def notes(self) -> list[str]:
        """Tell what was made."""
        return [_("New committee: %s.") % each for each in self.made]

    def _committee(self, name: str) -> Committee:
        if self.create_committees and plain_name(name) not in self._committees:
            committee = Committee(pk=next(self._ids[Committee]), name=name)
            self._committees[plain_name(name)] = committee
            self.made.append(committee)
        sentence = _(
            "there is no committee called “%s”. Add it first, or say that new ones are "
            "to be made."
        )
        return _found(self._committees, name, sentence)


def _found(book: dict[str, Relation], name: str, sentence: str) -> Relation:
    try:
        return book[plain_name(name)]
    except KeyError as error:
        raise ValidationError(sentence % name, code="not_here") from error


def _by_name(rows: list[Relation]) -> dict[str, Relation]:
    """Return the rows by their names; of several that sound alike, the first one."""
    return {plain_name(each.name): each for each in reversed(rows)}


def _linked(positions: list[Position]) -> list[Position]:
    """Let every alternate know its position, so that nobody has to ask for it."""
    by_id = {each.pk: each for each in positions}
    for each in positions:
        each.alternate_of = by_id.get(each.alternate_of_id)
    return positions
