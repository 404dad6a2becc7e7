"""Income that is no contribution: literature sold, interest, an event’s tickets."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intergroup.kit.money import MoneyField
from treasury.models.accounts import Account, Fund
from treasury.models.contributions import Contribution
from treasury.models.ledger import Entry


class OtherIncomeQuerySet(models.QuerySet["OtherIncome"]):
    """Named readings of other income."""

    def within(self, first: date, last: date) -> Self:
        """Received from ``first`` to ``last``, both included."""
        return self.filter(received_on__range=(first, last))


class OtherIncome(models.Model):
    """Money that came in and is no contribution, with its entry in the books."""

    received_on = models.DateField(_("received on"))
    purpose = models.CharField(
        _("for"),
        max_length=160,
        help_text=_("Literature orders, interest … Never a person’s name."),
    )
    amount = MoneyField(_("amount"))
    account = models.ForeignKey(
        Account,
        models.PROTECT,
        related_name="other_income",
        verbose_name=_("kind of income"),
        limit_choices_to={"kind": Account.Kind.INCOME, "closed_on": None},
    )
    fund = models.ForeignKey(
        Fund, models.PROTECT, related_name="other_income", verbose_name=_("fund")
    )
    paid_into = models.ForeignKey(
        Account,
        models.PROTECT,
        related_name="other_income_received",
        verbose_name=_("received into"),
        limit_choices_to={"kind": Account.Kind.ASSET, "closed_on": None},
    )
    method = models.CharField(
        _("method"), max_length=8, choices=Contribution.Method, blank=True
    )
    reference = models.CharField(_("reference"), max_length=60, blank=True)
    entry = models.OneToOneField(
        Entry,
        models.PROTECT,
        related_name="other_income",
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

    objects = OtherIncomeQuerySet.as_manager()

    class Meta:
        verbose_name = _("other income")
        verbose_name_plural = _("other income")
        ordering = ["-received_on", "-pk"]
        indexes = [
            models.Index(fields=["received_on"], name="treasury_otherincome_by_day")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(reverses__isnull=True, amount__gt=0)
                | Q(reverses__isnull=False, amount__lt=0),
                name="treasury_otherincome_is_above_zero",
                violation_error_message=_("Income is more than zero."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.received_on} {self.purpose}"
