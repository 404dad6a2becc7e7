"""How a group begins: new, pending for its days, then active or incomplete."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from intergroup.registry.actions.living.steps import (
    Status,
    as_it_meets,
    begin_step,
    finish_step,
    lacks,
)
from intergroup.registry.actions.recording import Hand
from intergroup.registry.models import Directory, Group


@transaction.atomic
def review_new(group: Group, *, hand: Hand) -> Group:
    """Say that somebody has looked at a new group; its pending days begin."""
    before = begin_step("review", group)
    days = timedelta(days=Directory.objects.current().pending_days)
    return finish_step(
        group, before, hand, status=Status.PENDING, pending_until=hand.on + days
    )


@transaction.atomic
def begin(group: Group, *, hand: Hand) -> Group:
    """Let a group that starts later begin; its pending days run from that day.

    Raises ValidationError (``too_early``) before the day that it starts on.
    """
    before = begin_step("begin", group)
    started = group.started_on or hand.on
    if hand.on < started:
        _refuse_early(_("“%(group)s” starts on %(day)s."), group, started)
    until = started + timedelta(days=Directory.objects.current().pending_days)
    return finish_step(group, before, hand, status=Status.PENDING, pending_until=until)


@transaction.atomic
def activate(group: Group, *, hand: Hand) -> Group:
    """End the pending days: active, or incomplete while something is lacking.

    Raises ValidationError (``too_early``) before the day that was set.
    """
    before = begin_step("activate", group)
    if group.pending_until and hand.on < group.pending_until:
        _refuse_early(
            _("“%(group)s” is pending until %(day)s."), group, group.pending_until
        )
    return finish_step(group, before, hand, status=as_it_meets(group, on=hand.on))


@transaction.atomic
def complete(group: Group, *, hand: Hand) -> Group:
    """Make an incomplete group active.

    Raises ValidationError (``lacking``) that names what is lacking still.
    """
    before = begin_step("complete", group)
    if found := lacks(group, on=hand.on):
        message = _("“%(group)s” lacks %(what)s.")
        params = {"group": group, "what": get_text_list(found, _("and"))}
        raise ValidationError(message, code="lacking", params=params)
    return finish_step(group, before, hand, status=Status.ACTIVE)


def _refuse_early(message: str, group: Group, day: object) -> None:
    params = {"group": group, "day": date_format(day, "DATE_FORMAT")}
    raise ValidationError(message, code="too_early", params=params)
