"""What was sent by e-mail, to whom by their service, and what did not arrive."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from intergroup.business.models.meetings import BusinessMeeting
from intergroup.business.models.motions import Motion


class Sending(models.Model):
    """One thing sent to many, each by blind copy."""

    class Kind(models.TextChoices):
        NOTICE = "notice", _("Notice of the meeting")
        REPORTS = "reports", _("Request for reports")
        PACKET = "packet", _("Packet")
        MINUTES = "minutes", _("Minutes")
        BALLOT = "ballot", _("Ballots of the groups")
        TASK = "task", _("Reminder of an action item")

    kind = models.CharField(_("what"), max_length=8, choices=Kind)
    meeting = models.ForeignKey(
        BusinessMeeting,
        models.PROTECT,
        related_name="sendings",
        null=True,
        blank=True,
        verbose_name=_("business meeting"),
    )
    motion = models.ForeignKey(
        Motion,
        models.PROTECT,
        related_name="sendings",
        null=True,
        blank=True,
        verbose_name=_("motion"),
    )
    subject = models.CharField(_("subject"), max_length=200)
    sha256 = models.CharField(
        _("fingerprint of what was attached"), max_length=64, blank=True
    )
    sent_at = models.DateTimeField(_("sent at"))
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="sendings",
        null=True,
        blank=True,
        verbose_name=_("sent by"),
    )

    class Meta:
        verbose_name = _("sending")
        verbose_name_plural = _("sendings")
        ordering = ["-sent_at", "-pk"]

    def __str__(self) -> str:
        return self.subject


class SendingLine(models.Model):
    """One of those it went to: by service, without an address."""

    sending = models.ForeignKey(
        Sending, models.CASCADE, related_name="lines", verbose_name=_("sending")
    )
    to = models.CharField(_("to"), max_length=320)
    is_sent = models.BooleanField(_("was sent"), default=False)
    problem = models.CharField(_("why not"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("line of a sending")
        verbose_name_plural = _("lines of sendings")
        ordering = ["sending", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sending", "to"],
                name="business_sendingline_each_once",
                violation_error_message=_("It goes to each only once."),
            ),
        ]

    def __str__(self) -> str:
        return self.to
