"""How this body serves: what the public may see, and how far ahead is looked."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

_DAYS = [MinValueValidator(1), MaxValueValidator(730)]


class PolicyManager(models.Manager["Policy"]):
    """The one policy."""

    def current(self) -> "Policy":
        """Return how this body serves; an unsaved policy before it was written."""
        return self.first() or Policy(pk=1)


class Policy(models.Model):
    """How the body serves: what of it is public, and how early it looks ahead.

    Nothing is public until somebody says so.
    """

    is_public = models.BooleanField(
        _("open positions are public"),
        default=False,
        help_text=_(
            "A page and a calendar for everybody, by position only: never a name."
        ),
    )
    invitation = models.TextField(
        _("words to those who think of serving"),
        blank=True,
        default=_(
            "Service is how we keep what we were given. Every position is shared and "
            "passed on; whoever served before you shows you how it is done. What is "
            "suggested is suggested: come and ask."
        ),
    )
    soon_days = models.PositiveSmallIntegerField(
        _("look ahead … days"),
        default=90,
        validators=_DAYS,
        help_text=_("Terms that end within so many days are said to end soon."),
    )
    handover_days = models.PositiveSmallIntegerField(
        _("begin to hand over … days before the last day"), default=30, validators=_DAYS
    )

    objects = PolicyManager()

    class Meta:
        verbose_name = _("service policy")
        verbose_name_plural = _("service policy")
        constraints = [
            models.CheckConstraint(
                condition=Q(pk=1),
                name="service_policy_is_the_only_one",
                violation_error_message=_("There is one service policy here."),
            ),
        ]

    def __str__(self) -> str:
        return str(_("How we serve"))
