"""Opening a closed month again takes a reason and two officers."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from intergroup.kit import desk
from intergroup.kit.dates import Period
from tests.factories import GroupFactory, UserFactory, account, fund, money
from treasury.actions.contributions import record_contribution
from treasury.actions.months import close_month, next_to_close
from treasury.actions.reopening import (
    ask_to_reopen,
    confirm_reopening,
    withdraw_request,
)
from treasury.models import ClosedMonth, Contribution, PresentedReport
from treasury.reports.closings import reopenings
from treasury.reports.waiting import approvals

JANUARY = Period(date(2026, 1, 1), date(2026, 1, 31))
TODAY = date(2026, 4, 9)
MONTH_END = reverse("treasury:month-end")

desk.discover()


def give(day):
    contribution = Contribution(
        received_on=day,
        group=GroupFactory(),
        amount=money("40.00"),
        fund=fund(),
        account=account("1000"),
    )
    record_contribution(contribution, recorded_by=None)


@pytest.fixture
def closed(db):
    """January to March, closed one after the other."""
    give(date(2026, 1, 5))
    months = [ClosedMonth(first_on=date(2026, n, 1)) for n in (1, 2, 3)]
    for month in months:
        close_month(month, today=TODAY, closed_by=None)
    return months


def refused(code):
    return pytest.raises(ValidationError, check=lambda error: told(error) == code)


def told(error):
    """The code of a refusal, also where it stands beside a field."""
    fields = getattr(error, "error_dict", {None: [error]})
    return next(iter(fields.values()))[0].code


def test_a_second_officer_opens_the_month_and_every_month_after_it(closed, tess, cal):
    january, february, march = closed
    ask_to_reopen(february, reason="A check was forgotten", asked_by=tess)

    opened = confirm_reopening(february, confirmed_by=cal)

    assert opened == [march, february]
    assert ClosedMonth.objects.through() == january.first_on
    assert next_to_close() == february.first_on
    assert february.reopened_by == cal
    give(date(2026, 2, 20))


def test_the_one_who_asked_cannot_confirm(closed, tess):
    ask_to_reopen(closed[2], reason="A check was forgotten", asked_by=tess)

    with refused("same_person"):
        confirm_reopening(closed[2], confirmed_by=tess)
    assert next_to_close() == date(2026, 4, 1)


def test_two_accounts_of_one_person_are_not_two_officers(closed, tess):
    ask_to_reopen(closed[2], reason="A check was forgotten", asked_by=tess)
    other = UserFactory(person=None)
    tess_again = UserFactory.build(pk=other.pk, person=tess.person)

    with refused("same_person"):
        confirm_reopening(closed[2], confirmed_by=tess_again)


def test_a_month_is_not_opened_without_a_reason(closed, tess):
    with refused("no_reason"):
        ask_to_reopen(closed[2], reason="  ", asked_by=tess)


def test_nobody_opens_what_nobody_asked_for(closed, cal):
    with refused("not_asked"):
        confirm_reopening(closed[2], confirmed_by=cal)


def test_it_is_asked_once_and_can_be_taken_back(closed, tess, cal):
    ask_to_reopen(closed[2], reason="A check was forgotten", asked_by=tess)
    with refused("asked_already"):
        ask_to_reopen(closed[2], reason="Me too", asked_by=cal)

    withdraw_request(closed[2])
    with refused("not_asked"):
        confirm_reopening(closed[2], confirmed_by=cal)


def test_a_month_is_opened_once(closed, tess, cal):
    ask_to_reopen(closed[2], reason="A check was forgotten", asked_by=tess)
    confirm_reopening(closed[2], confirmed_by=cal)

    for again in (
        lambda: confirm_reopening(closed[2], confirmed_by=cal),
        lambda: ask_to_reopen(closed[2], reason="Again", asked_by=tess),
        lambda: withdraw_request(closed[2]),
    ):
        with refused("is_open"):
            again()


def test_an_opened_month_is_closed_anew_with_what_it_holds_now(closed, tess, cal):
    ask_to_reopen(closed[0], reason="A check was forgotten", asked_by=tess)
    confirm_reopening(closed[0], confirmed_by=cal)
    give(date(2026, 1, 20))
    again = ClosedMonth(first_on=JANUARY.first)
    close_month(again, today=TODAY, closed_by=None)

    def bank(month):
        return month.balances.get(account__code="1000").amount

    assert (bank(closed[0]), bank(again)) == (money("40.00"), money("80.00"))


def page_of(month):
    return reverse("treasury:month-reopen", args=[month.pk])


def test_on_the_screen_tess_asks_and_cal_confirms(client, closed, tess, cal):
    page = page_of(closed[1])
    client.force_login(tess)
    client.post(page, {"do": "ask", "reason": "A check was forgotten"})
    assert "Another officer has to confirm this" in client.get(page).content.decode()

    client.force_login(cal)
    waiting = client.get(MONTH_END).content.decode()
    assert (
        "Tess D. asks to open February 2026 again: “A check was forgotten”" in waiting
    )
    assert "February 2026, March 2026." in client.get(page).content.decode()
    done = client.post(page, {"do": "confirm"}, follow=True).content.decode()
    assert "February 2026 is open again, and every month after it." in done
    assert len(reopenings(Period(date(2026, 2, 1), date(2026, 3, 31)))) == 2


def test_on_the_screen_the_one_who_asked_is_told_that_another_confirms(as_tess, closed):
    page = page_of(closed[1])
    as_tess.post(page, {"do": "ask", "reason": "A check was forgotten"})

    told = as_tess.post(page, {"do": "confirm"})

    assert told.status_code == 400
    assert "a second officer has to confirm it" in told.content.decode()
    assert next_to_close() == date(2026, 4, 1)


def test_on_the_screen_a_reason_is_asked_for_beside_its_field(as_tess, closed):
    told = as_tess.post(page_of(closed[1]), {"do": "ask", "reason": " "})

    assert told.status_code == 400
    assert "errorlist" in told.content.decode()


def test_the_reviewer_sees_the_months_and_opens_none(client, closed, rae):
    client.force_login(rae)

    assert client.get(MONTH_END).status_code == 200
    assert client.get(page_of(closed[0])).status_code == 403
    assert client.post(page_of(closed[0]), {"do": "confirm"}).status_code == 403


def test_a_month_that_is_not_there_is_not_found(as_tess):
    assert as_tess.get(reverse("treasury:month-reopen", args=[9])).status_code == 404


def test_the_reports_that_were_presented_stay(closed, tess, cal):
    PresentedReport.objects.create(
        report="treasurer",
        first_on=JANUARY.first,
        last_on=JANUARY.last,
        status="final",
        figures={},
        pdf=b"%PDF-",
        month=closed[0],
    )
    ask_to_reopen(closed[0], reason="A check was forgotten", asked_by=tess)
    confirm_reopening(closed[0], confirmed_by=cal)

    assert PresentedReport.objects.get().month == closed[0]


def test_what_is_asked_lies_on_the_desk_of_who_may_confirm_it(closed, tess, cal, reg):
    ask_to_reopen(closed[-1], reason="A bill came late.", asked_by=tess)

    (item,) = approvals(cal, TODAY).items

    assert item.told == "1 month to be opened again waits for you to confirm it"
    assert reverse(item.page) == MONTH_END
    assert (approvals(tess, TODAY), approvals(reg, TODAY)) == (None, None)

    confirm_reopening(closed[-1], confirmed_by=cal)

    assert approvals(cal, TODAY) is None


def test_the_desk_tells_of_a_month_without_a_sum(closed, tess, cal):
    ask_to_reopen(closed[-1], reason="A bill came late.", asked_by=tess)

    told = {card.slug: html for card, html in desk.render(cal, TODAY)}

    assert "waits for you to confirm it</a></li>" in told["approvals"]
