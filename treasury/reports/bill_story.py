"""What became of a bill, in sentences."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.registry.models import User
from treasury.models import Bill, Expense


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of the story of a bill, its day, and the payment it tells of."""

    on: date
    sentence: str
    payment: int | None = None

    def as_json(self) -> dict:
        """Return the day and the sentence."""
        return {"on": self.on.isoformat(), "sentence": self.sentence}


def bill_story(bill: Bill) -> tuple[Told, ...]:
    """Tell who asked, who approved, what was paid or taken back, in order."""
    told = [_requested(bill), *_approved(bill), *_paid(bill)]
    if bill.declined_on:
        told.append(_declined(bill))
    return tuple(sorted(told, key=lambda each: each.on))


def _requested(bill: Bill) -> Told:
    facts = {"day": _day(bill.requested_on), "by": _name(bill.requested_by)}
    if bill.requested_by:
        sentence = _("%(by)s asked for it on %(day)s.")
    elif bill.recurring_id:
        sentence = _("It comes again: asked for by itself on %(day)s.")
    else:
        sentence = _("Asked for on %(day)s.")
    return Told(bill.requested_on, sentence % facts)


def _approved(bill: Bill) -> list[Told]:
    told = []
    for each in bill.approvals.select_related("approved_by__person"):
        on = timezone.localdate(each.approved_at)
        facts = {"day": _day(on), "by": _name(each.approved_by)}
        told.append(Told(on, _("%(by)s approved it on %(day)s.") % facts))
    return told


def _paid(bill: Bill) -> list[Told]:
    payments = bill.payments.select_related("paid_from").order_by("pk")
    return [
        _taken_back(each) if each.reverses_id else _payment(each) for each in payments
    ]


def _payment(payment: Expense) -> Told:
    facts = {
        "day": _day(payment.paid_on),
        "account": payment.paid_from.name,
        "number": payment.cheque_number,
        "method": payment.get_method_display().lower(),
    }
    if payment.cheque_number:
        sentence = _("Paid on %(day)s from “%(account)s” by check %(number)s.")
    elif payment.method:
        sentence = _("Paid on %(day)s from “%(account)s” (%(method)s).")
    else:
        sentence = _("Paid on %(day)s from “%(account)s”.")
    return Told(payment.paid_on, sentence % facts, payment.pk)


def _taken_back(mirror: Expense) -> Told:
    facts = {"day": _day(mirror.paid_on), "number": mirror.cheque_number}
    if mirror.cheque_number:
        sentence = _("The payment was taken back on %(day)s; check %(number)s is void.")
    else:
        sentence = _("The payment was taken back on %(day)s.")
    return Told(mirror.paid_on, sentence % facts)


def _declined(bill: Bill) -> Told:
    facts = {
        "day": _day(bill.declined_on),
        "by": _name(bill.declined_by),
        "reason": bill.declined_because,
    }
    sentence = _("%(by)s declined it on %(day)s: “%(reason)s”")
    return Told(bill.declined_on, sentence % facts)


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")


def _name(user: User | None) -> str:
    return user.shown_name if user else ""
