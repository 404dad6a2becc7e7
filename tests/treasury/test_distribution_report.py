"""What was voted to be passed on, what is paid of it, and what is not, on any day."""

from datetime import date

import pytest
from django.template.loader import render_to_string

from intergroup.kit import pages, reports
from intergroup.kit.dates import Period
from tests.factories import MotionFactory, account, fund, money
from treasury.actions.distributing import take_back_distribution, vote_distribution
from treasury.actions.paying import pay_share
from treasury.actions.posting import Line, post_entry
from treasury.actions.spending import take_back_expense
from treasury.models import Distribution, SplitPlan
from treasury.reports.distribution import (
    distribution_report,
    distributions_in,
    voted_and_unpaid,
)

JUNE_1, JUNE_9, JUNE_20 = date(2026, 6, 1), date(2026, 6, 9), date(2026, 6, 20)
JUNE = Period(JUNE_1, date(2026, 6, 30))
JULY = Period(date(2026, 7, 1), date(2026, 7, 31))


@pytest.fixture
def voted(db):
    """100.00 voted on the first of June: 60.00 for the world, 40.00 for the area."""
    post_entry(
        dated=date(2026, 1, 1),
        memo="Brought forward",
        lines=[
            Line(account("1000"), fund(), money("1000.00")),
            Line(account("3000"), fund(), money("-1000.00")),
        ],
        posted_by=None,
    )
    plan = SplitPlan.objects.create(name="60/40", effective_on=date(2026, 1, 1))
    for recipient, percent in (("World services", "60.00"), ("Area", "40.00")):
        plan.shares.create(
            recipient=recipient, account=account("6000"), percent=money(percent)
        )
    distribution = Distribution(
        voted_on=JUNE_1,
        amount=money("100.00"),
        plan=plan,
        fund=fund(),
        motion=MotionFactory(number="06-26-01"),
    )
    vote_distribution(distribution, recorded_by=None)
    return distribution


def pay(voted, recipient="Area", day=JUNE_9):
    return pay_share(
        voted.shares.get(recipient=recipient),
        paid_on=day,
        paid_from=account("1000"),
        method="transfer",
        recorded_by=None,
    )


def told(day):
    return [
        (share.recipient, share.paid_on)
        for each in voted_and_unpaid(day)
        for share in each.shares
    ]


def html(period):
    return render_to_string(
        "treasury/report/distribution.html",
        pages.context(report=distribution_report(period)),
    )


def test_a_share_is_unpaid_until_the_day_it_is_paid(voted):
    pay(voted)

    assert told(date(2026, 5, 31)) == []
    assert told(date(2026, 6, 8)) == [("World services", None), ("Area", None)]
    assert told(JUNE_9) == [("World services", None), ("Area", JUNE_9)]
    pay(voted, "World services", JUNE_20)
    assert told(JUNE_20) == []


def test_a_payment_taken_back_leaves_the_share_unpaid_again(voted):
    take_back_expense(pay(voted), dated=JUNE_20, recorded_by=None)

    assert told(date(2026, 6, 19))[1] == ("Area", JUNE_9)
    assert told(JUNE_20)[1] == ("Area", None)


def test_a_vote_taken_back_is_unpaid_up_to_that_day_and_shown_after_it(voted):
    take_back_distribution(voted, dated=JUNE_9, recorded_by=None)

    assert len(told(date(2026, 6, 8))) == 2
    assert told(JUNE_9) == []
    (shown,) = distributions_in(JUNE)
    assert (shown.taken_back_on, shown.unpaid) == (JUNE_9, money("0.00"))
    assert "taken back on June 9, 2026" in html(JUNE)


def test_the_report_shows_votes_of_the_period_and_all_that_is_unpaid(voted):
    pay(voted)

    june, july = distribution_report(JUNE), distribution_report(JULY)

    assert (len(june.voted), june.voted_total) == (1, money("100.00"))
    assert (len(july.voted), july.voted_total) == (0, money("0.00"))
    assert (july.unpaid_total, july.in_books) == (money("60.00"), money("60.00"))
    assert "Nothing was voted to be passed on in this period." in html(JULY)


def test_what_the_books_owe_besides_stands_by_itself(voted):
    post_entry(
        dated=JUNE_9,
        memo="Voted before these books began",
        lines=[
            Line(account("3000"), fund(), money("25.00")),
            Line(account("2000"), fund(), money("-25.00")),
        ],
        posted_by=None,
    )

    report = distribution_report(JUNE)

    assert (report.unpaid_total, report.other) == (money("100.00"), money("25.00"))
    assert "Otherwise in the books" in html(JUNE)


def test_the_documented_shape(voted):
    pay(voted)

    (shown,) = distribution_report(JUNE).as_json()["voted"]
    shares = shown.pop("shares")

    assert shown == {
        "voted_on": "2026-06-01",
        "amount": "100.00",
        "plan": "60/40",
        "fund": "Operating",
        "motion": "06-26-01",
        "taken_back_on": None,
        "unpaid": "60.00",
    }
    assert shares[1] == {
        "recipient": "Area",
        "account": "Passed on to world services",
        "percent": "40.00",
        "amount": "40.00",
        "paid_on": "2026-06-09",
    }
    assert [each["paid_on"] for each in shares] == [None, "2026-06-09"]


@pytest.mark.parametrize("form", ["json", "csv", "xlsx", "pdf"])
def test_every_form_of_the_report_can_be_written(voted, form):
    data = reports.write(reports.get("distribution"), distribution_report(JUNE), form)

    begins = {"json": b"{", "csv": b"Passed on", "xlsx": b"PK", "pdf": b"%PDF-"}
    assert data.startswith(begins[form])


def test_an_empty_body_reads_two_sentences(db):
    assert "Everything that was voted is paid." in html(JUNE)


def test_many_votes_are_read_in_as_many_queries_as_one(
    voted, django_assert_max_num_queries
):
    vote = Distribution(
        voted_on=JUNE_20, amount=money("5.00"), plan=voted.plan, fund=fund()
    )
    vote_distribution(vote, recorded_by=None)

    with django_assert_max_num_queries(3):
        distributions_in(JUNE)
