"""Who can be reached for a group: written in confidence, and nobody twice."""

from collections.abc import Iterable, Mapping
from datetime import date

from intergroup.registry.models import Group, GroupContact, Person, Registration

Kind = GroupContact.Kind
Words = Mapping[str, object]


def write_contacts(
    group: Group, contacts: Iterable[Words], *, sent_on: date, on: date
) -> None:
    """Add the people of a proposal as contacts from ``on``.

    Who agreed to be listed did so on ``sent_on``. Contacts whom the group has already
    stay: the office ends them, when it knows that they have rotated.
    """
    for said in contacts:
        if said.get("first_name"):
            _write(group, said, sent_on=sent_on, on=on)


def add_sender(registration: Registration, *, sent_on: date, on: date) -> None:
    """Add who sent the form, where they offered to be a contact of the group."""
    if not (registration.is_contact_offered and registration.sender_first_name):
        return
    group = registration.group
    contacts = group.contacts.on(on)
    is_there = contacts.filter(
        person__first_name__iexact=registration.sender_first_name,
        person__email__iexact=registration.sender_email,
    )
    if registration.sender_email and is_there.exists():
        return
    has_first = contacts.filter(kind=Kind.PRIMARY).exists()
    said = {
        "kind": Kind.SECONDARY if has_first else Kind.PRIMARY,
        "first_name": registration.sender_first_name,
        "last_initial": registration.sender_initial,
        "email": registration.sender_email,
        "phone": registration.sender_phone,
    }
    _write(group, said, sent_on=sent_on, on=on)


def _write(group: Group, said: Words, *, sent_on: date, on: date) -> None:
    person = _person(said)
    is_listed = said.get("is_listed") == "yes"
    if is_listed and person.listing_agreed_on is None:
        person.listing_agreed_on = sent_on
    person.full_clean()
    person.save()
    found = group.contacts.on(on).filter(person=person).first()
    contact = found or GroupContact(group=group, person=person, began_on=on)
    contact.kind = said.get("kind") or contact.kind
    contact.is_listed = is_listed or contact.is_listed
    contact.postal_address = said.get("postal_address") or contact.postal_address
    contact.full_clean()
    contact.save()


def person_of(said: Words) -> Person | None:
    """Return who is meant, if the register knows them: by first name and e-mail.

    Two who share a mailbox are told apart by their names.
    """
    name, email = str(said.get("first_name") or ""), str(said.get("email") or "")
    same = Person.objects.filter(email__iexact=email, first_name__iexact=name)
    return same.order_by("pk").first() if email else None


def _person(said: Words) -> Person:
    """Return the person, with what the words add to what is known of them."""
    person = person_of(said) or Person(
        first_name=str(said["first_name"]), email=str(said.get("email") or "")
    )
    person.last_initial = said.get("last_initial") or person.last_initial
    person.phone = said.get("phone") or person.phone
    return person
