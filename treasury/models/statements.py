"""Statements of banks and payment apps, and what of the books they have cleared."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intergroup.kit.money import MoneyField
from treasury.models.accounts import Account
from treasury.models.ledger import Entry


class ColumnMapping(models.Model):
    """Which column of a bank’s spreadsheet is what, kept for the next file."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    account = models.ForeignKey(
        Account,
        models.PROTECT,
        related_name="column_mappings",
        null=True,
        blank=True,
        verbose_name=_("account"),
    )
    headers = models.TextField(
        _("headers"), blank=True, help_text=_("By which the file is known again.")
    )
    columns = models.JSONField(_("columns"), default=dict)

    class Meta:
        verbose_name = _("column mapping")
        verbose_name_plural = _("column mappings")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class StatementQuerySet(models.QuerySet["Statement"]):
    """Named readings of the statements."""

    def reconciled(self) -> Self:
        """Statements that agree with the books to the cent."""
        return self.filter(reconciled_at__isnull=False)


class Statement(models.Model):
    """What a bank or payment app says that an account holds at the end of a day."""

    class Kind(models.TextChoices):
        FILE = "file", _("A file")
        ASSERTED = "asserted", _("Read from the bank’s page or paper")

    account = models.ForeignKey(
        Account,
        models.PROTECT,
        related_name="statements",
        verbose_name=_("account"),
        limit_choices_to={"kind": Account.Kind.ASSET},
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.FILE)
    begins_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("up to the end of"))
    opening = MoneyField(_("balance at the beginning"), null=True, blank=True)
    closing = MoneyField(_("balance at the end"), null=True, blank=True)
    file_name = models.CharField(_("file"), max_length=255, blank=True)
    sha256 = models.CharField(_("fingerprint"), max_length=64, blank=True)
    imported_at = models.DateTimeField(_("imported at"), auto_now_add=True)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="statements_imported",
        null=True,
        editable=False,
        verbose_name=_("imported by"),
    )
    reconciled_at = models.DateTimeField(_("reconciled at"), null=True, editable=False)
    reconciled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="statements_reconciled",
        null=True,
        editable=False,
        verbose_name=_("reconciled by"),
    )

    objects = StatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ["-ends_on", "account", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "sha256"],
                condition=~Q(sha256=""),
                name="treasury_statement_file_once",
                violation_error_message=_("This statement was imported before."),
            ),
            models.CheckConstraint(
                condition=Q(reconciled_at__isnull=True) | Q(closing__isnull=False),
                name="treasury_statement_reconciled_has_a_balance",
                violation_error_message=_("Say what the bank says the balance is."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ends_on}"


class StatementLine(models.Model):
    """One line of a statement: into the account above zero, out of it below.

    ``key`` is the same whenever the same line is read again from another file.
    ``description`` has lost every word that could be somebody’s name.
    """

    statement = models.ForeignKey(
        Statement, models.PROTECT, related_name="lines", verbose_name=_("statement")
    )
    account = models.ForeignKey(
        Account,
        models.PROTECT,
        related_name="statement_lines",
        verbose_name=_("account"),
    )
    key = models.CharField(_("key"), max_length=64)
    dated = models.DateField(_("dated"))
    amount = MoneyField(_("amount"))
    description = models.CharField(_("description"), max_length=200, blank=True)
    reference = models.CharField(_("reference"), max_length=60, blank=True)
    kind = models.CharField(_("kind"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("statement line")
        verbose_name_plural = _("statement lines")
        ordering = ["dated", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "key"],
                name="treasury_statementline_once",
                violation_error_message=_("This line was imported before."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.dated} {self.description}"


class Clearing(models.Model):
    """An entry that a statement shows: by one of its lines, or ticked by hand."""

    statement = models.ForeignKey(
        Statement, models.PROTECT, related_name="clearings", verbose_name=_("statement")
    )
    account = models.ForeignKey(
        Account, models.PROTECT, related_name="clearings", verbose_name=_("account")
    )
    entry = models.ForeignKey(
        Entry, models.PROTECT, related_name="clearings", verbose_name=_("entry")
    )
    line = models.ForeignKey(
        StatementLine,
        models.PROTECT,
        related_name="clearings",
        null=True,
        verbose_name=_("statement line"),
    )

    class Meta:
        verbose_name = _("clearing")
        verbose_name_plural = _("clearings")
        ordering = ["statement", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "entry"],
                name="treasury_clearing_once",
                violation_error_message=_("This was cleared already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.entry_id}"
