"""What is brought forward when a body moves in."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from tests.factories import account, fund, money
from treasury.actions.contributions import record_contribution
from treasury.actions.opening import enter_opening_balances, record_opening_balances
from treasury.actions.waiting import waiting_to_be_deposited
from treasury.models import ClosedMonth, Contribution, Entry, Posting
from treasury.reports.opening import OpeningLine, opening
from treasury.reports.soundness import check_books

MAY_31, JUNE_1, JUNE_9 = date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 9)
PAGE = reverse("treasury:opening")
ANEW = f"{PAGE}?anew=1"
RESERVE = "Prudent reserve"


def brought(*amounts, dated=JUNE_1):
    """Bring forward: code, fund, amount."""
    balances = {(account(code), fund(of)): money(each) for code, of, each in amounts}
    return record_opening_balances(balances, dated=dated, recorded_by=None)


def given(day):
    contribution = Contribution(
        received_on=day,
        source="member",
        amount=money("5.00"),
        fund=fund(),
        account=account("1000"),
    )
    record_contribution(contribution, recorded_by=None)


def form(dated="2026-06-01", **held):
    """The page as it was filled in: ``c1000="5"`` for the operating fund."""
    boxes = {
        f"held-{account(code[1:]).pk}-{fund().pk}": amount
        for code, amount in held.items()
    }
    return {"dated": dated, **boxes}


def read(page):
    return re.sub(r"\s+", " ", page.content.decode())


def held(code):
    rows = Posting.objects.filter(account=account(code))
    return sum(rows.values_list("amount", flat=True))


def test_opening_balances_balance_in_each_fund(db):
    entry = brought(("1000", "Operating", "210.45"), ("1000", RESERVE, "100.00"))

    assert entry.postings.count() == 4
    assert sum(Posting.objects.values_list("amount", flat=True)) == 0


def test_the_balances_are_shown_by_account_and_by_fund(db):
    brought(
        ("1000", "Operating", "210.45"),
        ("1000", RESERVE, "100.00"),
        ("1020", "Operating", "40.00"),
        ("2000", "Operating", "-50.00"),
    )

    shown = opening()

    assert (shown.day, shown.funds) == (JUNE_1, ("Operating", RESERVE))
    assert shown.money == (
        OpeningLine(
            "Checking account", (money("210.45"), money("100.00")), money("310.45")
        ),
        OpeningLine("Cash box", (money("40.00"), money("0.00")), money("40.00")),
    )
    assert [line.total for line in shown.owed] == [money("50.00")]
    assert shown.totals == (money("200.45"), money("100.00"))
    assert shown.total == money("300.45")


def test_a_body_moves_in_once(db):
    brought(("1000", "Operating", "210.45"))

    with pytest.raises(ValidationError, match="take them back first"):
        brought(("1000", "Operating", "210.45"))


def test_what_was_brought_forward_is_taken_back_on_its_own_day(db, tess):
    first = brought(("1000", "Operating", "210.45"))

    enter_opening_balances(
        {(account("1000"), fund()): money("201.45")},
        dated=JUNE_1,
        today=JUNE_9,
        recorded_by=tess,
    )

    assert Entry.objects.get(reverses=first).dated == JUNE_1
    assert held("1000") == money("201.45")
    assert opening().total == money("201.45")
    assert check_books().findings == ()


@pytest.mark.parametrize(
    ("amount", "dated", "sentence"),
    [
        ("0.00", JUNE_1, "Write what at least one account holds"),
        ("5.00", date(2026, 6, 10), "June 10, 2026 has not come yet"),
        ("5.00", JUNE_9, "The first entry is dated June 1, 2026"),
        ("5.00", MAY_31, "The books of May 2026 are closed"),
    ],
)
def test_balances_are_refused_with_a_sentence(db, amount, dated, sentence):
    given(JUNE_1)
    ClosedMonth.objects.create(first_on=date(2026, 5, 1))
    balances = {(account("1000"), fund()): money(amount)}

    with pytest.raises(ValidationError, match=sentence):
        enter_opening_balances(balances, dated=dated, today=JUNE_9, recorded_by=None)

    assert Entry.objects.count() == 1


def test_undeposited_money_that_is_brought_forward_waits(db):
    brought(("1010", "Operating", "12.00"))

    assert waiting_to_be_deposited().total == money("12.00")


def test_tess_fills_the_grid_in_and_saves_it_at_once(as_tess, tess):
    page = as_tess.post(
        PAGE, form(c1000="$1,210.45", c1020="40", c2000="50"), follow=True
    )

    assert "Brought $1,200.45 forward." in read(page)
    assert "The books begin on June 1, 2026 with these balances." in read(page)
    assert (held("1000"), held("2000")) == (money("1210.45"), money("-50.00"))
    assert Entry.objects.get().posted_by == tess


def test_what_cannot_be_read_comes_back_as_it_was_typed(as_tess):
    page = as_tess.post(PAGE, form(c1000="twelve", c1020="40"))

    assert page.status_code == 400
    assert "“twelve” is not an amount of money." in read(page)
    assert 'value="twelve"' in read(page)
    assert 'value="40"' in read(page)
    assert not Entry.objects.exists()


def test_the_grid_comes_back_filled_in_to_be_entered_anew(as_tess):
    brought(("1000", "Operating", "210.45"), ("2000", "Operating", "-50.00"))

    there, anew = as_tess.get(PAGE), as_tess.get(ANEW)
    saved = as_tess.post(ANEW, form(c1000="201.45"), follow=True)

    assert "?anew=1" in read(there)
    assert 'value="210.45"' in read(anew)
    assert 'value="50.00"' in read(anew)
    assert "Brought $201.45 forward." in read(saved)
    assert (held("1000"), held("2000")) == (money("201.45"), money("0.00"))


def test_balances_of_a_closed_month_stay(as_tess):
    brought(("1000", "Operating", "210.45"))
    ClosedMonth.objects.create(first_on=JUNE_1)

    there = as_tess.get(PAGE)
    page = as_tess.post(ANEW, form(c1000="201.45"))

    assert "these balances stay as they are" in read(there)
    assert "The books of June 2026 are closed." in read(page)
    assert held("1000") == money("210.45")


def test_the_books_begin_in_the_month_of_the_first_entry(as_tess):
    given(JUNE_9)

    assert as_tess.get(PAGE).context["form"].initial == {"dated": JUNE_1}


@pytest.mark.parametrize("who", ["rae", "cal"])
def test_only_the_treasurer_brings_balances_forward(db, client, request, who):
    client.force_login(request.getfixturevalue(who))

    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, {}).status_code == 403
