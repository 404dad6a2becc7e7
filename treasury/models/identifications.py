"""Contributions whose giver was found out later."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intergroup.kit.money import MoneyField
from intergroup.registry.models import Group
from treasury.models.contributions import Contribution
from treasury.models.ledger import Entry


class IdentificationQuerySet(models.QuerySet["Identification"]):
    """Named readings of what was identified."""

    def live(self) -> Self:
        """Findings that still hold: at most one for each contribution."""
        return self.filter(reverses__isnull=True, reversed_by__isnull=True)


class Identification(models.Model):
    """The finding that a contribution came from a group: its own entry, its own day.

    The contribution and its entry stay as they were; the identification moves the
    amount from “not yet identified” to the group on ``identified_on``. A wrong one is
    taken back by a second row with the amount below zero.
    """

    contribution = models.ForeignKey(
        Contribution,
        models.PROTECT,
        related_name="identifications",
        verbose_name=_("contribution"),
    )
    identified_on = models.DateField(_("identified on"))
    source = models.CharField(
        _("from"),
        max_length=12,
        choices=Contribution.Source,
        default=Contribution.Source.GROUP,
    )
    group = models.ForeignKey(
        Group,
        models.PROTECT,
        related_name="identifications",
        null=True,
        blank=True,
        verbose_name=_("group"),
    )
    amount = MoneyField(_("amount"), editable=False)
    entry = models.OneToOneField(
        Entry,
        models.PROTECT,
        related_name="identification",
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
    identified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="contributions_identified",
        null=True,
        editable=False,
        verbose_name=_("identified by"),
    )

    objects = IdentificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("identification")
        verbose_name_plural = _("identifications")
        ordering = ["-identified_on", "-pk"]
        indexes = [
            models.Index(
                fields=["identified_on", "source", "group", "amount"],
                name="treasury_identification_by_day",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(source="group", group__isnull=False)
                | ~Q(source__in=["group", "unidentified"]) & Q(group__isnull=True),
                name="treasury_identification_says_from_whom",
                violation_error_message=_("Choose the group it came from."),
            ),
            models.CheckConstraint(
                condition=Q(reverses__isnull=True, amount__gt=0)
                | Q(reverses__isnull=False, amount__lt=0),
                name="treasury_identification_is_above_zero",
                violation_error_message=_("What is identified is more than zero."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.identified_on} {self.get_source_display()}"
