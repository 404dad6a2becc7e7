"""Handing a position on: what has to change hands, and what has changed hands."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intergroup.registry.models import User
from service.models.positions import Position
from service.models.terms import Term


class HandoverPoint(models.Model):
    """What is handed on with a position each time: the mandate, keys, the binder."""

    position = models.ForeignKey(  # owned by its position
        Position,
        models.CASCADE,
        related_name="handover_points",
        verbose_name=_("position"),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    title = models.CharField(_("what"), max_length=120)
    how = models.TextField(
        _("how"),
        blank=True,
        help_text=_("Where it is and what is to be done. Never a password."),
    )

    class Meta:
        verbose_name = _("point to hand over")
        verbose_name_plural = _("points to hand over")
        ordering = ["position", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["position", "title"],
                name="service_handoverpoint_once",
                violation_error_message=_("This stands on the list already."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class HandoverQuerySet(models.QuerySet["Handover"]):
    """Named readings of hand-overs."""

    def open(self) -> Self:
        """Hand-overs with something that is not yet received, or not yet left out."""
        waiting = HandoverItem.objects.filter(taken_on__isnull=True, is_left_out=False)
        return self.filter(pk__in=waiting.values("handover"))

    def unfinished(self) -> Self:
        """Open hand-overs, and those whose list is still empty."""
        listed = HandoverItem.objects.values("handover")
        return self.open() | self.exclude(pk__in=listed)

    def with_counts(self) -> Self:
        """Annotate ``listed_count``, ``item_count``, ``given_count``, ``taken_count``.

        What there is none of is counted in the first only.
        """
        things = Q(items__is_left_out=False)
        given = things & Q(items__given_on__isnull=False)
        taken = things & Q(items__taken_on__isnull=False)
        return self.annotate(
            listed_count=models.Count("items"),
            item_count=models.Count("items", filter=things),
            given_count=models.Count("items", filter=given),
            taken_count=models.Count("items", filter=taken),
        )

    def with_people(self) -> Self:
        """Read along both terms, whose they are, and what is on the list."""
        position = ("role", "committee", "alternate_of")
        return self.select_related(
            *(f"from_term__position__{each}" for each in position),
            "from_term__person",
            "to_term__person",
        ).prefetch_related("items__given_by__person", "items__taken_by__person")


class Handover(models.Model):
    """One position on its way from the person who leaves to the person who follows.

    ``to_term`` is empty while nobody follows.
    """

    from_term = models.OneToOneField(
        Term,
        models.PROTECT,
        related_name="handed_on",
        verbose_name=_("from"),
    )
    to_term = models.OneToOneField(
        Term,
        models.PROTECT,
        related_name="taken_over",
        null=True,
        blank=True,
        verbose_name=_("to"),
    )
    opened_on = models.DateField(_("opened on"))

    objects = HandoverQuerySet.as_manager()

    class Meta:
        verbose_name = _("hand-over")
        verbose_name_plural = _("hand-overs")
        ordering = ["-opened_on", "pk"]

    def __str__(self) -> str:
        return str(self.from_term.position)


class HandoverItem(models.Model):
    """One thing that changes hands: given by the one, then received by the other."""

    handover = models.ForeignKey(  # owned by its hand-over
        Handover,
        models.CASCADE,
        related_name="items",
        verbose_name=_("hand-over"),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    title = models.CharField(_("what"), max_length=120)
    how = models.TextField(_("how"), blank=True)
    notes = models.TextField(
        _("notes"), blank=True, help_text=_("For whoever follows. Never a password.")
    )
    is_left_out = models.BooleanField(_("there is none"), default=False)
    given_on = models.DateField(_("given on"), null=True, blank=True)
    given_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="handover_items_given",
        null=True,
        blank=True,
        verbose_name=_("said by"),
    )
    taken_on = models.DateField(_("received on"), null=True, blank=True)
    taken_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="handover_items_taken",
        null=True,
        blank=True,
        verbose_name=_("said by"),
    )

    class Meta:
        verbose_name = _("item of a hand-over")
        verbose_name_plural = _("items of a hand-over")
        ordering = ["handover", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_left_out=False)
                | Q(given_on__isnull=True, taken_on__isnull=True),
                name="service_handoveritem_of_nothing_is_not_given",
                violation_error_message=_("What there is none of is not handed over."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Whether it still has to be received."""
        return self.taken_on is None and not self.is_left_out
