"""What is handed on: the points of every position, and two lists."""

from collections.abc import Mapping
from datetime import date, timedelta

from intergroup.demo.handing_on import HANDOVERS, HandoverRow
from intergroup.demo.story import Story
from intergroup.registry.models import User
from service.actions.handing_on import (
    give,
    leave_out,
    open_handover,
    take,
    write_notes,
)
from service.actions.usual_points import put_usual_points
from service.models import Position, Term


def load_handovers(story: Story, users: Mapping[str, User]) -> None:
    """Put the usual points on every list, and let some of them change hands."""
    for position in Position.objects.all():
        put_usual_points(position)
    for row in HANDOVERS:
        first_name, initial = row.person.rstrip(".").split(" ")
        term = Term.objects.get(
            position__name=row.position,
            person__first_name=first_name,
            person__last_initial=initial,
        )
        _hand_on(
            row, term, term.ends_on if row.counts_from_the_end else story.today, users
        )


def _hand_on(
    row: HandoverRow, term: Term, until: date, users: Mapping[str, User]
) -> None:
    def day(ago: int) -> date:
        return until - timedelta(days=ago)

    handover = open_handover(term, on=day(row.opened))
    items = {each.title: each for each in handover.items.all()}
    giver = users[row.giver]
    for said in row.said:
        item = items[said.title]
        if said.note:
            write_notes(item, said.note, by=giver, on=day(row.opened))
        if said.given is not None:
            give(item, by=giver, on=day(said.given))
        if said.taken is not None:
            take(item, by=users[row.taker], on=day(said.taken))
    for title in row.left_out:
        leave_out(items[title], by=giver, on=day(row.opened))
