"""Recording contributions: every one makes its entry in the books."""

from collections.abc import Collection, Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.kit import bulk
from intergroup.kit.money import ZERO, check_places, to_cents
from intergroup.registry.models import Body, Group, User
from treasury.actions.identifying import INCOME, take_back_identification
from treasury.actions.methods import usual_accounts
from treasury.actions.posting import (
    Draft,
    Line,
    hold_the_books,
    post_entries,
    reverse_entry,
)
from treasury.actions.receipts import number_receipts
from treasury.models import Account, Contribution, Fund, ImportBatch

Source, Purpose = Contribution.Source, Account.Purpose

COLUMNS = [field.column for field in Contribution._meta.concrete_fields]
CONVERTED = {"amount": to_cents, "fee": to_cents, "source": str, "method": str}


@transaction.atomic
def record_contribution(
    contribution: Contribution, *, recorded_by: User | None
) -> None:
    """Save an unsaved contribution together with its entry in the books.

    Without a fund it is for the operating fund; without an account it went where its
    method usually leads; without a fee none was kept. ``recorded_by`` is None for a
    command on the server. Raises ValidationError for what a form would refuse, and for
    a closed month or account.
    """
    _complete(contribution)
    contribution.full_clean(exclude=["entry", "receipt_number"])
    currency = Body.objects.current().currency
    for amount in (contribution.amount, contribution.fee):
        check_places(amount, currency)
    record_contributions([contribution], recorded_by=recorded_by)


@transaction.atomic
def record_contributions(
    contributions: Sequence[Contribution],
    *,
    recorded_by: User | None,
    batch: ImportBatch | None = None,
) -> None:
    """Save many unsaved contributions, which the caller has checked, with their books.

    They get their ids and receipt numbers; ten thousand take about a second.
    """
    entries = post_entries(_drafts(contributions), posted_by=recorded_by)
    number_receipts(contributions)
    ids = bulk.new_ids(Contribution, len(contributions))
    for pk, entry, each in zip(ids, entries, contributions, strict=True):
        each.pk, each.entry_id, each.batch_id = pk, entry, batch and batch.pk
        each._state.adding = False
    bulk.insert(Contribution, COLUMNS, map(_as_row, contributions))


@transaction.atomic
def take_back_contribution(
    contribution: Contribution, *, dated: date, recorded_by: User | None
) -> Contribution:
    """Undo a contribution by its mirror image, dated in an open month; return that.

    The original stays as it was. If it was identified, that is taken back first.
    Raises ValidationError (``taken_back``, ``is_a_correction``) where there is nothing
    to undo.
    """
    hold_the_books()
    if contribution.reverses_id:
        message = _("This row is a correction itself. Record the contribution anew.")
        raise ValidationError(message, code="is_a_correction")
    if Contribution.objects.filter(reverses=contribution).exists():
        message = _("This contribution has been taken back already.")
        raise ValidationError(message, code="taken_back")
    for found in contribution.identifications.live():
        take_back_identification(found, dated=dated, recorded_by=recorded_by)
    entry = reverse_entry(contribution.entry, dated=dated, posted_by=recorded_by)
    mirror = _mirror(contribution, dated=dated)
    mirror.entry, mirror.reverses = entry, contribution
    mirror.full_clean()
    mirror.save()
    return mirror


def _complete(contribution: Contribution) -> None:
    """Fill in what a person may leave out."""
    if contribution.fee is None:
        contribution.fee = ZERO
    if contribution.fund_id is None:
        contribution.fund = Fund.objects.get(purpose=Fund.Purpose.OPERATING)
    if contribution.account_id is None:
        contribution.account = usual_accounts()[contribution.method]


def _mirror(contribution: Contribution, *, dated: date) -> Contribution:
    same = ("source", "group", "marked", "event", "contributor", "method", "reference")
    return Contribution(
        received_on=dated,
        amount=-contribution.amount,
        fee=-contribution.fee,
        fund=contribution.fund,
        account=contribution.account,
        **{name: getattr(contribution, name) for name in same},
    )


def _drafts(contributions: Sequence[Contribution]) -> list[Draft]:
    """Return an entry for each, reading accounts, funds and groups once for all."""
    income = Account.objects.by_purpose()
    accounts, funds = Account.objects.in_bulk(), Fund.objects.in_bulk()
    memos = _memos({each.group_id for each in contributions if each.group_id})
    drafts = []
    for each in contributions:
        fund = funds[each.fund_id]
        lines = [
            Line(accounts[each.account_id], fund, each.net),
            Line(income[INCOME[each.source]], fund, -each.amount),
        ]
        if each.fee:
            lines.append(Line(income[Purpose.FEES], fund, each.fee))
        memo = memos[each.group_id or each.source]
        drafts.append(Draft(each.received_on, memo, lines))
    return drafts


def _memos(group_ids: Collection[int]) -> dict[int | str, str]:
    """Say where it came from: no member is named, nor what was written on it."""
    groups = Group.objects.filter(pk__in=group_ids)
    return {
        Source.MEMBER: _("Contribution from a member"),
        Source.BIRTHDAY: _("Birthday contribution"),
        Source.BASKET: _("Basket at the business meeting"),
        Source.EVENT: _("Contributions at an event"),
        Source.UNIDENTIFIED: _("Contribution not yet identified"),
        **{each.pk: _("Contribution from group %s") % each for each in groups},
    }


def _as_row(contribution: Contribution) -> tuple[object, ...]:
    """Return the values of every column, as the database takes them."""
    return tuple(
        CONVERTED[name](value) if name in CONVERTED else value
        for name, value in ((n, getattr(contribution, n)) for n in COLUMNS)
    )
