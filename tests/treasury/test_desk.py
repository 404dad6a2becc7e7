"""What lies on the treasurer’s and the reviewer’s desk."""

from datetime import date

from django.urls import reverse

from intergroup.kit import desk
from tests.factories import BusinessMeetingFactory, account, fund, money
from treasury.actions.bills import approve_bill, request_bill
from treasury.actions.contributions import record_contribution
from treasury.models import Bill, ClosedMonth, Contribution, RecurringBill
from treasury.reports import glance
from treasury.reports.waiting import approvals, waiting

JUNE_15 = date(2026, 6, 15)

desk.discover()


def give(day, amount, source="member", code="1000"):
    contribution = Contribution(
        received_on=day,
        source=source,
        amount=money(amount),
        fund=fund(),
        account=account(code),
    )
    record_contribution(contribution, recorded_by=None)


def slugs(user, day=JUNE_15):
    return [card.slug for card, _html in desk.render(user, day)]


def test_the_treasurer_finds_four_cards(tess):
    treasury = ["money", "waiting", "this-month", "next-steps"]

    assert [slug for slug in slugs(tess) if slug in treasury] == treasury
    assert "review" not in slugs(tess)


def test_the_reviewer_finds_the_state_of_the_books(rae):
    assert "review" in slugs(rae)
    assert "money" not in slugs(rae)


def test_money_at_a_glance_adds_up(db):
    give(JUNE_15, "45.00")

    told = glance.money_at_a_glance(JUNE_15)

    assert (told.funds, told.total) == (
        (("Operating", money("45.00")),),
        money("45.00"),
    )


def test_empty_books_lead_to_the_balances_to_begin_with(tess):
    told = {card.slug: html for card, html in desk.render(tess, JUNE_15)}

    assert f'<a href="{reverse("treasury:opening")}">' in told["money"]


def test_what_comes_tomorrow_is_not_there_today(db):
    give(date(2026, 6, 16), "45.00")

    assert glance.money_at_a_glance(JUNE_15).total == money("0.00")


def test_waiting_names_what_waits_and_how_much(tess):
    give(JUNE_15, "20.00", source="unidentified")
    give(JUNE_15, "5.00", code="1010")

    told = waiting(tess, JUNE_15)

    assert [(item.told, item.amount) for item in told.items] == [
        ("1 contribution to identify", money("20.00")),
        ("Received and not yet deposited", money("5.00")),
    ]


def test_nothing_is_named_that_does_not_wait(tess):
    assert waiting(tess, JUNE_15).items == ()


def bill(**values):
    row = Bill(
        requested_on=JUNE_15,
        payee="Quayside Print",
        purpose="Lists",
        amount=money("40.00"),
        account=account("5200"),
        fund=fund(),
        **values,
    )
    request_bill(row, requested_by=None)
    return row


def test_a_bill_waits_on_the_desks_of_those_who_approve(tess, cal, reg):
    bill()

    assert "approvals" in slugs(cal)
    assert "approvals" not in slugs(reg)
    assert [item.told for item in waiting(tess, JUNE_15).items] == [
        "1 bill waits for your approval"
    ]


def test_an_approved_bill_waits_to_be_paid(tess, cal):
    approve_bill(bill(), today=JUNE_15, approved_by=cal)

    (item,) = waiting(tess, JUNE_15).items

    assert (item.told, item.amount) == ("1 approved bill to pay", money("40.00"))
    assert approvals(cal, JUNE_15) is None


def test_a_bill_that_has_come_round_is_named_on_its_day(tess):
    RecurringBill.objects.create(
        payee="Riverlink",
        purpose="Web site",
        amount=money("42.99"),
        account=account("5100"),
        fund=fund(),
        next_on=JUNE_15,
    )

    assert waiting(tess, date(2026, 6, 14)).items == ()
    assert [item.told for item in waiting(tess, JUNE_15).items] == [
        "1 recurring bill has come round"
    ]


def test_every_page_that_the_card_names_is_there(as_tess, tess):
    give(JUNE_15, "20.00", source="unidentified")
    give(JUNE_15, "5.00", code="1010")
    bill()

    for item in waiting(tess, JUNE_15).items:
        assert as_tess.get(reverse(item.page) + item.query).status_code == 200


def test_the_card_leads_to_what_it_counted_and_to_nothing_else(tess, cal):
    give(JUNE_15, "20.00", source="unidentified")
    bill()
    approve_bill(bill(), today=JUNE_15, approved_by=cal)

    told = waiting(tess, JUNE_15).items

    assert [reverse(item.page) + item.query for item in told] == [
        "/treasury/unidentified/",
        "/admin/treasury/bill/?state=mine",
        "/admin/treasury/bill/?state=approved",
    ]


def test_this_month_stands_beside_the_same_days_last_year(db):
    give(date(2026, 6, 1), "45.00")
    give(date(2025, 6, 15), "30.00")
    give(date(2025, 6, 16), "99.00")

    told = glance.this_month(JUNE_15)

    assert (told.so_far, told.year_ago) == (money("45.00"), money("30.00"))
    before, now = told.chart.series
    assert (before.amounts[-1], now.amounts[-1]) == (money("129.00"), money("45.00"))


def test_the_month_to_close_follows_the_last_closed_one(db):
    ClosedMonth.objects.create(first_on=date(2026, 4, 1))

    assert glance.next_steps(JUNE_15).month_to_close == date(2026, 5, 1)
    assert glance.next_steps(date(2026, 5, 31)).month_to_close is None


def test_before_any_month_is_closed_the_first_of_the_books_comes_first(db):
    give(date(2026, 3, 9), "5.00")

    assert glance.next_steps(JUNE_15).month_to_close == date(2026, 3, 1)


def test_the_next_meeting_is_the_one_to_report_to(db):
    meeting = BusinessMeetingFactory(held_on=JUNE_15)

    assert glance.next_steps(JUNE_15).meeting == meeting


def test_the_review_tells_of_months_and_soundness(db):
    ClosedMonth.objects.create(first_on=date(2026, 4, 1))

    told = glance.review()

    assert [str(month.first) for month in told.closed] == ["2026-04-01"]
    assert told.soundness.findings == ()
