"""Sums over closed months are the sums of their postings, whatever was closed when."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intergroup.kit.dates import Period, add_months
from tests.factories import UserFactory, account, fund, money
from treasury.actions.months import close_month, next_to_close
from treasury.actions.posting import Draft, Line, post_entries
from treasury.actions.reopening import ask_to_reopen, confirm_reopening
from treasury.models import ClosedMonth, Posting
from treasury.reports.sums import read_sums

FIRST = date(2026, 1, 1)
TODAY = date(2026, 7, 1)
LATER = date(2026, 12, 1)
CODES = ["1000", "1010", "4000", "5000", "2000"]

days = st.integers(0, 180).map(lambda days: FIRST + timedelta(days=days))
entries = st.tuples(
    days,
    st.sampled_from(CODES),
    st.sampled_from(CODES),
    st.sampled_from(["Operating", "Prudent reserve"]),
    st.integers(1, 9_999),
)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("post"), st.lists(entries, min_size=1, max_size=6)),
        st.tuples(st.just("close"), st.integers(1, 3)),
        st.tuples(st.just("open"), st.integers(0, 5)),
    ),
    max_size=8,
)
periods = st.tuples(days, days).map(lambda two: Period(min(two), max(two)))


@pytest.mark.django_db
@given(steps=steps, asked=st.lists(periods, min_size=1, max_size=4))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_period_has_the_sums_of_its_postings(steps, asked):
    with transaction.atomic():
        for kind, what in steps:
            DO[kind](what)

        for period in asked:
            assert told(period) == added(period)
        transaction.set_rollback(True)


def post(drafts):
    through = ClosedMonth.objects.through()
    first_open = add_months(through, 1) if through else FIRST
    post_entries(
        [
            Draft(max(day, first_open), "Moved", lines(*moved))
            for day, *moved in drafts
            if moved[0] != moved[1]
        ],
        posted_by=None,
    )


def lines(into, out_of, of, cents):
    amount = Decimal(cents).scaleb(-2)
    return [
        Line(account(into), fund(of), amount),
        Line(account(out_of), fund(of), -amount),
    ]


def close(months):
    for _each in range(months):
        first = next_to_close()
        if first and add_months(first, 1) <= LATER:
            close_month(ClosedMonth(first_on=first), today=LATER, closed_by=None)


def reopen(back):
    closed = ClosedMonth.objects.closed().order_by("-first_on")[back : back + 1]
    for month in closed:
        ask_to_reopen(month, reason="A slip", asked_by=UserFactory())
        confirm_reopening(month, confirmed_by=UserFactory())


DO = {"post": post, "close": close, "open": reopen}


def told(period):
    sums = read_sums(period)
    return [
        {(acc.code, of.name): amount for (acc, of), amount in each.items()}
        for each in (sums.opening, sums.moved, sums.closing)
    ]


def added(period):
    """Add every line of the ledger up, one by one."""
    opening, moved, closing = {}, {}, {}
    for line in Posting.objects.select_related("account", "fund"):
        key = (line.account.code, line.fund.name)
        where = [opening, closing] if line.dated < period.first else [moved, closing]
        for each in where if line.dated <= period.last else []:
            each[key] = each.get(key, 0) + line.amount
    return [{k: v for k, v in each.items() if v} for each in (opening, moved, closing)]


def test_a_closed_period_is_read_without_a_posting(db):
    post([(date(2026, 1, 5), "1000", "4000", "Operating", 4_000)])
    post([(date(2026, 3, 5), "5000", "1000", "Operating", 1_000)])
    close(3)

    with CaptureQueriesContext(
        connection,
    ) as queries:
        sums = read_sums(Period(date(2026, 2, 1), date(2026, 3, 31)))

    assert not [each for each in queries if "treasury_posting" in each["sql"]]
    assert sums.moved[account("5000"), fund()] == money("10.00")


def test_a_period_that_cuts_a_closed_month_reads_only_its_days(db):
    post([(date(2026, 1, 5), "1000", "4000", "Operating", 4_000)])
    post([(date(2026, 1, 25), "1000", "4000", "Operating", 500)])
    close(1)

    sums = read_sums(Period(date(2026, 1, 10), date(2026, 1, 31)))
    assert sums.opening[account("1000"), fund()] == money("40.00")
    assert sums.moved[account("1000"), fund()] == money("5.00")
    assert sums.closing[account("1000"), fund()] == money("45.00")
