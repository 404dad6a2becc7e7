"""Methods of election, as data: each body keeps the ones its conscience has chosen."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class ElectionMethod(models.Model):
    """A way to elect: how ballots are counted, and which fraction elects.

    What each system does with these settings is said in ``service/voting``.
    """

    class System(models.TextChoices):
        THIRD_LEGACY = "third-legacy", _("Third Legacy: ballots, then the hat")
        MAJORITY = "majority", _("Ballots until somebody has the majority")
        PLURALITY = "plurality", _("One ballot, the most votes win")
        ACCLAMATION = "acclamation", _("Acclamation, if nobody objects")

    class SmallestTie(models.TextChoices):
        ALL = "all", _("all of them withdraw")
        NONE = "none", _("none of them withdraws")

    class Single(models.TextChoices):
        BALLOT = "ballot", _("a ballot of yes and no")
        ACCLAMATION = "acclamation", _("acclamation, if nobody objects")

    name = models.CharField(_("name"), max_length=60, unique=True)
    system = models.CharField(_("system"), max_length=16, choices=System)
    needed_parts = models.PositiveSmallIntegerField(_("needed: parts"), default=2)
    needed_of = models.PositiveSmallIntegerField(_("needed: of how many"), default=3)
    is_more_than = models.BooleanField(
        _("more than that"),
        default=False,
        help_text=_("On: more than 1 of 2. Off: exactly 2 of 3 is enough."),
    )
    is_blank_counted = models.BooleanField(
        _("blank ballots are votes cast"), default=False
    )
    smallest_tie = models.CharField(
        _("several have the fewest votes on the fourth ballot"),
        max_length=4,
        choices=SmallestTie,
        default=SmallestTie.ALL,
    )
    single_candidate = models.CharField(
        _("only one stands"), max_length=12, choices=Single, default=Single.BALLOT
    )
    is_second_drawn = models.BooleanField(
        _("the second name from the hat is the alternate"), default=False
    )
    is_offered = models.BooleanField(
        _("offered for new elections"),
        default=True,
        help_text=_("Elections that were held keep their rules, whatever stands here."),
    )

    class Meta:
        verbose_name = _("election method")
        verbose_name_plural = _("election methods")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(needed_parts__gt=0) & Q(needed_of__gte=F("needed_parts")),
                name="service_electionmethod_needs_a_fraction",
                violation_error_message=_(
                    "What elects is a part of the votes: 1 of 2, 2 of 3."
                ),
            ),
            models.CheckConstraint(
                condition=Q(needed_of__lt=2 * F("needed_parts"))
                | Q(needed_of=2 * F("needed_parts"), is_more_than=True),
                name="service_electionmethod_needs_more_than_half",
                violation_error_message=_(
                    "More than half of the votes is the least that may elect: with "
                    "less, two people could be elected to one seat."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(is_more_than=True, needed_of=F("needed_parts")),
                name="service_electionmethod_can_be_reached",
                violation_error_message=_("Nobody can have more than all votes."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
