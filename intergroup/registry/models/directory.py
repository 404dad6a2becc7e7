"""How the directory is published and kept fresh: one row, and the keys to its feeds."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

_MONTHS = [MinValueValidator(1), MaxValueValidator(120)]
_DAYS = [MinValueValidator(1), MaxValueValidator(365)]


class DirectoryManager(models.Manager["Directory"]):
    """The one directory."""

    def current(self) -> "Directory":
        """Return how it is published; an unsaved one, closed, before anybody said."""
        return self.first() or Directory(pk=1)


class Directory(models.Model):
    """What the public sees of the register, and how often groups are asked about it.

    Nothing is public until somebody says so: both switches are off to begin with.
    """

    is_published = models.BooleanField(
        _("the directory is public"),
        default=False,
        help_text=_("The finder, its feeds and its calendar, for everybody."),
    )
    is_registration_open = models.BooleanField(
        _("groups may register on the web"),
        default=False,
        help_text=_("The public forms to register, change, pause and close a group."),
    )
    is_feed_restricted = models.BooleanField(
        _("the feeds ask for a sharing key"),
        default=False,
        help_text=_("Off: any site or app may read the meeting list."),
    )
    has_contacts = models.BooleanField(
        _("shows contacts who agreed"),
        default=False,
        help_text=_("First name and initial of contacts who agreed to be listed."),
    )
    verify_months = models.PositiveSmallIntegerField(
        _("ask groups every … months"), default=12, validators=_MONTHS
    )
    answer_days = models.PositiveSmallIntegerField(
        _("a link is good for … days"), default=30, validators=_DAYS
    )
    remind_days = models.PositiveSmallIntegerField(
        _("remind after … days"), default=14, validators=_DAYS
    )
    hide_months = models.PositiveSmallIntegerField(
        _("hide what was not confirmed for … months"),
        null=True,
        blank=True,
        validators=_MONTHS,
        help_text=_("Empty: nothing is hidden for its age."),
    )
    pending_days = models.PositiveSmallIntegerField(
        _("a new group is pending for … days"), default=30, validators=_DAYS
    )
    kept_months = models.PositiveSmallIntegerField(
        _("keep who sent a form for … months"),
        default=12,
        validators=_MONTHS,
        help_text=_("After the decision; then the sender’s name and addresses go."),
    )
    phone = models.CharField(
        _("helpline"),
        max_length=40,
        blank=True,
        help_text=_("The body’s own number: +1-309-555-0100."),
    )
    territory = models.CharField(
        _("territory"),
        max_length=120,
        blank=True,
        help_text=_("In words, as apps show it: Example County, Illinois."),
    )
    welcome = models.TextField(
        _("words of the welcome letter"),
        blank=True,
        help_text=_("Empty: the letter that comes with the program."),
    )
    starter_kit = models.TextField(
        _("what is in a starter kit"), blank=True, help_text=_("One thing a line.")
    )

    objects = DirectoryManager()

    class Meta:
        verbose_name = _("directory")
        verbose_name_plural = _("directory")
        constraints = [
            models.CheckConstraint(
                condition=Q(pk=1),
                name="registry_directory_is_the_only_one",
                violation_error_message=_("There is one directory here."),
            )
        ]

    def __str__(self) -> str:
        return str(_("Directory"))


class SharingKeyQuerySet(models.QuerySet["SharingKey"]):
    """Named readings of who may read the feeds."""

    def good(self) -> "SharingKeyQuerySet":
        """Keys that have not been ended."""
        return self.filter(ended_on__isnull=True)


class SharingKey(models.Model):
    """A word that opens the feeds to one reader, where they are not for everybody."""

    name = models.CharField(
        _("for whom"), max_length=120, help_text=_("A site or an app.")
    )
    key = models.CharField(_("key"), max_length=64, unique=True)
    made_on = models.DateField(_("made on"))
    ended_on = models.DateField(_("ended on"), null=True, blank=True)

    objects = SharingKeyQuerySet.as_manager()

    class Meta:
        verbose_name = _("sharing key")
        verbose_name_plural = _("sharing keys")
        ordering = ["ended_on", "name"]

    def __str__(self) -> str:
        return self.name


class Revision(models.Model):
    """A stamp that the database itself changes with anything the public may see.

    Random, so that a stamp that was rolled back or restored is never one seen before.
    """

    stamp = models.BigIntegerField(_("stamp"))

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")

    def __str__(self) -> str:
        return f"{self.stamp:x}"
