"""What the body has paid."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intergroup.business.models import Motion
from intergroup.kit.money import MoneyField
from service.models import Committee
from treasury.models.accounts import Account, Fund
from treasury.models.bills import Bill
from treasury.models.distributions import DistributionShare
from treasury.models.ledger import Entry


class ExpenseQuerySet(models.QuerySet["Expense"]):
    """Named readings of what was paid."""

    def within(self, first: date, last: date) -> Self:
        """Paid from ``first`` to ``last``, both included."""
        return self.filter(paid_on__range=(first, last))


class Expense(models.Model):
    """Something paid, with its entry in the books and the motion that authorised it.

    It pays a bill (``bill``), a share that was voted before (``share``, whose account
    is what is owed), or stands by itself.
    """

    class Method(models.TextChoices):
        CHEQUE = "cheque", _("Check")
        TRANSFER = "transfer", _("Bank transfer")
        CARD = "card", _("Card")
        CASH = "cash", _("Cash")
        ONLINE = "online", _("Payment app")
        DIRECT = "direct", _("Taken from the account")

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
        limit_choices_to={
            "kind__in": [Account.Kind.EXPENSE, Account.Kind.LIABILITY],
            "closed_on": None,
        },
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
    method = models.CharField(_("method"), max_length=8, choices=Method, blank=True)
    cheque_number = models.PositiveIntegerField(
        _("check number"), null=True, blank=True
    )
    reference = models.CharField(_("reference"), max_length=60, blank=True)
    committee = models.ForeignKey(
        Committee,
        models.PROTECT,
        related_name="expenses",
        null=True,
        blank=True,
        verbose_name=_("committee"),
    )
    authorised_by = models.ForeignKey(
        Motion,
        models.PROTECT,
        related_name="expenses",
        null=True,
        blank=True,
        verbose_name=_("authorised by"),
    )
    bill = models.ForeignKey(
        Bill,
        models.PROTECT,
        related_name="payments",
        null=True,
        editable=False,
        verbose_name=_("pays the bill"),
    )
    share = models.ForeignKey(
        DistributionShare,
        models.PROTECT,
        related_name="payments",
        null=True,
        editable=False,
        verbose_name=_("pays the share"),
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
        indexes = [models.Index(fields=["paid_on"], name="treasury_expense_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(reverses__isnull=True, amount__gt=0)
                | Q(reverses__isnull=False, amount__lt=0),
                name="treasury_expense_is_above_zero",
                violation_error_message=_("An expense is more than zero."),
            ),
            models.UniqueConstraint(
                fields=["paid_from", "cheque_number"],
                condition=Q(reverses__isnull=True, cheque_number__isnull=False),
                name="treasury_expense_check_number_once",
                violation_error_message=_("This check number was used already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paid_on} {self.payee}"


class VoidCheque(models.Model):
    """A check that was spoiled before it paid anything; its number stays used."""

    account = models.ForeignKey(
        Account,
        models.PROTECT,
        related_name="void_cheques",
        verbose_name=_("account"),
        limit_choices_to={"kind": Account.Kind.ASSET},
    )
    number = models.PositiveIntegerField(_("check number"))
    voided_on = models.DateField(_("voided on"))
    reason = models.CharField(_("reason"), max_length=200)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="cheques_voided",
        null=True,
        editable=False,
        verbose_name=_("recorded by"),
    )

    class Meta:
        verbose_name = _("void check")
        verbose_name_plural = _("void checks")
        ordering = ["account", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "number"],
                name="treasury_voidcheque_number_once",
                violation_error_message=_("This check number is void already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}"
