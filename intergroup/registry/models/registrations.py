"""Forms that groups send: register us, change us, pause us, close us; and the talk."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intergroup.registry.models.groups import Group
from intergroup.registry.models.people import validate_first_name, validate_initial


class RegistrationQuerySet(models.QuerySet["Registration"]):
    """Named readings of what was sent."""

    def waiting(self) -> Self:
        """Those the office has to decide, the ones with a question out included."""
        return self.filter(state__in=Registration.WAITING)


class Registration(models.Model):
    """One form as it was sent, what the register said then, and what became of it.

    ``proposed`` and ``present`` have the shape of ``actions.registering.proposals``.
    The sender’s name and addresses are private and go after ``Directory.kept_months``.
    """

    class Kind(models.TextChoices):
        NEW = "new", _("New group")
        CHANGE = "change", _("Change")
        PAUSE = "pause", _("Pause")
        CLOSE = "close", _("Close")

    class State(models.TextChoices):
        SENT = "sent", _("To decide")
        ASKED = "asked", _("Asked back")
        ACCEPTED = "accepted", _("Accepted")
        REFUSED = "refused", _("Refused")

    class Relation(models.TextChoices):
        REPRESENTATIVE = "representative", _("I represent this group")
        MEMBER = "member", _("I am a member of this group")
        SERVANT = "servant", _("I serve this body in another way")
        FELLOW = "fellow", _("I am a member of the fellowship")
        OTHER = "other", _("I am not a member")

    WAITING = (State.SENT, State.ASKED)

    kind = models.CharField(_("what is asked"), max_length=10, choices=Kind)
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.SENT
    )
    group = models.ForeignKey(
        Group,
        models.PROTECT,
        related_name="registrations",
        null=True,
        blank=True,
        verbose_name=_("group"),
        help_text=_("Empty until a new group is accepted."),
    )
    proposed = models.JSONField(_("proposed"), default=dict)
    present = models.JSONField(_("as it was then"), default=dict, blank=True)
    applied = models.JSONField(_("as it was accepted"), default=dict, blank=True)
    effective_on = models.DateField(_("from"), null=True, blank=True)
    paused_until = models.DateField(_("paused until"), null=True, blank=True)
    remarks = models.TextField(_("remarks"), blank=True)
    is_kit_wanted = models.BooleanField(_("asks for a starter kit"), default=False)
    kit_address = models.TextField(
        _("where the starter kit goes"), blank=True, help_text=_("Private.")
    )
    kit_sent_on = models.DateField(_("kit sent on"), null=True, blank=True)
    sender_first_name = models.CharField(
        _("first name"), max_length=40, blank=True, validators=[validate_first_name]
    )
    sender_initial = models.CharField(
        _("last initial"), max_length=1, blank=True, validators=[validate_initial]
    )
    sender_email = models.EmailField(_("e-mail"), blank=True)
    sender_phone = models.CharField(_("telephone"), max_length=40, blank=True)
    relation = models.CharField(
        _("relation to the group"), max_length=20, choices=Relation, blank=True
    )
    is_contact_offered = models.BooleanField(
        _("offers to be a contact of the group"), default=False
    )
    sent_at = models.DateTimeField(_("sent at"))
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="registrations_decided",
        null=True,
        blank=True,
        verbose_name=_("decided by"),
    )
    answer = models.TextField(_("sentence to the sender"), blank=True)
    forgotten_on = models.DateField(
        _("sender forgotten on"), null=True, blank=True, editable=False
    )

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["sent", "asked"])
                | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="registry_registration_is_decided_by_somebody",
                violation_error_message=_("Say who decided, and when."),
            ),
            models.CheckConstraint(
                condition=Q(kind="new") | Q(group__isnull=False),
                name="registry_registration_is_about_a_group",
                violation_error_message=_("Choose the group that this is about."),
            ),
        ]

    def __str__(self) -> str:
        name = self.group or self.proposed.get("group", {}).get("name", "")
        return f"{self.get_kind_display()}: {name}"


class RegistrationMessage(models.Model):
    """One message about a form: from the office, or from who sent it."""

    registration = models.ForeignKey(
        Registration,
        models.PROTECT,
        related_name="messages",
        verbose_name=_("registration"),
    )
    is_from_office = models.BooleanField(_("from the office"), default=False)
    text = models.TextField(_("text"))
    written_at = models.DateTimeField(_("written at"))
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="registration_messages",
        null=True,
        blank=True,
        verbose_name=_("written by"),
        help_text=_("Empty: the sender of the form."),
    )

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["written_at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]
