"""The minutes of a business meeting, from the first words to the archive."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from intergroup.business.models.agenda import ItemKind
from intergroup.business.models.meetings import BusinessMeeting
from intergroup.business.models.motions import Motion


class MinutesQuerySet(models.QuerySet["Minutes"]):
    """Named readings of the archive."""

    def listed(self) -> Self:
        """Minutes without their bytes."""
        return self.defer("content")


class Minutes(models.Model):
    """The record of one meeting. Once approved it is locked; ``content`` is its PDF."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Being written")
        CIRCULATED = "circulated", _("Sent round")
        CORRECTED = "corrected", _("Corrected")
        APPROVED = "approved", _("Approved")

    meeting = models.OneToOneField(
        BusinessMeeting,
        models.PROTECT,
        related_name="minutes",
        verbose_name=_("business meeting"),
    )
    state = models.CharField(
        _("state"), max_length=12, choices=State, default=State.DRAFT
    )
    circulated_on = models.DateField(_("sent round on"), null=True, blank=True)
    approved_at = models.ForeignKey(
        BusinessMeeting,
        models.PROTECT,
        related_name="minutes_approved",
        null=True,
        blank=True,
        verbose_name=_("approved at"),
    )
    approved_by = models.ForeignKey(
        Motion,
        models.PROTECT,
        related_name="minutes_approved",
        null=True,
        blank=True,
        verbose_name=_("approved by the motion"),
    )
    approved_on = models.DateField(_("approved on"), null=True, blank=True)
    text = models.TextField(_("as approved, in words"), blank=True, editable=False)
    content = models.BinaryField(_("as approved, as a PDF"), null=True, editable=False)
    sha256 = models.CharField(
        _("fingerprint"), max_length=64, blank=True, editable=False
    )

    objects = MinutesQuerySet.as_manager()

    class Meta:
        verbose_name = _("minutes")
        verbose_name_plural = _("minutes")
        ordering = ["-meeting__held_on"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="approved")
                | (Q(approved_on__isnull=False) & ~Q(sha256="")),
                name="business_minutes_approved_are_kept",
                violation_error_message=_("Say when they were approved."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name}, {self.meeting}"

    @property
    def is_locked(self) -> bool:
        """Whether only a later decision can amend them."""
        return self.state == self.State.APPROVED


class MinutesPart(models.Model):
    """The prose beside one item of the agenda; the rest comes from the records."""

    minutes = models.ForeignKey(  # owned by its minutes
        Minutes, models.CASCADE, related_name="parts", verbose_name=_("minutes")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=ItemKind,
        blank=True,
        default=ItemKind.OTHER,
    )
    title = models.CharField(_("title"), max_length=200)
    prose = models.TextField(_("what was said"), blank=True)
    revision = models.PositiveIntegerField(
        default=0, editable=False, verbose_name=_("times written")
    )

    class Meta:
        verbose_name = _("part of the minutes")
        verbose_name_plural = _("parts of the minutes")
        ordering = ["minutes", "order", "pk"]

    def __str__(self) -> str:
        return self.title


class MinutesCorrection(models.Model):
    """What somebody found wrong in minutes sent round, and what came of it."""

    class Outcome(models.TextChoices):
        OPEN = "", _("Open")
        TAKEN = "taken", _("Corrected")
        LEFT = "left", _("Left as it was")

    minutes = models.ForeignKey(
        Minutes, models.PROTECT, related_name="corrections", verbose_name=_("minutes")
    )
    asked_on = models.DateField(_("asked on"))
    asked_by = models.CharField(
        _("asked by"), max_length=120, help_text=_("A group or a position.")
    )
    text = models.TextField(_("what is wrong"))
    outcome = models.CharField(
        _("what came of it"),
        max_length=8,
        choices=Outcome,
        blank=True,
        default=Outcome.OPEN,
    )

    class Meta:
        verbose_name = _("correction of minutes")
        verbose_name_plural = _("corrections of minutes")
        ordering = ["minutes", "pk"]

    def __str__(self) -> str:
        return self.text


class MinutesAmendment(models.Model):
    """A later decision that amends approved minutes; both then show it."""

    minutes = models.ForeignKey(
        Minutes, models.PROTECT, related_name="amendments", verbose_name=_("minutes")
    )
    decided_at = models.ForeignKey(
        BusinessMeeting,
        models.PROTECT,
        related_name="minutes_amended",
        verbose_name=_("decided at"),
    )
    motion = models.ForeignKey(
        Motion,
        models.PROTECT,
        related_name="minutes_amended",
        null=True,
        blank=True,
        verbose_name=_("by the motion"),
    )
    text = models.TextField(_("what they say now"))
    recorded_on = models.DateField(_("recorded on"))

    class Meta:
        verbose_name = _("amendment of minutes")
        verbose_name_plural = _("amendments of minutes")
        ordering = ["minutes", "decided_at__held_on", "pk"]

    def __str__(self) -> str:
        day = date_format(self.decided_at.held_on, "DATE_FORMAT")
        return f"{self.minutes}, {day}"
