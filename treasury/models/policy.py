"""How this body handles its money: what its group conscience has settled."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intergroup.kit.money import MoneyField
from intergroup.registry.models.body import validate_currency


class PolicyManager(models.Manager["Policy"]):
    """The one policy."""

    def current(self) -> "Policy":
        """Return the policy of this body; an unsaved one before it was written."""
        return self.first() or Policy(pk=1)


class Policy(models.Model):
    """What the body has settled about money: limits, and the words on its letters."""

    approval_limit = MoneyField(
        _("two people approve above"),
        null=True,
        blank=True,
        help_text=_(
            "A bill above this amount needs two different people and the motion that "
            "authorised it. Empty: one person approves every bill."
        ),
    )
    receipt_words = models.TextField(
        _("words on a receipt"),
        blank=True,
        default="Thank you. What your group gives, freely, carries the message.",
    )
    is_tax_sentence_printed = models.BooleanField(
        _("print the tax sentence on receipts"), default=False
    )
    tax_sentence = models.TextField(
        _("tax sentence"),
        blank=True,
        default="This contribution is not tax-deductible.",
        help_text=_("Never say that it can be deducted, unless a lawyer has said so."),
    )
    refusal_words = models.TextField(
        _("words to those outside the fellowship"),
        blank=True,
        default=(
            "We are grateful for your kindness. By our Seventh Tradition we support "
            "ourselves by the voluntary contributions of our own members, and decline "
            "outside contributions. We return yours with our thanks."
        ),
    )
    is_every_group_listed = models.BooleanField(
        _("list groups that did not contribute in the period"), default=True
    )

    objects = PolicyManager()

    class Meta:
        verbose_name = _("money policy")
        verbose_name_plural = _("money policy")
        constraints = [
            models.CheckConstraint(
                condition=Q(pk=1),
                name="treasury_policy_is_the_only_one",
                violation_error_message=_("There is one money policy here."),
            ),
            models.CheckConstraint(
                condition=Q(approval_limit__isnull=True) | Q(approval_limit__gte=0),
                name="treasury_policy_limit_is_not_below_zero",
                violation_error_message=_("The limit is zero or more."),
            ),
        ]

    def __str__(self) -> str:
        return str(_("How we handle money"))


class YearlyLimitQuerySet(models.QuerySet["YearlyLimit"]):
    """Named readings of the limits."""

    def in_force(self, day: date, currency: str) -> Self:
        """The limit that holds on ``day``, as the first row; no row means no limit."""
        held = self.filter(effective_on__lte=day, currency=currency)
        return held.order_by("-effective_on")


class YearlyLimit(models.Model):
    """The most that one member may contribute in a year, from a day on."""

    effective_on = models.DateField(_("from"))
    currency = models.CharField(
        _("currency"), max_length=3, validators=[validate_currency]
    )
    amount = MoneyField(
        _("amount"),
        null=True,
        blank=True,
        help_text=_("Empty: from this day on there is no limit."),
    )

    objects = YearlyLimitQuerySet.as_manager()

    class Meta:
        verbose_name = _("yearly limit for a member")
        verbose_name_plural = _("yearly limits for a member")
        ordering = ["-effective_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["effective_on", "currency"],
                name="treasury_yearlylimit_one_a_day",
                violation_error_message=_("There is a limit from this day already."),
            ),
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount__gt=0),
                name="treasury_yearlylimit_is_above_zero",
                violation_error_message=_("A limit is more than zero."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.effective_on} {self.currency}"
