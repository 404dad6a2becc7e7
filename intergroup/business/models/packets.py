"""Packets as they were presented, and packets that are being made."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from intergroup.business.models.meetings import BusinessMeeting


class PresentedPacketQuerySet(models.QuerySet["PresentedPacket"]):
    """Named readings of the packets that were kept."""

    def listed(self) -> Self:
        """Packets without their bytes."""
        return self.defer("content")


class PresentedPacket(models.Model):
    """A packet as it was presented: its bytes and their fingerprint, for good."""

    meeting = models.ForeignKey(
        BusinessMeeting,
        models.PROTECT,
        related_name="packets",
        verbose_name=_("business meeting"),
    )
    is_final = models.BooleanField(_("final"))
    is_large = models.BooleanField(_("in large print"), default=False)
    made_at = models.DateTimeField(_("made at"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="packets",
        null=True,
        blank=True,
        verbose_name=_("made by"),
    )
    page_count = models.PositiveSmallIntegerField(_("pages"))
    content = models.BinaryField(_("content"))
    sha256 = models.CharField(_("fingerprint"), max_length=64)

    objects = PresentedPacketQuerySet.as_manager()

    class Meta:
        verbose_name = _("packet as presented")
        verbose_name_plural = _("packets as presented")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        state = _("final") if self.is_final else _("provisional")
        return f"{self.meeting}, {state}"


class PacketMaking(models.Model):
    """A packet on its way: how many of its parts are done, and what came of it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        WORKING = "working", _("Being made")
        DONE = "done", _("Done")
        FAILED = "failed", _("Not made")

    meeting = models.ForeignKey(
        BusinessMeeting,
        models.CASCADE,
        related_name="makings",
        verbose_name=_("business meeting"),
    )
    is_large = models.BooleanField(_("in large print"), default=False)
    is_final = models.BooleanField(_("final"), default=False)
    state = models.CharField(
        _("state"), max_length=8, choices=State, default=State.WAITING
    )
    parts_done = models.PositiveSmallIntegerField(_("parts done"), default=0)
    part_count = models.PositiveSmallIntegerField(_("parts in all"), default=0)
    doing = models.CharField(_("being done"), max_length=120, blank=True)
    asked_at = models.DateTimeField(_("asked at"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="packets_asked",
        null=True,
        blank=True,
        verbose_name=_("asked by"),
    )
    heard_at = models.DateTimeField(_("last heard of at"))
    problem = models.TextField(_("what went wrong"), blank=True)
    packet = models.ForeignKey(
        PresentedPacket,
        models.PROTECT,
        related_name="makings",
        null=True,
        blank=True,
        verbose_name=_("packet"),
    )

    class Meta:
        verbose_name = _("packet being made")
        verbose_name_plural = _("packets being made")
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.meeting}, {self.get_state_display()}"
