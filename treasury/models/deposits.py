"""Deposits: what was received, taken to the bank as one slip."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intergroup.kit.money import MoneyField
from treasury.models.accounts import Account
from treasury.models.ledger import Entry


class Deposit(models.Model):
    """One slip: several receipts that reach an account as one sum."""

    deposited_on = models.DateField(_("deposited on"))
    to_account = models.ForeignKey(
        Account,
        models.PROTECT,
        related_name="deposits",
        verbose_name=_("into"),
        limit_choices_to={"kind": Account.Kind.ASSET, "closed_on": None},
    )
    amount = MoneyField(_("amount"), editable=False)
    reference = models.CharField(_("slip number"), max_length=60, blank=True)
    entry = models.OneToOneField(
        Entry,
        models.PROTECT,
        related_name="deposit",
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
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="deposits_recorded",
        null=True,
        editable=False,
        verbose_name=_("recorded by"),
    )

    class Meta:
        verbose_name = _("deposit")
        verbose_name_plural = _("deposits")
        ordering = ["-deposited_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reverses__isnull=True) & ~Q(amount=0)
                | Q(reverses__isnull=False),
                name="treasury_deposit_is_not_zero",
                violation_error_message=_("A deposit is more than zero."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.deposited_on} {self.reference}".strip()


class DepositItemQuerySet(models.QuerySet["DepositItem"]):
    """Named readings of what is on the slips."""

    def live(self) -> Self:
        """Items whose slip was not taken back."""
        return self.filter(taken_back_on__isnull=True)


class DepositItem(models.Model):
    """One entry of received money that is on a slip, for its whole amount."""

    deposit = models.ForeignKey(
        Deposit, models.PROTECT, related_name="items", verbose_name=_("deposit")
    )
    entry = models.ForeignKey(
        Entry, models.PROTECT, related_name="deposit_items", verbose_name=_("entry")
    )
    amount = MoneyField(_("amount"))
    taken_back_on = models.DateField(_("taken back on"), null=True)

    objects = DepositItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("deposited item")
        verbose_name_plural = _("deposited items")
        ordering = ["deposit", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry"],
                condition=Q(taken_back_on__isnull=True),
                name="treasury_deposititem_deposited_once",
                violation_error_message=_("This was deposited already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.amount}"
