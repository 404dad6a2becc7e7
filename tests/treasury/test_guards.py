"""What SQL run by hand cannot do to the books, on SQLite and on PostgreSQL."""

from datetime import date

import pytest
from django.core import checks
from django.db import Error, connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from intergroup.kit.guards import lifted, missing
from tests.factories import GroupFactory, account, fund, money
from treasury.actions.contributions import record_contribution
from treasury.guards import GUARDS
from treasury.models import ClosedMonth, Contribution, Entry, Posting

JUNE_1 = date(2026, 6, 1)
POST = (
    "UPDATE treasury_entry SET status='posted', number=2, seal='x', "
    "posted_at='2026-06-01'"
)

COPY_LINES = (
    "INSERT INTO treasury_posting (entry_id, dated, account_id, fund_id, amount) "
    "SELECT entry_id, dated, account_id, fund_id, amount FROM treasury_posting "
    "WHERE entry_id = %s"
)
OTHER_FUND = (
    "UPDATE treasury_posting SET fund_id = (SELECT id FROM treasury_fund "
    "WHERE name = 'Prudent reserve') WHERE amount = 500"
)


@pytest.fixture
def posted(db):
    """A contribution of 45.00 that is in the books."""
    contribution = Contribution(
        received_on=JUNE_1,
        source="group",
        group=GroupFactory(),
        amount=money("45.00"),
        fund=fund(),
        account=account("1000"),
    )
    record_contribution(contribution, recorded_by=None)
    return contribution.entry


@pytest.fixture
def draft(posted):
    """A draft of two lines that balance, beside the posted entry."""
    entry = Entry.objects.create(dated=JUNE_1, memo="Draft")
    for code, amount in (("1000", "5.00"), ("4000", "-5.00")):
        Posting.objects.create(
            entry=entry,
            dated=JUNE_1,
            account=account(code),
            fund=fund(),
            amount=money(amount),
        )
    return entry


def by_hand(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.rowcount


def refused(sql, *values, says):
    before = everything()
    with pytest.raises(Error, match=says), transaction.atomic():
        by_hand(sql, *values)
    assert everything() == before


def everything():
    return (
        list(Entry.objects.order_by("pk").values()),
        list(Posting.objects.order_by("pk").values()),
        list(Contribution.objects.order_by("pk").values()),
    )


@pytest.mark.parametrize(
    "change",
    [
        "memo = 'Another'",
        "dated = '2026-06-02'",
        "number = 7",
        "status = 'draft', number = NULL, posted_at = NULL, seal = ''",
        "seal = 'y'",
        "id = 999",
    ],
)
def test_a_posted_entry_cannot_be_changed(posted, change):
    refused(
        f"UPDATE treasury_entry SET {change} WHERE id = %s",
        posted.pk,
        says="never changes",
    )


def test_a_posted_entry_cannot_be_deleted(posted):
    refused("DELETE FROM treasury_entry WHERE id = %s", posted.pk, says="ledger")


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM treasury_posting WHERE entry_id = %s",
        "UPDATE treasury_posting SET amount = amount + 1 WHERE entry_id = %s",
        "UPDATE treasury_posting SET amount = 0 - amount WHERE entry_id = %s",
        "UPDATE treasury_posting SET id = id + 1000 WHERE entry_id = %s",
        "UPDATE treasury_posting SET dated = '2026-06-02' WHERE entry_id = %s",
        COPY_LINES,
    ],
)
def test_the_lines_of_a_posted_entry_stay(posted, sql):
    refused(sql, posted.pk, says="ledger")


def test_a_line_cannot_be_moved_into_a_posted_entry(posted, draft):
    refused(
        "UPDATE treasury_posting SET entry_id = %s WHERE entry_id = %s",
        posted.pk,
        draft.pk,
        says="never changes",
    )


def test_an_entry_cannot_be_inserted_as_posted(posted):
    refused(
        "INSERT INTO treasury_entry (dated, memo, status, number, seal, posted_at) "
        "VALUES ('2026-06-01', 'x', 'posted', 2, 'x', '2026-06-01')",
        says="begins as a draft",
    )


def test_a_draft_that_balances_can_be_posted(draft):
    assert by_hand(f"{POST} WHERE id = %s", draft.pk) == 1


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        ("UPDATE treasury_posting SET amount = 501 WHERE amount = 500", "adds up"),
        ("DELETE FROM treasury_posting WHERE amount = 500", "two lines or more"),
        ("DELETE FROM treasury_posting WHERE abs(amount) = 500", "two lines or more"),
        (OTHER_FUND, "adds up to zero in every fund"),
    ],
)
def test_a_draft_that_does_not_balance_cannot_be_posted(draft, spoil, says):
    assert by_hand(spoil)

    refused(f"{POST} WHERE id = %s", draft.pk, says=says)


@pytest.mark.parametrize("number", [1, 3, 0])
def test_entries_are_numbered_one_after_the_other(draft, number):
    sql = POST.replace("number=2", f"number={number}")

    refused(f"{sql} WHERE id = %s", draft.pk, says="ledger: ")


def test_nothing_is_posted_into_a_closed_month(draft):
    ClosedMonth.objects.create(first_on=JUNE_1)

    refused(f"{POST} WHERE id = %s", draft.pk, says="month is closed")


def test_a_closed_month_stays_closed(db):
    ClosedMonth.objects.create(first_on=JUNE_1)

    refused("DELETE FROM treasury_closedmonth", says="is kept")
    refused("UPDATE treasury_closedmonth SET first_on = '2026-05-01'", says="is kept")


def test_a_line_has_the_date_of_its_entry(draft):
    refused(
        "UPDATE treasury_posting SET dated = '2026-07-01' WHERE entry_id = %s",
        draft.pk,
        says="date of its entry",
    )


def test_the_lines_of_a_draft_follow_its_date(draft):
    by_hand("UPDATE treasury_entry SET dated = '2026-07-02' WHERE id = %s", draft.pk)

    days = Posting.objects.filter(entry=draft).values_list("dated", flat=True)
    assert set(days) == {date(2026, 7, 2)}


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM treasury_contribution",
        "UPDATE treasury_contribution SET amount = 1",
        "UPDATE treasury_contribution SET received_on = '2026-07-01'",
    ],
)
def test_a_contribution_is_kept_as_it_was_received(posted, sql):
    refused(sql, says="is kept")


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM treasury_account WHERE code = '1000'",
        "UPDATE treasury_account SET kind = 'expense' WHERE code = '1000'",
        "DELETE FROM treasury_fund WHERE name = 'Operating'",
    ],
)
def test_an_account_that_was_used_stays_what_it_is(posted, sql):
    refused(sql, says="stays as it is")


def test_an_account_can_be_renamed(posted):
    assert by_hand("UPDATE treasury_account SET name = 'Bank' WHERE code = '1000'") == 1


def test_the_check_tells_of_missing_guards(db):
    assert missing(GUARDS, connection) == []

    with lifted(GUARDS, connection):
        assert len(missing(GUARDS, connection)) == len(
            [guard for guard in GUARDS if guard.is_for(connection.vendor)]
        )


def told_by_the_check():
    """What ``migrate`` reads before it begins."""
    found = checks.run_checks(tags=[checks.Tags.database], databases=["default"])
    return [each.id for each in found]


def test_guards_that_are_gone_are_told_of_unless_migrations_wait_to_be_run(db):
    whole = told_by_the_check()
    with lifted(GUARDS, connection):
        without = told_by_the_check()
        last = MigrationRecorder.Migration.objects.filter(app="treasury").last()
        last.delete()
        behind = told_by_the_check()

    assert (whole, without, behind) == ([], ["treasury.W001"], [])
