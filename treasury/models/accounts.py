"""The chart of accounts, and the funds that money is set apart in."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class AccountQuerySet(models.QuerySet["Account"]):
    """Named readings of the chart of accounts."""

    def open(self) -> Self:
        """Accounts still in use."""
        return self.filter(closed_on__isnull=True)

    def holding_money(self) -> Self:
        """Bank, cash and payment-app accounts."""
        return self.filter(kind=Account.Kind.ASSET)

    def by_purpose(self) -> dict[str, "Account"]:
        """Return the accounts that the actions need, by what they are for."""
        return {account.purpose: account for account in self.exclude(purpose="")}


class Account(models.Model):
    """One account of the books.

    A posting’s amount is positive when it is a debit: into an asset, or an expense.
    Some accounts have a ``purpose``: the actions find them by it, whatever a body
    calls or numbers them.
    """

    class Kind(models.TextChoices):
        ASSET = "asset", _("Money held")
        LIABILITY = "liability", _("Owed")
        NET_ASSETS = "net-assets", _("Net assets")
        INCOME = "income", _("Income")
        EXPENSE = "expense", _("Expense")

    class Purpose(models.TextChoices):
        BANK = "bank", _("The bank account")
        UNDEPOSITED = "undeposited", _("Received and not yet deposited")
        GROUP_CONTRIBUTIONS = "group-contributions", _("Contributions from groups")
        MEMBER_CONTRIBUTIONS = "member-contributions", _("Contributions from members")
        UNIDENTIFIED = "unidentified", _("Contributions not yet identified")
        BIRTHDAY = "birthday", _("Birthday contributions")
        BASKET = "basket", _("The basket at the business meeting")
        EVENTS = "events", _("Events")
        FEES = "fees", _("Fees of banks and payment apps")
        OVER_SHORT = "over-short", _("Cash over and short")
        VOTED = "voted", _("Voted and not yet paid")
        TO_RETURN = "to-return", _("To be returned")
        OPENING = "opening", _("Balances brought forward")
        FUND_TRANSFERS = "fund-transfers", _("Moved between funds")

    code = models.CharField(_("code"), max_length=10, unique=True)
    name = models.CharField(_("name"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    purpose = models.CharField(
        _("purpose"), max_length=24, choices=Purpose, blank=True, editable=False
    )
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    objects = AccountQuerySet.as_manager()

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["purpose"],
                condition=~Q(purpose=""),
                name="treasury_account_one_for_each_purpose",
                violation_error_message=_("Another account serves this purpose."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Fund(models.Model):
    """Money set apart inside the same accounts: operating, prudent reserve …"""

    class Purpose(models.TextChoices):
        OPERATING = "operating", _("Operating")
        RESERVE = "reserve", _("Prudent reserve")

    name = models.CharField(_("name"), max_length=60, unique=True)
    purpose = models.CharField(
        _("purpose"), max_length=12, choices=Purpose, blank=True, editable=False
    )
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    class Meta:
        verbose_name = _("fund")
        verbose_name_plural = _("funds")
        ordering = ["order", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["purpose"],
                condition=~Q(purpose=""),
                name="treasury_fund_one_for_each_purpose",
                violation_error_message=_("Another fund serves this purpose."),
            )
        ]

    def __str__(self) -> str:
        return self.name
