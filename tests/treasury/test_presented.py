"""Reports as they were presented: kept whole, and held against the books of today."""

import hashlib
import json
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from intergroup.kit.dates import Period
from tests.factories import (
    BusinessMeetingFactory,
    GroupFactory,
    account,
    fund,
    money,
)
from treasury.actions.contributions import record_contribution
from treasury.actions.months import close_month
from treasury.actions.presenting import present_report
from treasury.models import ClosedMonth, Contribution, Entry, PresentedReport
from treasury.reports.paper import print_month, print_report
from treasury.reports.then_and_now import Difference, then_and_now

JANUARY = Period(date(2026, 1, 1), date(2026, 1, 31))
FEBRUARY_1 = date(2026, 2, 1)


@pytest.fixture
def hope(db):
    return GroupFactory(number=12, name="Friday Hope")


def give(group, amount="40.00", on=date(2026, 1, 5)):
    contribution = Contribution(
        received_on=on,
        group=group,
        amount=money(amount),
        fund=fund(),
        account=account("1020"),
    )
    record_contribution(contribution, recorded_by=None)


def presented(period=JANUARY, **values):
    report = print_report(period, **values)
    present_report(report, presented_by=None)
    return report


def test_a_report_of_an_open_month_is_provisional(hope):
    give(hope)

    report = presented()

    assert (report.status, report.figures["closing"]) == ("provisional", "40.00")
    assert report.seal == Entry.objects.last_seal()


def test_figures_and_paper_have_the_fingerprints_that_anybody_can_take(hope):
    give(hope)
    presented()

    kept = PresentedReport.objects.get()
    figures = json.dumps(kept.figures, sort_keys=True, ensure_ascii=False).encode()
    assert kept.figures_sha256 == hashlib.sha256(figures).hexdigest()
    assert kept.pdf_sha256 == hashlib.sha256(bytes(kept.pdf)).hexdigest()
    assert then_and_now(kept).is_as_kept


def test_printing_the_paper_of_a_month_closes_nothing(hope):
    give(hope)

    month = ClosedMonth(first_on=JANUARY.first)
    report = print_month(month, today=FEBRUARY_1, closed_by=None)

    assert report.status == "final"
    assert month.pk is None
    assert not ClosedMonth.objects.exists()
    assert not PresentedReport.objects.exists()


def test_a_paper_is_not_kept_once_the_books_have_moved(hope):
    give(hope)
    month = ClosedMonth(first_on=JANUARY.first)
    report = print_month(month, today=FEBRUARY_1, closed_by=None)
    give(hope, on=date(2026, 2, 5))

    with pytest.raises(ValidationError, match="Something was posted") as refused:
        close_month(month, today=FEBRUARY_1, closed_by=None, report=report)
    assert refused.value.code == "books_moved"
    assert not ClosedMonth.objects.exists()


def test_then_and_now_agree_until_something_is_posted_into_the_period(hope):
    give(hope)
    report = presented()
    assert then_and_now(report).differences == ()

    give(hope, "2.50")
    told = then_and_now(report).differences

    assert Difference("Closing balance", "40.00", "42.50") in told
    assert Difference("Income: Group contributions", "40.00", "42.50") in told
    assert Difference("Funds: Operating: closing balance", "40.00", "42.50") in told
    assert not [each for each in told if "Opening" in each.line]


def test_what_was_not_there_then_stands_beside_nothing(hope):
    report = presented()
    give(hope)

    told = then_and_now(report).differences

    assert Difference("Income: Group contributions", "", "40.00") in told


def test_the_treasurer_presents_the_report_of_a_meeting(as_tess, tess, hope):
    give(hope)
    meeting = BusinessMeetingFactory()

    page = as_tess.post(reverse("treasury:present"), {"meeting": meeting.pk})
    shown = as_tess.get(page.url).content.decode()

    kept = PresentedReport.objects.get()
    assert (kept.meeting, kept.presented_by) == (meeting, tess)
    assert "Provisional" in shown
    assert "The books still say what was presented, line by line." in shown


def test_the_page_of_a_presented_report_shows_what_has_changed(as_tess, hope):
    give(hope)
    report = presented()
    give(hope, "2.50")

    page = as_tess.get(reverse("treasury:presented", args=[report.pk]))

    assert "Closing balance" in page.content.decode()
    assert "42.50" in page.content.decode()


def test_the_paper_is_given_as_it_was(client, cal, hope):
    give(hope)
    report = presented()
    client.force_login(cal)

    paper = client.get(reverse("treasury:presented-pdf", args=[report.pk]))

    assert paper.content == bytes(report.pdf)
    assert paper["Content-Type"] == "application/pdf"
    assert paper["Content-Disposition"].startswith("inline")


@pytest.mark.parametrize("name", ["presented", "presented-pdf"])
def test_a_representative_opens_no_presented_report(client, gail, name, hope):
    report = presented()
    client.force_login(gail)

    assert client.get(reverse(f"treasury:{name}", args=[report.pk])).status_code == 403


def test_the_chair_presents_nothing(client, cal):
    client.force_login(cal)

    assert client.get(reverse("treasury:present")).status_code == 403


@pytest.mark.parametrize("name", ["presented", "presented-pdf"])
def test_a_report_that_is_not_there_is_not_found(as_tess, name):
    assert as_tess.get(reverse(f"treasury:{name}", args=[9])).status_code == 404


def test_the_list_leads_to_the_page_and_reads_no_paper(
    as_tess, hope, django_assert_max_num_queries
):
    for _each in range(3):
        presented()

    with django_assert_max_num_queries(12):
        shown = as_tess.get(reverse("admin:treasury_presentedreport_changelist"))
    assert reverse("treasury:present") in shown.content.decode()
