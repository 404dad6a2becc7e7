"""Months whose books are closed, and what they held when they were."""

from datetime import date
from decimal import Decimal
from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from intergroup.kit.dates import ONE_DAY, Period, month_of
from intergroup.kit.money import ZERO, MoneyField
from intergroup.registry.models import Group
from treasury.models.accounts import Account, Fund
from treasury.models.contributions import Contribution
from treasury.models.ledger import Entry, Posting

Held = dict[tuple[int, int], Decimal]  # by the ids of the account and of the fund


class ClosedMonthQuerySet(models.QuerySet["ClosedMonth"]):
    """Named readings of the closed months."""

    def closed(self) -> Self:
        """Months that were not opened again."""
        return self.filter(reopened_at__isnull=True)

    def through(self) -> date | None:
        """Return the first day of the last closed month; all before it is closed."""
        return self.closed().aggregate(last=models.Max("first_on"))["last"]

    def with_figures(self) -> Self:
        """Closed months that kept what they held, by date; the first ones may not."""
        kept = ClosingBalance.objects.filter(month=models.OuterRef("pk"))
        return self.closed().filter(models.Exists(kept)).order_by("first_on")

    def kept_by(self, day: date) -> Self:
        """Those of them that were over at the end of ``day``."""
        return self.with_figures().filter(first_on__lt=month_of(day + ONE_DAY).first)


class ClosedMonth(models.Model):
    """A month that nothing more is posted into; the database itself refuses it.

    Months are closed one after the other, and everything before a closed month is
    closed with it. To open one again takes two people and a reason.
    """

    first_on = models.DateField(
        _("first day"), help_text=_("The first day of the month.")
    )
    explanation = models.TextField(
        _("explanation"),
        blank=True,
        help_text=_("Why a point of the list is not settled, if one is not."),
    )
    closed_at = models.DateTimeField(_("closed at"), auto_now_add=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="months_closed",
        null=True,
        editable=False,
        verbose_name=_("closed by"),
    )
    reopen_reason = models.CharField(
        _("reason to open it again"), max_length=200, blank=True, editable=False
    )
    reopen_asked_at = models.DateTimeField(
        _("asked to open it again at"), null=True, editable=False
    )
    reopen_asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="reopenings_asked",
        null=True,
        editable=False,
        verbose_name=_("asked by"),
    )
    reopened_at = models.DateTimeField(_("opened again at"), null=True, editable=False)
    reopened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="months_reopened",
        null=True,
        editable=False,
        verbose_name=_("opened again by"),
    )

    objects = ClosedMonthQuerySet.as_manager()

    class Meta:
        verbose_name = _("closed month")
        verbose_name_plural = _("closed months")
        ordering = ["-first_on", "-pk"]
        permissions = [("reopen_closedmonth", _("Can open a closed month again"))]
        constraints = [
            models.UniqueConstraint(
                fields=["first_on"],
                condition=Q(reopened_at__isnull=True),
                name="treasury_closedmonth_closed_once",
                violation_error_message=_("This month is closed already."),
            ),
            models.CheckConstraint(
                condition=Q(reopened_at__isnull=True, reopened_by__isnull=True)
                | Q(
                    reopened_at__isnull=False,
                    reopened_by__isnull=False,
                    reopen_asked_by__isnull=False,
                )
                & ~Q(reopened_by=F("reopen_asked_by"))
                & ~Q(reopen_reason=""),
                name="treasury_closedmonth_reopened_by_two",
                violation_error_message=_(
                    "Opening a month again takes a reason and a second person."
                ),
            ),
        ]

    def __str__(self) -> str:
        return date_format(self.first_on, "F Y")

    @property
    def period(self) -> Period:
        """The days of the month, both ends included."""
        return month_of(self.first_on)

    @property
    def reopened_on(self) -> date | None:
        """The day it was opened again, as the body’s clock has it."""
        return self.reopened_at and timezone.localdate(self.reopened_at)

    def clean(self) -> None:
        """Hold the day to be the first of its month."""
        if self.first_on and self.first_on.day != 1:
            error = ValidationError(
                _("A month begins on its first day."), code="not_the_first"
            )
            raise ValidationError({"first_on": error})


class ClosingBalanceQuerySet(models.QuerySet["ClosingBalance"]):
    """Named readings of what the closed months held."""

    def held_on(self, day: date) -> Held:
        """Return what each account of each fund held at the end of ``day``.

        The last closed month is taken as it was kept, and only what came after it is
        added up. Nothing is kept, and nothing returned, for what held nothing.
        """
        month = ClosedMonth.objects.kept_by(day).last()
        if month is None:
            return moved_within(date.min, day)
        rows = self.filter(month=month).values_list("account_id", "fund_id", "amount")
        held = {(account, fund): amount for account, fund, amount in rows}
        return added(held, moved_within(month.period.last + ONE_DAY, day))


def moved_within(first: date, last: date) -> Held:
    """Add the ledger’s lines up by account and fund, both days included.

    They come from the covering index alone if they can: a draft lives no longer than
    the transaction that posts it, unless somebody wrote one by hand.
    """
    if last < first:
        return {}
    has_drafts = Entry.objects.drafts().exists()
    lines = Posting.objects.posted() if has_drafts else Posting.objects.all()
    # Without a first day the planner goes through the accounts in order, and sorts not.
    days = lines.up_to(last) if first == date.min else lines.within(first, last)
    rows = days.values_list("account_id", "fund_id").order_by()
    sums = rows.annotate(sum=models.Sum("amount"))
    return {(account, fund): amount for account, fund, amount in sums if amount}


def added(one: Held, other: Held) -> Held:
    """Return the sum of both, without what comes to nothing."""
    keys = {**one, **other}
    sums = {key: one.get(key, ZERO) + other.get(key, ZERO) for key in keys}
    return {key: amount for key, amount in sums.items() if amount}


class ClosingBalance(models.Model):
    """What an account of a fund held when a month was closed: all postings up to it."""

    month = models.ForeignKey(
        ClosedMonth, models.PROTECT, related_name="balances", verbose_name=_("month")
    )
    account = models.ForeignKey(
        Account,
        models.PROTECT,
        related_name="closing_balances",
        verbose_name=_("account"),
    )
    fund = models.ForeignKey(
        Fund, models.PROTECT, related_name="closing_balances", verbose_name=_("fund")
    )
    amount = MoneyField(_("amount"))

    objects = ClosingBalanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("closing balance")
        verbose_name_plural = _("closing balances")
        ordering = ["month", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["month", "account", "fund"],
                name="treasury_closingbalance_once",
                violation_error_message=_("This balance is there already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.account_id}: {self.amount}"


class MonthContribution(models.Model):
    """What came from one group, or one other source, in a month that was closed."""

    month = models.ForeignKey(
        ClosedMonth,
        models.PROTECT,
        related_name="contributions",
        verbose_name=_("month"),
    )
    source = models.CharField(_("from"), max_length=12, choices=Contribution.Source)
    group = models.ForeignKey(
        Group,
        models.PROTECT,
        related_name="month_contributions",
        null=True,
        verbose_name=_("group"),
    )
    amount = MoneyField(_("amount"))

    class Meta:
        verbose_name = _("contributions of a closed month")
        verbose_name_plural = _("contributions of closed months")
        ordering = ["month", "pk"]

    def __str__(self) -> str:
        return f"{self.get_source_display()}: {self.amount}"
