"""The page on which Tess deposits what was received, and the slip she takes along."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from intergroup.kit.reports import DoesNotFootError
from tests.factories import GroupFactory, account, fund, money
from tests.treasury.test_deposits import JUNE_9, deposited, given
from treasury.actions.contributions import take_back_contribution
from treasury.actions.posting import Line, post_entry
from treasury.actions.waiting import waiting_to_be_deposited
from treasury.models import Collection, Deposit
from treasury.reports.deposits import deposit_slip

PAGE = reverse("treasury:deposit")
LIST = reverse("admin:treasury_deposit_changelist")


def form(*rows, **values):
    facts = {
        "to_account": account("1000").pk,
        "deposited_on": "2026-06-09",
        "reference": "17",
        "entry": [row.entry_id for row in rows],
    }
    return {**facts, **values}


def read(page):
    return re.sub(r"\s+", " ", page.content.decode())


def ticked(page):
    boxes = re.findall(r"<input[^>]*name=\"entry\"[^>]*>", page.content.decode())
    checked = [each for each in boxes if " checked" in each]
    return [int(re.search(r'value="(\d+)"', each)[1]) for each in checked]


def counted(*amounts, **values):
    """A collection with these contributions."""
    collection = Collection.objects.create(
        collected_on=date(2026, 6, 1),
        first_counter="Jo M.",
        second_counter="Al B.",
        cash=sum(map(money, amounts), Decimal(0)),
        **values,
    )
    rows = [given(amount, collection=collection) for amount in amounts]
    return collection, rows


def test_everything_that_waits_is_listed_and_ticked(as_tess):
    rows = [given("20.00", method="cheque", reference="1042"), given("1005.00")]

    page = as_tess.get(PAGE)

    assert ticked(page) == [row.entry_id for row in rows]
    assert "2 items wait, $1,025.00 in all." in read(page)
    assert "Check 1042" in read(page)


def test_one_save_deposits_what_is_ticked(as_tess, tess):
    one, _two = given("20.00"), given("5.00")

    page = as_tess.post(PAGE, form(one), follow=True)

    deposit = Deposit.objects.get()
    assert (deposit.amount, deposit.recorded_by) == (money("20.00"), tess)
    assert deposit.deposited_on == date(2026, 6, 9)
    assert "Deposited $20.00 into “Checking account”: 1 item." in read(page)
    assert reverse("treasury:deposit-slip", args=[deposit.pk]) in read(page)
    assert waiting_to_be_deposited().total == money("5.00")


def test_one_collection_is_ticked_when_the_page_is_asked_for_it(as_tess):
    given("9.00")
    collection, rows = counted("20.00", "5.00")

    page = as_tess.get(PAGE, {"collection": collection.pk})

    assert ticked(page) == [row.entry_id for row in rows]
    assert as_tess.get(PAGE, {"collection": "x"}).status_code == 404
    assert as_tess.get(PAGE, {"collection": "9" * 30}).status_code == 404


def test_a_refused_slip_comes_back_as_it_was_typed(as_tess):
    one, _two = given("20.00", day=date(2026, 6, 9)), given("5.00")

    page = as_tess.post(PAGE, form(one, deposited_on="2026-06-08", reference="AB 9"))

    assert page.status_code == 400
    assert "is dated June 9, 2026, after it was deposited." in read(page)
    assert 'value="AB 9"' in read(page)
    assert ticked(page) == [one.entry_id]
    assert not Deposit.objects.exists()


def test_of_two_treasurers_one_wins_and_the_other_reads_why(as_tess):
    row, _other = given("20.00"), given("5.00")
    deposited(row)

    page = as_tess.post(PAGE, form(row))

    assert "Something on this slip does not wait any more" in read(page)
    assert Deposit.objects.count() == 1


def test_a_slip_sent_twice_is_recorded_once(as_tess):
    row = given("20.00")
    token = re.search(r'name="_once" value="([^"]+)"', read(as_tess.get(PAGE)))[1]

    as_tess.post(PAGE, form(row, _once=token))
    again = as_tess.post(PAGE, form(row, _once=token), follow=True)

    assert Deposit.objects.count() == 1
    assert "nothing was recorded twice" in read(again)


def test_an_empty_list_says_so(as_tess):
    assert "Nothing waits to be deposited." in read(as_tess.get(PAGE))
    assert "Nothing waits to be deposited." in read(as_tess.post(PAGE, form()))


@pytest.mark.parametrize("who", ["rae", "cal", "reg"])
def test_only_those_who_may_record_a_deposit_see_the_page(db, client, request, who):
    client.force_login(request.getfixturevalue(who))

    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, form()).status_code == 403


def test_the_list_leads_to_the_page_and_takes_a_deposit_back(as_tess):
    deposit = deposited(given("20.00"))
    chosen = {"action": "take_back", "_selected_action": deposit.pk, "index": 0}

    assert PAGE in read(as_tess.get(LIST))
    page = as_tess.post(LIST, chosen, follow=True)

    assert "Took back the deposit of $20.00; what was on it waits again." in read(page)
    assert waiting_to_be_deposited().total == money("20.00")
    assert "taken back" in read(as_tess.get(LIST))


def test_the_list_reads_as_much_for_many_as_for_one(as_tess):
    deposited(given("1.00"))
    with CaptureQueriesContext(connection) as one:
        as_tess.get(LIST)
    for _ in range(3):
        deposited(given("1.00"))

    with CaptureQueriesContext(connection) as many:
        as_tess.get(LIST)

    assert len(many) == len(one)


def test_the_page_of_a_deposit_says_what_is_on_it(as_tess):
    deposit = deposited(given("20.00", source="group", group=GroupFactory(number=12)))

    page = as_tess.get(reverse("admin:treasury_deposit_change", args=[deposit.pk]))

    assert "Contribution from group 12" in read(page)


def test_a_slip_lists_checks_by_number_and_cash_as_one_sum(db):
    rows = [
        given("20.00", method="cheque", reference="1042"),
        given("30.00", method="cheque"),
        given("5.00"),
        given("2.50", to="Prudent reserve"),
        given("8.00", method="venmo"),
    ]

    slip = deposit_slip(deposited(*rows))

    assert slip.cheques == (("1042", money("20.00")), ("", money("30.00")))
    assert slip.cheques_total == money("50.00")
    assert (slip.cash, slip.total) == (money("7.50"), money("65.50"))
    assert slip.others == (("Venmo", money("8.00")),)
    assert slip.funds == (
        ("Operating", money("63.00")),
        ("Prudent reserve", money("2.50")),
    )


def test_cash_short_at_the_counting_lowers_the_cash_of_the_slip(db):
    lines = [
        Line(account("1010"), fund(), money("-2.00")),
        Line(account("5950"), fund(), money("2.00")),
    ]
    short = post_entry(dated=JUNE_9, memo="Cash short", lines=lines, posted_by=None)
    facts = {"counted": money("23.00"), "explanation": "Short", "entry": short}
    collection, rows = counted("20.00", "5.00", **facts)

    slip = deposit_slip(deposited(*rows, collection))

    assert (slip.cash, slip.others) == (money("23.00"), ())


def test_what_was_taken_back_and_is_there_again_is_not_on_paper(db):
    wrong = given("20.00", method="cheque", reference="1042")
    deposited(wrong)
    mirror = take_back_contribution(wrong, dated=JUNE_9, recorded_by=None)
    group = GroupFactory()
    right = given(
        "20.00", method="cheque", reference="1042", source="group", group=group
    )
    lost = given("9.00")
    deposited(lost)
    gone = take_back_contribution(lost, dated=JUNE_9, recorded_by=None)

    slip = deposit_slip(deposited(mirror, right, gone, given("50.00")))

    assert (slip.cheques, slip.cash) == ((), money("50.00"))
    assert (slip.corrections, slip.total) == (money("-9.00"), money("41.00"))


def test_a_slip_that_does_not_add_up_is_not_printed(db):
    deposit = deposited(given("20.00"))
    deposit.amount = money("21.00")

    with pytest.raises(DoesNotFootError):
        deposit_slip(deposit)


def test_the_slip_is_a_pdf(as_tess):
    deposit = deposited(given("20.00"))

    page = as_tess.get(reverse("treasury:deposit-slip", args=[deposit.pk]))

    assert page.content.startswith(b"%PDF-")
    assert as_tess.get(reverse("treasury:deposit-slip", args=[99])).status_code == 404
