"""Passing on: split plans, and what the body voted to pass on by them."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intergroup.business.models import Motion
from intergroup.kit.money import MoneyField
from intergroup.kit.percent import WHOLE, PercentField
from treasury.models.accounts import Account, Fund
from treasury.models.ledger import Entry


class SplitPlanQuerySet(models.QuerySet["SplitPlan"]):
    """Named readings of the plans."""

    def in_force(self, day: date) -> Self:
        """The plan that holds on ``day``, as the first row."""
        return self.filter(effective_on__lte=day).order_by("-effective_on", "-pk")


class SplitPlan(models.Model):
    """How the group conscience divides what is passed on, from a day on."""

    name = models.CharField(_("name"), max_length=80)
    effective_on = models.DateField(_("from"))
    motion = models.ForeignKey(
        Motion,
        models.PROTECT,
        related_name="split_plans",
        null=True,
        blank=True,
        verbose_name=_("decided by"),
    )

    objects = SplitPlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("split plan")
        verbose_name_plural = _("split plans")
        ordering = ["-effective_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "effective_on"],
                name="treasury_splitplan_one_a_day",
                violation_error_message=_("This plan has a version from this day."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.effective_on}"


class SplitShare(models.Model):
    """One recipient’s share of a plan; the shares of a plan total 100 per cent."""

    plan = models.ForeignKey(  # an owned part: a plan that was used is guarded
        SplitPlan, models.CASCADE, related_name="shares", verbose_name=_("plan")
    )
    recipient = models.CharField(
        _("to"), max_length=80, help_text=_("A service body, never a person.")
    )
    account = models.ForeignKey(
        Account,
        models.PROTECT,
        related_name="split_shares",
        verbose_name=_("kind of expense"),
        limit_choices_to={"kind": Account.Kind.EXPENSE, "closed_on": None},
    )
    percent = PercentField(_("per cent"))

    class Meta:
        verbose_name = _("share")
        verbose_name_plural = _("shares")
        ordering = ["plan", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "recipient"],
                name="treasury_splitshare_one_for_each_recipient",
                violation_error_message=_("This recipient is in the plan already."),
            ),
            models.CheckConstraint(
                condition=Q(percent__gt=0, percent__lte=WHOLE),
                name="treasury_splitshare_is_a_part",
                violation_error_message=_("A share is above 0 and up to 100 per cent."),
            ),
        ]

    def __str__(self) -> str:
        return self.recipient


class Distribution(models.Model):
    """A sum that the body voted to pass on: spent at once, owed until it is paid."""

    voted_on = models.DateField(_("voted on"))
    amount = MoneyField(_("amount"))
    plan = models.ForeignKey(
        SplitPlan,
        models.PROTECT,
        related_name="distributions",
        verbose_name=_("split plan"),
    )
    fund = models.ForeignKey(
        Fund, models.PROTECT, related_name="distributions", verbose_name=_("from fund")
    )
    motion = models.ForeignKey(
        Motion,
        models.PROTECT,
        related_name="distributions",
        null=True,
        blank=True,
        verbose_name=_("authorised by"),
    )
    entry = models.OneToOneField(
        Entry,
        models.PROTECT,
        related_name="distribution",
        editable=False,
        verbose_name=_("entry"),
    )
    reverses = models.OneToOneField(
        "self",
        models.PROTECT,
        related_name="reversed_by",
        null=True,
        editable=False,
        verbose_name=_("takes back"),
    )

    class Meta:
        verbose_name = _("distribution")
        verbose_name_plural = _("distributions")
        ordering = ["-voted_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reverses__isnull=True, amount__gt=0)
                | Q(reverses__isnull=False, amount__lt=0),
                name="treasury_distribution_is_above_zero",
                violation_error_message=_("What is passed on is more than zero."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.voted_on}"


class DistributionShare(models.Model):
    """What one recipient gets of a distribution, to the cent."""

    distribution = models.ForeignKey(
        Distribution,
        models.PROTECT,
        related_name="shares",
        verbose_name=_("distribution"),
    )
    recipient = models.CharField(_("to"), max_length=80)
    account = models.ForeignKey(
        Account,
        models.PROTECT,
        related_name="distribution_shares",
        verbose_name=_("kind of expense"),
    )
    percent = PercentField(_("per cent"))
    amount = MoneyField(_("amount"))

    class Meta:
        verbose_name = _("share passed on")
        verbose_name_plural = _("shares passed on")
        ordering = ["distribution", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["distribution", "recipient"],
                name="treasury_distributionshare_one_for_each_recipient",
                violation_error_message=_("This recipient has a share already."),
            )
        ]

    def __str__(self) -> str:
        return self.recipient
