"""The body’s rules of order: how it votes, who counts, and by when things are sent."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intergroup.business.majorities import Base, Majority
from intergroup.business.quorum import QuorumKind

_DAYS = [MaxValueValidator(365)]


class Numbering(models.TextChoices):
    """How motions are numbered."""

    MONTH = "month", _("Month, year, number: 05-26-02")
    YEAR = "year", _("Year, number: 2026-014")


class QuorumRule(models.Model):
    """What makes a quorum: the body’s own rule, and the one each meeting keeps."""

    quorum_kind = models.CharField(
        _("quorum"), max_length=12, choices=QuorumKind, default=QuorumKind.MORE_THAN
    )
    quorum_parts = models.PositiveSmallIntegerField(
        _("quorum: parts"), default=1, help_text=_("1 of 2 is a half.")
    )
    quorum_of = models.PositiveSmallIntegerField(
        _("quorum: of how many"), default=2, validators=[MinValueValidator(1)]
    )
    quorum_groups = models.PositiveSmallIntegerField(
        _("quorum: groups"), default=0, help_text=_("For so many groups and officers.")
    )
    quorum_officers = models.PositiveSmallIntegerField(_("quorum: officers"), default=0)
    quorum_office = models.CharField(
        _("quorum: position that must be here"), max_length=80, blank=True
    )
    quorum_base = models.PositiveSmallIntegerField(
        _("last year’s attendance"),
        null=True,
        blank=True,
        help_text=_("Empty: counted from the roll calls of the twelve months before."),
    )
    is_quorum_recalled = models.BooleanField(
        _("the quorum is counted again when somebody asks"),
        default=False,
        help_text=_("Off: once there is a quorum, it stands until the meeting ends."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(quorum_of__gt=0) & Q(quorum_parts__lte=F("quorum_of")),
                name="business_%(class)s_quorum_is_a_fraction",
                violation_error_message=_(
                    "A quorum is a part of the roll: 1 of 2, 2 of 3."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(quorum_kind="office", quorum_office="")
                & ~Q(quorum_kind="mix", quorum_groups=0, quorum_officers=0),
                name="business_%(class)s_quorum_is_whole",
                violation_error_message=_(
                    "Say what the quorum needs: the position that must be here, or how "
                    "many groups and officers."
                ),
            ),
        ]


class RulesManager(models.Manager["Rules"]):
    """The one set of rules."""

    def current(self) -> "Rules":
        """Return how this body meets; unsaved rules before they were written."""
        return self.first() or Rules(pk=1)


class Rules(QuorumRule):
    """How the body meets. A meeting that is called keeps its own quorum rule."""

    attendances_before_vote = models.PositiveSmallIntegerField(
        _("a new group votes at its … meeting"),
        default=1,
        validators=[MinValueValidator(1)],
        help_text=_("1: at its first. 2: at its second, and so on."),
    )
    days_before_vote = models.PositiveSmallIntegerField(
        _("and … days after it was registered"), default=0, validators=_DAYS
    )
    absences_off_roll = models.PositiveSmallIntegerField(
        _("absences in a row that take a group off the quorum roll"),
        default=2,
        help_text=_("0: none do. It stays in the register, and comes back by coming."),
    )
    majority = models.CharField(
        _("majority of a motion"),
        max_length=20,
        choices=Majority,
        default=Majority.SIMPLE,
    )
    policy_majority = models.CharField(
        _("majority of a motion on policy"),
        max_length=20,
        choices=Majority,
        default=Majority.TWO_THIRDS,
    )
    base = models.CharField(_("of"), max_length=12, choices=Base, default=Base.CAST)
    is_sent_back_by_abstentions = models.BooleanField(
        _("more than half abstaining sends it back to the groups"), default=False
    )
    most_blocks = models.PositiveSmallIntegerField(
        _("by consensus: so many may block and it still carries"), default=0
    )
    numbering = models.CharField(
        _("numbers of motions"),
        max_length=8,
        choices=Numbering,
        default=Numbering.MONTH,
    )
    months_before_again = models.PositiveSmallIntegerField(
        _("months before the same motion comes again"), default=6
    )
    notice_days = models.PositiveSmallIntegerField(
        _("notice goes out … days before"), default=14, validators=_DAYS
    )
    reports_days = models.PositiveSmallIntegerField(
        _("reports are sent … days before"), default=3, validators=_DAYS
    )
    motions_days = models.PositiveSmallIntegerField(
        _("motions are sent … days before"), default=7, validators=_DAYS
    )
    has_public_form = models.BooleanField(
        _("motions may be sent by a public form"), default=False
    )

    objects = RulesManager()

    class Meta:
        verbose_name = _("rules of order")
        verbose_name_plural = _("rules of order")
        constraints = [
            models.CheckConstraint(
                condition=Q(pk=1),
                name="business_rules_are_the_only_ones",
                violation_error_message=_("There is one set of rules here."),
            ),
            *QuorumRule.Meta.constraints,
        ]

    def __str__(self) -> str:
        return str(_("How we meet"))
