"""Vouchers: the photo or PDF of a bill or a receipt, kept inside the database.

In the database they are written with the record, or not at all, and one copy of the
database is a copy of everything.
"""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from treasury.models.bills import Bill
from treasury.models.expenses import Expense


class VoucherQuerySet(models.QuerySet["Voucher"]):
    """Named readings of the vouchers."""

    def listed(self) -> Self:
        """Vouchers without their bytes."""
        return self.defer("content")


class Voucher(models.Model):
    """A paper that proves a bill or a payment."""

    class Kind(models.TextChoices):
        PDF = "application/pdf", _("PDF")
        JPEG = "image/jpeg", _("Photo")
        PNG = "image/png", _("Picture")

    bill = models.ForeignKey(
        Bill,
        models.PROTECT,
        related_name="vouchers",
        null=True,
        blank=True,
        verbose_name=_("bill"),
    )
    expense = models.ForeignKey(
        Expense,
        models.PROTECT,
        related_name="vouchers",
        null=True,
        blank=True,
        verbose_name=_("expense"),
    )
    name = models.CharField(_("file"), max_length=120)
    kind = models.CharField(_("kind"), max_length=15, choices=Kind)
    content = models.BinaryField(_("content"))
    sha256 = models.CharField(_("fingerprint"), max_length=64)
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="vouchers_added",
        null=True,
        editable=False,
        verbose_name=_("added by"),
    )

    objects = VoucherQuerySet.as_manager()

    class Meta:
        verbose_name = _("voucher")
        verbose_name_plural = _("vouchers")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(bill__isnull=False, expense__isnull=True)
                | Q(bill__isnull=True, expense__isnull=False),
                name="treasury_voucher_proves_one_thing",
                violation_error_message=_("A voucher belongs to a bill or a payment."),
            )
        ]

    def __str__(self) -> str:
        return self.name
