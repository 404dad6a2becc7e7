"""Money moved between the body’s own accounts, or between its funds."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intergroup.kit.money import MoneyField
from treasury.models.accounts import Account, Fund
from treasury.models.ledger import Entry


class Transfer(models.Model):
    """Money moved; the body is neither richer nor poorer for it."""

    moved_on = models.DateField(_("moved on"))
    amount = MoneyField(_("amount"))
    from_account = models.ForeignKey(
        Account,
        models.PROTECT,
        related_name="transfers_out",
        verbose_name=_("from account"),
        limit_choices_to={"kind": Account.Kind.ASSET, "closed_on": None},
    )
    to_account = models.ForeignKey(
        Account,
        models.PROTECT,
        related_name="transfers_in",
        verbose_name=_("to account"),
        limit_choices_to={"kind": Account.Kind.ASSET, "closed_on": None},
    )
    from_fund = models.ForeignKey(
        Fund,
        models.PROTECT,
        related_name="transfers_out",
        verbose_name=_("from fund"),
    )
    to_fund = models.ForeignKey(
        Fund, models.PROTECT, related_name="transfers_in", verbose_name=_("to fund")
    )
    purpose = models.CharField(_("for"), max_length=160)
    entry = models.OneToOneField(
        Entry,
        models.PROTECT,
        related_name="transfer",
        editable=False,
        verbose_name=_("entry"),
    )

    class Meta:
        verbose_name = _("transfer")
        verbose_name_plural = _("transfers")
        ordering = ["-moved_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="treasury_transfer_is_above_zero",
                violation_error_message=_("A transfer is more than zero."),
            ),
            models.CheckConstraint(
                condition=~Q(from_account=F("to_account"), from_fund=F("to_fund")),
                name="treasury_transfer_goes_somewhere",
                violation_error_message=_("Choose another account or another fund."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.moved_on} {self.purpose}"

    @property
    def reverses(self) -> "Transfer | None":
        """The transfer that this one takes back: their entries say so."""
        return Transfer.objects.filter(entry__reversed_by=self.entry_id).first()

    @property
    def reversed_by(self) -> "Transfer | None":
        """The transfer that took this one back."""
        return Transfer.objects.filter(entry__reverses=self.entry_id).first()
