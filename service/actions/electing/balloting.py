"""Ballots as totals, and the question whether anybody objects."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.registry.models import User
from service.actions.electing.faults import check
from service.actions.electing.standing import (
    begin_voting,
    expect,
    out_of_turn,
    standing_of,
    take,
)
from service.models import Ballot, BallotCount
from service.voting import Step


@transaction.atomic
def record_ballot(
    ballot: Ballot,
    counts: Sequence[BallotCount],
    *,
    recorded_by: User | None,
    number: int | None = None,
) -> Ballot:
    """Save an unsaved ballot with its unsaved counts; its number is the next one’s.

    ``number`` is the ballot that whoever counted had before them: two who count the
    same one at once count it once. Raises ValidationError: ``over``, ``out_of_turn``,
    and a sentence for everything that cannot be right, such as more votes than ballots.
    Nothing is kept then.
    """
    election = take(ballot.election)
    standing = standing_of(election)
    expect(standing, Step.BALLOT, Step.YES_NO)
    if number not in {None, standing.next.number}:
        raise out_of_turn()
    begin_voting(election)
    ballot.number = standing.next.number
    ballot.recorded_by = recorded_by
    ballot.full_clean()
    ballot.save()
    for each in counts:
        each.ballot = ballot
        each.full_clean()
    BallotCount.objects.bulk_create(counts)
    check(election)
    return ballot


@transaction.atomic
def take_back_ballot(ballot: Ballot) -> Ballot:
    """Take the latest ballot back, to count it again; its row is kept, and says so.

    Who withdrew after it is asked again. Raises ValidationError: ``over``,
    ``not_the_latest``.
    """
    election = take(ballot.election)
    latest = election.ballots.standing().last()
    is_followed = election.draws.exists() or election.ballot_motions.exists()
    if latest is None or latest.pk != ballot.pk or is_followed:
        message = _(
            "Only the latest ballot can be taken back, before anything follows."
        )
        raise ValidationError(message, code="not_the_latest")
    latest.taken_back_at = timezone.now()
    latest.save(update_fields=["taken_back_at"])
    election.nominations.filter(withdrew_after=latest.number).update(
        withdrew_after=None
    )
    return latest


@transaction.atomic
def record_objection(election: object, *, is_objected: bool) -> None:
    """Write down whether anybody objected when the chair asked.

    Raises ValidationError (``over``, ``out_of_turn``).
    """
    held = take(election)
    expect(standing_of(held), Step.ACCLAMATION)
    begin_voting(held)
    held.is_objected = is_objected
    held.save(update_fields=["is_objected"])
