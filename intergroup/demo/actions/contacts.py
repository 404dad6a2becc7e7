"""Who can be reached for the groups, and what they agreed to show."""

from collections.abc import Iterator, Mapping, Sequence

from intergroup.demo.actions.checking import save_all
from intergroup.demo.body import DOMAIN
from intergroup.demo.people import RepresentativeRow
from intergroup.demo.story import Story
from intergroup.registry.models import Group, GroupContact, Person

Kind = GroupContact.Kind
POST_COMES_BACK = 29


def load_contacts(
    story: Story,
    speakers: Sequence[RepresentativeRow],
    people: Mapping[str, Person],
    groups: Mapping[int, Group],
) -> list[GroupContact]:
    """Save a contact for each group: who speaks for it now receives its mail."""
    serving = [row for row in speakers if row.is_serving_on(story.today)]
    return save_all(
        GroupContact,
        (
            _contact(row, people[row.person], groups[row.group])
            for row in _one_each(serving)
        ),
    )


def _one_each(rows: Sequence[RepresentativeRow]) -> Iterator[RepresentativeRow]:
    """Yield the first of each group, its representative where there is one."""
    seen = set()
    for row in sorted(rows, key=lambda each: (each.group, each.is_alternate)):
        if row.group not in seen:
            seen.add(row.group)
            yield row


def _contact(row: RepresentativeRow, person: Person, group: Group) -> GroupContact:
    return GroupContact(
        group=group,
        person=person,
        kind=Kind.PRIMARY,
        is_listed=bool(person.listing_agreed_on) and group.number % 2 == 1,
        mailbox=f"group{group.number}@{DOMAIN}" if group.number % 4 == 1 else "",
        postal_address=f"{group.number} River Road\nAlderford, IL 61390",
        is_mail_returned=group.number == POST_COMES_BACK,
        began_on=row.began_on,
    )
