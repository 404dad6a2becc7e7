"""The treasurer’s report where it is hard."""

from datetime import date

import pytest

from intergroup.kit.dates import Period
from intergroup.kit.reports import DoesNotFootError
from tests.factories import GroupFactory, account, fund, money
from treasury.actions.contributions import record_contribution, take_back_contribution
from treasury.actions.moving import record_transfer
from treasury.actions.posting import Line, post_entry
from treasury.models import Contribution, Entry, Posting, Transfer
from treasury.reports.contributions import contributions_by_group
from treasury.reports.footing import check_foots
from treasury.reports.groups import GroupLine
from treasury.reports.treasurer import treasurers_report

MAY = Period(date(2026, 5, 1), date(2026, 5, 31))
JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))


def give(day, amount, group=None, source="group"):
    contribution = Contribution(
        received_on=day,
        source=source if group is None else "group",
        group=group,
        amount=money(amount),
        fund=fund(),
        account=account("1000"),
    )
    record_contribution(contribution, recorded_by=None)
    return contribution


def test_an_empty_ledger_makes_a_report_of_zeros(db):
    report = treasurers_report(JUNE)

    assert (report.opening, report.net, report.closing) == (money("0.00"),) * 3
    assert [line.fund for line in report.funds] == ["Operating", "Prudent reserve"]
    assert report.seal == ""


def test_groups_stand_with_the_period_and_the_year(db):
    hope, haven = GroupFactory(number=12, name="Hope"), GroupFactory(number=3, name="H")
    give(date(2026, 5, 9), "20.00", hope)
    give(date(2026, 6, 1), "45.00", hope)
    give(date(2026, 6, 30), "5.00", haven)
    give(date(2026, 6, 30), "7.00", source="member")

    report = treasurers_report(JUNE)

    assert report.groups == (
        GroupLine(3, "H", money("5.00"), money("5.00")),
        GroupLine(12, "Hope", money("45.00"), money("65.00")),
    )
    assert report.groups_this_period == 2
    assert report.income_total == money("57.00")


@pytest.mark.parametrize(
    ("day", "counted"),
    [
        (date(2026, 5, 31), False),
        (date(2026, 6, 1), True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
    ],
)
def test_both_ends_of_the_period_are_included(db, day, counted):
    give(day, "45.00", source="member")

    assert bool(treasurers_report(JUNE).income) is counted


def test_a_transfer_moves_between_funds_and_nets_to_nothing(db):
    give(date(2026, 6, 1), "100.00", source="member")
    transfer = Transfer(
        moved_on=date(2026, 6, 2),
        amount=money("40.00"),
        from_account=account("1000"),
        to_account=account("1000"),
        from_fund=fund(),
        to_fund=fund("Prudent reserve"),
        purpose="To the reserve",
    )
    record_transfer(transfer, recorded_by=None)

    report = treasurers_report(JUNE)

    moved = {line.fund: (line.transfers, line.closing) for line in report.funds}
    assert moved == {
        "Operating": (money("-40.00"), money("60.00")),
        "Prudent reserve": (money("40.00"), money("40.00")),
    }
    assert report.funds_total.transfers == money("0.00")


def test_a_correction_counts_in_the_month_it_is_dated(db):
    contribution = give(date(2026, 5, 9), "20.00", GroupFactory(number=12))
    take_back_contribution(contribution, dated=date(2026, 6, 3), recorded_by=None)

    may, june = contributions_by_group(MAY), contributions_by_group(JUNE)

    assert (may.total, june.total) == (money("20.00"), money("-20.00"))
    assert treasurers_report(JUNE).groups_total.amount == money("-20.00")


def test_a_draft_written_by_hand_has_no_say(db):
    give(date(2026, 6, 1), "45.00", source="member")
    entry = Entry.objects.create(dated=date(2026, 6, 1), memo="Draft")
    line = {"entry": entry, "dated": entry.dated, "fund": fund()}
    Posting.objects.create(account=account("1000"), amount=money("9.00"), **line)

    assert treasurers_report(JUNE).closing == money("45.00")


def test_a_report_that_does_not_foot_is_an_error_not_a_page():
    with pytest.raises(DoesNotFootError, match=r"it says 1\.00 and adds up to 2\.00"):
        check_foots("Income", told=money("1.00"), added=money("2.00"))


def test_group_income_without_its_contribution_does_not_foot(db):
    lines = [
        Line(account("1000"), fund(), money("5.00")),
        Line(account("4000"), fund(), money("-5.00")),
    ]
    post_entry(dated=JUNE.first, memo="By hand", lines=lines, posted_by=None)

    with pytest.raises(DoesNotFootError, match="Contributions by group"):
        treasurers_report(JUNE)
    with pytest.raises(DoesNotFootError, match="books of contributions"):
        contributions_by_group(JUNE)


def test_the_report_reads_the_same_few_times_however_many_rows(
    db, django_assert_max_num_queries
):
    for day in range(1, 20):
        give(date(2026, 6, day), "5.00", GroupFactory())

    with django_assert_max_num_queries(50):
        treasurers_report(JUNE)
