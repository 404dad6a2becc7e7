"""Reports as they were presented, and yearly statements made as one batch."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intergroup.business.models import BusinessMeeting
from intergroup.kit.dates import Period
from intergroup.registry.models import Group
from treasury.models.months import ClosedMonth


class PresentedReport(models.Model):
    """A report as it was presented: its figures, its paper, and their fingerprints."""

    class Status(models.TextChoices):
        PROVISIONAL = "provisional", _("Provisional")
        FINAL = "final", _("Final")

    report = models.CharField(_("report"), max_length=40)
    first_on = models.DateField(_("from"))
    last_on = models.DateField(_("to"))
    status = models.CharField(_("status"), max_length=11, choices=Status)
    month = models.ForeignKey(
        ClosedMonth,
        models.PROTECT,
        related_name="reports",
        null=True,
        verbose_name=_("closed month"),
    )
    meeting = models.ForeignKey(
        BusinessMeeting,
        models.PROTECT,
        related_name="reports_presented",
        null=True,
        verbose_name=_("business meeting"),
    )
    figures = models.JSONField(_("figures"))
    figures_sha256 = models.CharField(_("fingerprint of the figures"), max_length=64)
    pdf = models.BinaryField(_("PDF"))
    pdf_sha256 = models.CharField(_("fingerprint of the PDF"), max_length=64)
    seal = models.CharField(_("last seal of the ledger"), max_length=64, blank=True)
    presented_at = models.DateTimeField(_("presented at"), auto_now_add=True)
    presented_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="reports_presented",
        null=True,
        editable=False,
        verbose_name=_("presented by"),
    )

    class Meta:
        verbose_name = _("presented report")
        verbose_name_plural = _("presented reports")
        ordering = ["-presented_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__gte=F("first_on")),
                name="treasury_presentedreport_ends_after_it_begins",
                violation_error_message=_("A period ends after it begins."),
            )
        ]

    def __str__(self) -> str:
        return str(Period(self.first_on, self.last_on))


class StatementBatch(models.Model):
    """The statements of every group for one period, made one after the other."""

    first_on = models.DateField(_("from"))
    last_on = models.DateField(_("to"))
    groups = models.PositiveIntegerField(_("groups"), editable=False)
    group_ids = models.JSONField(_("which groups"), default=list, editable=False)
    asked_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="batches_asked",
        null=True,
        editable=False,
        verbose_name=_("asked by"),
    )
    began_at = models.DateTimeField(_("began at"), null=True, editable=False)
    ended_at = models.DateTimeField(_("ended at"), null=True, editable=False)
    problem = models.TextField(_("problem"), blank=True, editable=False)

    class Meta:
        verbose_name = _("batch of statements")
        verbose_name_plural = _("batches of statements")
        ordering = ["-asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__gte=F("first_on")),
                name="treasury_statementbatch_ends_after_it_begins",
                violation_error_message=_("A period ends after it begins."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.first_on} – {self.last_on}"


class GroupStatement(models.Model):
    """One group’s statement of a batch, as a PDF."""

    batch = models.ForeignKey(
        StatementBatch,
        models.CASCADE,  # it can be made again at any time
        related_name="statements",
        verbose_name=_("batch"),
    )
    group = models.ForeignKey(
        Group,
        models.PROTECT,
        related_name="statements",
        verbose_name=_("group"),
    )
    pdf = models.BinaryField(_("PDF"))
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        verbose_name = _("statement of a group")
        verbose_name_plural = _("statements of groups")
        ordering = ["batch", "group__number"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "group"],
                name="treasury_groupstatement_one_each",
                violation_error_message=_("This group has its statement already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.group_id}"
