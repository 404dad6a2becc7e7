"""Passing on: what was voted, by which plan, and the plans themselves."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Sum
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.business.models import Motion
from intergroup.kit.money import ZERO, check_places, in_words, unit_of
from intergroup.registry.models import Body, User
from treasury.actions.posting import Line, hold_the_books, post_entry, reverse_entry
from treasury.actions.splitting import check_whole, split
from treasury.models import (
    Account,
    Distribution,
    DistributionShare,
    Fund,
    Posting,
    SplitPlan,
    SplitShare,
)

NOT_CARRIED = (Motion.Result.FAILED, Motion.Result.WITHDRAWN)


@transaction.atomic
def vote_distribution(distribution: Distribution, *, recorded_by: User | None) -> None:
    """Save an unsaved distribution with its shares and its entry: voted, not yet paid.

    Raises ValidationError for what a form would refuse, and ``not_whole``,
    ``plan_not_yet``, ``not_carried``, ``not_held``, ``voted_already``.
    """
    hold_the_books()
    plans = SplitPlan.objects.select_for_update(of=("self",))
    plan = plans.filter(pk=distribution.plan_id).first()
    check_vote(distribution)
    unit = unit_of(Body.objects.current().currency)
    given = list(plan.shares.select_related("account").order_by("pk"))
    parts = split(distribution.amount, [each.percent for each in given], unit=unit)
    distribution.entry = post_entry(
        dated=distribution.voted_on,
        memo=_("Voted to be passed on: %s") % plan.name,
        lines=_lines(distribution, given, parts),
        posted_by=recorded_by,
    )
    distribution.save()
    for share, part in zip(given, parts, strict=True):
        _give(distribution, share, part)


def check_vote(distribution: Distribution) -> None:
    """Refuse what cannot be voted, before anything is written; see above for codes."""
    distribution.full_clean(exclude=["entry"])
    currency = Body.objects.current().currency
    check_places(distribution.amount, currency)
    plan, motion = distribution.plan, distribution.motion
    check_whole([each.percent for each in plan.shares.all()])
    if plan.effective_on > distribution.voted_on:
        message = _("This plan is in force from %s on.") % date_format(
            plan.effective_on, "DATE_FORMAT"
        )
        _refuse("plan", message, code="plan_not_yet")
    if motion and motion.result in NOT_CARRIED:
        _refuse("motion", _("This motion was not carried."), code="not_carried")
    _check_is_held(distribution, currency)
    _check_is_new(distribution)


@transaction.atomic
def take_back_distribution(
    distribution: Distribution, *, dated: date, recorded_by: User | None
) -> Distribution:
    """Undo a vote of which nothing was paid by its mirror image; return that.

    Raises ValidationError: ``is_a_correction``, ``taken_back``, ``share_paid``.
    """
    hold_the_books()
    _check_may_be_taken_back(distribution)
    mirror = Distribution(
        voted_on=dated,
        amount=-distribution.amount,
        plan=distribution.plan,
        fund=distribution.fund,
        motion=distribution.motion,
        entry=reverse_entry(distribution.entry, dated=dated, posted_by=recorded_by),
        reverses=distribution,
    )
    mirror.full_clean()
    mirror.save()
    return mirror


@transaction.atomic
def copy_plan(
    plan: SplitPlan, *, effective_on: date, motion: Motion | None
) -> SplitPlan:
    """Make a new version of a plan, in force from a day on, and return it.

    A plan by which something was passed on stays as it is; its new version can be
    written anew.
    """
    version = SplitPlan(name=plan.name, effective_on=effective_on, motion=motion)
    version.full_clean()
    version.save()
    for share in plan.shares.order_by("pk"):
        share.pk, share.plan = None, version
        share._state.adding = True
        share.save()
    return version


def _check_is_held(distribution: Distribution, currency: str) -> None:
    """Refuse to pass on what the fund does not have."""
    held = _held(distribution.fund, distribution.voted_on)
    if distribution.amount > held:
        message = _(
            "The fund %(fund)s holds %(held)s. Pass on less, or move money between "
            "the funds first."
        )
        params = {"fund": distribution.fund, "held": in_words(held, currency)}
        _refuse("amount", message % params, code="not_held")


def _check_is_new(distribution: Distribution) -> None:
    same = Distribution.objects.filter(
        voted_on=distribution.voted_on,
        amount=distribution.amount,
        plan=distribution.plan,
        fund=distribution.fund,
        motion=distribution.motion,
        reversed_by=None,
    )
    if same.exists():
        message = _("This is recorded already: the same day, amount, plan and motion.")
        raise ValidationError(message, code="voted_already")


def _held(fund: Fund, day: date) -> Decimal:
    """Return what a fund holds at the end of ``day``, less what it owes."""
    booked = Posting.objects.posted().up_to(day).filter(fund=fund)
    kinds = (Account.Kind.ASSET, Account.Kind.LIABILITY)
    held = booked.filter(account__kind__in=kinds)
    return held.aggregate(sum=Sum("amount", default=ZERO))["sum"]


def _lines(
    distribution: Distribution, shares: list[SplitShare], parts: list[Decimal]
) -> list[Line]:
    """Return the expenses, share by share, and what is owed for all of them."""
    fund = distribution.fund
    voted = Account.objects.by_purpose()[Account.Purpose.VOTED]
    spent = [
        Line(share.account, fund, part)
        for share, part in zip(shares, parts, strict=True)
        if part
    ]
    return [*spent, Line(voted, fund, -distribution.amount)]


def _give(distribution: Distribution, share: SplitShare, part: Decimal) -> None:
    given = DistributionShare(
        distribution=distribution,
        recipient=share.recipient,
        account=share.account,
        percent=share.percent,
        amount=part,
    )
    given.full_clean()
    given.save()


def _check_may_be_taken_back(distribution: Distribution) -> None:
    if distribution.reverses_id:
        message = _("This row is a correction itself. Record the vote anew.")
        raise ValidationError(message, code="is_a_correction")
    if Distribution.objects.filter(reverses=distribution).exists():
        message = _("This was taken back already.")
        raise ValidationError(message, code="taken_back")
    shares = distribution.shares.annotate(paid=Sum("payments__amount", default=ZERO))
    paid = shares.exclude(paid=ZERO).first()
    if paid:
        message = _("The share of %s is paid. Take back that payment first.")
        raise ValidationError(message % paid.recipient, code="share_paid")


def _refuse(field: str, message: str, *, code: str) -> None:
    raise ValidationError({field: ValidationError(message, code=code)})
