"""What left the house: printed directories, lists of others, words to look at first."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intergroup.registry.models.groups import Group
from intergroup.registry.models.meetings import Location, Meeting


class DirectoryPrint(models.Model):
    """A directory that was printed, and what stood in it, so that changes can be told.

    ``listed`` maps the slug of each meeting to its day and the lines that were printed
    of it; ``wishes`` is what had been chosen, so that the same choice is compared.
    """

    made_at = models.DateTimeField(_("made at"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="directory_prints",
        verbose_name=_("made by"),
    )
    for_whom = models.CharField(
        _("for whom"),
        max_length=120,
        blank=True,
        help_text=_("Such as the telephone volunteers, or a hospital."),
    )
    layout = models.CharField(_("layout"), max_length=30)
    page_count = models.PositiveIntegerField(_("pages"))
    sha256 = models.CharField(_("fingerprint"), max_length=64)
    listed = models.JSONField(_("what was printed"), default=dict)
    wishes = models.JSONField(_("what was chosen"), default=dict, blank=True)

    class Meta:
        verbose_name = _("printed directory")
        verbose_name_plural = _("printed directories")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.for_whom or self.layout


class FeedSource(models.Model):
    """A meeting list of somebody else’s that is read again and again.

    ``rows`` maps each slug to the fingerprint of what the list last said of it, so
    that a change there is told from a change made here.
    """

    name = models.CharField(_("name"), max_length=120, unique=True)
    website = models.URLField(_("web site"), max_length=500, blank=True)
    read_at = models.DateTimeField(_("last read at"), null=True, blank=True)
    rows = models.JSONField(_("what it last said"), default=dict, blank=True)

    class Meta:
        verbose_name = _("meeting list of others")
        verbose_name_plural = _("meeting lists of others")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class FindingQuerySet(models.QuerySet["Finding"]):
    """Named readings of what was found."""

    def undecided(self) -> Self:
        """Words that are held back until somebody has looked at them."""
        return self.filter(decision="")


class Finding(models.Model):
    """Words in a public text that may be a person’s: held back until decided.

    Exactly one of meeting, group and location is set; ``field`` is that model’s.
    """

    class Kind(models.TextChoices):
        SURNAME = "surname", _("May be a surname")
        PHONE = "phone", _("May be a person’s telephone")
        EMAIL = "email", _("May be a person’s e-mail address")
        PASSWORD = "password", _("A meeting’s password")

    class Decision(models.TextChoices):
        PUBLISH = "publish", _("May be shown")
        WITHHOLD = "withhold", _("Stays hidden")

    meeting = models.ForeignKey(
        Meeting,
        models.CASCADE,
        related_name="findings",
        null=True,
        blank=True,
        verbose_name=_("meeting"),
    )
    group = models.ForeignKey(
        Group,
        models.CASCADE,
        related_name="findings",
        null=True,
        blank=True,
        verbose_name=_("group"),
    )
    location = models.ForeignKey(
        Location,
        models.CASCADE,
        related_name="findings",
        null=True,
        blank=True,
        verbose_name=_("location"),
    )
    field = models.CharField(_("field"), max_length=40)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    found = models.CharField(_("words"), max_length=255)
    found_at = models.DateTimeField(_("found at"))
    decision = models.CharField(
        _("decision"), max_length=10, choices=Decision, blank=True
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="findings_decided",
        null=True,
        blank=True,
        verbose_name=_("decided by"),
    )

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("word to look at")
        verbose_name_plural = _("words to look at")
        ordering = ["decision", "-found_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "field", "found"],
                name="registry_finding_once_in_a_meeting",
                violation_error_message=_("These words were found already."),
            ),
            models.UniqueConstraint(
                fields=["group", "field", "found"],
                name="registry_finding_once_in_a_group",
                violation_error_message=_("These words were found already."),
            ),
            models.UniqueConstraint(
                fields=["location", "field", "found"],
                name="registry_finding_once_in_a_location",
                violation_error_message=_("These words were found already."),
            ),
            models.CheckConstraint(
                condition=Q(
                    meeting__isnull=False, group__isnull=True, location__isnull=True
                )
                | Q(meeting__isnull=True, group__isnull=False, location__isnull=True)
                | Q(meeting__isnull=True, group__isnull=True, location__isnull=False),
                name="registry_finding_is_in_one_place",
                violation_error_message=_("Words are found in one place."),
            ),
        ]

    def __str__(self) -> str:
        return self.found
