"""Moving in: what each account of each fund holds when the books begin here."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.kit.money import check_places, total
from intergroup.registry.models import Body, User
from treasury.actions.posting import Line, hold_the_books, post_entry, reverse_entry
from treasury.models import Account, Entry, Fund, Posting

Balances = Mapping[tuple[Account, Fund], Decimal]
_BROUGHT_FORWARD = {"account__purpose": Account.Purpose.OPENING}


@transaction.atomic
def record_opening_balances(
    balances: Balances, *, dated: date, recorded_by: User | None
) -> Entry:
    """Bring forward what each account of each fund holds when the body moves in here.

    ``dated`` is the first day of the books: the balances are there as that day begins.
    As in the ledger, what is owed is below zero. Raises ValidationError
    (``opened_already``, ``nothing_held``, ``not_first_day``, ``no_cents``).
    """
    hold_the_books()
    _check_opening(balances, dated)
    opening = Account.objects.by_purpose()[Account.Purpose.OPENING]
    lines = [Line(account, fund, each) for (account, fund), each in balances.items()]
    for fund in {line.fund: None for line in lines}:
        held = total(line.amount for line in lines if line.fund == fund)
        lines.append(Line(opening, fund, -held))
    return post_entry(
        dated=dated,
        memo=_("Balances brought forward"),
        lines=[line for line in lines if line.amount],
        posted_by=recorded_by,
    )


@transaction.atomic
def enter_opening_balances(
    balances: Balances, *, dated: date, today: date, recorded_by: User | None
) -> Entry:
    """Bring forward, in the place of what was brought forward before, if anything was.

    What was there is taken back on its own day. Raises what ``record_opening_balances``
    raises, and ``future``.
    """
    hold_the_books()
    if dated > today:
        message = _("%s has not come yet.") % date_format(dated, "DATE_FORMAT")
        _refuse_day(message, code="future")
    for entry in brought_forward():
        reverse_entry(entry, dated=entry.dated, posted_by=recorded_by)
    return record_opening_balances(balances, dated=dated, recorded_by=recorded_by)


def brought_forward() -> QuerySet[Entry]:
    """Return the entries of opening balances that stand: one, or none."""
    line = Posting.objects.filter(**_BROUGHT_FORWARD, entry=OuterRef("pk"))
    standing = Entry.objects.posted().filter(reverses=None, reversed_by=None)
    return standing.filter(Exists(line)).order_by("number")


def first_booked() -> date | None:
    """Return the day of the first entry that brings nothing forward, if any."""
    brought = Posting.objects.filter(**_BROUGHT_FORWARD, entry=OuterRef("entry"))
    others = Posting.objects.posted().filter(~Exists(brought)).order_by("dated")
    return others.values_list("dated", flat=True).first()


def _check_opening(balances: Balances, dated: date) -> None:
    if brought_forward().exists():
        message = _("Balances were brought forward before: take them back first.")
        raise ValidationError(message, code="opened_already")
    if not any(balances.values()):
        message = _("Write what at least one account holds.")
        raise ValidationError(message, code="nothing_held")
    currency = Body.objects.current().currency
    for amount in balances.values():
        check_places(amount, currency)
    first = first_booked()
    if first and first < dated:
        message = _("The first entry is dated %s: the books begin then, or before.")
        _refuse_day(message % date_format(first, "DATE_FORMAT"), code="not_first_day")


def _refuse_day(message: str, *, code: str) -> None:
    raise ValidationError({"dated": ValidationError(message, code=code)})
