"""What SQL by hand cannot do to bills, plans, budgets, statements and months."""

from datetime import UTC, date, datetime

import pytest
from django.db import Error, connection, transaction

from tests.factories import BodyFactory, account, money
from tests.treasury import billing
from tests.treasury.statements.books import line, post, statement
from tests.treasury.test_budgeting import adopted, draft
from tests.treasury.test_distributing import held, made_plan, plan, vote
from tests.treasury.test_guards import by_hand
from treasury.actions.paying import void_cheque
from treasury.actions.reconciling import clear_proposed, proposals, reconcile
from treasury.models import Budget, Clearing, ClosedMonth, StatementLine, VoidCheque

__all__ = ["adopted", "draft", "held", "plan"]

NOW = datetime(2026, 2, 2, 12, tzinfo=UTC)
PAY_BY_HAND = (
    "INSERT INTO treasury_expense (paid_on, payee, purpose, amount, account_id, "
    "fund_id, paid_from_id, method, reference, bill_id, entry_id) "
    "SELECT '2026-06-02', 'x', 'x', {amount}, b.account_id, b.fund_id, 1, 'transfer', "
    "'', b.id, (SELECT max(id) FROM treasury_entry) "
    "FROM treasury_bill b WHERE b.id = {bill}"
)
APPROVE_BY_HAND = (
    "INSERT INTO treasury_approval (bill_id, approved_by_id, approved_at) "
    "VALUES (%s, %s, '2026-06-02')"
)


def rows_of(table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM treasury_{table} ORDER BY id")
        return cursor.fetchall()


def refused(table, sql, *values, says="ledger"):
    before = rows_of(table)
    with pytest.raises(Error, match=says), transaction.atomic():
        by_hand(sql, *values)
    assert rows_of(table) == before


def pushed():
    """What says no to a row in the place of another: PostgreSQL has no OR REPLACE."""
    return "ledger" if connection.vendor == "sqlite" else "duplicate key|ledger"


def doubled(table, **changes):
    """SQL that inserts a second row like the first, and replaces it where it can."""
    with connection.cursor() as cursor:
        found = connection.introspection.get_table_description(
            cursor, f"treasury_{table}"
        )
    columns = [each.name for each in found if each.name != "id"]
    values = [str(changes.get(each, each)) for each in columns]
    put = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"
    return (
        f"{put} INTO treasury_{table} ({', '.join(columns)}) "
        f"SELECT {', '.join(values)} FROM treasury_{table} WHERE id = "
        f"(SELECT min(id) FROM treasury_{table})"
    )


@pytest.fixture
def paid(db, cal, tess):
    """A bill that Cal approved, paid with check 101."""
    BodyFactory()
    bill = billing.approved(cal)
    billing.pay(bill, **billing.check(101))
    return bill


@pytest.fixture
def settled(db):
    """A statement of one line that is reconciled, and one that is not."""
    BodyFactory()
    post("45.00")
    kept = statement(line("45.00", on=16), closing="45.00")
    clear_proposed(kept, proposals(kept))
    reconcile(kept, at=NOW, reconciled_by=None)
    post("12.00")
    other = statement(line("12.00", on=17), closing="57.00")
    clear_proposed(other, proposals(other))
    return kept


@pytest.mark.parametrize("amount", ["4500", "4600"])
def test_a_bill_is_paid_once_and_for_its_amount(paid, amount):
    refused("expense", PAY_BY_HAND.format(amount=amount, bill=paid.pk), says="a bill")


def test_a_bill_that_nobody_approved_is_not_paid(paid):
    bill = billing.asked()

    refused("expense", PAY_BY_HAND.format(amount=4500, bill=bill.pk), says="a bill")


def test_nobody_approves_what_is_paid_already(paid, tess):
    refused("approval", APPROVE_BY_HAND, paid.pk, tess.pk, says="a bill")


def test_what_is_paid_is_not_declined(paid, tess):
    refused(
        "bill",
        "UPDATE treasury_bill SET declined_on = '2026-06-03', declined_by_id = %s",
        tess.pk,
        says="a bill",
    )


@pytest.mark.parametrize("table", ["expense", "approval"])
def test_a_check_and_a_yes_are_not_pushed_out_by_another(paid, table):
    entry = "(SELECT entry_id FROM treasury_expense) + 1000"
    changes = {"entry_id": entry, "bill_id": "NULL"} if table == "expense" else {}

    refused(table, doubled(table, **changes), says=pushed())


def test_a_void_check_is_not_pushed_out_by_another(paid):
    spoiled = VoidCheque(
        account=account("1000"), number=102, voided_on=billing.JUNE_2, reason="Torn"
    )
    void_cheque(spoiled, recorded_by=None)

    refused("voidcheque", doubled("voidcheque", reason="'x'"), says=pushed())


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE treasury_splitshare SET plan_id = {used} WHERE plan_id = {other}",
        "UPDATE treasury_splitshare SET plan_id = {other} WHERE plan_id = {used}",
        "UPDATE treasury_splitplan SET effective_on = '2027-01-01'",
        "UPDATE treasury_splitplan SET name = 'x' WHERE id = {used}",
    ],
)
def test_a_plan_that_was_used_stays_as_it_is(held, plan, sql):
    other = made_plan((("Elsewhere", "100.00"),), name="All")
    vote(plan)

    refused("splitshare", sql.format(used=plan.pk, other=other.pk), says="split plan")


def test_a_share_of_a_used_plan_is_not_pushed_out_of_it(held, plan):
    other = made_plan((("Elsewhere", "60.00"),), name="All")
    vote(plan)
    used = plan.shares.first()
    put = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"

    refused(
        "splitshare",
        f"{put} INTO treasury_splitshare (id, plan_id, recipient, account_id, percent) "
        "VALUES (%s, %s, 'Me', %s, 4000)",
        *(used.pk, other.pk, account("6000").pk),
        says=pushed(),
    )


def test_no_share_is_added_to_what_was_voted(held, plan):
    vote(plan)

    refused("distributionshare", doubled("distributionshare", recipient="'Me'"))


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE treasury_budgetline SET amount = amount + 1",
        "DELETE FROM treasury_budgetline",
        "UPDATE treasury_budget SET adopted_on = NULL",
        "UPDATE treasury_budget SET adopted_on = '2026-02-01'",
        "DELETE FROM treasury_budget",
    ],
)
def test_an_adopted_budget_stays_as_it_is(adopted, sql):
    refused("budgetline", sql)


def test_an_adopted_budget_gets_no_line_with_an_amount(adopted):
    rent = account("5000").pk

    refused("budgetline", doubled("budgetline", account_id=rent))


def test_no_line_is_moved_into_an_adopted_budget(adopted):
    other = Budget.objects.create(begins_on=date(2027, 1, 1))
    other.lines.create(account=account("5000"), amount=money("5.00"))

    refused(
        "budgetline",
        "UPDATE treasury_budgetline SET budget_id = %s WHERE budget_id = %s",
        *(adopted.pk, other.pk),
    )


@pytest.mark.parametrize("table", ["budget", "budgetline"])
def test_nothing_of_an_adopted_budget_is_pushed_out(adopted, table):
    amount = {"amount": "0"} if table == "budgetline" else {}

    refused(table, doubled(table, **amount), says=pushed())


@pytest.mark.parametrize("model", [Clearing, StatementLine])
def test_nothing_is_moved_into_a_reconciled_statement(settled, model):
    table = model._meta.db_table

    refused(
        table.removeprefix("treasury_"),
        f"UPDATE {table} SET statement_id = %s WHERE statement_id <> %s",
        *(settled.pk, settled.pk),
        says="reconciled",
    )


def test_a_reconciled_statement_gets_no_more_lines(settled):
    refused("statementline", doubled("statementline", key="'x'"), says="reconciled")


@pytest.mark.parametrize("table", ["clearing", "statementline"])
def test_what_is_reconciled_is_not_pushed_out_by_another(settled, table):
    other = "(SELECT max(id) FROM treasury_statement)"

    refused(table, doubled(table, statement_id=other), says=pushed())


def test_a_month_begins_on_its_first_day(db):
    refused(
        "closedmonth",
        "INSERT INTO treasury_closedmonth (first_on, explanation, closed_at, "
        "reopen_reason) VALUES ('2026-06-15', '', '2026-07-01', '')",
        says="month is closed",
    )


def test_who_closed_a_month_stays(db, tess, cal):
    ClosedMonth.objects.create(first_on=date(2026, 6, 1), closed_by=tess)

    refused("closedmonth", "UPDATE treasury_closedmonth SET closed_by_id = %s", cal.pk)


@pytest.mark.parametrize(
    "table",
    [
        *("statement", "statementline", "clearing", "splitplan", "splitshare"),
        *("budget", "budgetline", "budgetamendment", "approval", "voucher"),
    ],
)
def test_no_table_is_emptied_at_once(db, table):
    with pytest.raises(Error, match=r"kept|syntax"), transaction.atomic():
        by_hand(f"TRUNCATE treasury_{table} CASCADE")
