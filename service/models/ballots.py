"""What was counted: ballots as totals, the motion for a fifth, and the hat.

Nothing here knows a voter: only how many slips said what.
"""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intergroup.registry.models import User
from service.models.elections import Election, Nomination


class BallotQuerySet(models.QuerySet["Ballot"]):
    """Named readings of ballots."""

    def standing(self) -> Self:
        """Ballots that count, in order: those not taken back to be counted again."""
        return self.filter(taken_back_at__isnull=True).order_by("number")


class Ballot(models.Model):
    """One ballot of an election, in totals: what was cast in the room and online.

    A ballot of names has counts; one of yes and no has ayes and noes. ``valid`` is how
    many valid ballots there were, told where each may bear several names.
    ``handed_out`` and ``voters_online`` hold the count to what is possible.
    """

    election = models.ForeignKey(  # owned by its election
        Election, models.CASCADE, related_name="ballots", verbose_name=_("election")
    )
    number = models.PositiveSmallIntegerField(_("ballot"))
    handed_out = models.PositiveIntegerField(
        _("ballots handed out in the room"), null=True, blank=True
    )
    voters_online = models.PositiveIntegerField(
        _("how many vote online"), null=True, blank=True
    )
    valid_in_room = models.PositiveIntegerField(
        _("valid ballots, in the room"), null=True, blank=True
    )
    valid_online = models.PositiveIntegerField(
        _("valid ballots, online"), null=True, blank=True
    )
    ayes_in_room = models.PositiveIntegerField(_("yes, in the room"), default=0)
    ayes_online = models.PositiveIntegerField(_("yes, online"), default=0)
    noes_in_room = models.PositiveIntegerField(_("no, in the room"), default=0)
    noes_online = models.PositiveIntegerField(_("no, online"), default=0)
    blank_in_room = models.PositiveIntegerField(_("blank, in the room"), default=0)
    blank_online = models.PositiveIntegerField(_("blank, online"), default=0)
    invalid_in_room = models.PositiveIntegerField(
        _("not valid, in the room"), default=0
    )
    invalid_online = models.PositiveIntegerField(_("not valid, online"), default=0)
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)
    recorded_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="ballots_recorded",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("recorded by"),
    )
    taken_back_at = models.DateTimeField(
        _("taken back at"), null=True, blank=True, editable=False
    )

    objects = BallotQuerySet.as_manager()

    class Meta:
        verbose_name = _("ballot")
        verbose_name_plural = _("ballots")
        ordering = ["election", "number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["election", "number"],
                condition=Q(taken_back_at__isnull=True),
                name="service_ballot_number_once",
                violation_error_message=_("This ballot was counted already."),
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1),
                name="service_ballot_is_counted_from_one",
                violation_error_message=_("Ballots are counted from 1."),
            ),
        ]

    def __str__(self) -> str:
        return str(_("Ballot %s") % self.number)


class BallotCount(models.Model):
    """How many votes one who stands had on one ballot."""

    ballot = models.ForeignKey(  # owned by its ballot
        Ballot, models.CASCADE, related_name="counts", verbose_name=_("ballot")
    )
    nomination = models.ForeignKey(
        Nomination,
        models.PROTECT,
        related_name="counts",
        verbose_name=_("nomination"),
    )
    in_room = models.PositiveIntegerField(_("in the room"), default=0)
    online = models.PositiveIntegerField(_("online"), default=0)

    class Meta:
        verbose_name = _("count")
        verbose_name_plural = _("counts")
        ordering = ["ballot", "nomination"]
        constraints = [
            models.UniqueConstraint(
                fields=["ballot", "nomination"],
                name="service_ballotcount_once",
                violation_error_message=_("Each name has one count on a ballot."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nomination}: {self.in_room + self.online}"


class BallotMotion(models.Model):
    """The motion for a fifth and last ballot: moved, seconded, and hands counted.

    It may be reconsidered once: the second one counts.
    """

    election = models.ForeignKey(  # owned by its election
        Election,
        models.CASCADE,
        related_name="ballot_motions",
        verbose_name=_("election"),
    )
    number = models.PositiveSmallIntegerField(_("number"), default=1)
    is_moved = models.BooleanField(_("was moved"), default=True)
    is_seconded = models.BooleanField(_("was seconded"), default=True)
    ayes = models.PositiveIntegerField(_("for"), default=0)
    noes = models.PositiveIntegerField(_("against"), default=0)
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)
    recorded_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="ballot_motions_recorded",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("recorded by"),
    )

    class Meta:
        verbose_name = _("motion for a fifth ballot")
        verbose_name_plural = _("motions for a fifth ballot")
        ordering = ["election", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["election", "number"],
                name="service_ballotmotion_number_once",
                violation_error_message=_("This was put to the vote already."),
            ),
            models.CheckConstraint(
                condition=Q(number__range=(1, 2)),
                name="service_ballotmotion_is_reconsidered_once",
                violation_error_message=_("It may be reconsidered once."),
            ),
        ]

    def __str__(self) -> str:
        return str(_("A fifth ballot: %(ayes)s for, %(noes)s against")) % {
            "ayes": self.ayes,
            "noes": self.noes,
        }


class Draw(models.Model):
    """The hat: the slips and the seed as they were announced, before it was drawn.

    ``slips`` are nominations in the order in which they were numbered. The seed is said
    aloud and printed first, so that anyone can repeat the draw. A hat of felt needs no
    seed: ``by_hand`` are then the nominations in the order in which they came out.
    """

    election = models.ForeignKey(  # owned by its election
        Election, models.CASCADE, related_name="draws", verbose_name=_("election")
    )
    number = models.PositiveSmallIntegerField(_("number"), default=1)
    seed = models.CharField(_("seed"), max_length=80, blank=True)
    slips = models.JSONField(_("slips"), default=list)
    by_hand = models.JSONField(_("drawn by hand"), default=list, blank=True)
    announced_at = models.DateTimeField(_("announced at"), auto_now_add=True)
    drawn_at = models.DateTimeField(_("drawn at"), null=True, blank=True)
    recorded_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="draws_recorded",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("recorded by"),
    )

    class Meta:
        verbose_name = _("draw")
        verbose_name_plural = _("draws")
        ordering = ["election", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["election", "number"],
                name="service_draw_number_once",
                violation_error_message=_("This was drawn already."),
            ),
        ]

    def __str__(self) -> str:
        if not self.seed:
            return str(_("The hat, drawn by hand"))
        return str(_("The hat, seed %s") % self.seed)
