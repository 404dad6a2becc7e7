"""Forgetting people who serve no more: the rows that history needs stay, unnamed."""

from collections.abc import Iterator
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _

from intergroup.registry.models import GroupContact, Person

_ENDS = ("ended_on", "ends_on")  # the first day without them, in whatever they served


def people_to_forget(since: date) -> QuerySet[Person]:
    """Return those who sign in nowhere and have served in nothing since that day.

    What upper floors know of a person counts as well: every table that points at them
    says with an end when it let go, or names it elsewhere as ``let_go_on``
    (``meeting__held_on``); one that has neither never does.
    """
    people = Person.objects.filter(forgotten_on__isnull=True)
    for field in _pointing():
        names = {each.name for each in field.model._meta.concrete_fields}
        end = getattr(field.model, "let_go_on", None)
        end = end or next((each for each in _ENDS if each in names), None)
        rows = field.model._default_manager.exclude(**{f"{field.name}__isnull": True})
        if end:
            rows = rows.filter(
                Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gt": since})
            )
        people = people.exclude(pk__in=rows.order_by().values(field.attname))
    return people


@transaction.atomic
def forget_person(person: Person, *, on: date, since: date) -> None:
    """Take away who it was; services, votes and terms go on saying “A former member”.

    One whom no row points at goes altogether. Raises ValidationError (``still_serves``)
    for somebody who has served in anything since that day.
    """
    held = people_to_forget(since).filter(pk=person.pk).first()
    if held is None:
        message = _("%s serves, has served lately, or signs in: this is kept.")
        raise ValidationError(message % person, code="still_serves")
    if not any(_rows_of(held)):
        held.delete()
        return
    held.first_name = held.last_initial = held.email = held.phone = ""
    held.listing_agreed_on = held.email_agreed_on = held.phone_agreed_on = None
    held.forgotten_on = on
    held.save()
    GroupContact.objects.filter(person=held).update(
        mailbox="", postal_address="", is_listed=False
    )


@transaction.atomic
def withdraw_consent(person: Person) -> None:
    """Show nothing of a person from now on; what was agreed to is taken back."""
    person.listing_agreed_on = person.email_agreed_on = person.phone_agreed_on = None
    person.save(
        update_fields=["listing_agreed_on", "email_agreed_on", "phone_agreed_on"]
    )
    GroupContact.objects.filter(person=person).update(is_listed=False)


def _pointing() -> Iterator[object]:
    """Yield every key of the installation that points at a person."""
    for each in Person._meta.related_objects:
        yield each.field


def _rows_of(person: Person) -> Iterator[Model]:
    for field in _pointing():
        rows = field.model._default_manager.filter(**{field.name: person})
        yield from rows[:1]
