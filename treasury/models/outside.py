"""Money from outside the fellowship: declined and sent back, never income."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intergroup.kit.money import MoneyField
from treasury.models.accounts import Account, Fund
from treasury.models.contributions import Contribution
from treasury.models.ledger import Entry


class OutsideOffer(models.Model):
    """Money that somebody outside the fellowship offered, and how it went back.

    What arrived in an account of ours stands there as money to be returned until it is;
    a check sent back as it came touches no account.
    """

    offered_on = models.DateField(_("offered on"))
    offered_by = models.CharField(
        _("offered by"),
        max_length=120,
        help_text=_("An institution, or “a friend”. Never a person’s name."),
    )
    amount = MoneyField(_("amount"))
    method = models.CharField(
        _("method"), max_length=8, choices=Contribution.Method, blank=True
    )
    reference = models.CharField(_("reference"), max_length=60, blank=True)
    account = models.ForeignKey(
        Account,
        models.PROTECT,
        related_name="outside_offers",
        null=True,
        blank=True,
        verbose_name=_("arrived in"),
        limit_choices_to={"kind": Account.Kind.ASSET, "closed_on": None},
        help_text=_("Empty: it was handed back as it came."),
    )
    fund = models.ForeignKey(
        Fund,
        models.PROTECT,
        related_name="outside_offers",
        null=True,
        editable=False,
        verbose_name=_("fund"),
    )
    entry = models.OneToOneField(
        Entry,
        models.PROTECT,
        related_name="outside_offer",
        null=True,
        editable=False,
        verbose_name=_("entry"),
    )
    returned_on = models.DateField(_("returned on"), null=True, blank=True)
    returned_how = models.CharField(
        _("returned how"),
        max_length=120,
        blank=True,
        help_text=_("A check number, or “the same check”."),
    )
    return_entry = models.OneToOneField(
        Entry,
        models.PROTECT,
        related_name="outside_return",
        null=True,
        editable=False,
        verbose_name=_("entry of the return"),
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="outside_offers_recorded",
        null=True,
        editable=False,
        verbose_name=_("recorded by"),
    )

    class Meta:
        verbose_name = _("outside offer")
        verbose_name_plural = _("outside offers")
        ordering = ["-offered_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="treasury_outsideoffer_is_above_zero",
                violation_error_message=_("An offer is more than zero."),
            ),
            models.CheckConstraint(
                condition=Q(returned_on__isnull=True)
                | Q(returned_on__gte=F("offered_on")),
                name="treasury_outsideoffer_returns_after_it_came",
                violation_error_message=_("It cannot go back before it came."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.offered_on} {self.offered_by}"
