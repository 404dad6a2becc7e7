"""The sample to look at closely, drawn so that anyone can draw it again."""

from collections.abc import Sequence
from random import Random

from django.utils.translation import gettext as _

from intergroup.kit.dates import Period
from intergroup.kit.sheets import Table
from treasury.models import Contribution, Expense

SIZE = 12


def sample(period: Period, *, seed: str) -> Table:
    """Draw up to twelve receipts and twelve payments, and take the largest payment.

    ``seed`` is the last seal of the ledger: nobody can choose it, and it is printed.
    """
    dice = Random(seed)  # noqa: S311 (to be repeated, not to be secret)
    header = (_("Look at"), _("Number"), _("Day"), _("Amount"), _("Seen"), _("Remark"))
    received = Contribution.objects.within(period.first, period.last)
    receipts = received.filter(reverses__isnull=True).order_by("pk")
    paid = Expense.objects.within(period.first, period.last)
    payments = list(paid.filter(reverses__isnull=True).order_by("pk"))
    chosen = _drawn(list(receipts), dice)
    rows = [
        (_("Receipt"), each.receipt, each.received_on, each.amount, "", "")
        for each in chosen
    ]
    rows += [
        (_("Payment, entry"), each.entry.number, each.paid_on, each.amount, "", "")
        for each in _with_largest(payments, _drawn(payments, dice))
    ]
    return Table(_("Sample"), header, tuple(rows))


def _drawn(rows: Sequence[object], dice: Random) -> list[object]:
    """Return the sample in the order of the books."""
    numbers = sorted(dice.sample(range(len(rows)), min(SIZE, len(rows))))
    return [rows[number] for number in numbers]


def _with_largest(payments: list[Expense], drawn: list[Expense]) -> list[Expense]:
    if not payments:
        return drawn
    largest = max(payments, key=lambda each: (each.amount, -each.pk))
    return drawn if largest in drawn else [*drawn, largest]
