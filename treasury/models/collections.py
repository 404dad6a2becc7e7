"""Collections: what was counted at a meeting, by two people."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intergroup.business.models import BusinessMeeting
from intergroup.kit.money import MoneyField
from intergroup.registry.models.people import validate_first_name, validate_initial
from treasury.models.ledger import Entry


def validate_counter(name: str) -> None:
    """Refuse more than a first name and a last initial, such as “Jo M.”."""
    first, _blank, initial = name.strip().partition(" ")
    validate_first_name(first)
    if initial := initial.strip().removesuffix("."):
        validate_initial(initial)


class Collection(models.Model):
    """One counting of what groups and members brought, entered and checked together.

    The notes and coins counted, less the cash of the rows, is the difference: it is
    zero, or it is explained and stands in the books as cash over or short.
    """

    collected_on = models.DateField(_("collected on"))
    meeting = models.ForeignKey(
        BusinessMeeting,
        models.PROTECT,
        related_name="collections",
        null=True,
        blank=True,
        verbose_name=_("business meeting"),
    )
    first_counter = models.CharField(
        _("counted by"),
        max_length=44,
        validators=[validate_counter],
        help_text=_("First name and last initial."),
    )
    second_counter = models.CharField(
        _("and by"),
        max_length=44,
        validators=[validate_counter],
        help_text=_("First name and last initial."),
    )
    counted = MoneyField(_("notes and coins counted"), null=True, blank=True)
    pieces = models.JSONField(
        _("how many of each note and coin"), default=dict, blank=True
    )
    cash = MoneyField(_("cash entered"), editable=False)
    explanation = models.CharField(_("why they differ"), max_length=200, blank=True)
    entry = models.OneToOneField(
        Entry,
        models.PROTECT,
        related_name="collection",
        null=True,
        editable=False,
        verbose_name=_("entry"),
    )
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="collections_recorded",
        null=True,
        editable=False,
        verbose_name=_("recorded by"),
    )

    class Meta:
        verbose_name = _("collection")
        verbose_name_plural = _("collections")
        ordering = ["-collected_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(first_counter=F("second_counter")),
                name="treasury_collection_two_count",
                violation_error_message=_("Two different people count."),
            ),
            models.CheckConstraint(
                condition=Q(counted__isnull=True)
                | Q(counted=F("cash"))
                | ~Q(explanation=""),
                name="treasury_collection_difference_is_explained",
                violation_error_message=_(
                    "What was counted is not what was entered: say why."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.collected_on}"

    def clean(self) -> None:
        """Hold the two counters to be two people, however they are typed."""
        names = {each.strip().rstrip(".").casefold() for each in self._counters()}
        if len(names) < 2:
            error = ValidationError(
                _("Two different people count."), code="one_counter"
            )
            raise ValidationError({"second_counter": error})

    def _counters(self) -> tuple[str, str]:
        return self.first_counter or "", self.second_counter or ""
