"""Recording contributions: every one makes its entry in the books."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.kit import bulk
from intergroup.kit.money import check_places, to_cents
from intergroup.registry.models import Body, User
from treasury.actions.posting import Draft, Line, post_entries, reverse_entry
from treasury.models import Account, Contribution, ImportBatch

Source, Purpose = Contribution.Source, Account.Purpose

INCOME = {
    Source.GROUP: Purpose.GROUP_CONTRIBUTIONS,
    Source.MEMBER: Purpose.MEMBER_CONTRIBUTIONS,
    Source.UNIDENTIFIED: Purpose.UNIDENTIFIED,
}


@transaction.atomic
def record_contribution(
    contribution: Contribution, *, recorded_by: User | None
) -> None:
    """Save an unsaved contribution together with its entry in the books.

    ``recorded_by`` is None for a command on the server. Raises ValidationError for
    what a form would refuse, and for a closed month or account.
    """
    contribution.full_clean(exclude=["entry"])
    check_places(contribution.amount, Body.objects.current().currency)
    record_contributions([contribution], recorded_by=recorded_by)


@transaction.atomic
def record_contributions(
    contributions: Sequence[Contribution],
    *,
    recorded_by: User | None,
    batch: ImportBatch | None = None,
) -> None:
    """Save many unsaved contributions, which the caller has checked, with their books.

    They get their ids; ten thousand take about a second.
    """
    income = Account.objects.by_purpose()
    drafts = [_draft(each, income[INCOME[each.source]]) for each in contributions]
    entries = post_entries(drafts, posted_by=recorded_by)
    ids = bulk.new_ids(Contribution, len(contributions))
    for pk, entry, each in zip(ids, entries, contributions, strict=True):
        each.pk, each.entry_id, each.batch = pk, entry, batch
        each._state.adding = False
    columns = [field.column for field in Contribution._meta.concrete_fields]
    bulk.insert(Contribution, columns, map(_as_row, contributions))


@transaction.atomic
def take_back_contribution(
    contribution: Contribution, *, dated: date, recorded_by: User | None
) -> Contribution:
    """Undo a contribution by its mirror image, dated in an open month; return that.

    The original stays as it was. Raises ValidationError (``taken_back``,
    ``is_a_correction``) where there is nothing to undo.
    """
    if contribution.reverses_id:
        message = _("This row is a correction itself. Record the contribution anew.")
        raise ValidationError(message, code="is_a_correction")
    if Contribution.objects.filter(reverses=contribution).exists():
        message = _("This contribution has been taken back already.")
        raise ValidationError(message, code="taken_back")
    entry = reverse_entry(contribution.entry, dated=dated, posted_by=recorded_by)
    mirror = Contribution(
        received_on=dated,
        source=contribution.source,
        group=contribution.group,
        marked=contribution.marked,
        amount=-contribution.amount,
        method=contribution.method,
        reference=contribution.reference,
        fund=contribution.fund,
        account=contribution.account,
        entry=entry,
        reverses=contribution,
    )
    mirror.full_clean()
    mirror.save()
    return mirror


def _draft(contribution: Contribution, income: Account) -> Draft:
    fund, amount = contribution.fund, contribution.amount
    into = Line(contribution.account, fund, amount)
    return Draft(
        dated=contribution.received_on,
        memo=_memo(contribution),
        lines=(into, Line(income, fund, -amount)),
    )


def _memo(contribution: Contribution) -> str:
    """Say where it came from; no member is named, nor what was written on it."""
    if contribution.group:
        return _("Contribution from group %s") % contribution.group
    if contribution.source == Source.MEMBER:
        return _("Contribution from a member")
    return _("Contribution not yet identified")


def _as_row(contribution: Contribution) -> tuple[object, ...]:
    """Return the values of every column, as the database takes them."""
    return (
        contribution.pk,
        contribution.received_on,
        str(contribution.source),
        contribution.group_id,
        contribution.marked,
        to_cents(contribution.amount),
        str(contribution.method),
        contribution.reference,
        contribution.fund_id,
        contribution.account_id,
        contribution.entry_id,
        contribution.reverses_id,
        contribution.batch_id,
        contribution.import_key,
    )
