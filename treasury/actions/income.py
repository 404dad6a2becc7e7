"""Recording income that is no contribution, such as interest."""

from django.db import transaction
from django.utils.translation import gettext as _

from intergroup.kit.money import check_places
from intergroup.registry.models import Body, User
from treasury.actions.posting import Line, post_entry
from treasury.models import OtherIncome


@transaction.atomic
def record_other_income(income: OtherIncome, *, recorded_by: User | None) -> None:
    """Save unsaved other income together with its entry in the books."""
    income.full_clean(exclude=["entry"])
    check_places(income.amount, Body.objects.current().currency)
    income.entry = post_entry(
        dated=income.received_on,
        memo=_("Received: %s") % income.purpose,
        lines=[
            Line(income.paid_into, income.fund, income.amount),
            Line(income.account, income.fund, -income.amount),
        ],
        posted_by=recorded_by,
    )
    income.save()
