"""Budgets: what the body expects to receive and to spend in a year."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intergroup.business.models import Motion
from intergroup.kit.money import ZERO, MoneyField
from service.models import Committee
from treasury.models.accounts import Account


class BudgetQuerySet(models.QuerySet["Budget"]):
    """Named readings of the budgets."""

    def of_year(self, first: date) -> Self:
        """The budget of the fiscal year that begins on ``first``."""
        return self.filter(begins_on=first)

    def adopted(self, day: date) -> Self:
        """Budgets that were adopted on ``day`` or before."""
        return self.filter(adopted_on__lte=day)


class Budget(models.Model):
    """One fiscal year’s budget, by account and committee; adopted, it is amended."""

    begins_on = models.DateField(
        _("first day of its year"),
        unique=True,
        error_messages={"unique": _("This year has a budget already.")},
    )
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    motion = models.ForeignKey(
        Motion,
        models.PROTECT,
        related_name="budgets",
        null=True,
        blank=True,
        verbose_name=_("adopted by"),
    )
    note = models.TextField(_("note"), blank=True)

    objects = BudgetQuerySet.as_manager()

    class Meta:
        verbose_name = _("budget")
        verbose_name_plural = _("budgets")
        ordering = ["-begins_on"]

    def __str__(self) -> str:
        return f"{self.begins_on}"


class BudgetLineQuerySet(models.QuerySet["BudgetLine"]):
    """Named readings of the lines."""

    def with_changed(self, day: date) -> Self:
        """Annotate ``changed``: what amendments up to ``day`` make more or less."""
        decided = Q(amendments__decided_on__lte=day)
        changed = models.Sum("amendments__change", filter=decided, default=ZERO)
        return self.annotate(changed=changed)


class BudgetLine(models.Model):
    """What one account, of one committee perhaps, is given for the year."""

    budget = models.ForeignKey(
        Budget, models.PROTECT, related_name="lines", verbose_name=_("budget")
    )
    account = models.ForeignKey(
        Account,
        models.PROTECT,
        related_name="budget_lines",
        verbose_name=_("account"),
        limit_choices_to={"kind__in": [Account.Kind.INCOME, Account.Kind.EXPENSE]},
    )
    committee = models.ForeignKey(
        Committee,
        models.PROTECT,
        related_name="budget_lines",
        null=True,
        blank=True,
        verbose_name=_("committee"),
    )
    amount = MoneyField(_("amount for the year"))
    note = models.CharField(_("note"), max_length=200, blank=True)

    objects = BudgetLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("budget line")
        verbose_name_plural = _("budget lines")
        ordering = ["budget", "account__code", "committee__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["budget", "account", "committee"],
                name="treasury_budgetline_one_for_each_committee",
                violation_error_message=_(
                    "This account has a line for this committee already."
                ),
            ),
            models.UniqueConstraint(
                fields=["budget", "account"],
                condition=Q(committee__isnull=True),
                name="treasury_budgetline_one_without_committee",
                violation_error_message=_(
                    "This account has a line without a committee already."
                ),
            ),
            models.CheckConstraint(
                condition=Q(amount__gte=0),
                name="treasury_budgetline_is_not_below_zero",
                violation_error_message=_("A line is zero or more."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account_id}"


class BudgetAmendment(models.Model):
    """A change to a line that a motion made: so much more (+) or less (−)."""

    line = models.ForeignKey(
        BudgetLine, models.PROTECT, related_name="amendments", verbose_name=_("line")
    )
    decided_on = models.DateField(_("decided on"))
    change = MoneyField(_("change"))
    motion = models.ForeignKey(
        Motion,
        models.PROTECT,
        related_name="budget_amendments",
        verbose_name=_("by motion"),
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="amendments_recorded",
        null=True,
        editable=False,
        verbose_name=_("recorded by"),
    )

    class Meta:
        verbose_name = _("budget amendment")
        verbose_name_plural = _("budget amendments")
        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(change=0),
                name="treasury_budgetamendment_changes_something",
                violation_error_message=_("An amendment changes the amount."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.decided_on}"
