"""The conscience of the groups: a motion sent out, and what each group answers."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intergroup.business.models.motions import Motion
from intergroup.registry.models import Group


class GroupBallotQuerySet(models.QuerySet["GroupBallot"]):
    """Named readings of what groups were asked."""

    def open_on(self, day: date) -> Self:
        """Ballots not answered yet whose link is still good on ``day``."""
        return self.filter(answered_on__isnull=True, expires_on__gt=day)

    def answered(self) -> Self:
        """Ballots that came back."""
        return self.filter(answered_on__isnull=False)


class GroupBallot(models.Model):
    """One group’s ballot on a motion: one group, one vote, and no person beside it.

    Its link holds a random word that is kept only as a hash; ``expires_on`` is the
    first day on which it is no longer good.
    """

    class Answer(models.TextChoices):
        FOR = "for", _("For")
        AGAINST = "against", _("Against")
        ABSTAIN = "abstain", _("Abstains")

    class Way(models.TextChoices):
        LINK = "link", _("By the link")
        PAPER = "paper", _("On paper")
        SPOKEN = "spoken", _("At the meeting")

    motion = models.ForeignKey(
        Motion, models.PROTECT, related_name="ballots", verbose_name=_("motion")
    )
    group = models.ForeignKey(
        Group, models.PROTECT, related_name="ballots", verbose_name=_("group")
    )
    token_hash = models.CharField(
        _("hash of the link"), max_length=64, blank=True, editable=False
    )
    sent_on = models.DateField(_("sent on"))
    expires_on = models.DateField(_("link ends on"))
    answer = models.CharField(_("answer"), max_length=8, choices=Answer, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    way = models.CharField(_("came"), max_length=8, choices=Way, blank=True)
    members_for = models.PositiveSmallIntegerField(
        _("members for"), null=True, blank=True
    )
    members_against = models.PositiveSmallIntegerField(
        _("members against"), null=True, blank=True
    )
    note = models.TextField(_("what the group says"), blank=True)

    objects = GroupBallotQuerySet.as_manager()

    class Meta:
        verbose_name = _("ballot of a group")
        verbose_name_plural = _("ballots of groups")
        ordering = ["motion", "group"]
        constraints = [
            models.UniqueConstraint(
                fields=["motion", "group"],
                name="business_groupballot_one_group_one_vote",
                violation_error_message=_("This group has its ballot: one vote each."),
            ),
            models.UniqueConstraint(
                fields=["token_hash"],
                condition=~Q(token_hash=""),
                name="business_groupballot_link_is_its_own",
                violation_error_message=_("A link is for one alone."),
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True, way="")
                | (~Q(answer="") & Q(answered_on__isnull=False) & ~Q(way="")),
                name="business_groupballot_answer_is_whole",
                violation_error_message=_("Say what it answered, when, and how."),
            ),
            models.CheckConstraint(
                condition=Q(expires_on__gt=F("sent_on")),
                name="business_groupballot_is_good_for_a_day",
                violation_error_message=_("A ballot is good for a day or more."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.motion.number}, {self.group}"


class Guideline(models.Model):
    """A policy of the body, in its exact words, and the motion that made it."""

    title = models.CharField(_("title"), max_length=120)
    section = models.CharField(_("page or section"), max_length=120, blank=True)
    text = models.TextField(_("text"), help_text=_("Its exact words."))
    motion = models.ForeignKey(
        Motion,
        models.PROTECT,
        related_name="guidelines",
        null=True,
        blank=True,
        verbose_name=_("made by the motion"),
    )
    adopted_on = models.DateField(_("adopted on"))
    replaces = models.OneToOneField(
        "self",
        models.PROTECT,
        related_name="replaced_by",
        null=True,
        blank=True,
        verbose_name=_("in the place of"),
    )
    ended_on = models.DateField(
        _("ended on"),
        null=True,
        blank=True,
        help_text=_("The first day on which it does not hold any more."),
    )

    class Meta:
        verbose_name = _("policy")
        verbose_name_plural = _("policies")
        ordering = ["section", "title", "-adopted_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("adopted_on")),
                name="business_guideline_ends_after_it_began",
                violation_error_message=_("It cannot end before it was adopted."),
            ),
        ]

    def __str__(self) -> str:
        return self.title
