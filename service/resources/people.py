"""Finding the person whom a row speaks of: a first name and an initial, never more."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intergroup.kit import bulk
from intergroup.registry.models import Person
from intergroup.registry.models.people import validate_first_name, validate_initial
from service.resources.term_columns import plain_person

LONGEST = 40  # letters of a first name


class PersonBook:
    """Everybody by first name and initial; makes people if asked. It reads once."""

    def __init__(self, *, create_people: bool, rows: int) -> None:
        """``rows`` is how many there are in the file: so many people can be new."""
        self.create_people = create_people
        self.made: list[Person] = []
        self._ids = iter(bulk.new_ids(Person, rows))
        self._people: dict[str, list[Person]] = {}
        for each in Person.objects.filter(forgotten_on__isnull=True).order_by("pk"):
            self._people.setdefault(plain_person(str(each)), []).append(each)

    def find(self, text: str) -> Person:
        """Return the one person of this name, or a new one if that was asked for.

        Raises ValidationError: ``surname`` for more than a first name and an initial,
        of which nothing is told or kept; ``several``; ``nobody``.
        """
        first_name, initial = parse(text)
        name = str(Person(first_name=first_name, last_initial=initial))
        found = self._people.get(plain_person(name), [])
        if len(found) > 1:
            message = _(
                "%(count)s people here are called “%(name)s”: record this one in the "
                "office, where you can choose."
            )
            params = {"count": len(found), "name": name}
            raise ValidationError(message, code="several", params=params)
        if found:
            return found[0]
        if not self.create_people:
            message = _(
                "nobody here is called “%s”: add the person first, or say that new "
                "people are to be made."
            )
            raise ValidationError(message % name, code="nobody")
        return self._make(first_name, initial)

    def notes(self) -> list[str]:
        """Tell who was made."""
        return [_("New person: %s") % each for each in self.made]

    def _make(self, first_name: str, initial: str) -> Person:
        person = Person(pk=next(self._ids), first_name=first_name, last_initial=initial)
        self.made.append(person)
        self._people[plain_person(str(person))] = [person]
        return person


def parse(text: str) -> tuple[str, str]:
    """Return first name and initial of “Pat D.”, “Pat D” or “Pat”.

    Raises ValidationError (``surname``, ``forgotten``), whose sentence repeats nothing.
    """
    if plain_person(text) == plain_person(_("A former member")):
        message = _("this is somebody who was forgotten: leave the row out.")
        raise ValidationError(message, code="forgotten")
    words = text.replace(",", " ").split()
    first_name, initial = words[0], words[-1].rstrip(".") if len(words) > 1 else ""
    try:
        validate_first_name(first_name)
        if initial:
            validate_initial(initial)
        is_one = len(words) <= 2 and len(first_name) <= LONGEST
    except ValidationError:
        is_one = False
    if not is_one:
        message = _(
            "write a first name and the first letter of the surname, such as Pat D. "
            "A surname is not kept."
        )
        raise ValidationError(message, code="surname")
    capital = initial.upper()
    name = first_name.capitalize() if first_name.islower() else first_name
    return name, capital if len(capital) == 1 else initial
