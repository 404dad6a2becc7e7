"""Recording a collection: everything that was counted at a meeting, or nothing."""

from collections.abc import Sequence
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from intergroup.kit.money import ZERO, check_places, in_words, total
from intergroup.registry.models import Body, User
from treasury.actions.contributions import record_contributions
from treasury.actions.posting import Line, hold_the_books, post_entry
from treasury.models import Account, Collection, Contribution, Entry, Fund

Method, Purpose = Contribution.Method, Account.Purpose


@transaction.atomic
def record_collection(
    collection: Collection,
    contributions: Sequence[Contribution],
    *,
    recorded_by: User | None,
) -> None:
    """Save an unsaved collection with its unsaved contributions and all their books.

    Every contribution has its account and its fund; their day is the collection’s.
    Cash over or short gets an entry of its own. Raises ValidationError: ``nothing``,
    ``one_counter``, ``unexplained``, ``too_little``, ``no_cents``, ``closed_month``.
    """
    _check_contributions(contributions)
    cash = [each.amount for each in contributions if each.method == Method.CASH]
    collection.cash, collection.recorded_by = total(cash), recorded_by
    _check_difference(collection)
    collection.full_clean(exclude=["entry"])
    if difference := difference_of(collection):
        collection.entry = _post_difference(collection, difference, recorded_by)
    collection.save()
    for each in contributions:
        each.collection, each.received_on = collection, collection.collected_on
    record_contributions(contributions, recorded_by=recorded_by)


def refuse_second(collection: Collection) -> None:
    """Raise ValidationError (``recorded_already``) where its day has one already.

    Two people may save the same sheet; call it first in the transaction that saves,
    unless they have said that it is another one.
    """
    hold_the_books()
    same_day = Collection.objects.filter(collected_on=collection.collected_on)
    earlier = same_day.annotate(given=Sum("contributions__amount")).last()
    if earlier is None:
        return
    message = _(
        "A collection of this day is recorded already, counted by %(one)s and %(two)s: "
        "%(amount)s. Is this another one?"
    )
    told = {
        "amount": in_words(earlier.given or ZERO, Body.objects.current().currency),
        "one": earlier.first_counter,
        "two": earlier.second_counter,
    }
    error = ValidationError(message % told, code="recorded_already")
    raise ValidationError({"is_another": error})


def difference_of(collection: Collection) -> Decimal:
    """Return what was counted less what was entered; zero where nobody counted."""
    return ZERO if collection.counted is None else collection.counted - collection.cash


def _check_contributions(contributions: Sequence[Contribution]) -> None:
    """Hold many rows to what a form would hold one to, without asking the database."""
    if not contributions:
        message = _("No amount is entered, so there is nothing to record.")
        raise ValidationError(message, code="nothing")
    currency = Body.objects.current().currency
    for each in contributions:
        if each.amount <= ZERO:
            message = _("A contribution is more than zero.")
            raise ValidationError(message, code="too_little")
        check_places(each.amount, currency)
        each.clean_fields(exclude=["account", "entry", "fund", "group", "received_on"])


def _check_difference(collection: Collection) -> None:
    difference = difference_of(collection)
    if not difference or collection.explanation.strip():
        return
    currency = Body.objects.current().currency
    told = {
        "counted": in_words(collection.counted, currency),
        "entered": in_words(collection.cash, currency),
        "difference": in_words(abs(difference), currency),
    }
    message = (
        _("%(counted)s was counted and %(entered)s entered: %(difference)s over. Why?")
        if difference > 0
        else _(
            "%(counted)s was counted and %(entered)s entered: %(difference)s short. "
            "Why?"
        )
    )
    error = ValidationError(message % told, code="unexplained")
    raise ValidationError({"explanation": error})


def _post_difference(
    collection: Collection, difference: Decimal, posted_by: User | None
) -> Entry:
    accounts = Account.objects.by_purpose()
    operating = Fund.objects.get(purpose=Fund.Purpose.OPERATING)
    return post_entry(
        dated=collection.collected_on,
        memo=_("Cash over or short: %s") % collection.explanation,
        lines=[
            Line(accounts[Purpose.UNDEPOSITED], operating, difference),
            Line(accounts[Purpose.OVER_SHORT], operating, -difference),
        ],
        posted_by=posted_by,
    )
