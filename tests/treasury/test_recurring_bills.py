"""Bills that come again: on their day, month by month, and never twice."""

from datetime import date
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from intergroup.registry.models import Body
from tests.factories import account, fund, money
from tests.treasury.billing import carried, limit
from treasury.actions.recurring import keep_recurring, raise_recurring
from treasury.models import Account, Bill, RecurringBill

JANUARY_31 = date(2026, 1, 31)


def rent(next_on=JANUARY_31, **values):
    facts = {
        "payee": "St. Mark’s",
        "purpose": "Rent",
        "amount": money("60.00"),
        "account": account("5000"),
        "fund": fund(),
    }
    return RecurringBill.objects.create(next_on=next_on, **{**facts, **values})


def raised_by(*day, by=None):
    """Return the days of the bills asked for on a day."""
    raised = raise_recurring(today=date(*day), requested_by=by)
    assert raised.refused == ()
    return [bill.requested_on.isoformat()[5:] for bill in raised.bills]


def test_a_recurring_bill_is_asked_for_on_its_day_and_once(db, tess):
    rent()

    assert raised_by(2026, 1, 30) == []
    assert raised_by(2026, 1, 31, by=tess) == ["01-31"]
    assert raised_by(2026, 1, 31) == []
    bill = Bill.objects.get()
    assert (bill.payee, bill.amount, bill.requested_by) == (
        "St. Mark’s",
        money("60.00"),
        tess,
    )


def test_the_last_of_january_comes_on_the_last_of_february_and_of_march(db):
    rent()

    days = [raised_by(2026, month, 31 if month != 2 else 28) for month in (1, 2, 3)]

    assert days == [["01-31"], ["02-28"], ["03-31"]]
    assert RecurringBill.objects.get().next_on == date(2026, 4, 30)


def test_what_was_left_out_is_asked_for_month_by_month(db):
    rent()

    assert raised_by(2026, 5, 15) == ["01-31", "02-28", "03-31", "04-30"]


def test_a_leap_year_comes_back(db):
    recurring = rent(date(2024, 2, 29), every_months=12)

    asked = [raised_by(year, 3, 1) for year in (2024, 2025)]

    assert asked == [["02-29"], ["02-28"]]
    for year in (2026, 2027):
        raised_by(year, 3, 1)
    recurring.refresh_from_db()
    assert recurring.next_on == date(2028, 2, 29)


def test_a_day_that_was_moved_forward_is_kept(db):
    recurring = rent()
    raised_by(2026, 1, 31)
    RecurringBill.objects.update(next_on=date(2026, 2, 15))

    raised_by(2026, 2, 15)

    recurring.refresh_from_db()
    assert recurring.next_on == date(2026, 3, 15)


def test_a_day_that_was_moved_back_is_not_asked_for_twice(db):
    rent()
    raised_by(2026, 2, 28)
    RecurringBill.objects.update(next_on=JANUARY_31)

    assert raised_by(2026, 3, 31) == ["03-31"]


def test_it_comes_no_more_from_the_day_it_ends_on(db):
    rent(every_months=3, ends_on=date(2026, 7, 31))

    assert raised_by(2026, 12, 31) == ["01-31", "04-30"]


def test_one_that_is_refused_keeps_no_other_back(db):
    limit("200.00")
    rent(purpose="Hall", amount=money("250.00"))
    rent(purpose="Insurance", amount=money("250.00"), authorised_by=carried())
    rent(purpose="Office", account=account("5150"))
    rent(purpose="Long ago", next_on=date(1926, 1, 1))
    Account.objects.filter(code="5150").update(closed_on=JANUARY_31)

    raised = raise_recurring(today=JANUARY_31, requested_by=None)

    assert [bill.purpose for bill in raised.bills] == ["Insurance"]
    assert set(raised.refused) == {
        "St. Mark’s: Hall: Above $200.00 a bill needs the motion that authorised it.",
        "St. Mark’s: Office: “5150 Telephone line” is closed; choose another one.",
        "St. Mark’s: Long ago: its next day is more than two years ago.",
    }
    assert RecurringBill.objects.get(purpose="Hall").next_on == JANUARY_31


def test_the_command_says_what_was_asked_for(db):
    out = StringIO()
    rent(Body.objects.today())

    call_command("raise_bills", stdout=out)

    assert out.getvalue() == "Asked for 1 bill.\n"


def test_the_command_fails_aloud_where_a_rule_refuses(db):
    err = StringIO()
    limit("20.00")
    rent(Body.objects.today())

    with pytest.raises(CommandError, match="could not be asked for"):
        call_command("raise_bills", stdout=StringIO(), stderr=err)

    assert "needs the motion that authorised it" in err.getvalue()


@pytest.mark.parametrize(
    ("amount", "next_on", "field", "told"),
    [
        ("20.01", JANUARY_31, "authorised_by", "Above $20.00 a bill needs the motion"),
        ("20.00", date(2024, 1, 30), "next_on", "This is more than two years ago."),
    ],
)
def test_what_could_not_be_asked_for_is_not_kept(db, amount, next_on, field, told):
    limit("20.00")
    recurring = rent()
    recurring.amount, recurring.next_on = money(amount), next_on

    with pytest.raises(ValidationError) as refused:
        keep_recurring(recurring, today=JANUARY_31)

    assert refused.value.message_dict[field][0].startswith(told)
    assert RecurringBill.objects.get().amount == money("60.00")
