"""Our own service body: one row, with the words and settings that bodies differ in."""

import zoneinfo
from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intergroup.kit.money import CURRENCIES

_needs_its_currency: list[Callable[[], bool]] = []


def keep_currency_while(is_needed: Callable[[], bool]) -> None:
    """Pin a reason of an upper floor’s for which the currency cannot change."""
    _needs_its_currency.append(is_needed)


def validate_currency(code: str) -> None:
    """Refuse a currency whose cents these books do not know."""
    if code not in CURRENCIES:
        known = ", ".join(sorted(CURRENCIES))
        raise ValidationError(
            _("“%(code)s” is not a currency these books know: %(known)s."),
            code="unknown_currency",
            params={"code": code, "known": known},
        )


def validate_time_zone(name: str) -> None:
    """Refuse a name that is not in the time zone database."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(
            _("“%(name)s” is not a time zone such as America/Chicago."),
            code="unknown_time_zone",
            params={"name": name},
        )


class BodyManager(models.Manager["Body"]):
    """The one body."""

    def current(self) -> "Body":
        """Return the body of this installation; an unsaved one before it is set up."""
        return self.first() or Body(pk=1, name=str(_("Your service body")))

    def clock(self) -> timezone.override:
        """Return a context in which times are told as the body’s clocks show them.

        A request has it already; what is made apart from one, such as a packet by a
        command, needs it.
        """
        return timezone.override(ZoneInfo(self.current().time_zone))

    def today(self) -> date:
        """Return the body’s day now; only the edge asks, and passes it on."""
        return timezone.localdate(timezone=ZoneInfo(self.current().time_zone))


class Body(models.Model):
    """Our own service body: its name, its words, its money and its year."""

    class Paper(models.TextChoices):
        LETTER = "letter", _("Letter")
        A4 = "A4", _("A4")

    name = models.CharField(_("name"), max_length=120)
    short_name = models.CharField(_("short name"), max_length=40, blank=True)
    calls_itself = models.CharField(
        _("calls itself"),
        max_length=40,
        default="Area",
        help_text=_("Area, District, Intergroup …"),
    )
    calls_representative = models.CharField(
        _("calls a representative"),
        max_length=40,
        default="GSR",
        help_text=_("GSR, IGR, meeting representative …"),
    )
    calls_alternate = models.CharField(
        _("calls an alternate"), max_length=40, default="Alternate GSR"
    )
    calls_district = models.CharField(
        _("calls a district"), max_length=40, default="District"
    )
    currency = models.CharField(
        _("currency"),
        max_length=3,
        default="USD",
        validators=[validate_currency],
        help_text=_("Three letters: USD, CAD, GBP, EUR …"),
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        default="America/New_York",
        validators=[validate_time_zone],
    )
    fiscal_year_begins = models.PositiveSmallIntegerField(
        _("first month of the fiscal year"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
        help_text=_("1 for January, 7 for July …"),
    )
    is_day_first = models.BooleanField(
        _("writes the day before the month"),
        default=False,
        help_text=_("Decides what 3/4/2026 means in a file: 3 April, or March 4."),
    )
    paper = models.CharField(
        _("paper"), max_length=6, choices=Paper, default=Paper.LETTER
    )
    website = models.URLField(_("web site"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    postal_address = models.TextField(
        _("postal address"),
        blank=True,
        help_text=_("Where groups send what they contribute by post."),
    )

    objects = BodyManager()

    class Meta:
        verbose_name = _("service body")
        verbose_name_plural = _("service body")
        permissions = [("enter_body", _("Can use the office pages"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(pk=1),
                name="registry_body_is_the_only_one",
                violation_error_message=_("There is one service body here."),
            ),
            models.CheckConstraint(
                condition=Q(fiscal_year_begins__range=(1, 12)),
                name="registry_body_year_begins_in_a_month",
                violation_error_message=_("The year begins in a month from 1 to 12."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Hold the currency to be what it was, once money was recorded in it."""
        before = Body.objects.filter(pk=self.pk).first()
        is_another = before is not None and before.currency != self.currency
        if is_another and any(is_needed() for is_needed in _needs_its_currency):
            message = _("The books are kept in %s already: it cannot change any more.")
            error = ValidationError(message % before.currency, code="currency_is_used")
            raise ValidationError({"currency": error})
