"""My service: the positions one person holds on a day, and until when."""

from dataclasses import dataclass
from datetime import date

from intergroup.registry.models import Person
from service.models import Term


@dataclass(frozen=True, slots=True)
class Held:
    """One position; ``last_on`` is the last day, None while the end is open."""

    position: str
    duties: str
    began_on: date
    last_on: date | None


@dataclass(frozen=True, slots=True)
class MyService:
    """Every position that one person holds on a day."""

    held: tuple[Held, ...]


def my_service(person: Person, day: date) -> MyService | None:
    """Return what ``person`` serves as on ``day``; None for one who holds nothing."""
    terms = Term.objects.serving_on(day).filter(person=person)
    held = tuple(
        Held(term.position.name, term.position.duties, term.began_on, term.last_on)
        for term in terms.select_related("position").order_by("position", "seat")
    )
    return MyService(held) if held else None
