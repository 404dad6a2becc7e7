"""People, who speaks for which group, and the sign-ins."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group as Role

from intergroup.demo.actions.checking import save_all
from intergroup.demo.body import PASSWORD
from intergroup.demo.people import RepresentativeRow, SignIn
from intergroup.demo.service import SEATS
from intergroup.demo.story import Story, chance
from intergroup.registry.models import Group, Person, Representative, User


def load_people(
    story: Story, speakers: Sequence[RepresentativeRow], groups: Mapping[int, Group]
) -> dict[str, Person]:
    """Save everybody who serves or speaks for a group; return people by name."""
    names = dict.fromkeys(each.person for each in chain(SEATS, speakers))
    people = save_all(Person, (_person(name, n, story) for n, name in enumerate(names)))
    found = dict(zip(names, people, strict=True))
    save_all(
        Representative,
        (
            Representative(
                group=groups[row.group],
                person=found[row.person],
                is_alternate=row.is_alternate,
                began_on=row.began_on,
                ends_on=row.ends_on,
            )
            for row in speakers
        ),
    )
    return found


def load_sign_ins(
    rows: Iterable[SignIn], people: Mapping[str, Person]
) -> dict[str, User]:
    """Save the sign-ins, all with the one password; return them by mailbox.

    Their rights come from what they serve in; only the administrator’s are by hand.
    """
    password = make_password(PASSWORD)
    users = {
        row.mailbox: User(
            email=row.email,
            password=password,
            person=people[row.person],
            is_staff=not row.role,
            is_superuser=not row.role,
        )
        for row in rows
    }
    save_all(User, users.values())
    return users


@contextmanager
def in_their_roles(rows: Iterable[SignIn], users: Mapping[str, User]) -> Iterator[None]:
    """Let people do what they did on the story’s day, which may be long ago.

    Rights are those of today, so the roles are given by hand, and taken away again.
    """
    for row in rows:
        users[row.mailbox].groups.set(Role.objects.filter(name=row.role))
    yield
    for user in users.values():
        user.groups.clear()


def _person(name: str, place: int, story: Story) -> Person:
    first_name, initial = name.rstrip(".").split(" ")
    dice = chance(name)
    person = Person(first_name=first_name, last_initial=initial)
    if dice.random() < 0.8:
        person.email = f"{_ascii(first_name)}.{initial.lower()}@example.org"
    if dice.random() < 0.6:
        person.phone = f"(309) 555-01{place % 100:02}"
    if dice.random() < 0.5:
        person.listing_agreed_on = story.months_ago(dice.randint(1, 20))
    return person


def _ascii(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return plain.lower()
