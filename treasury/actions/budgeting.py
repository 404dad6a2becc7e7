"""Budgets: begun, written, adopted by a motion, and amended by motions only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.business.models import Motion
from intergroup.kit.money import ZERO, check_places, in_words
from intergroup.registry.models import Body, User
from service.models import Committee
from treasury.models import Account, Budget, BudgetAmendment, BudgetLine

Key = tuple[int, int | None]
NOT_CARRIED = (Motion.Result.FAILED, Motion.Result.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Planned:
    """What a line is to be; nothing at all takes the line away."""

    amount: Decimal | None
    note: str = ""


@transaction.atomic
def start_budget(budget: Budget, *, amounts: Mapping[Key, Decimal]) -> None:
    """Save an unsaved budget with lines to begin from.

    Keys are (account id, committee id or None). Raises ValidationError
    (``not_a_year``) unless the day begins one of the body’s fiscal years.
    """
    budget.full_clean()
    first_month = Body.objects.current().fiscal_year_begins
    if (budget.begins_on.month, budget.begins_on.day) != (first_month, 1):
        message = _("A fiscal year of this body does not begin on this day.")
        _refuse("begins_on", message, code="not_a_year")
    budget.save()
    for (account, committee), amount in amounts.items():
        if amount > 0:
            line = {"account_id": account, "committee_id": committee}
            budget.lines.create(amount=amount, **line)


@transaction.atomic
def write_lines(
    budget: Budget,
    planned: Mapping[Account, Planned],
    *,
    committee: Committee | None,
    seen: Mapping[int, Decimal],
) -> None:
    """Write the lines of one committee, or of none, into a budget not yet adopted.

    ``seen`` are the amounts by account id as the writer found them: where somebody
    wrote others meanwhile nothing is written. Raises ValidationError: ``adopted``,
    ``written_meanwhile``, ``no_cents``.
    """
    held = Budget.objects.select_for_update(of=("self",)).get(pk=budget.pk)
    if held.adopted_on:
        message = _("This budget is adopted. From now on a motion amends it.")
        raise ValidationError(message, code="adopted")
    lines = {each.account_id: each for each in held.lines.filter(committee=committee)}
    if {pk: each.amount for pk, each in lines.items()} != dict(seen):
        message = _(
            "Somebody wrote into this budget meanwhile. What you typed is below; "
            "what they wrote is beside it. Save again if yours is right."
        )
        raise ValidationError(message, code="written_meanwhile")
    currency = Body.objects.current().currency
    for account, each in planned.items():
        line = lines.get(account.pk) or BudgetLine(
            budget=held, account=account, committee=committee
        )
        _write_line(line, each, currency)


@transaction.atomic
def adopt_budget(budget: Budget, *, adopted_on: date, motion: Motion | None) -> None:
    """Say that a budget was adopted; its lines stay from now on.

    Raises ValidationError: ``adopted``, ``no_lines``, ``not_carried``.
    """
    held = Budget.objects.select_for_update(of=("self",)).get(pk=budget.pk)
    if held.adopted_on:
        raise ValidationError(_("This budget is adopted already."), code="adopted")
    if not held.lines.exists():
        message = _("This budget has no lines yet.")
        raise ValidationError(message, code="no_lines")
    _check_carried(motion)
    held.adopted_on, held.motion = adopted_on, motion
    held.full_clean()
    held.save()


@transaction.atomic
def amend_budget(
    amendment: BudgetAmendment,
    *,
    budget: Budget,
    account: Account,
    committee: Committee | None,
    recorded_by: User | None,
) -> None:
    """Save an unsaved amendment of the line of an account and a committee.

    A line that is not there yet begins at zero. Raises ValidationError:
    ``not_adopted``, ``before_adoption``, ``not_carried``, ``below_zero``, ``no_cents``,
    ``amended_already``.
    """
    held = Budget.objects.select_for_update(of=("self",)).get(pk=budget.pk)
    _check_may_be_amended(held, amendment)
    line, _is_new = BudgetLine.objects.get_or_create(
        budget=held, account=account, committee=committee, defaults={"amount": ZERO}
    )
    amendment.line, amendment.recorded_by = line, recorded_by
    amendment.full_clean()
    currency = Body.objects.current().currency
    _check_change(amendment, line, currency)
    amendment.save()


def _write_line(line: BudgetLine, planned: Planned, currency: str) -> None:
    if planned.amount is None:
        if line.pk:
            line.delete()
        return
    check_places(planned.amount, currency)
    line.amount, line.note = planned.amount, planned.note
    line.full_clean()
    line.save()


def _check_may_be_amended(budget: Budget, amendment: BudgetAmendment) -> None:
    if budget.adopted_on is None:
        message = _("This budget is not adopted yet: write its lines instead.")
        raise ValidationError(message, code="not_adopted")
    if amendment.decided_on < budget.adopted_on:
        message = _("The budget was not adopted yet on this day.")
        _refuse("decided_on", message, code="before_adoption")
    _check_carried(amendment.motion)


def _check_carried(motion: Motion | None) -> None:
    if motion and motion.result in NOT_CARRIED:
        _refuse("motion", _("This motion was not carried."), code="not_carried")


def _check_change(amendment: BudgetAmendment, line: BudgetLine, currency: str) -> None:
    try:
        check_places(amendment.change, currency)
    except ValidationError as error:
        raise ValidationError({"change": error}) from error
    changes = list(line.amendments.values_list("change", "motion_id", "decided_on"))
    stands = sum((change for change, _motion, _day in changes), line.amount)
    if stands + amendment.change < 0:
        message = _("This line stands at %s; it cannot go below zero.")
        told = message % in_words(stands, currency)
        _refuse("change", told, code="below_zero")
    same = (amendment.change, amendment.motion_id, amendment.decided_on)
    if same in changes:
        message = _("This motion has changed this line by so much already.")
        raise ValidationError(message, code="amended_already")


def _refuse(field: str, message: str, *, code: str) -> None:
    raise ValidationError({field: ValidationError(message, code=code)})
