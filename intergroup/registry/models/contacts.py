"""Who can be reached for a group, and the confidential sheets that were printed."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intergroup.registry.models.groups import Group
from intergroup.registry.models.people import Person


class GroupContactQuerySet(models.QuerySet["GroupContact"]):
    """Named readings of who can be reached."""

    def on(self, day: date) -> Self:
        """Those who had begun, and had not yet ended, on ``day``."""
        still = Q(ended_on__isnull=True) | Q(ended_on__gt=day)
        return self.filter(still, began_on__lte=day)


class GroupContact(models.Model):
    """A person to be reached for a group. ``ended_on`` is the first day without them.

    Nothing of it is public, but for what the person agreed to (on Person) and
    ``is_listed`` allows. ``mailbox`` is a mailbox of the service, not a person’s own.
    """

    class Kind(models.TextChoices):
        PRIMARY = "primary", _("Primary contact")
        SECONDARY = "secondary", _("Secondary contact")
        MAIL = "mail", _("Receives the mail")
        PHONE = "phone", _("Telephone contact")

    group = models.ForeignKey(
        Group, models.PROTECT, related_name="contacts", verbose_name=_("group")
    )
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="contact_for", verbose_name=_("person")
    )
    kind = models.CharField(
        _("kind"), max_length=10, choices=Kind, default=Kind.PRIMARY
    )
    is_listed = models.BooleanField(
        _("may be listed"),
        default=False,
        help_text=_("Only with what the person has agreed to show."),
    )
    mailbox = models.EmailField(
        _("mailbox of the service"),
        blank=True,
        help_text=_("Such as group12@…; may be shown in place of a person’s own."),
    )
    postal_address = models.TextField(
        _("postal address"), blank=True, help_text=_("Private: never published.")
    )
    is_mail_returned = models.BooleanField(
        _("the post comes back from this address"), default=False
    )
    began_on = models.DateField(_("began on"))
    ended_on = models.DateField(
        _("ends on"), null=True, blank=True, help_text=_("The first day without them.")
    )

    objects = GroupContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["group", "kind", "-began_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gt=F("began_on")),
                name="registry_groupcontact_ends_after_beginning",
                violation_error_message=_("It cannot end before it begins."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.group}"


class ContactSheet(models.Model):
    """A confidential contact sheet that somebody printed: who, when, and of what."""

    printed_at = models.DateTimeField(_("printed at"))
    printed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="contact_sheets",
        verbose_name=_("printed by"),
    )
    scope = models.CharField(_("of what"), max_length=200)
    people_count = models.PositiveIntegerField(_("people on it"))

    class Meta:
        verbose_name = _("printed contact sheet")
        verbose_name_plural = _("printed contact sheets")
        ordering = ["-printed_at", "-pk"]

    def __str__(self) -> str:
        return self.scope
