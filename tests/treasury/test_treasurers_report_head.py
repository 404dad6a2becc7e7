"""Who presents the treasurer’s report, how settled it is, and what changed late."""

from datetime import date

from django.contrib.auth.models import Group as Role

from intergroup.kit import reports
from intergroup.kit.dates import Period
from tests.factories import (
    GroupFactory,
    PersonFactory,
    PositionFactory,
    TermFactory,
    account,
    fund,
    money,
)
from treasury.actions.contributions import record_contribution, take_back_contribution
from treasury.actions.months import close_month
from treasury.actions.presenting import present_report
from treasury.models import ClosedMonth, Contribution, PresentedReport
from treasury.reports.treasurer import treasurers_report

MAY = Period(date(2026, 5, 1), date(2026, 5, 31))
JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))
MAY_9, JUNE_2, JULY_1 = date(2026, 5, 9), date(2026, 6, 2), date(2026, 7, 1)


def give(day, amount, group=None):
    contribution = Contribution(
        received_on=day,
        source="group" if group else "member",
        group=group,
        amount=money(amount),
        fund=fund(),
        account=account("1000"),
    )
    record_contribution(contribution, recorded_by=None)
    return contribution


def close(month):
    close_month(ClosedMonth(first_on=month.first), today=JULY_1, closed_by=None)


def presented(period, closing):
    report = PresentedReport(
        report="treasurer",
        first_on=period.first,
        last_on=period.last,
        status="final",
        figures={"closing": closing},
        pdf=b"%PDF-",
    )
    present_report(report, presented_by=None)


def page(period, **chosen):
    shown = reports.get("treasurer")
    return shown.as_html(treasurers_report(period, **chosen))


def test_it_is_prepared_by_who_serves_as_treasurer_on_the_last_day(db):
    role = Role.objects.get(name="Treasurer")
    seat = PositionFactory(name="Treasurer", role=role)
    before, after = PersonFactory(first_name="Ann"), PersonFactory(first_name="Bea")
    TermFactory(position=seat, person=before, ends_on=JUNE.last)
    TermFactory(position=seat, person=after, began_on=JUNE.last)

    assert treasurers_report(MAY).prepared_by == "Ann D."
    assert treasurers_report(JUNE).prepared_by == "Bea D."


def test_nobody_is_named_where_nobody_serves(db):
    assert treasurers_report(MAY).prepared_by == ""
    assert "Prepared by" not in page(MAY)


def test_it_is_provisional_until_all_its_days_are_in_closed_months(db):
    give(MAY_9, "5.00")
    give(JUNE_2, "5.00")
    close(MAY)

    both = Period(MAY.first, JUNE.last)
    states = [treasurers_report(each).state for each in (MAY, JUNE, both)]

    assert states == ["FINAL", "PROVISIONAL", "PROVISIONAL"]


def test_it_opens_where_the_last_final_report_closed(db):
    give(MAY_9, "5.00")
    presented(MAY, "5.00")

    assert treasurers_report(JUNE).opening_note == ""


def test_it_says_so_where_it_opens_elsewhere(db):
    give(MAY_9, "5.00")
    presented(MAY, "4.00")

    assert treasurers_report(JUNE).opening_note == (
        "The final report up to May 31, 2026 closed on $4.00, and this one opens on "
        "$5.00: the books of earlier days have changed since."
    )
    assert "closed on $4.00" in page(JUNE)


def test_a_month_that_was_opened_again_is_told_with_its_reason(db, tess, cal):
    give(MAY_9, "5.00")
    close(MAY)
    month = ClosedMonth.objects.get()
    month.reopen_reason = "A bill was forgotten."
    month.reopen_asked_by, month.reopened_by = tess, cal
    month.reopen_asked_at = month.reopened_at = month.closed_at
    month.save()

    html = page(MAY)

    assert "May 2026 was opened again" in html
    assert "A bill was forgotten. Asked by Tess D., confirmed by Cal D." in html


def test_what_changes_an_earlier_period_is_listed(db):
    gift = give(MAY_9, "20.00", GroupFactory(number=12, name="Hope"))
    take_back_contribution(gift, dated=JUNE_2, recorded_by=None)

    (change,) = treasurers_report(JUNE).settled.changes

    assert (change.belongs_on, change.net) == (MAY_9, money("-20.00"))
    assert "Changes to earlier periods" in page(JUNE)


def test_the_groups_are_counted_and_those_without_a_figure_can_be_left_out(db):
    give(MAY_9, "20.00", GroupFactory(number=12, name="Hope"))
    give(JUNE_2, "20.00", GroupFactory(number=13, name="Haven"))
    GroupFactory(number=14, name="Quiet Hour")

    every, giving = page(JUNE, groups="every"), page(JUNE, groups="giving")

    assert "1 of 3 groups contributed in this period, 2 of 3 this year." in every
    assert ("Quiet Hour" in every, "Quiet Hour" in giving) == (True, False)
    assert "Hope" in giving


def test_every_form_of_the_report_can_be_written(db):
    give(JUNE_2, "20.00", GroupFactory(number=12, name="Hope"))
    shown, answer = reports.get("treasurer"), treasurers_report(JUNE)

    starts = {"json": b"{", "csv": b"Treasurer", "xlsx": b"PK", "pdf": b"%PDF-"}

    for form, start in starts.items():
        assert reports.write(shown, answer, form).startswith(start)
