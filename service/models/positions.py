"""Positions of trust: their duties, their terms, and how they rotate."""

from datetime import date
from typing import Self

from django.contrib.auth.models import Group as Role
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from service.models.committees import Committee

_LAST_MONTH = 12


class PositionQuerySet(models.QuerySet["Position"]):
    """Named readings of the list of positions."""

    def open_on(self, day: date) -> Self:
        """Positions the body has on ``day``; ``closed_on`` is the first day without."""
        still_open = Q(closed_on__isnull=True) | Q(closed_on__gt=day)
        return self.filter(still_open)

    def with_serving_count(self, day: date) -> Self:
        """Annotate ``serving_count``: how many seats are held on ``day``."""
        still_on = Q(terms__ends_on__isnull=True) | Q(terms__ends_on__gt=day)
        serving = Q(still_on, terms__began_on__lte=day) & ~Q(terms__standing="acting")
        return self.annotate(serving_count=models.Count("terms", filter=serving))


class Position(models.Model):
    """A position of trust: its duties, its term, and what it suggests of who serves."""

    class Remainder(models.TextChoices):
        """Whether the rest of somebody else’s term counts as a term of one’s own."""

        NEVER = "never", _("never counts")
        HALF = "half", _("counts when it is more than half of a term")
        ALWAYS = "always", _("always counts")

    class Stagger(models.TextChoices):
        """Which of the positions begin together, so that not all rotate at once."""

        NONE = "", _("not staggered")
        FIRST = "first", _("first half")
        SECOND = "second", _("second half: half a term later")
        SEATS = "seats", _("half of its seats, then the other half")

    class StepsUp(models.TextChoices):
        """When an alternate takes the position over by itself."""

        NEVER = "", _("no")
        VACANCY = "vacancy", _("when somebody leaves before the end of a term")
        ALWAYS = "always", _("also when a term ends and nobody was chosen")

    name = models.CharField(_("name"), max_length=80, unique=True)
    committee = models.ForeignKey(
        Committee,
        models.PROTECT,
        related_name="positions",
        null=True,
        blank=True,
        verbose_name=_("committee"),
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=100, help_text=_("On every list, and in elections.")
    )
    duties = models.TextField(_("duties"), blank=True)
    who_may_hold = models.CharField(
        _("who may hold it"),
        max_length=200,
        blank=True,
        help_text=_("Any member; representatives, past and present …"),
    )
    seats = models.PositiveSmallIntegerField(_("seats"), default=1)
    term_months = models.PositiveSmallIntegerField(
        _("term in months"), default=24, validators=[MaxValueValidator(120)]
    )
    sobriety_months = models.PositiveSmallIntegerField(
        _("suggested sobriety in months"), null=True, blank=True
    )
    most_terms = models.PositiveSmallIntegerField(
        _("terms in a row, at most"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Empty: the body has no such custom."),
    )
    months_off = models.PositiveSmallIntegerField(
        _("then months off"),
        null=True,
        blank=True,
        help_text=_("Before the same person serves in it again."),
    )
    is_rotation_binding = models.BooleanField(
        _("these two are bylaws"),
        default=False,
        help_text=_("Off: they are suggested, and only warn."),
    )
    remainder_counts = models.CharField(
        _("the rest of a term"),
        max_length=8,
        choices=Remainder,
        default=Remainder.NEVER,
        help_text=_("When terms in a row are counted."),
    )
    cycle_from = models.DateField(
        _("terms begin on"),
        null=True,
        blank=True,
        help_text=_(
            "One day on which a term of the first half begins, such as January 1 of "
            "any year; all others follow from it. Empty: a term begins when it begins."
        ),
    )
    stagger_group = models.CharField(
        _("staggered"), max_length=8, choices=Stagger, blank=True, default=Stagger.NONE
    )
    election_month = models.PositiveSmallIntegerField(
        _("elected in month"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(_LAST_MONTH)],
        help_text=_("1 for January, 10 for October. Empty: before the term ends."),
    )
    alternate_of = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="alternates",
        null=True,
        blank=True,
        verbose_name=_("alternate of"),
    )
    steps_up = models.CharField(
        _("steps up by itself"),
        max_length=8,
        choices=StepsUp,
        blank=True,
        default=StepsUp.NEVER,
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
        help_text=_("Whoever serves has its rights, from the first day to the last."),
    )
    closed_on = models.DateField(
        _("closed on"),
        null=True,
        blank=True,
        help_text=_("The first day without it. A position is closed, never deleted."),
    )

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
            models.CheckConstraint(
                condition=Q(most_terms__isnull=True) | Q(most_terms__gte=1),
                name="service_position_most_terms_is_one_or_more",
                violation_error_message=_("One term in a row is the fewest."),
            ),
            models.CheckConstraint(
                condition=Q(months_off__isnull=True) | Q(most_terms__isnull=False),
                name="service_position_months_off_follow_terms",
                violation_error_message=_(
                    "Say after how many terms in a row the months off begin."
                ),
            ),
            models.CheckConstraint(
                condition=Q(election_month__isnull=True)
                | Q(election_month__range=(1, _LAST_MONTH)),
                name="service_position_election_is_in_a_month",
                violation_error_message=_("Write a month from 1 to 12."),
            ),
            models.CheckConstraint(
                condition=Q(stagger_group="") | Q(cycle_from__isnull=False),
                name="service_position_halves_need_a_beginning",
                violation_error_message=_(
                    "Say on which day the terms of the first half begin."
                ),
            ),
            models.CheckConstraint(
                condition=Q(steps_up="") | Q(alternate_of__isnull=False),
                name="service_position_only_an_alternate_steps_up",
                violation_error_message=_(
                    "Only an alternate steps up: say of which position."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse an alternate of itself, round about too."""
        seen, other = {self.pk}, self.alternate_of
        while other is not None:
            if other.pk in seen:
                message = _("A position cannot be its own alternate.")
                error = ValidationError(message, code="own_alternate")
                raise ValidationError({"alternate_of": error})
            seen.add(other.pk)
            other = other.alternate_of
