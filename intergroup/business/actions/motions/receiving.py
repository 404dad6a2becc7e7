"""A motion as it comes in, and the data of whoever sent it: let go of in time."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from intergroup.business.models import (
    BusinessMeeting,
    Motion,
    MotionAttachment,
    MotionStep,
    MotionSubmission,
    Rules,
)
from intergroup.kit import papers

KEPT_DAYS = 90
MOST_FILES = 3
_STANDS = Q(motion__steps__struck_at__isnull=True)
_SETTLED = (*Motion.DECIDED, Motion.Result.WITHDRAWN, Motion.Result.NOT_TAKEN_UP)


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of a form; ``is_late`` where it came too late for the meeting asked."""

    motion: Motion
    is_late: bool


@transaction.atomic
def receive(
    motion: Motion,
    submission: MotionSubmission,
    *,
    files: Iterable[papers.Paper] = (),
    on: date,
) -> Sent:
    """Take in a motion that somebody sent, for ``motion.meeting`` or the one after.

    Raises ValidationError for ``attachments``: what ``kit.papers.read`` raises, and
    ``too_many``.
    """
    asked = motion.meeting
    motion.meeting = meeting_for(asked, on=on)
    motion.result, motion.number = Motion.Result.RECEIVED, ""
    rules = Rules.objects.current()
    motion.base = rules.base
    motion.majority = rules.majority
    if motion.is_policy_change:
        motion.majority = rules.policy_majority
    motion.full_clean()
    motion.save()
    submission.motion, submission.sent_at = motion, timezone.now()
    submission.full_clean()
    submission.save()
    _attach(motion, list(files))
    MotionStep.objects.create(motion=motion, kind=MotionStep.Kind.RECEIVED, done_on=on)
    return Sent(motion, is_late=_is_late(asked, on))


def meeting_for(asked: BusinessMeeting, *, on: date) -> BusinessMeeting:
    """Return ``asked``, or the next one that a motion sent on ``on`` is in time for.

    Where none is called yet it stays with ``asked``, for the office to move.
    """
    if not _is_late(asked, on):
        return asked
    later = BusinessMeeting.objects.ahead(on).filter(held_on__gt=asked.held_on)
    return next((each for each in later if not _is_late(each, on)), asked)


def let_go_of_submissions(on: date, *, days: int = KEPT_DAYS) -> int:
    """Forget who sent a motion, ``days`` after it was settled; return of how many."""
    settled = MotionSubmission.objects.filter(
        let_go_at__isnull=True, motion__result__in=_SETTLED
    ).annotate(last_on=Max("motion__steps__done_on", filter=_STANDS))
    old = settled.filter(
        Q(last_on__lte=on - timedelta(days=days)) | Q(last_on__isnull=True)
    )
    found = MotionSubmission.objects.filter(pk__in=[each.pk for each in old])
    return found.update(sent_by="", email="", phone="", let_go_at=timezone.now())


def _is_late(meeting: BusinessMeeting, on: date) -> bool:
    return meeting.motions_due_on is not None and on > meeting.motions_due_on


def _attach(motion: Motion, files: list[papers.Paper]) -> None:
    if len(files) > MOST_FILES:
        message = _("Send %s files at most.") % MOST_FILES
        raise ValidationError(
            {"attachments": ValidationError(message, code="too_many")}
        )
    for each in files:
        try:
            kind, content = papers.read(each.data, name=each.name)
        except ValidationError as error:
            raise ValidationError({"attachments": error}) from error
        name = f"attachment-{motion.attachments.count() + 1}.{papers.ENDINGS[kind]}"
        MotionAttachment.objects.create(
            motion=motion,
            name=name,
            kind=kind,
            content=content,
            sha256=hashlib.sha256(content).hexdigest(),
        )
