"""The yearly question to a group: is your listing still right?"""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intergroup.registry.models.groups import Group
from intergroup.registry.models.people import Person
from intergroup.registry.models.registrations import Registration


class VerificationQuerySet(models.QuerySet["Verification"]):
    """Named readings of who was asked."""

    def open_on(self, day: date) -> Self:
        """Questions that nobody has answered and whose link is still good."""
        return self.filter(answered_at__isnull=True, expires_on__gt=day)


class Verification(models.Model):
    """One question to one contact of a group, and the answer.

    The link holds a random word that is kept only as a hash; it is good once, and
    until ``expires_on``, the first day on which it is not.
    """

    class Answer(models.TextChoices):
        RIGHT = "right", _("Still right")
        CHANGED = "changed", _("Changed")
        CLOSED = "closed", _("No longer meets")

    group = models.ForeignKey(
        Group, models.PROTECT, related_name="verifications", verbose_name=_("group")
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        related_name="verifications",
        null=True,
        blank=True,
        verbose_name=_("who was asked"),
        help_text=_("Empty: the group’s own mailbox."),
    )
    token_hash = models.CharField(_("hash of the link"), max_length=64, unique=True)
    asked_on = models.DateField(_("asked on"))
    expires_on = models.DateField(_("link ends on"))
    reminded_on = models.DateField(_("reminded on"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    answer = models.CharField(_("answer"), max_length=10, choices=Answer, blank=True)
    registration = models.ForeignKey(
        Registration,
        models.PROTECT,
        related_name="verifications",
        null=True,
        blank=True,
        verbose_name=_("what was sent"),
    )

    objects = VerificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("question to a group")
        verbose_name_plural = _("questions to groups")
        ordering = ["-asked_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_on__gt=F("asked_on")),
                name="registry_verification_is_good_for_a_day",
                violation_error_message=_("A link is good for a day or more."),
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | ~Q(answer=""),
                name="registry_verification_answer_is_said",
                violation_error_message=_("Say what the answer was."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group}, {self.asked_on.isoformat()}"
