"""What the database itself keeps of a closed month, whoever writes by hand."""

from datetime import date

import pytest
from django.db import Error, connection, transaction

from tests.factories import account, fund
from tests.treasury.test_closings import (
    FEBRUARY,
    JANUARY,
    close,
    given,
    hope,
    paper,
)
from treasury.actions.reopening import ask_to_reopen, confirm_reopening
from treasury.models import ClosedMonth, ClosingBalance, PresentedReport

__all__ = ["hope"]


@pytest.fixture
def january(hope):
    given("40.00", date(2026, 1, 5), hope)
    return close(JANUARY, paper(JANUARY))


def refused(sql, *values):
    with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE treasury_closingbalance SET amount = amount + 1",
        "DELETE FROM treasury_closingbalance",
        "UPDATE treasury_monthcontribution SET amount = 1",
        "DELETE FROM treasury_monthcontribution",
        "UPDATE treasury_presentedreport SET figures = '{}'",
        "UPDATE treasury_presentedreport SET pdf = ''",
        "UPDATE treasury_presentedreport SET status = 'provisional'",
        "DELETE FROM treasury_presentedreport",
        "DELETE FROM treasury_closedmonth",
        "UPDATE treasury_closedmonth SET explanation = 'Something else'",
    ],
)
def test_what_was_kept_is_neither_changed_nor_deleted(january, sql):
    refused(sql)


def test_nothing_is_added_to_what_a_month_closed_with(january):
    columns = "(month_id, account_id, fund_id, amount)"
    more = [january.pk, account("1020").pk, fund().pk]

    refused(
        f"INSERT INTO treasury_closingbalance {columns} VALUES (%s, %s, %s, 5)",
        *more,
    )
    refused(
        "INSERT INTO treasury_monthcontribution (month_id, source, amount) "
        "VALUES (%s, 'member', 5)",
        january.pk,
    )


def test_nothing_is_added_to_a_month_without_paper_once_another_is_closed(hope):
    given("40.00", date(2026, 1, 5), hope)
    first = close(JANUARY)
    close(FEBRUARY)

    refused(
        "INSERT INTO treasury_monthcontribution (month_id, source, amount) "
        "VALUES (%s, 'member', 5)",
        first.pk,
    )


def test_a_balance_is_not_pushed_out_by_another(january):
    kept = ClosingBalance.objects.first()
    put = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"

    refused(
        f"{put} INTO treasury_closingbalance "
        "(month_id, account_id, fund_id, amount) VALUES (%s, %s, %s, 5)",
        *(kept.month_id, kept.account_id, kept.fund_id),
    )


@pytest.mark.parametrize(
    "changes",
    [
        "reopened_by_id = NULL",
        "reopened_by_id = %(cal)s",
        "reopened_by_id = %(cal)s, reopen_asked_by_id = %(cal)s, reopen_reason = 'Why'",
        "reopened_by_id = %(cal)s, reopen_asked_by_id = %(tess)s",
    ],
    ids=["nobody", "alone", "twice-the-same", "no-reason"],
)
def test_a_month_is_opened_by_two_and_for_a_reason(january, tess, cal, changes):
    people = {"cal": cal.pk, "tess": tess.pk}

    refused(
        "UPDATE treasury_closedmonth SET reopened_at = '2026-04-01', "
        f"{changes % people}"
    )


def test_a_month_is_not_opened_under_a_later_one(january, tess, cal):
    close(FEBRUARY)
    two = (cal.pk, tess.pk, january.pk)

    refused(
        "UPDATE treasury_closedmonth SET reopened_at = '2026-04-01', "
        "reopened_by_id = %s, reopen_asked_by_id = %s, reopen_reason = 'Why' "
        "WHERE id = %s",
        *two,
    )


def test_who_opened_a_month_and_why_stays(january, tess, cal):
    ask_to_reopen(january, reason="A check was forgotten", asked_by=tess)
    confirm_reopening(january, confirmed_by=cal)

    refused("UPDATE treasury_closedmonth SET reopen_reason = 'Another'")
    refused("UPDATE treasury_closedmonth SET reopen_asked_by_id = NULL")
    refused("UPDATE treasury_closedmonth SET reopened_at = NULL")
    assert ClosedMonth.objects.through() is None
    assert PresentedReport.objects.count() == 1
