"""Positions and the committees they belong to."""

from datetime import date
from typing import Self

from django.contrib.auth.models import Group as Role
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Committee(models.Model):
    """A committee of the body, with its purpose."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    purpose = models.TextField(_("purpose"), blank=True)

    class Meta:
        verbose_name = _("committee")
        verbose_name_plural = _("committees")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class PositionQuerySet(models.QuerySet["Position"]):
    """Named readings of the list of positions."""

    def open_on(self, day: date) -> Self:
        """Positions the body has on ``day``; ``closed_on`` is the first day without."""
        still_open = Q(closed_on__isnull=True) | Q(closed_on__gt=day)
        return self.filter(still_open)

    def with_serving_count(self, day: date) -> Self:
        """Annotate ``serving_count``: how many serve on ``day``."""
        still_on = Q(terms__ends_on__isnull=True) | Q(terms__ends_on__gt=day)
        serving = Q(still_on, terms__began_on__lte=day)
        return self.annotate(serving_count=models.Count("terms", filter=serving))


class Position(models.Model):
    """A position of trust: its duties, its term, and what it suggests of who serves."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    committee = models.ForeignKey(
        Committee,
        models.PROTECT,
        related_name="positions",
        null=True,
        blank=True,
        verbose_name=_("committee"),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    duties = models.TextField(_("duties"), blank=True)
    seats = models.PositiveSmallIntegerField(_("seats"), default=1)
    term_months = models.PositiveSmallIntegerField(_("term in months"), default=24)
    sobriety_months = models.PositiveSmallIntegerField(
        _("suggested sobriety in months"), null=True, blank=True
    )
    alternate_of = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="alternates",
        null=True,
        blank=True,
        verbose_name=_("alternate of"),
    )
    has_vote = models.BooleanField(_("has a vote"), default=False)
    email = models.EmailField(
        _("mailbox"), blank=True, help_text=_("The position’s own, not a person’s.")
    )
    role = models.ForeignKey(
        Role,
        models.SET_NULL,
        related_name="positions",
        null=True,
        blank=True,
        verbose_name=_("role in this software"),
    )
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    objects = PositionQuerySet.as_manager()

    class Meta:
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        ordering = ["order", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(seats__gte=1),
                name="service_position_has_a_seat",
                violation_error_message=_("A position has one seat or more."),
            ),
            models.CheckConstraint(
                condition=Q(term_months__gte=1),
                name="service_position_term_has_a_length",
                violation_error_message=_("A term is one month or longer."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
