"""What was received: contributions, receipts, identifications, deposits."""

from collections.abc import Iterator

from django.db.models import Count, F, Max, Q, Sum
from django.utils.translation import gettext as _

from intergroup.kit.money import ZERO
from treasury.actions.contributions import INCOME
from treasury.actions.waiting import waiting_to_be_deposited
from treasury.models import (
    Account,
    Collection,
    Contribution,
    Deposit,
    DepositItem,
    Identification,
    OtherIncome,
    OutsideOffer,
    Posting,
)
from treasury.reports.soundness.comparing import adrift, mirrored, unlike

SAME_FUND = Q(entry__postings__fund=F("fund"))
Purpose = Account.Purpose


def _purpose(purpose: Account.Purpose) -> Q:
    return Q(entry__postings__account__purpose=purpose)


def _contributions() -> Iterator[str]:
    """Hold each contribution against its income, its fee, its account and its fund."""
    rows = Contribution.objects.all()
    for source, purpose in INCOME.items():
        mine = rows.filter(source=source)
        yield from unlike(mine, _purpose(purpose) & SAME_FUND, sign=-1)
    arrived = Q(entry__postings__account=F("account"))
    yield from unlike(rows, arrived, amount=F("amount") - F("fee"))
    yield from unlike(rows, _purpose(Purpose.FEES), amount="fee")
    yield from adrift(rows, "received_on")
    yield from mirrored(Contribution, ("source", "group", "fund", "account"))


def _receipts() -> Iterator[str]:
    """Count the receipts of each year: none is left out, none is given twice."""
    rows = Contribution.objects.filter(reverses__isnull=True).order_by("receipt_year")
    years = rows.values_list("receipt_year").annotate(
        Max("receipt_number"), Count("receipt_number", distinct=True), Count("pk")
    )
    for year, last, different, there in years:
        if not (last == different == there):
            yield _("The receipts of %s are not numbered without a gap.") % year
    for each in rows.exclude(receipt_year=F("received_on__year")):
        yield _("Receipt %s bears another year than its day.") % each.receipt


def _identifications() -> Iterator[str]:
    rows = Identification.objects.all()
    for source, purpose in INCOME.items():
        mine = rows.filter(source=source)
        yield from unlike(mine, _purpose(purpose), sign=-1)
    yield from unlike(rows, _purpose(Purpose.UNIDENTIFIED))
    yield from adrift(rows, "identified_on")
    yield from mirrored(Identification, ("source", "group", "contribution"))
    found = Contribution.objects.annotate(
        known=Sum("identifications__amount", default=ZERO)
    )
    for each in found.exclude(known=ZERO).exclude(known=F("amount")):
        yield _("Receipt %s is identified for another amount.") % each.receipt


def _other_income() -> Iterator[str]:
    rows = OtherIncome.objects.all()
    earned = Q(entry__postings__account=F("account")) & SAME_FUND
    yield from unlike(rows, earned, sign=-1)
    into = Q(entry__postings__account=F("paid_into")) & SAME_FUND
    yield from unlike(rows, into)
    yield from adrift(rows, "received_on")
    yield from mirrored(OtherIncome, ("account", "fund", "paid_into"))


def _collections() -> Iterator[str]:
    """Hold the cash over or short of each collection against its entry."""
    rows = Collection.objects.filter(entry__isnull=False)
    over = _purpose(Purpose.OVER_SHORT)
    yield from unlike(rows, over, amount=F("counted") - F("cash"), sign=-1)
    unexplained = Collection.objects.filter(entry__isnull=True, counted__isnull=False)
    for each in unexplained.exclude(counted=F("cash")):
        yield _("The difference of the collection of %s is not in the books.") % each


def _deposits() -> Iterator[str]:
    """Hold each slip against its items, and against its entry."""
    rows = Deposit.objects.all()
    yield from unlike(rows, Q(entry__postings__account=F("to_account")))
    yield from unlike(rows, _purpose(Purpose.UNDEPOSITED), sign=-1)
    yield from adrift(rows, "deposited_on")
    yield from mirrored(Deposit, ("to_account",))
    yield from unlike(DepositItem.objects.all(), _purpose(Purpose.UNDEPOSITED))
    slips = Deposit.objects.filter(reverses__isnull=True).annotate(
        listed=Sum("items__amount", default=ZERO)
    )
    for each in slips.exclude(listed=F("amount")):
        yield (
            _("The items of the deposit of %s are not its amount.") % each.deposited_on
        )


def _waiting() -> Iterator[str]:
    """Hold what waits to be deposited against the account that it waits in."""
    waits = Posting.objects.posted().filter(account__purpose=Purpose.UNDEPOSITED)
    held = waits.aggregate(sum=Sum("amount", default=ZERO))["sum"]
    if held != waiting_to_be_deposited().total:
        yield _("What waits to be deposited is not what its account holds.")


def _outside() -> Iterator[str]:
    rows = OutsideOffer.objects.filter(account__isnull=False)
    yield from unlike(rows, _purpose(Purpose.TO_RETURN), sign=-1)
    yield from unlike(rows, Q(entry__postings__account=F("account")))
    yield from adrift(rows, "offered_on")
    returned = rows.filter(returned_on__isnull=False)
    back = Q(return_entry__postings__account__purpose=Purpose.TO_RETURN)
    booked = Sum("return_entry__postings__amount", filter=back, default=ZERO)
    for each in returned.annotate(back=booked).exclude(back=F("amount")):
        yield _("What came from outside on %s did not go back whole.") % each.offered_on


CHECKS = (
    _contributions,
    _receipts,
    _identifications,
    _other_income,
    _collections,
    _deposits,
    _waiting,
    _outside,
)
