"""What was sent by e-mail, to whom by their service, and what did not arrive."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from intergroup.business.models.meetings import BusinessMeeting
from intergroup.business.models.motions import Motion

NO_ADDRESS = _("no e-mail address")
NOT_NEEDED = _("not needed any more")


class SendingQuerySet(models.QuerySet["Sending"]):
    """Named readings of what was sent."""

    def like(self, sending: "Sending") -> Self:
        """Sendings of the same thing: other words, or another file, are another one."""
        names = ("kind", "meeting", "motion", "sha256")
        return self.filter(**{name: getattr(sending, name) for name in names})

    def counted(self) -> Self:
        """Annotate ``gone`` and ``left``: the mails that went, and that can be sent."""
        left = Q(lines__is_sent=False) & ~Q(lines__problem__in=_settled())
        return self.annotate(
            gone=Count("lines", filter=Q(lines__is_sent=True)),
            left=Count("lines", filter=left),
        )


class SendingLineQuerySet(models.QuerySet["SendingLine"]):
    """Named readings of whom something goes to."""

    def left(self) -> Self:
        """Lines whose mail has not gone, though there is somebody to write to."""
        return self.filter(is_sent=False).exclude(problem__in=_settled())

    def untried(self) -> Self:
        """Lines of which no mail was tried yet."""
        return self.filter(is_sent=False, problem="")


def _settled() -> list[str]:
    return [str(NO_ADDRESS), str(NOT_NEEDED)]


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

    objects = SendingQuerySet.as_manager()

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

    objects = SendingLineQuerySet.as_manager()

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
