"""Months whose books are closed."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _


class ClosedMonth(models.Model):
    """A month that nothing more is posted into; the database itself refuses it."""

    first_on = models.DateField(
        _("first day"),
        unique=True,
        help_text=_("The first day of the month. What is closed stays closed."),
        error_messages={"unique": _("This month is closed already.")},
    )
    closed_at = models.DateTimeField(_("closed at"), auto_now_add=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="months_closed",
        null=True,
        editable=False,
        verbose_name=_("closed by"),
    )

    class Meta:
        verbose_name = _("closed month")
        verbose_name_plural = _("closed months")
        ordering = ["-first_on"]

    def __str__(self) -> str:
        return date_format(self.first_on, "F Y")

    def clean(self) -> None:
        """Hold the day to be the first of its month."""
        if self.first_on and self.first_on.day != 1:
            error = ValidationError(
                _("A month begins on its first day."), code="not_the_first"
            )
            raise ValidationError({"first_on": error})
