"""Districts and groups: what is registered with the body."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class District(models.Model):
    """A part of the body’s territory, by number."""

    number = models.PositiveIntegerField(_("number"), unique=True)
    name = models.CharField(_("name"), max_length=120)

    class Meta:
        verbose_name = _("district")
        verbose_name_plural = _("districts")
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class GroupQuerySet(models.QuerySet["Group"]):
    """Named readings of the register of groups."""

    def on_the_roll(self) -> Self:
        """Groups that meet, as far as anybody knows: the ones with a voice."""
        return self.filter(status__in=Group.ON_THE_ROLL)

    def registered_between(self, first: date, last: date) -> Self:
        """Groups registered from ``first`` to ``last``, both included."""
        return self.filter(registered_on__range=(first, last))

    def unverified_since(self, day: date) -> Self:
        """Groups on the roll that have not said since ``day``: still right."""
        silent = Q(verified_on__isnull=True) | Q(verified_on__lt=day)
        return self.on_the_roll().filter(silent)

    def with_meeting_count(self) -> Self:
        """Annotate ``meeting_count``: the meetings now in the list."""
        listed = Q(meetings__unlisted_on__isnull=True)
        return self.annotate(meeting_count=models.Count("meetings", filter=listed))


class Group(models.Model):
    """A group registered with the body: a permanent number, one vote, many meetings.

    The statuses are those registrars know from AA’s Fellowship Connection.
    """

    class Status(models.TextChoices):
        NEW = "new", _("New")
        PENDING = "pending", _("Pending")
        ACTIVE = "active", _("Active")
        INCOMPLETE = "incomplete", _("Incomplete")
        PRE_DATED = "pre-dated", _("Starts later")
        PAUSED = "paused", _("Paused")
        PENDING_INACTIVE = "pending-inactive", _("Said to have closed")
        INACTIVE = "inactive", _("Inactive")
        MERGED = "merged", _("Merged")
        MISSING = "missing", _("Not heard from")

    ON_THE_ROLL = (Status.PENDING, Status.ACTIVE, Status.INCOMPLETE)
    PUBLISHED = (*ON_THE_ROLL, Status.PENDING_INACTIVE)
    GONE = (Status.INACTIVE, Status.MERGED)

    number = models.PositiveIntegerField(
        _("number"), unique=True, help_text=_("Permanent, and never used again.")
    )
    name = models.CharField(_("name"), max_length=255)
    district = models.ForeignKey(
        District,
        models.PROTECT,
        related_name="groups",
        null=True,
        blank=True,
        verbose_name=_("district"),
    )
    haws_number = models.CharField(_("HAWS number"), max_length=20, blank=True)
    status = models.CharField(
        _("status"), max_length=20, choices=Status, default=Status.NEW
    )
    started_on = models.DateField(_("started on"), null=True, blank=True)
    registered_on = models.DateField(_("registered on"), null=True, blank=True)
    verified_on = models.DateField(
        _("verified on"),
        null=True,
        blank=True,
        help_text=_("The last day somebody from the group said: still right."),
    )
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    status_since = models.DateField(_("status since"), null=True, blank=True)
    pending_until = models.DateField(
        _("pending until"),
        null=True,
        blank=True,
        help_text=_("The first day on which a new group is active."),
    )
    paused_until = models.DateField(
        _("paused until"),
        null=True,
        blank=True,
        help_text=_("The first day on which it meets again; empty: not known."),
    )
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="merged_from",
        null=True,
        blank=True,
        verbose_name=_("merged into"),
    )
    member_count = models.PositiveIntegerField(_("members"), null=True, blank=True)
    language = models.CharField(
        _("language spoken"), max_length=60, blank=True, help_text=_("If not English.")
    )
    mailing_language = models.CharField(
        _("language for mail"), max_length=60, blank=True
    )
    is_password_private = models.BooleanField(
        _("keeps its meeting password to itself"),
        default=False,
        help_text=_("No password of its online meetings is published."),
    )
    website = models.URLField(_("web site"), max_length=500, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=255, blank=True)
    venmo = models.CharField(_("Venmo"), max_length=64, blank=True)
    square = models.CharField(_("Square"), max_length=64, blank=True)
    paypal = models.CharField(_("PayPal"), max_length=255, blank=True)
    homegroup_online = models.CharField(
        _("Homegroup Online"), max_length=64, blank=True
    )
    notes = models.TextField(_("notes"), blank=True)

    objects = GroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("group")
        verbose_name_plural = _("groups")
        ordering = ["number"]
        indexes = [models.Index(Lower("name"), name="registry_group_by_name")]
        constraints = [
            models.UniqueConstraint(
                fields=["haws_number"],
                condition=~Q(haws_number=""),
                name="registry_group_haws_number_once",
                violation_error_message=_("Another group has this HAWS number."),
            ),
            models.CheckConstraint(
                condition=Q(number__gt=0),
                name="registry_group_number_is_above_zero",
                violation_error_message=_("A group’s number is 1 or more."),
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True)
                | Q(started_on__isnull=True)
                | Q(closed_on__gte=F("started_on")),
                name="registry_group_closes_after_it_starts",
                violation_error_message=_("A group cannot close before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("pk")),
                name="registry_group_merges_into_another",
                violation_error_message=_("A group cannot be merged into itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class ExternalNumber(models.Model):
    """A number that somebody else gave to the group."""

    group = models.ForeignKey(
        Group, models.PROTECT, related_name="external_numbers", verbose_name=_("group")
    )
    issuer = models.CharField(_("given by"), max_length=60)
    number = models.CharField(_("number"), max_length=40)

    class Meta:
        verbose_name = _("external number")
        verbose_name_plural = _("external numbers")
        ordering = ["issuer", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "number"],
                name="registry_externalnumber_once_per_issuer",
                violation_error_message=_("Another group has this number."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.issuer} {self.number}"
