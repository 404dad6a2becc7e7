"""Whom one can nominate: those who serve today first, then everybody else."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from intergroup.registry.models import Person, Representative
from service.models import Election, Term

Options = list[tuple[int, str]]


def people_to_nominate(election: Election) -> QuerySet[Person]:
    """Return the people who can be nominated: not forgotten, and not yet nominated."""
    known = Person.objects.filter(forgotten_on__isnull=True)
    return known.exclude(nominations__election=election)


def people_to_choose(election: Election, *, today: date) -> list[tuple[str, Options]]:
    """Return them as the options of a list in two parts, with what they serve as."""
    serves = _what_they_serve_as(today)
    first, others = [], []
    for person in people_to_nominate(election):
        if person.pk in serves:
            first.append((person.pk, _named(person, serves)))
        else:
            others.append((person.pk, str(person)))
    parts = [(_("Serve today"), first), (_("Everybody else"), others)]
    return [(name, options) for name, options in parts if options]


def _what_they_serve_as(today: date) -> Mapping[int, list[str]]:
    serves = defaultdict(list)
    for term in Term.objects.serving_on(today).select_related("position"):
        serves[term.person_id].append(term.position.name)
    speaking = Representative.objects.serving_on(today).select_related("group")
    for each in speaking:
        serves[each.person_id].append(str(each.group))
    return serves


def _named(person: Person, serves: Mapping[int, list[str]]) -> str:
    return f"{person} – {', '.join(serves[person.pk])}"
