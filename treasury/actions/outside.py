"""Money from outside the fellowship: declined and sent back, never income.

What arrived in an account stands there as money to be returned, until it is; what was
handed back as it came touches no account (the Seventh Tradition).
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intergroup.kit.money import check_places
from intergroup.registry.models import Body, User
from treasury.actions.posting import Line, hold_the_books, post_entry, reverse_entry
from treasury.actions.waiting import refuse_waiting, waiting_to_be_deposited
from treasury.models import Account, Entry, Fund, OutsideOffer


@transaction.atomic
def record_outside_offer(offer: OutsideOffer, *, recorded_by: User | None) -> None:
    """Save an unsaved offer; what arrived in an account is owed back from that day on.

    Without an account it was handed back as it came, on the day it was offered unless
    ``returned_on`` says another. With both, it is recorded as returned from the account
    that it arrived in.
    """
    hold_the_books()
    offer.recorded_by = recorded_by
    offer.full_clean()
    check_places(offer.amount, Body.objects.current().currency)
    returned_on, how = offer.returned_on, offer.returned_how
    if offer.account is None:
        offer.returned_on = returned_on or offer.offered_on
        offer.returned_how = how or _("as it came")
        offer.save()
        return
    offer.returned_on, offer.returned_how = None, ""
    offer.fund = Fund.objects.get(purpose=Fund.Purpose.OPERATING)
    offer.entry = _arrival(offer, recorded_by)
    offer.save()
    if returned_on:
        return_outside_offer(
            offer,
            returned_on=returned_on,
            how=how,
            paid_from=offer.account,
            recorded_by=recorded_by,
        )


@transaction.atomic
def return_outside_offer(
    offer: OutsideOffer,
    *,
    returned_on: date,
    how: str,
    paid_from: Account,
    recorded_by: User | None,
) -> None:
    """Record that an offer that arrived went back, with a second entry.

    What still waits to be deposited goes back as it is; anything else is paid from an
    account of money. Raises ValidationError (``returned_already``,
    ``before_it_came``, ``no_money_there``, ``waits``).
    """
    hold_the_books()
    offer.refresh_from_db()
    _check_return(offer, returned_on, paid_from)
    if paid_from.purpose == Account.Purpose.UNDEPOSITED:
        back = reverse_entry(offer.entry, dated=returned_on, posted_by=recorded_by)
    else:
        back = _return(offer, returned_on, paid_from, recorded_by)
    offer.returned_on, offer.returned_how, offer.return_entry = returned_on, how, back
    offer.full_clean()
    offer.save()


def waits_as_it_came(offer: OutsideOffer) -> bool:
    """Tell whether what arrived is still in hand, on no deposit slip."""
    waiting = {each.entry_id for each in waiting_to_be_deposited().items}
    return offer.entry_id in waiting


def _check_return(offer: OutsideOffer, returned_on: date, paid_from: Account) -> None:
    if offer.returned_on:
        day = date_format(offer.returned_on, "DATE_FORMAT")
        message = _("This was returned on %s already.") % day
        raise ValidationError(message, code="returned_already")
    if returned_on < offer.offered_on:
        message = _("It cannot go back before it came.")
        error = ValidationError(message, code="before_it_came")
        raise ValidationError({"returned_on": error})
    if paid_from.kind != Account.Kind.ASSET:
        error = ValidationError(_("No money is held there."), code="no_money_there")
        raise ValidationError({"paid_from": error})
    if not (paid_from == offer.account and waits_as_it_came(offer)):
        refuse_waiting(paid_from, field="paid_from")


def _arrival(offer: OutsideOffer, recorded_by: User | None) -> Entry:
    return post_entry(
        dated=offer.offered_on,
        memo=_("From outside, to be returned: %s") % offer.offered_by,
        lines=[
            Line(offer.account, offer.fund, offer.amount),
            Line(_to_return(), offer.fund, -offer.amount),
        ],
        posted_by=recorded_by,
    )


def _return(
    offer: OutsideOffer, day: date, paid_from: Account, recorded_by: User | None
) -> Entry:
    return post_entry(
        dated=day,
        memo=_("Returned to those outside: %s") % offer.offered_by,
        lines=[
            Line(_to_return(), offer.fund, offer.amount),
            Line(paid_from, offer.fund, -offer.amount),
        ],
        posted_by=recorded_by,
    )


def _to_return() -> Account:
    return Account.objects.by_purpose()[Account.Purpose.TO_RETURN]
