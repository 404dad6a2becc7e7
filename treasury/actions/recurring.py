"""Asking for the bills that come again: the rent, the web site."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.kit import money
from intergroup.kit.dates import add_months, month_of
from intergroup.registry.models import Body, User
from treasury.actions.bills import check_motion, request_bill
from treasury.models import Bill, RecurringBill

MOST_MONTHS = 24
SAME = (
    "payee",
    "purpose",
    "amount",
    "account",
    "fund",
    "committee",
    "position",
    "authorised_by",
)


@dataclass(frozen=True, slots=True)
class Raised:
    """The bills that were asked for, and sentences about those that could not be."""

    bills: tuple[Bill, ...]
    refused: tuple[str, ...]


@transaction.atomic
def keep_recurring(recurring: RecurringBill, *, today: date) -> None:
    """Save a recurring bill, new or changed, that can be asked for on its day.

    Raises ValidationError: ``long_ago``, and what ``check_motion`` raises.
    """
    recurring.full_clean()
    money.check_places(recurring.amount, Body.objects.current().currency)
    check_motion(recurring)
    if recurring.next_on < add_months(today, -MOST_MONTHS):
        error = ValidationError(_("This is more than two years ago."), code="long_ago")
        raise ValidationError({"next_on": error})
    recurring.save()


def raise_recurring(*, today: date, requested_by: User | None) -> Raised:
    """Ask for every recurring bill whose day has come, once for each of its days.

    What was left out for months is asked for month by month. One that a rule refuses
    stays as it is and keeps no other back. ``requested_by`` is None on the server.
    """
    bills, refused = [], []
    for recurring in RecurringBill.objects.has_come(today):
        try:
            bills += _raise_one(recurring, today=today, requested_by=requested_by)
        except ValidationError as error:
            refused += [f"{recurring}: {each}" for each in error.messages]
    return Raised(tuple(bills), tuple(refused))


@transaction.atomic
def _raise_one(
    recurring: RecurringBill, *, today: date, requested_by: User | None
) -> list[Bill]:
    """Ask for one recurring bill on each of its days; of two at once, one does."""
    rows = RecurringBill.objects.select_for_update(of=("self",))
    held = rows.get(pk=recurring.pk)
    _check(held, today)
    day_of_month, bills = _day_of_month(held), []
    while held.has_come(today):
        if not held.bills.filter(requested_on=held.next_on).exists():
            bills.append(_bill(held))
            request_bill(bills[-1], requested_by=requested_by)
        held.next_on = _after(held.next_on, held.every_months, day_of_month)
    held.save(update_fields=["next_on"])
    return bills


def _check(recurring: RecurringBill, today: date) -> None:
    if recurring.next_on < add_months(today, -MOST_MONTHS):
        message = _("its next day is more than two years ago.")
        raise ValidationError(message, code="long_ago")
    for each in (recurring.account, recurring.fund):
        if each.closed_on:
            message = _("“%s” is closed; choose another one.") % each
            raise ValidationError(message, code="closed_account")


def _bill(recurring: RecurringBill) -> Bill:
    return Bill(
        kind=Bill.Kind.REIMBURSEMENT if recurring.position else Bill.Kind.BILL,
        requested_on=recurring.next_on,
        recurring=recurring,
        **{name: getattr(recurring, name) for name in SAME},
    )


def _day_of_month(recurring: RecurringBill) -> int:
    """Return the day it comes on: the 31st, also when the last month had 28 days."""
    day = recurring.next_on
    if day != month_of(day).last:
        return day.day
    asked_on = recurring.bills.values_list("requested_on", flat=True)
    return max(day.day, *(each.day for each in asked_on), 1)


def _after(day: date, months: int, day_of_month: int) -> date:
    """Return the day so many months later, the last one of a shorter month."""
    first = add_months(day.replace(day=1), months)
    return first.replace(day=min(day_of_month, month_of(first).last.day))
