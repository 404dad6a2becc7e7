"""The chart of accounts, the funds, and the currency: edited, closed, and kept."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from intergroup.registry.models import Body
from tests.factories import BodyFactory, account, fund, money
from treasury.actions.chart import keep_account, keep_fund, next_codes
from treasury.actions.moving import record_transfer
from treasury.actions.posting import Line, post_entry
from treasury.models import Account, Fund, Transfer

JUNE_1, JUNE_5, JUNE_9 = date(2026, 6, 1), date(2026, 6, 5), date(2026, 6, 9)
ADD = reverse("admin:treasury_account_add")
LIST = reverse("admin:treasury_account_changelist")


def book(into, amount, *, out_of="4900", day=JUNE_1, of="Operating"):
    lines = [
        Line(account(into), fund(of), money(amount)),
        Line(account(out_of), fund(of), -money(amount)),
    ]
    return post_entry(dated=day, memo="Booked", lines=lines, posted_by=None)


def close(code, on=JUNE_9):
    closing = account(code)
    closing.closed_on = on
    keep_account(closing, today=JUNE_9)
    return closing


def read(page):
    return re.sub(r"\s+", " ", page.content.decode())


def page_of(row):
    name = f"admin:treasury_{row._meta.model_name}_change"
    return reverse(name, args=[row.pk])


def test_an_account_with_money_is_not_closed(db):
    book("1020", "12.00")

    with pytest.raises(ValidationError, match=r"not empty on .* \(Operating \$12.00\)"):
        close("1020")

    assert account("1020").closed_on is None


def test_an_account_of_two_funds_that_cancel_is_not_empty(db):
    book("1020", "12.00")
    book("1020", "-12.00", of="Prudent reserve")

    with pytest.raises(ValidationError, match=r"\$12.00; Prudent reserve −\$12.00"):
        close("1020")


def test_an_empty_account_is_closed_on_a_day(db):
    book("1020", "12.00")
    book("1020", "-12.00", day=JUNE_5)

    assert close("1020", JUNE_5).closed_on == JUNE_5
    with pytest.raises(ValidationError, match="is closed"):
        book("1020", "5.00", day=JUNE_9)


def test_an_account_is_not_closed_before_its_last_entry(db):
    book("1020", "12.00", day=JUNE_5)
    book("1020", "-12.00", day=JUNE_9)

    with pytest.raises(ValidationError, match="There are entries after June 1, 2026"):
        close("1020", JUNE_1)


def test_an_account_is_not_closed_tomorrow(db):
    with pytest.raises(ValidationError, match="June 10, 2026 has not come yet"):
        close("1020", date(2026, 6, 10))


def test_an_expense_account_is_closed_whatever_was_spent(db):
    book("5700", "12.00")

    assert close("5700").closed_on == JUNE_9


def test_an_account_that_the_program_needs_stays_open(db):
    with pytest.raises(ValidationError, match="as “Cash over and short”: it stays"):
        close("5950")


def test_a_fund_with_money_is_not_closed_and_an_empty_one_is(db):
    picnic = fund("Picnic")
    book("1000", "30.00", of="Picnic")
    picnic.closed_on = JUNE_9

    with pytest.raises(ValidationError, match=r"\(Checking account \$30.00\)"):
        keep_fund(picnic, today=JUNE_9)
    back = Transfer(
        moved_on=JUNE_5,
        amount=money("30.00"),
        purpose="What is left",
        from_account=account("1000"),
        to_account=account("1000"),
        from_fund=fund("Picnic"),
        to_fund=fund(),
    )
    record_transfer(back, recorded_by=None)
    keep_fund(picnic, today=JUNE_9)

    assert Fund.objects.get(name="Picnic").closed_on == JUNE_9


def test_the_operating_fund_stays_open(db):
    operating = fund()
    operating.closed_on = JUNE_9

    with pytest.raises(ValidationError, match="it stays open"):
        keep_fund(operating, today=JUNE_9)


def test_the_next_codes_follow_the_last_of_each_kind(db):
    Account.objects.create(code="6910", name="Taken", kind="income")
    Account.objects.create(code="X-1", name="Letters", kind="asset")

    codes = next_codes()

    assert (codes["asset"], codes["liability"]) == ("1050", "2020")
    assert (codes["income"], codes["expense"]) == ("6920", "6920")


def test_the_form_suggests_codes_and_says_what_the_program_uses(as_tess):
    page, expense = as_tess.get(ADD), as_tess.get(ADD, {"kind": "expense"})
    bank = as_tess.get(page_of(account("1000")))

    assert "Money held 1050, Owed 2020" in read(page)
    assert 'name="code" value="6910"' in read(expense)
    assert "The bank account" in read(bank)
    assert "Received and not yet deposited" in read(as_tess.get(LIST))


def test_closing_is_refused_beside_its_day(as_tess):
    book("1020", "12.00")
    box = account("1020")
    form = {"code": "1020", "name": "Cash box", "closed_on": "2026-06-09"}

    page = as_tess.post(page_of(box), form)

    errors = page.context["adminform"].form.errors["closed_on"]
    assert errors == [
        "It is not empty on June 9, 2026 (Operating $12.00). Move that first."
    ]


def test_an_account_is_renamed_and_closed_on_its_page(as_tess):
    float_account = account("1030")
    form = {"code": "1035", "name": "Old Venmo", "kind": "asset"}

    as_tess.post(page_of(float_account), form)
    page = as_tess.post(
        page_of(float_account), {**form, "closed_on": "2026-06-09"}, follow=True
    )

    assert "“Old Venmo” is closed on June 9, 2026" in read(page)
    assert str(Account.objects.get(pk=float_account.pk)) == "1035 Old Venmo"


def test_the_currency_changes_while_there_is_no_money(as_ada):
    body = BodyFactory()

    body.currency = "CAD"
    body.full_clean()
    body.save()

    assert Body.objects.get().currency == "CAD"


def test_the_currency_stays_once_there_is_money(as_ada):
    body = BodyFactory()
    book("1000", "12.00")
    address = reverse("admin:registry_body_change", args=[1])
    form = as_ada.get(address).context["adminform"].form.initial

    page = as_ada.post(address, {**form, "currency": "CAD"})

    assert page.context["adminform"].form.errors["currency"] == [
        "The books are kept in USD already: it cannot change any more."
    ]
    body.name = "Another name"
    body.full_clean()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE registry_body SET currency = 'CAD'",
        "DELETE FROM registry_body",
    ],
)
def test_the_database_keeps_the_currency_too(db, statement):
    BodyFactory()
    book("1000", "12.00")

    with (
        pytest.raises(DatabaseError, match="the currency stays the same"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_the_body_is_not_replaced_by_one_of_another_currency(db):
    BodyFactory()
    book("1000", "12.00")
    columns = [each.column for each in Body._meta.concrete_fields]
    values = ", ".join("'CAD'" if each == "currency" else each for each in columns)

    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            f"INSERT OR REPLACE INTO registry_body ({', '.join(columns)}) "
            f"SELECT {values} FROM registry_body"
        )

    assert Body.objects.get().currency == "USD"
