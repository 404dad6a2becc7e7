"""Terms: one person’s turn in one seat of a position."""

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from intergroup.business.models import BusinessMeeting
from intergroup.kit.dates import ONE_DAY
from intergroup.registry.models import Person, User
from service.models.positions import Position

SEAT_TAKEN = _("Someone already serves in this seat on some of these days.")


class TermQuerySet(models.QuerySet["Term"]):
    """Named readings of who serves when."""

    def serving_on(self, day: date) -> Self:
        """Terms that had begun, and had not yet ended, on ``day``."""
        still_serving = Q(ends_on__isnull=True) | Q(ends_on__gt=day)
        return self.filter(still_serving, began_on__lte=day)

    def ending_between(self, first: date, last: date) -> Self:
        """Terms whose first day without the person is from ``first`` to ``last``."""
        return self.filter(ends_on__range=(first, last))

    def overlapping(self, term: "Term") -> Self:
        """Other terms in the same seat that share a day with ``term``."""
        still_on = Q(ends_on__isnull=True) | Q(ends_on__gt=term.began_on)
        others = self.filter(still_on, position=term.position, seat=term.seat)
        if term.ends_on:
            others = others.filter(began_on__lt=term.ends_on)
        return others.exclude(pk=term.pk)


class Term(models.Model):
    """One person’s turn in one seat. ``ends_on`` is the first day without them."""

    class Filled(models.TextChoices):
        ELECTED = "elected", _("Elected")
        APPOINTED = "appointed", _("Appointed")
        STEPPED_UP = "stepped-up", _("Alternate stepped up")
        REMAINDER = "remainder", _("For the rest of a term")

    position = models.ForeignKey(
        Position, models.PROTECT, related_name="terms", verbose_name=_("position")
    )
    seat = models.PositiveSmallIntegerField(_("seat"), default=1)
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="terms", verbose_name=_("person")
    )
    began_on = models.DateField(_("began on"))
    ends_on = models.DateField(
        _("ends on"), null=True, blank=True, help_text=_("The first day without them.")
    )
    filled = models.CharField(
        _("filled"), max_length=12, choices=Filled, default=Filled.ELECTED
    )
    elected_at = models.ForeignKey(
        BusinessMeeting,
        models.PROTECT,
        related_name="terms_begun",
        null=True,
        blank=True,
        verbose_name=_("decided at"),
    )
    recorded_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="terms_recorded",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("recorded by"),
    )

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["position", "seat", "-began_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["position", "seat"],
                condition=Q(ends_on__isnull=True),
                name="service_term_one_open_per_seat",
                violation_error_message=_("Someone already serves in this seat."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("began_on")),
                name="service_term_ends_after_it_begins",
                violation_error_message=_("A term cannot end before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(seat__gte=1),
                name="service_term_seat_is_counted_from_one",
                violation_error_message=_("Seats are counted from 1."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.position}"

    @property
    def last_on(self) -> date | None:
        """The last day of service; None while the end is open."""
        return self.ends_on - ONE_DAY if self.ends_on else None

    def shares_a_day_with(self, other: "Term") -> bool:
        """Tell whether both would sit in the same seat on some day."""
        if (self.position_id, self.seat) != (other.position_id, other.seat):
            return False
        begins_in_time = other.ends_on is None or self.began_on < other.ends_on
        return begins_in_time and (
            self.ends_on is None or other.began_on < self.ends_on
        )

    def clean(self) -> None:
        """Refuse a closed position, a seat it does not have, and one that is taken."""
        if not (self.position_id and self.began_on):
            return
        self._check_position_is_open()
        self._check_seat_is_there()
        if Term.objects.overlapping(self).exists():
            raise ValidationError(SEAT_TAKEN, code="seat_taken")

    def _check_position_is_open(self) -> None:
        closed_on = self.position.closed_on
        if closed_on and self.began_on >= closed_on:
            message = _("“%(position)s” was closed before this day.")
            params = {"position": self.position}
            error = ValidationError(message, code="closed_position", params=params)
            raise ValidationError({"began_on": error})

    def _check_seat_is_there(self) -> None:
        seats = self.position.seats
        if self.seat and self.seat > seats:
            message = ngettext(
                "This position has one seat.",
                "This position has %(seats)s seats.",
                seats,
            )
            params = {"seats": seats}
            error = ValidationError(message, code="no_such_seat", params=params)
            raise ValidationError({"seat": error})
