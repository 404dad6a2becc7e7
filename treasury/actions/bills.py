"""Asking for money, and saying yes or no to it."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.business.models import Motion
from intergroup.kit import money
from intergroup.kit.papers import Paper
from intergroup.registry.models import Body, User
from treasury.actions.vouchers import attach_paper
from treasury.models import Approval, Bill, Policy, RecurringBill

PAID_BACK = (Bill.Kind.REIMBURSEMENT, Bill.Kind.ADVANCE)


@transaction.atomic
def request_bill(
    bill: Bill, *, papers: Sequence[Paper] = (), requested_by: User | None
) -> None:
    """Save an unsaved bill with its papers; how many approve it is settled here.

    Its amount stays as it was asked for. Raises ValidationError for what a form would
    refuse, and ``no_position``, ``no_motion``, ``not_carried``, and what
    ``attach_paper`` raises.
    """
    bill.requested_by = requested_by
    if bill.position and not bill.payee:
        bill.payee = bill.position.name
    bill.approvals_needed = approvals_needed(bill)
    bill.full_clean()
    money.check_places(bill.amount, Body.objects.current().currency)
    _check_position(bill)
    check_motion(bill)
    bill.save()
    for paper in papers:
        attach_paper(paper, to=bill, added_by=requested_by)


@transaction.atomic
def approve_bill(bill: Bill, *, today: date, approved_by: User) -> Approval:
    """Say yes to a bill, once for each person, and never for money paid to oneself.

    Raises ValidationError: ``may_not_approve``, ``declined``, ``paid_already``,
    ``approved_already``, ``approved_before`` and ``own_position``.
    """
    held = _hold(bill)
    if not approved_by.has_perm("treasury.add_approval"):
        _refuse(_("Your role does not approve bills."), code="may_not_approve")
    _check_waits(held)
    if held.approvals.filter(approved_by=approved_by).exists():
        message = _("You have approved this bill already; another person is needed.")
        _refuse(message, code="approved_before")
    own = Bill.objects.paying_back(approved_by, day=today)
    if own.filter(pk=held.pk).exists():
        message = _("This pays back your own position, so somebody else approves it.")
        _refuse(message, code="own_position")
    return Approval.objects.create(bill=held, approved_by=approved_by)


@transaction.atomic
def decline_bill(bill: Bill, *, because: str, today: date, declined_by: User) -> None:
    """Say no to a bill that is not paid, with a reason; it is finished then.

    Raises ValidationError: ``may_not_approve``, ``declined``, ``paid_already``, and
    ``no_reason``.
    """
    held = _hold(bill)
    if not declined_by.has_perm("treasury.add_approval"):
        _refuse(_("Your role does not decline bills."), code="may_not_approve")
    _check_is_open(held)
    if not because.strip():
        error = ValidationError(_("Say why, in a few words."), code="no_reason")
        raise ValidationError({"because": error})
    held.declined_on, held.declined_by = today, declined_by
    held.declined_because = because.strip()
    held.full_clean(exclude=_as_it_was_asked())
    held.save(update_fields=["declined_on", "declined_by", "declined_because"])


def approvals_needed(bill: Bill) -> int:
    """Return 2 above the limit of the policy, else 1; exactly at the limit is not."""
    return 2 if _is_above_limit(bill) else 1


def check_motion(asked: Bill | RecurringBill) -> None:
    """Raise ValidationError (``no_motion``, ``not_carried``) for ``authorised_by``."""
    motion = asked.authorised_by
    if motion is None and _is_above_limit(asked):
        limit = Policy.objects.current().approval_limit
        currency = Body.objects.current().currency
        message = _("Above %s a bill needs the motion that authorised it.")
        message %= money.in_words(limit, currency)
        error = ValidationError(message, code="no_motion")
        raise ValidationError({"authorised_by": error})
    if motion and motion.result != Motion.Result.CARRIED:
        message = _("Motion %s has not been carried.") % motion.number
        error = ValidationError(message, code="not_carried")
        raise ValidationError({"authorised_by": error})


def _is_above_limit(bill: Bill | RecurringBill) -> bool:
    limit = Policy.objects.current().approval_limit
    return limit is not None and bill.amount is not None and bill.amount > limit


def _check_position(bill: Bill) -> None:
    if bill.kind in PAID_BACK and not bill.position:
        message = _("Say which position is paid, so that it does not approve it.")
        error = ValidationError(message, code="no_position")
        raise ValidationError({"position": error})


def _hold(bill: Bill) -> Bill:
    """Return the bill as it is now; others who decide about it wait."""
    return Bill.objects.select_for_update(of=("self",)).get(pk=bill.pk)


def _check_waits(bill: Bill) -> None:
    if _check_is_open(bill) == Bill.State.APPROVED:
        _refuse(_("This bill is approved already."), code="approved_already")


def _check_is_open(bill: Bill) -> str:
    """Return the state of a bill that is neither declined nor paid."""
    state = Bill.objects.with_state().get(pk=bill.pk).state
    if state == Bill.State.DECLINED:
        _refuse(_("This bill was declined; ask for it anew."), code="declined")
    if state == Bill.State.PAID:
        _refuse(_("This bill is paid already."), code="paid_already")
    return state


def _as_it_was_asked() -> set[str]:
    """Name the fields that were right on the day, though an account closed since."""
    decided = {"declined_on", "declined_by", "declined_because"}
    return {field.name for field in Bill._meta.fields} - decided


def _refuse(message: str, *, code: str) -> None:
    raise ValidationError(message, code=code)
