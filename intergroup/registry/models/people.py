"""People: a first name and a last initial, and never more."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

_ONE_NAME = re.compile(r"[^\W\d_]+(?:[-’'.·][^\W\d_]+)*\.?")


def validate_first_name(name: str) -> None:
    """Refuse anything but one name, so that no surname slips in behind it."""
    if not _ONE_NAME.fullmatch(name):
        raise ValidationError(
            _(
                "Write one first name only, such as Jo or Mary-Ann. "
                "A surname is not kept."
            ),
            code="more_than_a_first_name",
        )


def validate_initial(initial: str) -> None:
    """Refuse anything but one letter."""
    if not (len(initial) == 1 and initial.isalpha()):
        raise ValidationError(
            _("Write one letter: the first of the surname."), code="not_an_initial"
        )


class Person(models.Model):
    """A trusted servant or contact, known by first name and last initial only.

    Of one who was forgotten nothing is left but the row that history needs.
    """

    first_name = models.CharField(
        _("first name"), max_length=40, validators=[validate_first_name]
    )
    last_initial = models.CharField(
        _("last initial"), max_length=1, blank=True, validators=[validate_initial]
    )
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("Private, unless agreed below.")
    )
    phone = models.CharField(
        _("telephone"),
        max_length=40,
        blank=True,
        help_text=_("Private, unless agreed below."),
    )
    listing_agreed_on = models.DateField(
        _("agreed to be listed on"),
        null=True,
        blank=True,
        help_text=_(
            "The day this person said: you may show my first name and initial."
        ),
    )
    email_agreed_on = models.DateField(
        _("agreed to show the e-mail on"), null=True, blank=True
    )
    phone_agreed_on = models.DateField(
        _("agreed to show the telephone on"), null=True, blank=True
    )
    forgotten_on = models.DateField(
        _("forgotten on"), null=True, blank=True, editable=False
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["first_name", "last_initial", "pk"]

    def __str__(self) -> str:
        if self.forgotten_on:
            return gettext("A former member")
        if not self.last_initial:
            return self.first_name
        return f"{self.first_name} {self.last_initial}."

    def clean(self) -> None:
        """Keep the initial as a capital; ß, which has none of one letter, stays."""
        capital = self.last_initial.upper()
        if len(capital) == 1:
            self.last_initial = capital
