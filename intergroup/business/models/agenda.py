"""What a business meeting will speak about, in order."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from intergroup.business.models.meetings import BusinessMeeting


class ItemKind(models.TextChoices):
    """What an item of the agenda is about: the records that belong beside it."""

    OTHER = "", _("Something else")
    OPENING = "opening", _("Opening")
    ROLL_CALL = "roll-call", _("Roll call and quorum")
    WELCOME = "welcome", _("New groups and representatives")
    MINUTES = "minutes", _("Minutes of the last meeting")
    TREASURER = "treasurer", _("Treasurer’s report")
    OFFICERS = "officers", _("Reports of officers")
    COMMITTEES = "committees", _("Reports of committees")
    GROUPS = "groups", _("Reports of the groups")
    ELECTIONS = "elections", _("Elections")
    BACK = "back", _("Back from the groups")
    OLD = "old", _("Old business")
    NEW = "new", _("New business")
    FORUM = "forum", _("Open forum")
    DATES = "dates", _("Dates and announcements")
    CLOSING = "closing", _("Closing")


class AgendaLine(models.Model):
    """What a line of an agenda says; who leads it is said by position, not by name."""

    order = models.PositiveSmallIntegerField(_("order"), default=100)
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=ItemKind,
        blank=True,
        default=ItemKind.OTHER,
    )
    title = models.CharField(_("title"), max_length=200)
    led_by = models.CharField(
        _("led by"), max_length=80, blank=True, help_text=_("A position: Secretary.")
    )
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title


class AgendaTemplate(models.Model):
    """An order of business that meetings are called with."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    is_usual = models.BooleanField(_("the usual one"), default=False)

    class Meta:
        verbose_name = _("agenda template")
        verbose_name_plural = _("agenda templates")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_usual"],
                condition=models.Q(is_usual=True),
                name="business_agendatemplate_one_is_usual",
                violation_error_message=_("Another template is the usual one."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AgendaTemplateItem(AgendaLine):
    """One line of an order of business."""

    template = models.ForeignKey(  # owned by its template
        AgendaTemplate,
        models.CASCADE,
        related_name="items",
        verbose_name=_("agenda template"),
    )

    class Meta:
        verbose_name = _("line of a template")
        verbose_name_plural = _("lines of a template")
        ordering = ["template", "order", "pk"]


class AgendaItem(AgendaLine):
    """One line of the agenda of a meeting."""

    meeting = models.ForeignKey(  # owned by its meeting
        BusinessMeeting,
        models.CASCADE,
        related_name="agenda",
        verbose_name=_("business meeting"),
    )
    is_left_open = models.BooleanField(
        _("not finished: comes again"),
        default=False,
        help_text=_("It stands on the agenda of the next meeting by itself."),
    )
    carried_from = models.OneToOneField(
        "self",
        models.SET_NULL,
        related_name="carried_to",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("left over from"),
    )
    notes = models.TextField(_("notes"), blank=True)

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda")
        ordering = ["meeting", "order", "pk"]
