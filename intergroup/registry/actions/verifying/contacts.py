"""Whom a group can be asked through: who speaks for it, its contacts, its mailbox."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from intergroup.registry.models import (
    Group,
    GroupContact,
    Person,
    Representative,
    Verification,
)


@dataclass(frozen=True, slots=True)
class Contact:
    """Who is asked, and at which address; ``person`` is None for a group’s mailbox."""

    group: Group
    person: Person | None
    address: str

    @property
    def person_id(self) -> int | None:
        """The id of the person, as a question keeps it."""
        return self.person.pk if self.person else None


def contacts_of(groups: Iterable[Group], *, on: date) -> dict[int, tuple[Contact, ...]]:
    """Return who can be asked on ``on``, by the id of the group; each person once.

    Representatives come before alternates, these before contacts, and the group’s own
    mailbox last. Two who share one address get one mail.
    """
    by_pk = {group.pk: group for group in groups}
    found: dict[int, dict[str, Contact]] = {pk: {} for pk in by_pk}
    seen = set()
    for pk, person, address in (*_people(by_pk, on), *_mailboxes(by_pk)):
        key = address.casefold()
        is_known = person is not None and (pk, person.pk) in seen
        if not address or is_known or key in found[pk]:
            continue
        found[pk][key] = Contact(by_pk[pk], person, address)
        seen.add((pk, person and person.pk))
    return {pk: tuple(contacts.values()) for pk, contacts in found.items()}


def is_contact(question: Verification, *, on: date) -> bool:
    """Tell whether the one who was asked still speaks for the group, or is a contact.

    Whoever has rotated out has no voice any more, whatever mail lies in their box.
    """
    if question.person_id is None:
        return True
    who = {"group": question.group_id, "person": question.person_id}
    serving = Representative.objects.serving_on(on).filter(**who)
    return serving.exists() or GroupContact.objects.on(on).filter(**who).exists()


def _people(groups: dict[int, Group], on: date) -> Iterator[tuple[int, Person, str]]:
    serving = Representative.objects.serving_on(on).filter(group__in=groups)
    serving = serving.order_by("group_id", "is_alternate", "pk")
    for each in serving.select_related("person"):
        yield each.group_id, each.person, each.person.email
    others = GroupContact.objects.on(on).filter(group__in=groups)
    for each in others.select_related("person").order_by("group_id", "kind", "pk"):
        yield each.group_id, each.person, each.person.email or each.mailbox


def _mailboxes(groups: dict[int, Group]) -> Iterator[tuple[int, None, str]]:
    for pk, group in groups.items():
        yield pk, None, group.email
