"""The prudent reserve: what the body has agreed to keep for hard days."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intergroup.business.models import Motion
from intergroup.kit.money import ZERO, MoneyField
from intergroup.kit.percent import PercentField
from service.models import Position
from treasury.models.accounts import Account


class ReserveRuleQuerySet(models.QuerySet["ReserveRule"]):
    """Named readings of the rules."""

    def in_force(self, day: date) -> Self:
        """The rule that holds on ``day``, as the first row; none means no rule yet."""
        return self.filter(effective_on__lte=day).order_by("-effective_on")


class ReserveRule(models.Model):
    """How much the body keeps in reserve from a day on, by one of six rules."""

    class Kind(models.TextChoices):
        FIXED = "fixed", _("A fixed amount")
        MONTHS = "months", _("So many months of expenses")
        BUDGET = "budget", _("A part of last year’s budget")
        TWO_BUDGETS = (
            "two-budgets",
            _("A part of this and last year’s budgets together"),
        )
        PARTS = "parts", _("A sum of parts")
        CAP = "cap", _("One year’s budget, with what is owed and one-time costs")

    class Basis(models.TextChoices):
        SPENT = "spent", _("What was spent in the last twelve months")
        BUDGET = "budget", _("This year’s budget")

    effective_on = models.DateField(
        _("from"),
        unique=True,
        error_messages={"unique": _("There is a rule from this day already.")},
    )
    kind = models.CharField(_("kind of rule"), max_length=12, choices=Kind)
    amount = MoneyField(
        _("amount"),
        null=True,
        blank=True,
        help_text=_("The fixed amount, or the one-time costs above a year’s budget."),
    )
    months = models.PositiveSmallIntegerField(_("months"), null=True, blank=True)
    basis = models.CharField(
        _("a month is"), max_length=6, choices=Basis, default=Basis.SPENT
    )
    percent = PercentField(_("per cent"), null=True, blank=True)
    leaves_out = models.ManyToManyField(
        Account,
        related_name="left_out_of_reserve",
        blank=True,
        verbose_name=_("leaves out"),
        limit_choices_to={"kind": Account.Kind.EXPENSE},
        help_text=_("Expenses that the rule does not count, such as literature."),
    )
    floor = MoneyField(
        _("operating floor"),
        default=ZERO,
        help_text=_("Kept in the operating account besides the reserve."),
    )
    motion = models.ForeignKey(
        Motion,
        models.PROTECT,
        related_name="reserve_rules",
        null=True,
        blank=True,
        verbose_name=_("decided by"),
    )

    objects = ReserveRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("reserve rule")
        verbose_name_plural = _("reserve rules")
        ordering = ["-effective_on"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="fixed") | Q(amount__gte=0),
                name="treasury_reserverule_fixed_has_an_amount",
                violation_error_message=_("Say the fixed amount."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="months") | Q(months__gte=1),
                name="treasury_reserverule_months_are_counted",
                violation_error_message=_("Say how many months."),
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=["budget", "two-budgets"]) | Q(percent__gt=0),
                name="treasury_reserverule_part_has_a_percentage",
                violation_error_message=_("Say how many per cent of the budget."),
            ),
            models.CheckConstraint(
                condition=Q(floor__gte=0),
                name="treasury_reserverule_floor_is_not_below_zero",
                violation_error_message=_("The floor is zero or more."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.effective_on} {self.get_kind_display()}"


class ReservePart(models.Model):
    """One part of a rule that adds parts up; a vacant position’s part counts zero."""

    rule = models.ForeignKey(  # an owned part: it has no life without its rule
        ReserveRule, models.CASCADE, related_name="parts", verbose_name=_("rule")
    )
    name = models.CharField(_("name"), max_length=80)
    amount = MoneyField(_("amount a month"))
    months = models.PositiveSmallIntegerField(_("months"), default=1)
    position = models.ForeignKey(
        Position,
        models.PROTECT,
        related_name="reserve_parts",
        null=True,
        blank=True,
        verbose_name=_("counts while somebody serves as"),
    )

    class Meta:
        verbose_name = _("part of the reserve")
        verbose_name_plural = _("parts of the reserve")
        ordering = ["rule", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gte=0),
                name="treasury_reservepart_is_not_below_zero",
                violation_error_message=_("A part is zero or more."),
            )
        ]

    def __str__(self) -> str:
        return self.name
