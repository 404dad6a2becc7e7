"""Elections: to which position, by which method, who stands, and what came of it."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from intergroup.business.models import BusinessMeeting
from intergroup.kit.dates import ONE_DAY
from intergroup.registry.models import Person, User
from service.models.methods import ElectionMethod
from service.models.positions import Position


class ElectionQuerySet(models.QuerySet["Election"]):
    """Named readings of elections."""

    def open(self) -> Self:
        """Elections that nothing has come of yet."""
        return self.filter(outcome="")

    def in_order(self) -> Self:
        """In the order in which a body elects: that of its positions."""
        return self.order_by("position__order", "position__name", "pk")

    def with_state(self) -> Self:
        """Annotate ``ballots_held`` and ``hats_announced``; bring the terms along."""
        stand = Q(ballots__taken_back_at__isnull=True)
        return self.annotate(
            ballots_held=Count("ballots", filter=stand, distinct=True),
            hats_announced=Count("draws", distinct=True),
        ).prefetch_related("terms__person")


class Election(models.Model):
    """One election to one or more seats of a position, for one term.

    ``ends_on`` is the first day after the term that is filled. ``rules`` is the method
    as it was when the first ballot was cast.
    """

    class Outcome(models.TextChoices):
        OPEN = "", _("open")
        ELECTED = "elected", _("elected")
        NOBODY = "nobody", _("nobody was elected")
        DECLINED = "declined", _("declined, so the vote began again")
        CALLED_OFF = "called-off", _("called off")

    position = models.ForeignKey(
        Position, models.PROTECT, related_name="elections", verbose_name=_("position")
    )
    seats = models.PositiveSmallIntegerField(_("seats to fill"), default=1)
    meeting = models.ForeignKey(
        BusinessMeeting,
        models.PROTECT,
        related_name="elections",
        null=True,
        blank=True,
        verbose_name=_("held at"),
    )
    method = models.ForeignKey(
        ElectionMethod,
        models.PROTECT,
        related_name="elections",
        verbose_name=_("method"),
    )
    rules = models.JSONField(_("rules"), default=dict, blank=True, editable=False)
    begins_on = models.DateField(
        _("term begins on"), help_text=_("The first day of service.")
    )
    ends_on = models.DateField(
        _("term ends on"),
        null=True,
        blank=True,
        help_text=_("The first day without them. Empty: the end is open."),
    )
    is_remainder = models.BooleanField(_("for the rest of a term"), default=False)
    opened_on = models.DateField(_("nominations opened on"))
    is_objected = models.BooleanField(
        _("somebody objected to acclamation"), null=True, blank=True, editable=False
    )
    outcome = models.CharField(
        _("outcome"),
        max_length=12,
        choices=Outcome,
        blank=True,
        default=Outcome.OPEN,
        editable=False,
    )
    decided_on = models.DateField(
        _("decided on"), null=True, blank=True, editable=False
    )
    follows = models.OneToOneField(
        "self",
        models.PROTECT,
        related_name="followed_by",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("begun again after"),
    )
    recorded_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="elections_recorded",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("recorded by"),
    )

    objects = ElectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("election")
        verbose_name_plural = _("elections")
        ordering = ["-opened_on", "position__order", "position__name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(seats__gte=1),
                name="service_election_fills_a_seat",
                violation_error_message=_("An election fills one seat or more."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("begins_on")),
                name="service_election_term_runs_forward",
                violation_error_message=_("A term cannot end before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(outcome="", decided_on__isnull=True)
                | (~Q(outcome="") & Q(decided_on__isnull=False)),
                name="service_election_is_decided_on_a_day",
                violation_error_message=_("What is decided has the day of it."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.position)

    @property
    def is_open(self) -> bool:
        """Whether nothing has come of it yet."""
        return not self.outcome

    @property
    def last_on(self) -> date | None:
        """The last day of the term that is filled; None where its end is open."""
        return self.ends_on - ONE_DAY if self.ends_on else None


class Nomination(models.Model):
    """One person who was asked to stand in one election, and what they said."""

    let_go_on = "election__decided_on"  # when it no longer keeps a person

    class Answer(models.TextChoices):
        ASKED = "asked", _("was asked")
        ACCEPTED = "accepted", _("stands")
        DECLINED = "declined", _("does not stand")

    election = models.ForeignKey(  # owned by its election
        Election,
        models.CASCADE,
        related_name="nominations",
        verbose_name=_("election"),
    )
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="nominations", verbose_name=_("person")
    )
    place = models.PositiveSmallIntegerField(
        _("place"), default=1, help_text=_("The order on the ballot.")
    )
    answer = models.CharField(
        _("answer"), max_length=8, choices=Answer, default=Answer.ASKED
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
        related_name="nominations_attested",
        null=True,
        blank=True,
        verbose_name=_("said by"),
    )
    withdrew_after = models.PositiveSmallIntegerField(
        _("withdrew after ballot"),
        null=True,
        blank=True,
        help_text=_("By their own word; 0 is before the first ballot."),
    )
    declined_on = models.DateField(_("elected, and declined on"), null=True, blank=True)

    declined_after = models.PositiveSmallIntegerField(
        _("declined after ballot"), null=True, blank=True
    )

    class Meta:
        verbose_name = _("nomination")
        verbose_name_plural = _("nominations")
        ordering = ["election", "place", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["election", "person"],
                name="service_nomination_person_once",
                violation_error_message=_("This person was nominated already."),
            ),
            models.CheckConstraint(
                condition=Q(is_eligible__isnull=True, attested_on__isnull=True)
                | Q(is_eligible__isnull=False, attested_on__isnull=False),
                name="service_nomination_eligibility_has_a_day",
                violation_error_message=_("Say yes or no, and on which day."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)
