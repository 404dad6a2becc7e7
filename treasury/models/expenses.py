"""What the body has paid."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intergroup.business.models import Motion
from intergroup.kit.money import MoneyField
from treasury.models.accounts import Account, Fund
from treasury.models.ledger import Entry


class ExpenseQuerySet(models.QuerySet["Expense"]):
    """Named readings of what was paid."""

    def within(self, first: date, last: date) -> Self:
        """Paid from ``first`` to ``last``, both included."""
        return self.filter(paid_on__range=(first, last))


class Expense(models.Model):
    """Something paid, with its entry in the books and the motion that authorised it."""

    paid_on = models.DateField(_("paid on"))
    payee = models.CharField(
        _("paid to"),
        max_length=80,
        help_text=_(
            "A business or a position, such as Secretary. Never a person’s name."
        ),
    )
    purpose = models.CharField(_("for"), max_length=160)
    amount = MoneyField(_("amount"))
    account = models.ForeignKey(
        Account,
        models.PROTECT,
        related_name="expenses",
        verbose_name=_("kind of expense"),
        limit_choices_to={"kind": Account.Kind.EXPENSE, "closed_on": None},
    )
    fund = models.ForeignKey(
        Fund, models.PROTECT, related_name="expenses", verbose_name=_("fund")
    )
    paid_from = models.ForeignKey(
        Account,
        models.PROTECT,
        related_name="payments",
        verbose_name=_("paid from"),
        limit_choices_to={"kind": Account.Kind.ASSET, "closed_on": None},
    )
    reference = models.CharField(
        _("reference"), max_length=60, blank=True, help_text=_("A check number, say.")
    )
    authorised_by = models.ForeignKey(
        Motion,
        models.PROTECT,
        related_name="expenses",
        null=True,
        blank=True,
        verbose_name=_("authorised by"),
    )
    entry = models.OneToOneField(
        Entry,
        models.PROTECT,
        related_name="expense",
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

    objects = ExpenseQuerySet.as_manager()

    class Meta:
        verbose_name = _("expense")
        verbose_name_plural = _("expenses")
        ordering = ["-paid_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reverses__isnull=True, amount__gt=0)
                | Q(reverses__isnull=False, amount__lt=0),
                name="treasury_expense_is_above_zero",
                violation_error_message=_("An expense is more than zero."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.paid_on} {self.payee}"
