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
from service.models.elections import Election
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

    def holding_on(self, day: date) -> Self:
        """Terms that hold a seat on ``day``: somebody who only stands in holds none."""
        return self.serving_on(day).exclude(standing=Term.Standing.ACTING)

    def overlapping(self, term: "Term") -> Self:
        """Other terms of its kind in the same seat that share a day with ``term``.

        Who stands in for somebody serves beside them, and is no overlap.
        """
        still_on = Q(ends_on__isnull=True) | Q(ends_on__gt=term.began_on)
        others = self.filter(still_on, position=term.position, seat=term.seat)
        acting = Q(standing=Term.Standing.ACTING)
        others = others.filter(acting if term.is_acting else ~acting)
        if term.ends_on:
            others = others.filter(began_on__lt=term.ends_on)
        return others.exclude(pk=term.pk)


class Term(models.Model):
    """One person’s turn in one seat. ``ends_on`` is the first day without them.

    ``planned_end_on`` is the end as it was meant, where they left before it.
    """

    class Standing(models.TextChoices):
        REGULAR = "", _("in their own right")
        INTERIM = "interim", _("interim, until an election")
        ACTING = "acting", _("acting, while somebody is away")

    class Ended(models.TextChoices):
        IN_TIME = "", _("at the end of the term")
        STEPPED_DOWN = "stepped-down", _("stepped down")
        MOVED_ON = "moved-on", _("took another position")
        REMOVED = "removed", _("removed by a vote")
        OTHER = "other", _("for another reason")

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
    planned_end_on = models.DateField(
        _("was to end on"), null=True, blank=True, editable=False
    )
    ended = models.CharField(
        _("ended"),
        max_length=12,
        choices=Ended,
        blank=True,
        default=Ended.IN_TIME,
        editable=False,
    )
    filled = models.CharField(
        _("filled"), max_length=12, choices=Filled, default=Filled.ELECTED
    )
    standing = models.CharField(
        _("serves"),
        max_length=8,
        choices=Standing,
        blank=True,
        default=Standing.REGULAR,
    )
    is_eligible = models.BooleanField(
        _("meets what is suggested"),
        null=True,
        blank=True,
        help_text=_(
            "What the chair says, yes or no, with the day. No clean date is kept."
        ),
    )
    attested_on = models.DateField(_("said on"), null=True, blank=True)
    attested_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="terms_attested",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("said by"),
    )
    elected_at = models.ForeignKey(
        BusinessMeeting,
        models.PROTECT,
        related_name="terms_begun",
        null=True,
        blank=True,
        verbose_name=_("decided at"),
    )
    election = models.ForeignKey(
        Election,
        models.PROTECT,
        related_name="terms",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("election"),
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
                condition=Q(ends_on__isnull=True) & ~Q(standing="acting"),
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
            models.CheckConstraint(
                condition=Q(planned_end_on__isnull=True)
                | Q(planned_end_on__gt=F("ends_on")),
                name="service_term_left_before_its_planned_end",
                violation_error_message=_("A term is left before its planned end."),
            ),
            models.CheckConstraint(
                condition=Q(is_eligible__isnull=True, attested_on__isnull=True)
                | Q(is_eligible__isnull=False, attested_on__isnull=False),
                name="service_term_eligibility_has_a_day",
                violation_error_message=_("Say yes or no, and on which day."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.position}"

    @property
    def is_acting(self) -> bool:
        """Whether they only stand in for somebody who holds the seat."""
        return self.standing == self.Standing.ACTING

    @property
    def last_on(self) -> date | None:
        """The last day of service; None while the end is open."""
        return self.ends_on - ONE_DAY if self.ends_on else None

    def shares_a_day_with(self, other: "Term") -> bool:
        """Tell whether both would sit in the same seat on some day."""
        mine = (self.position_id, self.seat, self.is_acting)
        if mine != (other.position_id, other.seat, other.is_acting):
            return False
        begins_in_time = other.ends_on is None or self.began_on < other.ends_on
        return begins_in_time and (
            self.ends_on is None or other.began_on < self.ends_on
        )

    def clean(self) -> None:
        """Refuse a closed position, a seat it does not have, and one that is taken."""
        if not (self.position_id and self.began_on):
            return
        self.check_position()
        if Term.objects.overlapping(self).exists():
            raise ValidationError(SEAT_TAKEN, code="seat_taken")

    def check_position(self) -> None:
        """Refuse a position that is closed, and a seat that it does not have."""
        self._check_position_is_open()
        self._check_seat_is_there()

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
