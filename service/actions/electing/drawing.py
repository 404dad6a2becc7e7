"""The hat: announced with its slips and its seed, and only then drawn.

The seed stands written before it is known what comes of it, and is never replaced.
"""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.registry.models import User
from service.actions.electing.standing import expect, standing_of, take
from service.models import Draw, Election
from service.voting import Step


@transaction.atomic
def announce_hat(election: Election, *, seed: str, recorded_by: User | None) -> Draw:
    """Write down the slips and the seed, said aloud before anything is drawn.

    Raises ValidationError: ``over``, ``out_of_turn``, ``no_seed``, ``announced``.
    """
    held = take(election)
    if not seed.strip():
        raise ValidationError(_("Say a seed first."), code="no_seed")
    return _put_into_the_hat(held, recorded_by=recorded_by, seed=seed.strip())


@transaction.atomic
def draw_hat(draw: Draw) -> Draw:
    """Draw: from here on it is known what the seed brings.

    Raises ValidationError: ``over``, ``drawn``.
    """
    take(draw.election)
    draw.refresh_from_db()
    if draw.drawn_at:
        raise ValidationError(_("This was drawn already."), code="drawn")
    draw.drawn_at = timezone.now()
    draw.save(update_fields=["drawn_at"])
    return draw


@transaction.atomic
def draw_by_hand(
    election: Election, names: Sequence[int], *, recorded_by: User | None
) -> Draw:
    """Write down which slips came out of a hat of felt, in that order.

    ``names`` are nominations. Raises ValidationError: ``over``, ``out_of_turn``,
    ``announced``, ``not_in_the_hat``.
    """
    held = take(election)
    standing = standing_of(held)
    expect(standing, Step.HAT)
    pool = standing.next.among
    if not names or len(set(names)) != len(names) or not set(names) <= set(pool):
        message = _("Only the names in the hat can come out of it, each once.")
        raise ValidationError(message, code="not_in_the_hat")
    drawn = {"by_hand": list(names), "drawn_at": timezone.now()}
    return _put_into_the_hat(held, recorded_by=recorded_by, **drawn)


def _put_into_the_hat(
    election: Election, *, recorded_by: User | None, **fields: object
) -> Draw:
    standing = standing_of(election)
    expect(standing, Step.HAT)
    if election.draws.filter(drawn_at__isnull=True).exists():
        message = _("A seed was announced already. Draw with that one.")
        raise ValidationError(message, code="announced")
    draw = Draw(
        election=election,
        number=election.draws.count() + 1,
        slips=list(standing.next.among),
        recorded_by=recorded_by,
        **fields,
    )
    draw.full_clean()
    draw.save()
    return draw
