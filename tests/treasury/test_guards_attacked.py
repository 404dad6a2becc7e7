"""Attacks on the books that once worked, each of them now refused."""

from datetime import date

import pytest
from django.db import Error, connection, transaction

from tests.factories import account, fund, money
from tests.treasury.test_guards import by_hand, draft, everything, posted
from treasury.actions.moving import record_transfer
from treasury.actions.spending import record_expense
from treasury.models import ClosedMonth, Entry, Expense, Posting, Transfer
from treasury.reports.soundness import check_books

__all__ = ["draft", "posted"]

JUNE_1 = date(2026, 6, 1)
ANOTHER = (
    "INSERT INTO treasury_account (code, name, kind, purpose) "
    "VALUES ('zz', 'zz', 'asset', '')"
)


@pytest.fixture
def records(posted):
    """An expense and a transfer beside the contribution."""
    bank, operating = account("1000"), fund()
    expense = Expense(
        paid_on=JUNE_1,
        payee="St. Mark’s",
        purpose="Rent",
        amount=money("15.00"),
        account=account("5000"),
        fund=operating,
        paid_from=bank,
    )
    record_expense(expense, recorded_by=None)
    transfer = Transfer(
        moved_on=JUNE_1,
        amount=money("5.00"),
        from_account=bank,
        to_account=account("1020"),
        from_fund=operating,
        to_fund=operating,
        purpose="Float",
    )
    record_transfer(transfer, recorded_by=None)


def refused(sql, *values):
    before = everything()
    with pytest.raises(Error), transaction.atomic():
        by_hand(sql, *values)
    assert everything() == before


def test_a_draft_with_lines_is_not_deleted_from_under_them(draft):
    refused("DELETE FROM treasury_entry WHERE id = %s", draft.pk)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE treasury_account SET id = id + 1000 WHERE code = '6900'",
        "UPDATE treasury_account SET purpose = '' WHERE code = '4000'",
        "UPDATE OR REPLACE treasury_account SET code = '1000' WHERE code = 'zz'",
        "UPDATE OR REPLACE treasury_account SET id = 1 WHERE code = 'zz'",
        "UPDATE OR REPLACE treasury_fund SET id = 1 WHERE name <> 'Operating'",
        "UPDATE treasury_contribution SET source = 'member', group_id = NULL",
        "UPDATE treasury_expense SET payee = 'me'",
        "UPDATE treasury_expense SET paid_from_id = paid_from_id + 1",
        "UPDATE treasury_transfer SET from_fund_id = from_fund_id + 1",
        "DELETE FROM treasury_expense",
        "DELETE FROM treasury_transfer",
    ],
)
def test_what_the_ledger_rests_on_stays(records, sql):
    by_hand(ANOTHER)

    refused(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE OR REPLACE treasury_entry SET number = 1 WHERE number IS NULL",
        "UPDATE treasury_entry SET number = 7 WHERE number IS NULL",
        "UPDATE treasury_entry SET seal = 'x' WHERE number IS NULL",
        "UPDATE treasury_entry SET status = 'half' WHERE number IS NULL",
        "UPDATE treasury_entry SET dated = '2026-06-5x' WHERE number IS NULL",
        "UPDATE treasury_entry SET dated = '9999-12-31' WHERE number IS NULL",
        "UPDATE treasury_entry SET dated = 'infinity' WHERE number IS NULL",
        "UPDATE treasury_posting SET amount = 'abc' WHERE amount = 500",
        "UPDATE treasury_posting SET amount = '50x' WHERE amount = 500",
        "UPDATE treasury_posting SET account_id = 999 WHERE amount = 500",
        "UPDATE treasury_posting SET fund_id = 999 WHERE amount = 500",
    ],
)
def test_a_draft_stays_a_draft_of_whole_cents_on_a_day(draft, sql):
    if "_id = 999" in sql and connection.vendor == "postgresql":
        sql += "; SET CONSTRAINTS ALL IMMEDIATE"

    refused(sql)


def test_half_a_cent_is_never_stored(draft):
    if connection.vendor == "postgresql":  # it rounds to whole cents by itself
        by_hand("UPDATE treasury_posting SET amount = 10.5 WHERE amount = 500")
        assert Posting.objects.filter(amount=money("0.10")).exists() or (
            Posting.objects.filter(amount=money("0.11")).exists()
        )
    else:
        refused("UPDATE treasury_posting SET amount = 10.5 WHERE amount = 500")


def test_a_temporary_table_does_not_stand_in_for_the_real_one(posted):
    """PostgreSQL looks there first, unless a function is told not to."""
    by_hand("CREATE TEMP TABLE treasury_entry_of_mine (id bigint, status text)")
    if connection.vendor == "postgresql":
        by_hand("ALTER TABLE treasury_entry_of_mine RENAME TO treasury_entry")
        name = "public.treasury_posting"
    else:
        name = "main.treasury_posting"

    with pytest.raises(Error, match="never changes"), transaction.atomic():
        by_hand(f"UPDATE {name} SET amount = amount * 2")
    if connection.vendor == "postgresql":
        by_hand("DROP TABLE pg_temp.treasury_entry")


@pytest.mark.parametrize(
    "table", ["closedmonth", "expense", "transfer", "account", "fund", "importbatch"]
)
def test_no_table_of_the_treasury_is_emptied_at_once(records, table):
    ClosedMonth.objects.create(first_on=date(2026, 5, 1))

    with pytest.raises(Error), transaction.atomic():
        by_hand(f"TRUNCATE treasury_{table} CASCADE")


def test_a_contribution_may_still_be_identified(posted):
    with transaction.atomic():
        by_hand(
            "UPDATE treasury_contribution SET marked = 'Friday' WHERE entry_id = %s",
            posted.pk,
        )

    assert check_books().findings == ()


def test_check_books_tells_of_a_draft_that_was_left_behind(draft):
    told = check_books().findings

    assert "“Draft” is a draft that was left behind." in told
    assert sum("belongs to no posted entry" in each for each in told) == 2
    assert Entry.objects.drafts().count() == 1
