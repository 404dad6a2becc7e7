"""What check_books finds where somebody took the guards away and wrote by hand."""

from datetime import date

import pytest
from django.db import connection

from intergroup.kit.guards import lifted
from tests.factories import account, money
from tests.treasury.test_closings import JANUARY, close, hope
from tests.treasury.test_closings import given as given_in_january
from tests.treasury.test_deposits import JUNE_9, deposited, given
from tests.treasury.test_distributing import held, pay, plan, vote
from tests.treasury.test_guards import by_hand
from tests.treasury.test_identifying import found, waiting
from treasury.actions.contributions import take_back_contribution
from treasury.actions.depositing import take_back_deposit
from treasury.actions.outside import record_outside_offer
from treasury.guards import GUARDS
from treasury.models import OutsideOffer
from treasury.reports.soundness import check_books

__all__ = ["held", "hope", "plan", "waiting"]


def told_after(sql):
    assert check_books().findings == ()
    with lifted(GUARDS, connection):
        assert by_hand(sql)
    return " ".join(check_books().findings)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE treasury_monthcontribution SET amount = amount + 1",
        "DELETE FROM treasury_monthcontribution",
        (
            "INSERT INTO treasury_monthcontribution (month_id, source, amount) "
            "SELECT id, 'member', 5 FROM treasury_closedmonth"
        ),
    ],
)
def test_what_was_kept_of_who_gave_in_a_closed_month(hope, sql):
    given_in_january("40.00", date(2026, 1, 5), hope)
    close(JANUARY)

    assert "What came in in January 2026 is not what was kept" in told_after(sql)


@pytest.mark.parametrize(
    ("sql", "finding"),
    [
        (
            "UPDATE treasury_deposititem SET taken_back_on = '2026-06-09'",
            "What waits to be deposited is not what its account holds.",
        ),
        (
            "UPDATE treasury_deposititem SET amount = amount + 1",
            "does not have the amount of its deposited item",
        ),
    ],
)
def test_a_slip_that_was_written_anew(db, sql, finding):
    deposited(given("20.00"), given("5.00"))

    assert finding in told_after(sql)


def test_a_correction_that_is_of_another_account(db):
    deposit = deposited(given("20.00"))
    take_back_deposit(deposit, dated=JUNE_9, recorded_by=None)

    told = told_after(
        f"UPDATE treasury_deposit SET to_account_id = {account('1020').pk} "
        "WHERE reverses_id IS NOT NULL"
    )

    assert "is not the mirror image" in told


def test_an_identification_taken_back_from_somebody_else(waiting, hope):
    found(waiting, group=hope)
    take_back_contribution(waiting, dated=date(2026, 7, 2), recorded_by=None)

    told = told_after(
        "UPDATE treasury_identification SET group_id = NULL, source = 'member' "
        "WHERE reverses_id IS NOT NULL"
    )

    assert "is not the mirror image" in told


def test_a_share_that_was_paid_to_somebody_else(held, plan):
    distribution = vote(plan)
    pay(distribution.shares.get(recipient="Area"))

    told = told_after(
        "UPDATE treasury_expense SET share_id = (SELECT id FROM "
        "treasury_distributionshare WHERE recipient = 'District')"
    )

    assert "The share of District was not paid as it was voted." in told


def test_money_from_outside_that_did_not_go_back(db):
    offer = OutsideOffer(
        offered_on=JUNE_9,
        offered_by="A business",
        amount=money("50.00"),
        account=account("1000"),
        returned_on=JUNE_9,
        returned_how="by check",
    )
    record_outside_offer(offer, recorded_by=None)

    told = told_after("UPDATE treasury_outsideoffer SET return_entry_id = NULL")

    assert "did not go back whole" in told
