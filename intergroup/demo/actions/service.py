"""Committees, positions, terms, and which position has which role here."""

from collections.abc import Mapping, Sequence

from django.contrib.auth.models import Group as Role

from intergroup.business.models import BusinessMeeting
from intergroup.demo.actions.checking import checked, save_all
from intergroup.demo.actions.elections import load_elections
from intergroup.demo.body import DOMAIN
from intergroup.demo.elections import HELD
from intergroup.demo.service import COMMITTEES, POSITIONS, SEATS, PositionRow, Seat
from intergroup.demo.story import Story
from intergroup.kit.dates import add_months
from intergroup.registry.models import Person
from service.models import Committee, Policy, Position, Term


def load_service(
    story: Story, people: Mapping[str, Person], meetings: Sequence[BusinessMeeting]
) -> None:
    """Save the committees, the positions, three years of terms, and the elections."""
    Policy(pk=1, is_public=True).save()
    committees = save_all(
        Committee,
        (Committee(name=name, purpose=text) for name, text in COMMITTEES.items()),
    )
    by_name = {committee.name: committee for committee in committees}
    roles = {role.name: role for role in Role.objects.all()}
    positions: dict[str, Position] = {}
    for order, row in enumerate(POSITIONS, start=1):
        position = _position(row, 10 * order, by_name, roles)
        position.alternate_of = positions.get(row.alternate_of)
        checked([position])
        position.save()
        positions[row.name] = position
    elected = {(row.position, row.names[0]) for row in HELD}
    for seat in SEATS:
        if (seat.position, seat.person) in elected:  # the election makes the term
            continue
        term = _term(seat, story, meetings)
        term.position, term.person = positions[seat.position], people[seat.person]
        checked([term])
        term.save()
    load_elections(story, people, meetings)


def _position(
    row: PositionRow,
    order: int,
    committees: Mapping[str, Committee],
    roles: Mapping[str, Role],
) -> Position:
    return Position(
        name=row.name,
        committee=committees.get(row.committee),
        order=order,
        duties=row.duties,
        seats=row.seats,
        term_months=row.term,
        sobriety_months=row.sobriety,
        has_vote=row.has_vote,
        email=f"{row.mailbox}@{DOMAIN}",
        role=roles.get(row.role),
    )


def _term(seat: Seat, story: Story, meetings: Sequence[BusinessMeeting]) -> Term:
    month = story.next_on.replace(day=1)
    return Term(
        seat=seat.seat,
        began_on=add_months(month, -seat.began),
        ends_on=add_months(month, -seat.ends),
        filled=seat.filled,
        elected_at=None if seat.at is None else meetings[seat.at],
    )
