"""The end of a month: the list that turns green, and the button below it."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from intergroup.kit.dates import Period
from tests.factories import GroupFactory, account, fund, money
from treasury.actions.bills import approve_bill, request_bill
from treasury.actions.contributions import (
    record_contribution,
    take_back_contribution,
)
from treasury.actions.months import Point, close_month
from treasury.actions.posting import Line, post_entry
from treasury.actions.reconciling import clear, keep_statement, reconcile
from treasury.models import (
    Bill,
    ClosedMonth,
    Contribution,
    Entry,
    PresentedReport,
    Statement,
)
from treasury.reports.month_end import month_end

MAY = Period(date(2026, 5, 1), date(2026, 5, 31))
JUNE_1 = date(2026, 6, 1)
PAGE = reverse("treasury:month-end")


def given(amount="45.00", on=date(2026, 5, 9), code="1000", source="member"):
    contribution = Contribution(
        received_on=on,
        source=source,
        amount=money(amount),
        fund=fund(),
        account=account(code),
    )
    record_contribution(contribution, recorded_by=None)
    return contribution


def reconciled(on=MAY.last):
    """Tick off all that the checking account has, against its own balance."""
    statement = Statement(
        account=account("1000"), kind="asserted", ends_on=on, closing=money("45.00")
    )
    keep_statement(statement, [], imported_by=None)
    clear(statement, list(Entry.objects.in_order()))
    reconcile(statement, at=timezone.now(), reconciled_by=None)


def open_points(month=MAY):
    found = month_end(month).points
    return {each.slug: each.sentence for each in found if not each.is_settled}


def test_a_month_in_which_nothing_is_open_is_green(db):
    given()
    reconciled()

    assert open_points() == {}
    assert not month_end(MAY).needs_words


def test_an_account_that_no_statement_reaches_is_told(db):
    given()
    reconciled(on=date(2026, 5, 30))

    assert open_points() == {
        "reconciled": (
            "No statement is reconciled that reaches May 31: “Checking account”."
        )
    }


def test_an_app_that_was_used_has_a_statement_and_the_cash_box_needs_none(db):
    given(code="1030")
    given(code="1020")

    assert open_points()["reconciled"] == (
        "No statement is reconciled that reaches May 31: “Venmo”."
    )


def test_what_was_not_deposited_at_the_end_of_the_month_is_told(db):
    given(code="1010")

    assert open_points() == {
        "undeposited": (
            "$45.00 was received and not deposited by the end of the month."
        )
    }


def test_what_waits_for_its_group_is_told(db):
    given(code="1020", source="unidentified")
    given(code="1020", source="unidentified", on=JUNE_1)

    assert open_points() == {"identified": "1 contribution waits for its group."}


def test_a_bill_that_is_approved_and_not_paid_is_told(tess, cal):
    bill = Bill(
        requested_on=date(2026, 5, 9),
        payee="St. Mark’s",
        purpose="Rent",
        amount=money("15.00"),
        account=account("5000"),
        fund=fund(),
    )
    request_bill(bill, requested_by=tess)
    assert open_points() == {}

    approve_bill(bill, today=MAY.last, approved_by=cal)
    assert open_points() == {"paid": "“St. Mark’s: Rent” is approved and not paid."}


def test_cash_that_was_less_than_nothing_is_told_with_its_worst_day(db):
    moved(date(2026, 5, 3), "-10.00")
    moved(date(2026, 5, 4), "-2.50")
    moved(date(2026, 5, 20), "20.00")

    assert open_points() == {"above-zero": "“Cash box” stood at −$12.50 on May 4."}


def moved(day, amount):
    lines = [
        Line(account("1020"), fund(), money(amount)),
        Line(account("3000"), fund(), -money(amount)),
    ]
    post_entry(dated=day, memo="Moved", lines=lines, posted_by=None)


def test_what_a_member_gave_and_got_back_leaves_the_books_sound(db):
    wrong = given(code="1020")
    take_back_contribution(wrong, dated=date(2026, 5, 20), recorded_by=None)

    assert open_points() == {}


def test_books_that_are_not_sound_are_in_the_way(db):
    given(code="1020")
    Entry.objects.create(dated=date(2026, 5, 9), memo="Left behind")

    found = month_end(MAY)
    assert found.is_in_the_way
    assert open_points() == {"sound": "“Left behind” is a draft that was left behind."}


def test_closing_takes_words_where_something_is_open(db):
    month = ClosedMonth(first_on=MAY.first)
    points = [Point("paid", "Paid", "“Rent” is not paid.", is_settled=False)]

    with pytest.raises(Exception, match="Say in a few words why") as refused:
        close_month(month, today=JUNE_1, closed_by=None, points=points)
    assert refused.value.error_dict["explanation"][0].code == "not_explained"

    month.explanation = "The check is in the mail."
    close_month(month, today=JUNE_1, closed_by=None, points=points)
    assert ClosedMonth.objects.get().explanation == "The check is in the mail."


def test_no_words_stand_in_the_place_of_sound_books(db):
    month = ClosedMonth(first_on=MAY.first, explanation="Never mind.")
    point = Point(
        "sound", "Sound", "Entry 3 is missing.", is_settled=False, is_explainable=False
    )

    with pytest.raises(Exception, match="Entry 3 is missing"):
        close_month(month, today=JUNE_1, closed_by=None, points=[point])
    assert not ClosedMonth.objects.exists()


def test_the_page_shows_the_list_and_closes_the_month(as_tess):
    given(code="1010")

    shown = as_tess.get(PAGE).content.decode()
    assert "Close May 2026" in shown
    assert "$45.00 was received and not deposited" in shown
    assert reverse("treasury:deposit") in shown

    sent = {"first_on": "2026-05-01", "explanation": "It went to the bank in June."}
    page = as_tess.post(PAGE, sent, follow=True).content.decode()
    assert "May 2026 is closed, and its report is kept as it was presented." in page
    assert "The books still say what was presented, line by line." in page


def test_the_final_report_is_kept_with_what_its_paper_says(as_tess, tess):
    given(code="1020")

    as_tess.post(PAGE, {"first_on": "2026-05-01"})

    kept = PresentedReport.objects.get()
    assert (kept.status, kept.presented_by) == ("final", tess)
    assert kept.month == ClosedMonth.objects.get()
    assert bytes(kept.pdf).startswith(b"%PDF-")
    assert kept.figures["status"] == "final"
    assert kept.figures["closing"] == "45.00"
    assert kept.seal == Entry.objects.last_seal()


def test_without_words_nothing_is_closed_and_nothing_typed_is_lost(as_tess):
    given(code="1010")

    page = as_tess.post(PAGE, {"first_on": "2026-05-01", "explanation": " "})

    assert page.status_code == 400
    assert "Say in a few words why" in page.content.decode()
    assert not ClosedMonth.objects.exists()
    assert not PresentedReport.objects.exists()


def test_a_month_is_closed_once(as_tess):
    given(code="1020")

    as_tess.post(PAGE, {"first_on": "2026-05-01"})
    again = as_tess.post(PAGE, {"first_on": "2026-05-01"})

    assert "This month is closed already." in again.content.decode()
    assert ClosedMonth.objects.count() == PresentedReport.objects.count() == 1


def test_a_form_that_is_sent_twice_closes_once(as_tess):
    given(code="1020", on=date(2026, 4, 9))
    given(code="1020")
    sent = {"first_on": "2026-04-01", "_once": _token(as_tess)}

    as_tess.post(PAGE, sent)
    as_tess.post(PAGE, sent)

    assert str(ClosedMonth.objects.get()) == "April 2026"


def _token(browser):
    page = browser.get(PAGE).content.decode()
    return page.split('name="_once" value="')[1].split('"')[0]


def test_a_month_that_is_not_over_shows_its_list_and_no_button(as_tess):
    given(on=timezone.localdate(), code="1020")

    page = as_tess.get(PAGE).content.decode()
    assert "This month is not over before the end of" in page
    assert "What closing means" not in page


def test_before_there_are_books_the_page_says_so(as_tess):
    assert "There is nothing in the books yet." in as_tess.get(PAGE).content.decode()


def test_the_chair_reads_the_list_and_closes_nothing(client, cal):
    GroupFactory()
    given(code="1020")
    client.force_login(cal)

    assert "What closing means" not in client.get(PAGE).content.decode()
    assert client.post(PAGE, {"first_on": "2026-05-01"}).status_code == 403
    assert not ClosedMonth.objects.exists()


def test_the_representative_does_not_see_it(client, gail):
    client.force_login(gail)

    assert client.get(PAGE).status_code == 403


def test_a_month_that_is_not_over_cannot_be_closed(as_tess):
    given(code="1020")

    page = as_tess.post(PAGE, {"first_on": "2190-01-01"})

    assert "January 2190 is not over yet." in page.content.decode()
    assert not ClosedMonth.objects.exists()


def test_the_list_shows_months_by_name_and_leads_to_the_page(as_tess, tess):
    given(code="1020")
    close_month(ClosedMonth(first_on=MAY.first), today=JUNE_1, closed_by=tess)

    shown = as_tess.get(reverse("admin:treasury_closedmonth_changelist"))

    page = shown.content.decode()
    assert "May 2026" in page
    assert "Tess D." in page
    assert PAGE in page
