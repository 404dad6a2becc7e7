"""What closed months keep, and what the report says that changed after them."""

from datetime import date

import pytest
from django.utils import timezone

from intergroup.kit.dates import Period
from tests.factories import GroupFactory, account, fund, money
from treasury.actions.contributions import (
    record_contribution,
    take_back_contribution,
)
from treasury.actions.months import close_month
from treasury.actions.posting import Line, post_entry
from treasury.actions.reopening import ask_to_reopen, confirm_reopening
from treasury.models import (
    ClosedMonth,
    Contribution,
    Entry,
    Identification,
    MonthContribution,
    PresentedReport,
)
from treasury.reports.closings import (
    Change,
    Reopening,
    changes_to_earlier_periods,
    credited_in_closed,
    reopenings,
)

JANUARY = Period(date(2026, 1, 1), date(2026, 1, 31))
FEBRUARY = Period(date(2026, 2, 1), date(2026, 2, 28))
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
APRIL_9 = date(2026, 4, 9)


@pytest.fixture
def hope(db):
    return GroupFactory(number=12, name="Friday Hope")


def given(amount, on, group=None, source="group"):
    contribution = Contribution(
        received_on=on,
        source=source if group is None else "group",
        group=group,
        amount=money(amount),
        fund=fund(),
        account=account("1000"),
    )
    record_contribution(contribution, recorded_by=None)
    return contribution


def close(period, report=None):
    month = ClosedMonth(first_on=period.first)
    close_month(month, today=APRIL_9, closed_by=None, report=report)
    return month


def paper(period):
    """A final report of a period, as printed."""
    return PresentedReport(
        report="treasurer",
        first_on=period.first,
        last_on=period.last,
        status="final",
        figures={"closing": "0.00"},
        pdf=b"%PDF-",
        seal=Entry.objects.last_seal(),
    )


def test_a_closed_month_keeps_what_everything_held(hope):
    given("40.00", date(2026, 1, 5), hope)
    january = close(JANUARY)
    given("2.50", date(2026, 2, 5), hope)
    february = close(FEBRUARY)

    assert held(january) == {"1000": money("40.00"), "4000": money("-40.00")}
    assert held(february) == {"1000": money("42.50"), "4000": money("-42.50")}


def held(month):
    return dict(month.balances.values_list("account__code", "amount"))


def test_a_closed_month_keeps_what_each_group_and_source_is_credited_with(hope):
    given("40.00", date(2026, 1, 5), hope)
    unknown = given("7.00", date(2026, 1, 6), source="unidentified")
    given("3.00", date(2026, 1, 7), source="member")
    identified(unknown, hope, date(2026, 1, 20))
    january = close(JANUARY)

    rows = january.contributions.values_list("source", "group", "amount")
    assert set(rows) == {
        ("group", hope.pk, money("47.00")),
        ("member", None, money("3.00")),
        ("unidentified", None, money("0.00")),
    }


def identified(contribution, group, day):
    moved = [(account("4090"), "7.00"), (account("4000"), "-7.00")]
    Identification.objects.create(
        contribution=contribution,
        identified_on=day,
        group=group,
        amount=contribution.amount,
        entry=post_entry(
            dated=day,
            memo="Identified",
            lines=[Line(each, fund(), money(amount)) for each, amount in moved],
            posted_by=None,
        ),
    )


def test_closed_months_in_a_period_leave_only_the_rest_to_be_read(hope):
    given("40.00", date(2026, 1, 20), hope)
    given("2.00", date(2026, 2, 5), hope)
    close(JANUARY)
    close(FEBRUARY)

    rows, rest = credited_in_closed(Period(date(2026, 1, 15), date(2026, 3, 9)))

    assert rows == [(("group", hope.pk), FEBRUARY.first, money("2.00"))]
    assert rest == [
        Period(date(2026, 1, 15), JANUARY.last),
        Period(MARCH.first, date(2026, 3, 9)),
    ]


def test_a_month_closed_without_figures_is_read_from_its_rows(hope):
    given("40.00", date(2026, 1, 20), hope)
    ClosedMonth.objects.create(first_on=JANUARY.first)

    assert credited_in_closed(JANUARY) == ([], [JANUARY])
    assert not MonthContribution.objects.exists()


def test_taking_back_what_was_given_before_changes_an_earlier_period(hope):
    wrong = given("40.00", date(2026, 1, 20), hope)
    close(JANUARY)
    take_back_contribution(wrong, dated=date(2026, 2, 3), recorded_by=None)

    assert changes_to_earlier_periods(FEBRUARY) == (
        Change(
            dated=date(2026, 2, 3),
            number=2,
            what="Contribution from group 12 Friday Hope",
            belongs_on=date(2026, 1, 20),
            amount=money("40.00"),
            net=money("-40.00"),
        ),
    )
    assert changes_to_earlier_periods(Period(JANUARY.first, FEBRUARY.last)) == ()
    assert changes_to_earlier_periods(MARCH) == ()


def test_what_is_taken_back_within_the_period_changes_nothing_earlier(hope):
    wrong = given("40.00", date(2026, 2, 2), hope)
    take_back_contribution(wrong, dated=date(2026, 2, 3), recorded_by=None)

    assert changes_to_earlier_periods(FEBRUARY) == ()


def test_what_is_posted_into_a_month_after_its_final_report_is_told_next(
    hope, tess, cal
):
    given("40.00", date(2026, 1, 20), hope)
    january = close(JANUARY, paper(JANUARY))
    given("5.00", date(2026, 2, 5), hope)
    ask_to_reopen(january, reason="A check was forgotten", asked_by=tess)
    confirm_reopening(january, confirmed_by=cal)
    given("9.00", date(2026, 1, 25), hope)
    close(JANUARY, paper(JANUARY))
    close(FEBRUARY, paper(FEBRUARY))

    (change,) = changes_to_earlier_periods(FEBRUARY)
    assert (change.number, change.belongs_on) == (3, date(2026, 1, 25))
    assert (change.net, change.is_correction) == (money("9.00"), False)
    assert changes_to_earlier_periods(JANUARY) == ()
    assert changes_to_earlier_periods(MARCH) == ()


def test_the_report_of_the_month_and_of_the_day_tell_that_it_was_opened(
    hope, tess, cal
):
    given("40.00", date(2026, 1, 20), hope)
    january = close(JANUARY)
    ask_to_reopen(january, reason="A check was forgotten", asked_by=tess)
    confirm_reopening(january, confirmed_by=cal)

    today = timezone.localdate()
    told = Reopening(JANUARY, today, "A check was forgotten", "Tess D.", "Cal D.")
    assert reopenings(JANUARY) == reopenings(Period(today, today)) == (told,)
    assert reopenings(FEBRUARY) == ()


def test_only_a_question_opens_nothing_and_is_not_told(hope, tess):
    given("40.00", date(2026, 1, 20), hope)
    january = close(JANUARY)
    ask_to_reopen(january, reason="A check was forgotten", asked_by=tess)

    assert reopenings(JANUARY) == ()
    assert ClosedMonth.objects.through() == JANUARY.first
