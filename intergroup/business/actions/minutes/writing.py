"""Writing the parts of minutes, two at once if need be: nobody’s words are lost.

Minutes are written until they are sent round, and after that as far as a correction is
open; approved they are locked.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from intergroup.business.actions.minutes.beginning import STEP
from intergroup.business.models import ItemKind, Minutes, MinutesCorrection, MinutesPart

UP, DOWN = "up", "down"


@transaction.atomic
def write_part(part: MinutesPart, prose: str, *, read: int) -> MinutesPart:
    """Keep the prose of a part; ``read`` is the revision that the writer had open.

    Raises ValidationError: ``stale`` where another wrote since, and the caller shows
    both; ``locked``, or ``sent_round``. The same words twice are no quarrel.
    """
    check_open(hold(part.minutes))
    now = MinutesPart.objects.get(pk=part.pk)
    if now.prose == prose:
        return now
    mine = MinutesPart.objects.filter(pk=part.pk, revision=read)
    if not mine.update(prose=prose, revision=read + 1):
        message = _(
            "Somebody else has written this part since you opened it. Nothing is lost: "
            "both are shown."
        )
        raise ValidationError(message, code="stale")
    return MinutesPart.objects.get(pk=part.pk)


@transaction.atomic
def add_part(minutes: Minutes, *, title: str, kind: str = ItemKind.OTHER) -> None:
    """Add a part at the end. Raises ValidationError, also without a title."""
    check_open(hold(minutes))
    last = minutes.parts.aggregate(last=Max("order"))["last"] or 0
    part = MinutesPart(minutes=minutes, order=last + STEP, kind=kind, title=title)
    part.full_clean()
    part.save()


@transaction.atomic
def rename_part(part: MinutesPart, *, title: str, kind: str) -> None:
    """Give a part another title or kind: what is recorded comes beside it by kind."""
    check_open(hold(part.minutes))
    part.title, part.kind = title, kind
    part.full_clean(exclude=["prose", "revision"])
    part.save(update_fields=["title", "kind"])


@transaction.atomic
def remove_part(part: MinutesPart) -> None:
    """Take a part away. Raises ValidationError (``has_words``) for one with prose."""
    check_open(hold(part.minutes))
    if MinutesPart.objects.get(pk=part.pk).prose.strip():
        message = _("“%s” has words in it. Take them out first, then the part.")
        raise ValidationError(message % part, code="has_words")
    part.delete()


@transaction.atomic
def move_part(part: MinutesPart, way: str) -> None:
    """Move a part up or down by one place; the first and the last stay there."""
    check_open(hold(part.minutes))
    parts = list(part.minutes.parts.all())
    here = parts.index(part)
    there = here + (1 if way == DOWN else -1)
    if 0 <= there < len(parts):
        parts[here], parts[there] = parts[there], parts[here]
    for place, each in enumerate(parts, start=1):
        each.order = place * STEP
    MinutesPart.objects.bulk_update(parts, ["order"])


def hold(minutes: Minutes) -> Minutes:
    """Return the minutes as they stand, held until the end of what is done."""
    return Minutes.objects.select_for_update().defer("content").get(pk=minutes.pk)


def check_open(minutes: Minutes) -> None:
    """Refuse to write what is locked, or was sent round and nobody found wrong."""
    if minutes.is_locked:
        message = _("These minutes are approved: only a later decision amends them.")
        raise ValidationError(message, code="locked")
    is_asked = minutes.corrections.filter(outcome=MinutesCorrection.Outcome.OPEN)
    if minutes.state != Minutes.State.DRAFT and not is_asked.exists():
        message = _(
            "These minutes were sent round. Write down what is wrong as a correction "
            "first, then change the words."
        )
        raise ValidationError(message, code="sent_round")
