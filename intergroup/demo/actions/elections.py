"""Elections as the actions of service would have recorded them, step by step."""

from collections.abc import Mapping, Sequence
from datetime import date

from intergroup.business.models import BusinessMeeting
from intergroup.demo.elections import AHEAD, HELD, AheadRow, HeldRow, NamedRow
from intergroup.demo.story import Story
from intergroup.kit.dates import add_months
from intergroup.registry.models import Person
from service.actions import electing
from service.models import (
    Ballot,
    BallotCount,
    BallotMotion,
    Election,
    ElectionMethod,
    Nomination,
    Position,
)


def load_elections(
    story: Story, people: Mapping[str, Person], meetings: Sequence[BusinessMeeting]
) -> None:
    """Hold the elections that filled a seat, and open those of the meeting ahead."""
    for row in HELD:
        held_on = meetings[row.at].held_on
        months = (row.began, row.ends)
        election = _open(row, months, story, meetings, is_remainder=row.is_remainder)
        stand = [
            _nominate(election, NamedRow(name, "accepted", True), people, held_on)  # noqa: FBT003
            for name in row.names
        ]
        _hold(election, row, stand)
        electing.finish(election, on=held_on, by=None)
    for row in AHEAD:
        months = (row.begins, row.ends)
        election = _open(row, months, story, meetings)
        for each in row.named:
            _nominate(election, each, people, election.opened_on)


def _open(
    row: HeldRow | AheadRow,
    months: tuple[int, int],
    story: Story,
    meetings: Sequence[BusinessMeeting],
    *,
    is_remainder: bool = False,
) -> Election:
    """Open an election on the day of the meeting before its own."""
    month = story.next_on.replace(day=1)
    begins_on, ends_on = (add_months(month, -each) for each in months)
    return electing.open_election(
        Election(
            position=Position.objects.get(name=row.position),
            method=ElectionMethod.objects.get(name=row.method),
            meeting=meetings[row.at],
            begins_on=begins_on,
            ends_on=ends_on,
            is_remainder=is_remainder,
            opened_on=meetings[row.at - 1].held_on,
        ),
        recorded_by=None,
    )


def _nominate(
    election: Election, row: NamedRow, people: Mapping[str, Person], on: date
) -> Nomination:
    is_said = row.is_eligible is not None
    nomination = Nomination(
        election=election,
        person=people[row.name],
        answer=row.answer,
        is_eligible=row.is_eligible,
        attested_on=on if is_said else None,
    )
    return electing.nominate(nomination, by=None)


def _hold(election: Election, row: HeldRow, stand: Sequence[Nomination]) -> None:
    for votes in row.ballots:
        counts = [
            BallotCount(nomination=each, in_room=in_room, online=online)
            for each, (in_room, online) in zip(stand, votes, strict=False)
        ]
        ballot = Ballot(election=election, number=1, handed_out=row.handed_out)
        electing.record_ballot(ballot, counts, recorded_by=None)
    if row.fifth:
        ayes, noes = row.fifth
        motion = BallotMotion(election=election, ayes=ayes, noes=noes)
        electing.record_motion(motion, recorded_by=None)
    if row.seed:
        hat = electing.announce_hat(election, seed=row.seed, recorded_by=None)
        electing.draw_hat(hat)
