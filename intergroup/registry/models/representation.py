"""Who speaks for a group, from which day to which day."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intergroup.registry.models.groups import Group
from intergroup.registry.models.people import Person


class RepresentativeQuerySet(models.QuerySet["Representative"]):
    """Named readings of who represents whom."""

    def serving_on(self, day: date) -> Self:
        """Those who had begun, and had not yet ended, on ``day``."""
        still_serving = Q(ends_on__isnull=True) | Q(ends_on__gt=day)
        return self.filter(still_serving, began_on__lte=day)


class Representative(models.Model):
    """A person who speaks for a group. ``ends_on`` is the first day without them."""

    group = models.ForeignKey(
        Group, models.PROTECT, related_name="representatives", verbose_name=_("group")
    )
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="representations", verbose_name=_("person")
    )
    is_alternate = models.BooleanField(_("is the alternate"), default=False)
    began_on = models.DateField(_("began on"))
    ends_on = models.DateField(
        _("ends on"), null=True, blank=True, help_text=_("The first day without them.")
    )

    objects = RepresentativeQuerySet.as_manager()

    class Meta:
        verbose_name = _("representative")
        verbose_name_plural = _("representatives")
        ordering = ["group", "is_alternate", "-began_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "is_alternate"],
                condition=Q(ends_on__isnull=True),
                name="registry_representative_one_open_each",
                violation_error_message=_(
                    "This group has one already; end that term first."
                ),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("began_on")),
                name="registry_representative_ends_after_beginning",
                violation_error_message=_("It cannot end before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.group}"
