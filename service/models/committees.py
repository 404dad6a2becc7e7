"""Committees: some of the positions, with a purpose."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class CommitteeQuerySet(models.QuerySet["Committee"]):
    """Named readings of the list of committees."""

    def open_on(self, day: date) -> Self:
        """Committees there are on ``day``; ``closed_on`` is the first day without."""
        return self.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day))


class Committee(models.Model):
    """A committee of the body, with its purpose."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    purpose = models.TextField(_("purpose"), blank=True)
    meets = models.CharField(
        _("meets"),
        max_length=120,
        blank=True,
        help_text=_("First Monday at 19:00, online."),
    )
    email = models.EmailField(
        _("mailbox"), blank=True, help_text=_("The committee’s own, not a person’s.")
    )
    closed_on = models.DateField(
        _("closed on"),
        null=True,
        blank=True,
        help_text=_("The first day without it. A committee is closed, never deleted."),
    )

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        verbose_name = _("committee")
        verbose_name_plural = _("committees")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
