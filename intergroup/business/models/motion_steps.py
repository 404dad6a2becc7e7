"""What happened to a motion, step by step, and who sent it in."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intergroup.business.majorities import Base, Majority
from intergroup.business.models.meetings import BusinessMeeting
from intergroup.business.models.motions import Motion
from intergroup.registry.models import Group


class AllSteps(models.Manager["MotionStep"]):
    """All steps on record, the struck among them."""


class StandingSteps(AllSteps):
    """Steps that stand: a struck one counts nowhere, so nobody meets it unasked."""

    def get_queryset(self) -> models.QuerySet["MotionStep"]:
        """Leave out what was struck."""
        return super().get_queryset().filter(struck_at__isnull=True)


class MotionStep(models.Model):
    """One step in the life of a motion; what was done stays on record.

    By consensus ``votes_for`` are those who assent, ``votes_against`` is empty, and
    the three others are told. Votes are totals: nobody is linked to one.
    ``motion_before`` keeps the columns of the motion that the step changed, as they
    were; it is None where that is not known. ``objects``, and ``steps`` of a motion,
    are those that stand; ``on_record`` are all.
    """

    class Kind(models.TextChoices):
        RECEIVED = "received", _("Sent in")
        ON_AGENDA = "on-agenda", _("Put on the agenda")
        MOVED = "moved", _("Moved")
        SECONDED = "seconded", _("Seconded")
        AMENDED = "amended", _("Amended")
        STRAW_POLL = "straw-poll", _("Straw poll")
        TABLED = "tabled", _("Tabled")
        REFERRED = "referred", _("Referred")
        TO_GROUPS = "to-groups", _("Sent to the groups")
        BACK = "back", _("Back from the groups")
        TAKEN_UP = "taken-up", _("Taken up again")
        VOTED = "voted", _("Voted on")
        MINORITY_HEARD = "minority-heard", _("The other side was heard")
        RECONSIDERED = "reconsidered", _("Reconsidered")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        NOT_TAKEN_UP = "not-taken-up", _("Not taken up")

    motion = models.ForeignKey(
        Motion, models.PROTECT, related_name="steps", verbose_name=_("motion")
    )
    kind = models.CharField(_("what happened"), max_length=16, choices=Kind)
    meeting = models.ForeignKey(
        BusinessMeeting,
        models.PROTECT,
        related_name="motion_steps",
        null=True,
        blank=True,
        verbose_name=_("at"),
    )
    done_on = models.DateField(_("on"))
    by_group = models.ForeignKey(
        Group,
        models.PROTECT,
        related_name="motion_steps",
        null=True,
        blank=True,
        verbose_name=_("by the group"),
    )
    by = models.CharField(
        _("or by"), max_length=120, blank=True, help_text=_("A position or committee.")
    )
    text = models.TextField(_("words"), blank=True)
    text_before = models.TextField(_("words before"), blank=True)
    policy = models.TextField(_("the policy as it would be"), blank=True)
    policy_before = models.TextField(_("the policy before"), blank=True)
    votes_for = models.PositiveIntegerField(_("for"), null=True, blank=True)
    votes_against = models.PositiveIntegerField(_("against"), null=True, blank=True)
    abstentions = models.PositiveIntegerField(_("abstaining"), null=True, blank=True)
    reservations = models.PositiveIntegerField(
        _("with reservations"), null=True, blank=True
    )
    stand_asides = models.PositiveIntegerField(
        _("standing aside"), null=True, blank=True
    )
    blocks = models.PositiveIntegerField(_("blocking"), null=True, blank=True)
    votes_here = models.PositiveIntegerField(
        _("votes that were here"), null=True, blank=True
    )
    votes_on_roll = models.PositiveIntegerField(
        _("votes on the roll"), null=True, blank=True
    )
    majority = models.CharField(
        _("majority"), max_length=20, choices=Majority, blank=True
    )
    base = models.CharField(_("of"), max_length=12, choices=Base, blank=True)
    has_carried = models.BooleanField(_("carried"), null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="motion_steps",
        null=True,
        editable=False,
        verbose_name=_("recorded by"),
    )
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)
    motion_before = models.JSONField(
        _("the motion before"),
        encoder=DjangoJSONEncoder,
        null=True,
        blank=True,
        editable=False,
    )
    struck_at = models.DateTimeField(
        _("struck at"), null=True, blank=True, editable=False
    )
    struck_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="motion_steps_struck",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("struck by"),
    )
    struck_because = models.CharField(
        _("struck because"), max_length=200, blank=True, editable=False
    )

    objects = StandingSteps()
    on_record = AllSteps()

    class Meta:
        verbose_name = _("step of a motion")
        verbose_name_plural = _("steps of motions")
        ordering = ["motion", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["motion"],
                condition=Q(kind="reconsidered", struck_at__isnull=True),
                name="business_motionstep_reconsidered_once",
                violation_error_message=_("A motion is reconsidered only once."),
            ),
            models.CheckConstraint(
                condition=Q(
                    struck_at__isnull=True, struck_by__isnull=True, struck_because=""
                )
                | (Q(struck_at__isnull=False) & ~Q(struck_because="")),
                name="business_motionstep_struck_says_why",
                violation_error_message=_("Say in a sentence why it is struck."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class MotionSubmission(models.Model):
    """Who sent a motion in, to be asked back; it is private, and let go of in time."""

    class From(models.TextChoices):
        GROUP = "group", _("A group’s representative or alternate")
        COMMITTEE = "committee", _("Chair or vice-chair of a committee")
        OFFICER = "officer", _("An officer of the body")
        OTHER = "other", _("Somebody else")

    motion = models.OneToOneField(
        Motion, models.PROTECT, related_name="submission", verbose_name=_("motion")
    )
    sent_at = models.DateTimeField(_("sent at"))
    sent_by = models.CharField(_("first name and initial"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    speaks_for = models.CharField(
        _("speaks for"), max_length=10, choices=From, default=From.OTHER
    )
    let_go_at = models.DateTimeField(
        _("let go of at"), null=True, blank=True, editable=False
    )

    class Meta:
        verbose_name = _("motion sent in")
        verbose_name_plural = _("motions sent in")
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        return str(self.motion)


class MotionAttachment(models.Model):
    """A file that came with a motion."""

    class Kind(models.TextChoices):
        PDF = "application/pdf", _("PDF")
        JPEG = "image/jpeg", _("Photo")
        PNG = "image/png", _("Picture")

    motion = models.ForeignKey(
        Motion, models.PROTECT, related_name="attachments", verbose_name=_("motion")
    )
    name = models.CharField(_("file"), max_length=120)
    kind = models.CharField(_("kind"), max_length=15, choices=Kind)
    content = models.BinaryField(_("content"))
    sha256 = models.CharField(_("fingerprint"), max_length=64)
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)

    class Meta:
        verbose_name = _("file of a motion")
        verbose_name_plural = _("files of motions")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
