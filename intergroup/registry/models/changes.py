"""What changed in the register, field by field: written once, and kept."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from intergroup.registry.models.groups import Group
from intergroup.registry.models.meetings import Meeting


class ListingChangeQuerySet(models.QuerySet["ListingChange"]):
    """Named readings of what changed."""

    def between(self, first: date, last: date) -> Self:
        """Changes from ``first`` to ``last``, both included."""
        return self.filter(changed_on__range=(first, last))


class ListingChange(models.Model):
    """One field of a group or of a meeting, before and after; never a private one.

    ``field`` is the name of the model’s field, or empty where ``kind`` says that the
    group or meeting itself came into the register.
    """

    class Kind(models.TextChoices):
        ADDED = "added", _("Added")
        CHANGED = "changed", _("Changed")

    class Way(models.TextChoices):
        OFFICE = "office", _("By the office")
        REGISTRATION = "registration", _("By a form of the group")
        VERIFICATION = "verification", _("By an answer of the group")
        IMPORT = "import", _("From a meeting list")
        TIME = "time", _("By the day that was set")

    group = models.ForeignKey(
        Group,
        models.PROTECT,
        related_name="changes",
        null=True,
        blank=True,
        verbose_name=_("group"),
    )
    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        related_name="changes",
        null=True,
        blank=True,
        verbose_name=_("meeting"),
    )
    kind = models.CharField(
        _("kind"), max_length=10, choices=Kind, default=Kind.CHANGED
    )
    field = models.CharField(_("field"), max_length=40, blank=True)
    before = models.TextField(_("before"), blank=True)
    after = models.TextField(_("after"), blank=True)
    reason = models.CharField(_("reason"), max_length=255, blank=True)
    way = models.CharField(_("way"), max_length=20, choices=Way)
    changed_on = models.DateField(_("changed on"), db_index=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="listing_changes",
        null=True,
        blank=True,
        verbose_name=_("changed by"),
    )

    objects = ListingChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of the register")
        verbose_name_plural = _("changes of the register")
        ordering = ["-changed_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.meeting or self.group}: {self.field or self.kind}"
