"""The demonstration’s money: as the actions would have recorded it, and sound."""

import re
from collections import defaultdict
from datetime import date
from decimal import Decimal

import pytest
from django.db.models import Count, F, Q, Sum, Value
from django.db.models.functions import Concat

from intergroup.kit.money import ZERO
from intergroup.registry.models import (
    Person,
)
from treasury.actions.contributions import INCOME
from treasury.actions.moving import record_transfer
from treasury.actions.spending import record_expense
from treasury.models import (
    Account,
    Bill,
    ClosedMonth,
    Contribution,
    DistributionShare,
    Entry,
    Expense,
    Identification,
    Posting,
    Statement,
    Transfer,
    Voucher,
)
from treasury.reports.soundness import check_books

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def test_no_fund_in_any_account_is_below_zero_on_any_day():
    by_day = (
        Posting.objects.filter(account__kind=Account.Kind.ASSET)
        .values("dated", "account", "fund")
        .annotate(change=Sum("amount"))
        .order_by("dated")
    )
    held = defaultdict(lambda: ZERO)

    for row in by_day:
        held[row["account"], row["fund"]] += row["change"]
        assert held[row["account"], row["fund"]] >= ZERO, row


def test_every_entry_is_posted_and_balances_in_every_fund():
    unbalanced = (
        Posting.objects.values("entry", "fund")
        .annotate(left=Sum("amount"))
        .exclude(left=0)
    )

    assert not unbalanced.exists()
    assert not Entry.objects.filter(status=Entry.Status.DRAFT).exists()


def booked(purpose):
    """What the books say was received under a purpose, above zero."""
    lines = Posting.objects.filter(account__purpose=purpose)
    return -lines.aggregate(sum=Sum("amount", default=ZERO))["sum"]


@pytest.mark.parametrize("source", ["group", "member", "basket", "birthday"])
def test_the_contributions_are_the_income_of_the_books(source):
    given = Contribution.objects.filter(source=source)
    found = Identification.objects.filter(source=source)

    assert booked(INCOME[source]) == sum(
        rows.aggregate(sum=Sum("amount", default=ZERO))["sum"]
        for rows in (given, found)
    )


def test_what_nobody_can_place_is_all_that_is_left_unidentified():
    waiting = Contribution.objects.unidentified()

    assert sorted(waiting.values_list("amount", flat=True)) == [
        Decimal("31.50"),
        Decimal("63.00"),
    ]
    assert booked(INCOME["unidentified"]) == Decimal("94.50")


def test_the_bank_agrees_up_to_the_last_closed_month():
    settled = Statement.objects.reconciled().values_list("account__code", "ends_on")

    assert sorted(settled) == [
        (code, date(2026, 9, 30)) for code in ("1000", "1030", "1040")
    ]


def test_bills_wait_for_a_second_yes_for_payment_and_for_a_first_yes():
    found = Bill.objects.order_by("requested_on").annotate(yes=Count("approvals"))

    assert list(found.values_list("approvals_needed", "yes")) == [
        (2, 1),
        (1, 1),
        (1, 0),
    ]
    assert Voucher.objects.count() == 2


def test_every_share_that_was_voted_is_paid():
    shares = DistributionShare.objects.annotate(paid=Sum("payments__amount"))

    assert shares.count() == 24
    assert not shares.exclude(paid=F("amount")).exists()


def test_the_whole_story_is_sound():
    assert check_books().findings == ()


def test_all_months_but_the_last_two_are_closed():
    closed = ClosedMonth.objects.order_by("first_on").values_list("first_on", flat=True)

    assert len(closed) == 35
    assert (closed.first(), closed.last()) == (date(2023, 11, 1), date(2026, 9, 1))


def test_one_contribution_was_taken_back_and_recorded_for_another_group():
    mirror = Contribution.objects.get(reverses__isnull=False)
    anew = Contribution.objects.get(
        received_on=mirror.received_on, amount=-mirror.amount, reference=""
    )

    assert (mirror.group.number, anew.group.number) == (15, 22)


def test_no_first_name_stands_beside_money():
    texts = [
        *Entry.objects.values_list("memo", flat=True),
        *Expense.objects.values_list(Concat("payee", Value(" "), "purpose"), flat=True),
        *Transfer.objects.values_list("purpose", flat=True),
        *Contribution.objects.values_list(
            Concat("marked", Value(" "), "reference"), flat=True
        ),
    ]
    words = {word for text in set(texts) for word in re.findall(r"[\w’-]+", text)}
    names = set(Person.objects.values_list("first_name", flat=True))

    assert names & words == set()


def test_bills_stand_in_the_books_as_the_action_would_record_them(undone):
    there = Expense.objects.filter(paid_on__month=11, paid_on__year=2026).first()
    memo, lines = there.entry.memo, _lines(there.entry)
    there.pk, there._state.adding = None, True
    there.cheque_number += 1000

    record_expense(there, recorded_by=None)

    assert (there.entry.memo, _lines(there.entry)) == (memo, lines)


@pytest.mark.parametrize("between_funds", [True, False])
def test_moves_stand_in_the_books_as_the_action_would_record_them(
    undone, between_funds
):
    one_fund = Q(from_fund=F("to_fund"))
    november = Transfer.objects.filter(moved_on__month=11, moved_on__year=2026)
    there = november.exclude(one_fund) if between_funds else november.filter(one_fund)
    there = there.first()
    memo, lines = there.entry.memo, _lines(there.entry)
    there.pk, there._state.adding = None, True

    record_transfer(there, recorded_by=None)

    assert (there.entry.memo, _lines(there.entry)) == (memo, lines)


def _lines(entry):
    return sorted(entry.postings.values_list("account", "fund", "amount"))
