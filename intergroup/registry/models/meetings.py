"""Recovery meetings, where they are and what kind they are."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intergroup.registry.models.body import validate_time_zone
from intergroup.registry.models.groups import Group


def validate_weeks(weeks: str) -> None:
    """Refuse anything but weeks of a month, each once: ``1,3`` or ``L``."""
    said = weeks.split(",")
    if set(said) - set("12345L") or len(set(said)) < len(said):
        raise ValidationError(
            _("Write weeks of the month such as 1,3 for the first and the third."),
            code="not_weeks",
        )


class MeetingType(models.Model):
    """A kind of meeting by code; ``aa_code`` is the nearest of the Meeting Guide."""

    code = models.CharField(_("code"), max_length=10, unique=True)
    name = models.CharField(_("name"), max_length=80)
    aa_code = models.CharField(
        _("Meeting Guide code"),
        max_length=10,
        blank=True,
        help_text=_("What the Meeting Guide app calls it; empty where it has no word."),
    )
    order = models.PositiveSmallIntegerField(
        _("order"),
        default=500,
        help_text=_("Of two with the same Meeting Guide code, the lower one is read."),
    )

    class Meta:
        verbose_name = _("meeting type")
        verbose_name_plural = _("meeting types")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class MeetingTypeName(models.Model):
    """What a meeting type is called in another language than the office’s own."""

    meeting_type = models.ForeignKey(
        MeetingType,
        models.CASCADE,
        related_name="names",
        verbose_name=_("meeting type"),
    )
    language = models.CharField(
        _("language"), max_length=10, help_text=_("A code such as es or fr.")
    )
    name = models.CharField(_("name"), max_length=80)

    class Meta:
        verbose_name = _("name in another language")
        verbose_name_plural = _("names in other languages")
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting_type", "language"],
                name="registry_meetingtypename_once_a_language",
                violation_error_message=_("There is a name in this language already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.language})"


class Location(models.Model):
    """A place where meetings are held, or the town that stands for an online one."""

    name = models.CharField(_("name"), max_length=255, blank=True)
    address = models.CharField(_("address"), max_length=255, blank=True)
    region = models.CharField(_("region"), max_length=120, blank=True)
    sub_region = models.CharField(_("part of the region"), max_length=120, blank=True)
    is_approximate = models.BooleanField(
        _("is only roughly there"),
        default=False,
        help_text=_("A town, not a door: what an online meeting has."),
    )
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    notes = models.TextField(_("notes"), blank=True)

    class Meta:
        verbose_name = _("location")
        verbose_name_plural = _("locations")
        ordering = ["name", "address"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "address", "region", "sub_region"],
                name="registry_location_once",
                violation_error_message=_("This place is in the register already."),
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True) | Q(latitude__range=(-90, 90)),
                name="registry_location_latitude_is_on_earth",
                violation_error_message=_("A latitude is from −90 to 90."),
            ),
            models.CheckConstraint(
                condition=Q(longitude__isnull=True) | Q(longitude__range=(-180, 180)),
                name="registry_location_longitude_is_on_earth",
                violation_error_message=_("A longitude is from −180 to 180."),
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(filter(None, [self.name, self.address])) or self.region


IN_WEEK_ORDER = (
    models.F("day").asc(nulls_last=True),
    models.F("time").asc(nulls_last=True),
    "name",
    "slug",
)


class MeetingQuerySet(models.QuerySet["Meeting"]):
    """Named readings of the meeting list."""

    def listed(self) -> Self:
        """Meetings that are in the list now."""
        return self.filter(unlisted_on__isnull=True)

    def in_week_order(self) -> Self:
        """From Sunday morning to Saturday night; those by appointment last."""
        return self.order_by(*IN_WEEK_ORDER)


class Meeting(models.Model):
    """A recovery meeting: one day, one time, one place or link.

    ``group`` is empty for a meeting that was listed without one: it has no vote.
    """

    class Day(models.IntegerChoices):
        SUNDAY = 0, _("Sunday")
        MONDAY = 1, _("Monday")
        TUESDAY = 2, _("Tuesday")
        WEDNESDAY = 3, _("Wednesday")
        THURSDAY = 4, _("Thursday")
        FRIDAY = 5, _("Friday")
        SATURDAY = 6, _("Saturday")

    class Attendance(models.TextChoices):
        IN_PERSON = "in_person", _("In person")
        ONLINE = "online", _("Online")
        HYBRID = "hybrid", _("In person and online")
        PHONE = "phone", _("By telephone")
        ONLINE_FOR_NOW = "online_for_now", _("Online for now, the room is closed")

    class Week(models.TextChoices):
        """Which of the month’s Fridays: the first, the second …, or the last."""

        FIRST = "1", _("first")
        SECOND = "2", _("second")
        THIRD = "3", _("third")
        FOURTH = "4", _("fourth")
        FIFTH = "5", _("fifth")
        LAST = "L", _("last")

    group = models.ForeignKey(
        Group,
        models.PROTECT,
        related_name="meetings",
        null=True,
        blank=True,
        verbose_name=_("group"),
    )
    name = models.CharField(_("name"), max_length=255)
    slug = models.SlugField(
        _("address on the web"), max_length=64, unique=True, allow_unicode=True
    )
    day = models.PositiveSmallIntegerField(
        _("day"),
        choices=Day,
        null=True,
        blank=True,
        help_text=_("Empty: by appointment."),
    )
    time = models.TimeField(_("time"), null=True, blank=True)
    end_time = models.TimeField(_("ends"), null=True, blank=True)
    weeks = models.CharField(
        _("weeks of the month"),
        max_length=20,
        blank=True,
        validators=[validate_weeks],
        help_text=_("Empty: every week. 1,3 is the first and the third; L the last."),
    )
    first_on = models.DateField(
        _("from"), null=True, blank=True, help_text=_("The first day of a season.")
    )
    last_on = models.DateField(
        _("until"),
        null=True,
        blank=True,
        help_text=_("The last day of a season, which still counts."),
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        blank=True,
        validators=[validate_time_zone],
        help_text=_("Empty: the time zone of the body."),
    )
    attendance = models.CharField(
        _("attendance"), max_length=20, choices=Attendance, default=Attendance.IN_PERSON
    )
    location = models.ForeignKey(
        Location,
        models.PROTECT,
        related_name="meetings",
        null=True,
        blank=True,
        verbose_name=_("location"),
    )
    types = models.ManyToManyField(
        MeetingType, related_name="meetings", blank=True, verbose_name=_("types")
    )
    notes = models.TextField(_("notes"), blank=True)
    conference_url = models.URLField(_("link"), max_length=1000, blank=True)
    conference_url_notes = models.TextField(_("about the link"), blank=True)
    conference_phone = models.CharField(_("telephone"), max_length=255, blank=True)
    conference_phone_notes = models.TextField(_("about the telephone"), blank=True)
    venmo = models.CharField(_("Venmo"), max_length=64, blank=True)
    square = models.CharField(_("Square"), max_length=64, blank=True)
    paypal = models.CharField(_("PayPal"), max_length=255, blank=True)
    homegroup_online = models.CharField(
        _("Homegroup Online"), max_length=64, blank=True
    )
    extra = models.JSONField(
        _("other facts from a feed"),
        default=dict,
        blank=True,
        help_text=_(
            "What a feed said that has no box of its own; given back as it came."
        ),
    )
    updated_at = models.DateTimeField(_("changed at"), null=True, blank=True)
    unlisted_on = models.DateField(_("taken off the list on"), null=True, blank=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["day", "time", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(day__isnull=True) | Q(day__range=(0, 6)),
                name="registry_meeting_day_is_in_the_week",
                violation_error_message=_("A day is from 0 (Sunday) to 6 (Saturday)."),
            ),
            models.CheckConstraint(
                condition=Q(first_on__isnull=True)
                | Q(last_on__isnull=True)
                | Q(last_on__gte=F("first_on")),
                name="registry_meeting_season_ends_after_it_begins",
                violation_error_message=_("A season cannot end before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(weeks="") | Q(day__isnull=False),
                name="registry_meeting_weeks_have_a_day",
                violation_error_message=_("Say on which day of those weeks."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
