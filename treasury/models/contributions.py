"""What groups and members give, freely: the Seventh Tradition."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intergroup.kit.money import MoneyField
from intergroup.registry.models import Group
from treasury.models.accounts import Account, Fund
from treasury.models.ledger import Entry


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
        return self.filter(
            source=Contribution.Source.UNIDENTIFIED,
            reverses__isnull=True,
            reversed_by__isnull=True,
        )


class Contribution(models.Model):
    """A voluntary contribution, with its entry in the books and no person’s name.

    A correction is a second row with the amount below zero that ``reverses`` the first,
    so that the rows of a period always add up to the books of that period.
    """

    class Source(models.TextChoices):
        GROUP = "group", _("A group")
        MEMBER = "member", _("A member")
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
    amount = MoneyField(_("amount"))
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

    objects = ContributionQuerySet.as_manager()

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ["-received_on", "-pk"]
        indexes = [
            models.Index(
                fields=["received_on", "source", "group", "amount"],
                name="treasury_contribution_by_day",
            )
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
        ]

    def __str__(self) -> str:
        return f"{self.received_on} {self.get_source_display()}"
