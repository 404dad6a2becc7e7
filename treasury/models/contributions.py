"""What groups and members give, freely: the Seventh Tradition."""

import re
from datetime import date
from decimal import Decimal
from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intergroup.kit.money import ZERO, MoneyField
from intergroup.registry.models import Group
from treasury.models.accounts import Account, Fund
from treasury.models.collections import Collection
from treasury.models.ledger import Entry

_KEY = re.compile(r"[A-Z]{0,3}-?[0-9]{2,12}")


def validate_contributor(key: str) -> None:
    """Refuse anything that could be a name: a key is figures behind a few letters."""
    if not _KEY.fullmatch(key):
        raise ValidationError(
            _("Write a key such as M-0042: figures, never a name."), code="not_a_key"
        )


class ImportBatch(models.Model):
    """One file that was imported, known again by its fingerprint."""

    file_name = models.CharField(_("file"), max_length=255)
    sha256 = models.CharField(_("fingerprint"), max_length=64)
    rows = models.PositiveIntegerField(_("rows"))
    refused = models.PositiveIntegerField(_("rows refused"), default=0)
    imported_at = models.DateTimeField(_("imported at"), auto_now_add=True)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="batches_imported",
        null=True,
        verbose_name=_("imported by"),
    )

    class Meta:
        verbose_name = _("imported file")
        verbose_name_plural = _("imported files")
        ordering = ["-imported_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["sha256"],
                condition=Q(refused=0),
                name="treasury_importbatch_whole_file_once",
                violation_error_message=_("This file was imported before."),
            )
        ]

    def __str__(self) -> str:
        return self.file_name


class ContributionQuerySet(models.QuerySet["Contribution"]):
    """Named readings of the contributions."""

    def within(self, first: date, last: date) -> Self:
        """Received from ``first`` to ``last``, both included."""
        return self.filter(received_on__range=(first, last))

    def unidentified(self) -> Self:
        """Contributions that still wait for their group, and were not taken back."""
        waiting = self.filter(
            source=Contribution.Source.UNIDENTIFIED,
            reverses__isnull=True,
            reversed_by__isnull=True,
        )
        return waiting.exclude(pk__in=self.model.objects.identified().values("pk"))

    def identified(self) -> Self:
        """Contributions whose giver was found out later, and still holds."""
        return self.filter(
            identifications__reverses__isnull=True,
            identifications__reversed_by__isnull=True,
            identifications__isnull=False,
        )


class Contribution(models.Model):
    """A voluntary contribution, with its entry in the books and no person’s name.

    A correction is a second row with the amount below zero that ``reverses`` the first,
    so that the rows of a period always add up to the books of that period.
    """

    class Source(models.TextChoices):
        GROUP = "group", _("A group")
        MEMBER = "member", _("A member")
        BIRTHDAY = "birthday", _("A birthday")
        BASKET = "basket", _("The meeting basket")
        EVENT = "event", _("An event")
        UNIDENTIFIED = "unidentified", _("Not yet identified")

    class Method(models.TextChoices):
        CASH = "cash", _("Cash")
        CHEQUE = "cheque", _("Check")
        CARD = "card", _("Card")
        ZELLE = "zelle", _("Zelle")
        VENMO = "venmo", _("Venmo")
        PAYPAL = "paypal", _("PayPal")
        TRANSFER = "transfer", _("Bank transfer")
        OTHER = "other", _("Other")

    received_on = models.DateField(_("received on"))
    source = models.CharField(
        _("from"), max_length=12, choices=Source, default=Source.GROUP
    )
    group = models.ForeignKey(
        Group,
        models.PROTECT,
        related_name="contributions",
        null=True,
        blank=True,
        verbose_name=_("group"),
    )
    marked = models.CharField(
        _("marked"),
        max_length=120,
        blank=True,
        help_text=_(
            "What was written on it, to find its group. Never a person’s name."
        ),
    )
    event = models.CharField(
        _("event"), max_length=80, blank=True, help_text=_("Which event it was.")
    )
    contributor = models.CharField(
        _("contributor key"),
        max_length=16,
        blank=True,
        validators=[validate_contributor],
        help_text=_(
            "A key such as M-0042, known to nobody but the member: only to count what "
            "one member gives in a year. Never a name."
        ),
    )
    amount = MoneyField(_("amount"))
    fee = MoneyField(
        _("fee kept by the payment service"),
        default=ZERO,
        help_text=_("What arrives is the amount less this."),
    )
    method = models.CharField(_("method"), max_length=8, choices=Method, blank=True)
    reference = models.CharField(
        _("reference"), max_length=60, blank=True, help_text=_("A check number, say.")
    )
    fund = models.ForeignKey(
        Fund, models.PROTECT, related_name="contributions", verbose_name=_("fund")
    )
    account = models.ForeignKey(
        Account,
        models.PROTECT,
        related_name="contributions",
        verbose_name=_("received into"),
        limit_choices_to={"kind": Account.Kind.ASSET, "closed_on": None},
    )
    entry = models.OneToOneField(
        Entry,
        models.PROTECT,
        related_name="contribution",
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
    batch = models.ForeignKey(
        ImportBatch,
        models.PROTECT,
        related_name="contributions",
        null=True,
        editable=False,
        verbose_name=_("imported file"),
    )
    import_key = models.CharField(max_length=32, blank=True, editable=False)
    collection = models.ForeignKey(
        Collection,
        models.PROTECT,
        related_name="contributions",
        null=True,
        editable=False,
        verbose_name=_("collection"),
    )
    receipt_year = models.PositiveSmallIntegerField(
        _("year of the receipt"), null=True, editable=False
    )
    receipt_number = models.PositiveIntegerField(
        _("receipt number"), null=True, editable=False
    )

    objects = ContributionQuerySet.as_manager()

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ["-received_on", "-pk"]
        indexes = [
            models.Index(
                fields=["received_on", "source", "group", "amount"],
                name="treasury_contribution_by_day",
            ),
            models.Index(
                fields=["received_on", "fee"],
                condition=~Q(fee=0),
                name="treasury_contribution_fees",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(source="group", group__isnull=False)
                | ~Q(source="group") & Q(group__isnull=True),
                name="treasury_contribution_group_has_its_group",
                violation_error_message=_("Choose the group it came from."),
            ),
            models.CheckConstraint(
                condition=Q(reverses__isnull=True, amount__gt=0)
                | Q(reverses__isnull=False, amount__lt=0),
                name="treasury_contribution_is_above_zero",
                violation_error_message=_("A contribution is more than zero."),
            ),
            models.UniqueConstraint(
                fields=["import_key"],
                condition=~Q(import_key=""),
                name="treasury_contribution_imported_once",
                violation_error_message=_("This row was imported before."),
            ),
            models.CheckConstraint(
                condition=Q(fee=0)
                | Q(fee__gt=0, fee__lt=F("amount"))
                | Q(fee__lt=0, fee__gt=F("amount")),
                name="treasury_contribution_fee_is_a_part",
                violation_error_message=_("The fee is less than the amount."),
            ),
            models.CheckConstraint(
                condition=Q(contributor="")
                | Q(source__in=["member", "birthday", "event"]),
                name="treasury_contribution_key_is_a_members",
                violation_error_message=_("Only a member has a contributor key."),
            ),
            models.UniqueConstraint(
                fields=["receipt_year", "receipt_number"],
                name="treasury_contribution_receipt_once",
                violation_error_message=_("This receipt number is given already."),
            ),
            models.CheckConstraint(
                condition=Q(
                    reverses__isnull=True,
                    receipt_year__isnull=False,
                    receipt_number__gte=1,
                )
                | Q(
                    reverses__isnull=False,
                    receipt_year__isnull=True,
                    receipt_number__isnull=True,
                ),
                name="treasury_contribution_has_its_receipt",
                violation_error_message=_("A contribution has a receipt number."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.received_on} {self.get_source_display()}"

    @property
    def net(self) -> Decimal:
        """What arrived: the amount less the fee."""
        return self.amount - self.fee

    @property
    def receipt(self) -> str:
        """The number of its receipt, such as 2026-0113; nothing for a correction."""
        if self.receipt_number is None:
            return ""
        return f"{self.receipt_year}-{self.receipt_number:04}"
