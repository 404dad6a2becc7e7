"""The check register: every number in order, and what became of it."""

from datetime import date

from django.urls import reverse

from intergroup.kit.dates import Period
from tests.factories import account, money
from tests.treasury.billing import JUNE_2, approved, check, pay
from treasury.actions.paying import void_cheque
from treasury.actions.spending import take_back_expense
from treasury.models import VoidCheque
from treasury.reports.cheques import (
    Cheque,
    ChequeRegister,
    OfAccount,
    Unused,
    cheque_register,
)

JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))
BANK = "1000 Checking account"


def written(tess):
    """A month of checks: paid, taken back, spoiled, and one of another account."""
    pay(approved(tess), **check(99, paid_on=date(2026, 5, 31)))
    pay(approved(tess), **check(101))
    back = pay(approved(tess), **check(102))
    take_back_expense(back, dated=JUNE_2, recorded_by=tess)
    spoiled = VoidCheque(account=account("1000"), number=106, voided_on=JUNE_2)
    spoiled.reason = "Torn"
    void_cheque(spoiled, recorded_by=tess)
    pay(approved(tess), **check(7, paid_from=account("1040")))


def test_the_numbers_stand_in_order_with_what_became_of_them(db, tess):
    written(tess)

    register = cheque_register(JUNE)

    amount = money("45.00")
    bank = (
        Unused(BANK, 100, 100),
        Cheque(BANK, 101, JUNE_2, "Copy Shop", amount),
        Cheque(BANK, 102, JUNE_2, "Copy Shop", amount, "taken back"),
        Unused(BANK, 103, 105),
        Cheque(BANK, 106, JUNE_2, "", money("0.00"), "Torn"),
    )
    paypal = (Cheque("1040 PayPal", 7, JUNE_2, "Copy Shop", amount),)
    accounts = (OfAccount(BANK, bank), OfAccount("1040 PayPal", paypal))
    assert register == ChequeRegister(JUNE, "USD", accounts)
    assert [each.paid for each in register.accounts] == [amount, amount]


def test_the_register_goes_out_as_a_file(db, tess):
    written(tess)

    register = cheque_register(JUNE)

    assert register.as_json()["accounts"][0]["not_in_these_books"] == [
        {"from": 100, "to": 100},
        {"from": 103, "to": 105},
    ]
    numbers = [row[1] for row in register.as_tables()[0].rows]
    assert numbers == ["100", 101, 102, "103–105", 106, 7]


def test_the_page_says_of_a_gap_only_that_it_is_not_here(as_tess, tess):
    written(tess)
    page = reverse("report", args=["check-register"])

    shown = as_tess.get(page, {"from": "2026-06-01", "to": "2026-06-30"})

    html = " ".join(shown.content.decode().split())
    assert "103–105" in html
    assert "not in these books" in html
    assert "missing" not in html
