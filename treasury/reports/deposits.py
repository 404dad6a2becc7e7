"""The deposit slip: each check by its number, the cash, and what it comes to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from intergroup.kit.money import ZERO, total
from intergroup.kit.reports import DoesNotFootError
from intergroup.registry.models import Body
from treasury.actions.waiting import Method, Received, on_slip
from treasury.models import Deposit, Entry, Fund


@dataclass(frozen=True, slots=True)
class DepositSlip:
    """What is taken to the bank, as it stands on paper; nobody is named.

    ``others`` came neither in cash nor by check. What was taken back after it was
    deposited stands in ``corrections``, below zero, unless it is on the slip again.
    """

    day: date
    account: str
    reference: str
    currency: str
    cheques: tuple[tuple[str, Decimal], ...]
    cash: Decimal
    others: tuple[tuple[str, Decimal], ...]
    corrections: Decimal
    funds: tuple[tuple[str, Decimal], ...]
    total: Decimal
    is_taken_back: bool
    seal: str

    @property
    def cheques_total(self) -> Decimal:
        """All checks together."""
        return total(amount for _number, amount in self.cheques)


def deposit_slip(deposit: Deposit) -> DepositSlip:
    """Return the slip of a deposit; DoesNotFootError where it is not its amount."""
    items = _without_pairs(on_slip(deposit))
    right = [each for each in items if each.reverses_id is None]
    cheques = [each for each in right if each.method == Method.CHEQUE]
    others = [e for e in right if e.method not in {Method.CHEQUE, Method.CASH}]
    slip = DepositSlip(
        day=deposit.deposited_on,
        account=deposit.to_account.name,
        reference=deposit.reference,
        currency=Body.objects.current().currency,
        cheques=tuple((each.reference, each.amount) for each in cheques),
        cash=total(each.amount for each in right if each.method == Method.CASH),
        others=_added((each.came_as or _("Other"), each.amount) for each in others),
        corrections=total(e.amount for e in items if e.reverses_id is not None),
        funds=_by_fund(items),
        total=deposit.amount,
        is_taken_back=deposit.items.filter(taken_back_on__isnull=False).exists(),
        seal=Entry.objects.last_seal(),
    )
    _check_foots(slip)
    return slip


def _without_pairs(items: Sequence[Received]) -> list[Received]:
    """Leave out what was taken back and is on the same slip again, as it was."""
    left = list(items)
    for each in items:
        if each.reverses_id is None:
            continue
        again = (each.method, each.reference, -each.amount)
        same = (e for e in left if (e.method, e.reference, e.amount) == again)
        if found := next(same, None):
            left.remove(found)
            left.remove(each)
    return left


def _by_fund(items: Iterable[Received]) -> tuple[tuple[str, Decimal], ...]:
    names = {fund.pk: fund.name for fund in Fund.objects.all()}
    parts = [part for each in items for part in each.funds]
    sums = dict(_added((names[fund_id], amount) for fund_id, amount in parts))
    return tuple((name, sums[name]) for name in names.values() if sums.get(name))


def _added(pairs: Iterable[tuple[str, Decimal]]) -> tuple[tuple[str, Decimal], ...]:
    sums: dict[str, Decimal] = {}
    for label, amount in pairs:
        sums[label] = sums.get(label, ZERO) + amount
    return tuple(sums.items())


def _check_foots(slip: DepositSlip) -> None:
    others = total(amount for _label, amount in slip.others)
    if slip.cheques_total + slip.cash + others + slip.corrections != slip.total:
        message = _("The deposit of %s does not add up to its amount.") % slip.day
        raise DoesNotFootError(message)
