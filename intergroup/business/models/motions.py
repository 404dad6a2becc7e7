"""Motions and what became of them."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intergroup.business.majorities import Base, Count, Majority, is_carried
from intergroup.business.models.amounts import hold_to_its_currency
from intergroup.business.models.meetings import BusinessMeeting
from intergroup.kit.money import MoneyField
from intergroup.registry.models import Group


class MotionQuerySet(models.QuerySet["Motion"]):
    """Named readings of the book of motions."""

    def open(self) -> Self:
        """Motions that still wait for an answer."""
        return self.filter(result__in=Motion.WAITING)

    def numbered(self) -> Self:
        """Motions that came onto an agenda; what was only sent in has no number."""
        return self.exclude(number="")

    def received(self) -> Self:
        """Motions sent in, that nobody has decided on yet; the oldest first."""
        return self.filter(result=Motion.Result.RECEIVED).order_by("pk")

    def before(self, meeting: BusinessMeeting) -> Self:
        """Motions that ``meeting`` had before it: brought by then, not yet settled."""
        brought = self.numbered().filter(meeting__held_on__lte=meeting.held_on)
        settled_later = Q(decided_at__held_on__gte=meeting.held_on)
        still_open = Q(result__in=Motion.WAITING)
        return brought.filter(Q(meeting=meeting) | settled_later | still_open)

    def with_the_groups(self) -> Self:
        """Motions sent out to the groups, for their conscience."""
        return self.filter(result=Motion.Result.TO_GROUPS)


class Motion(models.Model):
    """A motion: its exact words, who brought it, its majority, and its result.

    What was only sent in has no number yet. Once it has steps, the result and the
    votes follow from them, and change by another step only.
    """

    class Way(models.TextChoices):
        VOTE = "vote", _("By a vote")
        CONSENSUS = "consensus", _("By consensus")

    class Result(models.TextChoices):
        RECEIVED = "received", _("Received")
        SUBMITTED = "submitted", _("Submitted")
        TABLED = "tabled", _("Tabled")
        REFERRED = "referred", _("Referred to a committee")
        TO_GROUPS = "to-groups", _("Sent to the groups")
        CARRIED = "carried", _("Carried")
        FAILED = "failed", _("Not carried")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        NOT_TAKEN_UP = "not-taken-up", _("Not taken up")

    WAITING = (
        Result.RECEIVED,
        Result.SUBMITTED,
        Result.TABLED,
        Result.REFERRED,
        Result.TO_GROUPS,
    )

    DECIDED = (Result.CARRIED, Result.FAILED)
    BY_STEPS = (
        "result",
        "decided_at_id",
        "votes_for",
        "votes_against",
        "abstentions",
        "blocks",
    )
    OF_STEPS = (*BY_STEPS, "number", "text", "text_after", "answers_due_on")
    """What an office sees and does not type once there are steps."""

    number = models.CharField(
        _("number"),
        max_length=20,
        blank=True,
        help_text=_("It is given when the motion is put on the agenda."),
    )
    meeting = models.ForeignKey(
        BusinessMeeting,
        models.PROTECT,
        related_name="motions",
        verbose_name=_("brought to"),
    )
    decided_at = models.ForeignKey(
        BusinessMeeting,
        models.PROTECT,
        related_name="motions_decided",
        null=True,
        blank=True,
        verbose_name=_("decided at"),
    )
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("text"), help_text=_("Its exact words."))
    intent = models.TextField(_("intent"), blank=True)
    moved_by_group = models.ForeignKey(
        Group,
        models.PROTECT,
        related_name="motions_moved",
        null=True,
        blank=True,
        verbose_name=_("moved by the group"),
    )
    moved_by = models.CharField(
        _("or moved by"),
        max_length=80,
        blank=True,
        help_text=_("A position or committee."),
    )
    seconded_by_group = models.ForeignKey(
        Group,
        models.PROTECT,
        related_name="motions_seconded",
        null=True,
        blank=True,
        verbose_name=_("seconded by the group"),
    )
    way = models.CharField(_("decided"), max_length=10, choices=Way, default=Way.VOTE)
    is_policy_change = models.BooleanField(
        _("changes a policy or guideline"), default=False
    )
    consulted = models.CharField(
        _("spoken about with"),
        max_length=200,
        blank=True,
        help_text=_("The committees it affects, such as Policy."),
    )
    policy_section = models.CharField(
        _("pages or sections"), max_length=200, blank=True
    )
    text_before = models.TextField(_("the policy as it is"), blank=True)
    text_after = models.TextField(_("the policy as it would be"), blank=True)
    amount = MoneyField(_("what it costs"), null=True, blank=True)
    budget_line = models.CharField(_("from which budget"), max_length=120, blank=True)
    majority = models.CharField(
        _("majority"), max_length=20, choices=Majority, default=Majority.SIMPLE
    )
    base = models.CharField(_("of"), max_length=12, choices=Base, default=Base.CAST)
    votes_for = models.PositiveIntegerField(_("for"), null=True, blank=True)
    votes_against = models.PositiveIntegerField(_("against"), null=True, blank=True)
    abstentions = models.PositiveIntegerField(_("abstaining"), null=True, blank=True)
    result = models.CharField(
        _("result"), max_length=20, choices=Result, default=Result.SUBMITTED
    )
    blocks = models.PositiveIntegerField(
        _("blocking"),
        null=True,
        blank=True,
        help_text=_("By consensus: for are those who assent, against nobody."),
    )
    referred_to = models.CharField(_("referred to"), max_length=120, blank=True)
    answers_due_on = models.DateField(_("groups answer by"), null=True, blank=True)

    objects = MotionQuerySet.as_manager()

    class Meta:
        verbose_name = _("motion")
        verbose_name_plural = _("motions")
        ordering = ["-meeting__held_on", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["number"],
                condition=~Q(number=""),
                name="business_motion_number_once",
                violation_error_message=_("Another motion has this number."),
            ),
            models.CheckConstraint(
                condition=Q(result__in=["withdrawn", "not-taken-up"])
                | Q(result="received", number="")
                | (~Q(result="received") & ~Q(number="")),
                name="business_motion_has_its_number_from_the_agenda",
                violation_error_message=_(
                    "A motion has its number from the day it is on an agenda."
                ),
            ),
            models.CheckConstraint(
                condition=Q(votes_for__isnull=True, votes_against__isnull=True)
                | Q(votes_for__isnull=False, votes_against__isnull=False),
                name="business_motion_votes_come_in_pairs",
                violation_error_message=_("Enter the votes for and the votes against."),
            ),
            models.CheckConstraint(
                condition=~Q(result__in=["carried", "failed"])
                | Q(decided_at__isnull=False),
                name="business_motion_is_decided_at_a_meeting",
                violation_error_message=_("Say at which meeting it was decided."),
            ),
            models.CheckConstraint(
                condition=~Q(
                    result__in=[
                        "received",
                        "submitted",
                        "tabled",
                        "referred",
                        "to-groups",
                    ]
                )
                | Q(decided_at__isnull=True),
                name="business_motion_that_waits_is_not_decided",
                violation_error_message=_(
                    "It still waits: leave out the meeting that decided it."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()

    @property
    def is_counted(self) -> bool:
        """Whether votes were counted, rather than a show of hands or none."""
        return self.votes_for is not None

    @property
    def is_by_consensus(self) -> bool:
        """Whether it is decided by consensus, not by a vote."""
        return self.way == self.Way.CONSENSUS

    def clean(self) -> None:
        """Hold the result against the steps and the count, the cost to its currency."""
        hold_to_its_currency("amount", self.amount)
        self._hold_to_its_steps()
        is_held = self.base in {Base.CAST, Base.WITH_ABSTENTIONS}
        if self.is_counted and self.votes_against is not None and is_held:
            self._hold_to_its_count()

    def _hold_to_its_steps(self) -> None:
        if not self.pk or not self.steps.exists():
            return
        kept = Motion.objects.filter(pk=self.pk).values_list(*self.BY_STEPS).first()
        if kept and kept != tuple(getattr(self, name) for name in self.BY_STEPS):
            message = _("Its result follows from its steps: take them on its page.")
            error = ValidationError(message, code="by_its_steps")
            raise ValidationError({"result": error})

    def _hold_to_its_count(self) -> None:
        """Exact fractions, no rounding; by consensus the count is no majority."""
        if self.is_by_consensus:
            return
        count = Count(self.votes_for, self.votes_against, self.abstentions or 0)
        carried = is_carried(count, majority=self.majority, base=self.base)
        claimed = {self.Result.CARRIED: True, self.Result.FAILED: False}.get(
            self.result
        )
        if claimed is not None and claimed is not carried:
            told = _("carries") if carried else _("does not carry")
            message = _("With %(ayes)s for and %(noes)s against it %(told)s.")
            params = {"ayes": self.votes_for, "noes": self.votes_against, "told": told}
            error = ValidationError(message, code="count_differs", params=params)
            raise ValidationError({"result": error})
