"""The opening page of the next treasurer."""

from datetime import date

from intergroup.kit import reports
from tests.factories import BodyFactory, account, fund, money
from treasury.actions.contributions import record_contribution
from treasury.models import Contribution, Policy, RecurringBill
from treasury.reports.handover import Fact, Held, handover

DAY = date(2026, 6, 30)


def give(source, amount, code="1000"):
    contribution = Contribution(
        received_on=date(2026, 6, 14),
        source=source,
        amount=money(amount),
        fund=fund(),
        account=account(code),
    )
    record_contribution(contribution, recorded_by=None)


def test_the_money_stands_account_by_account(db):
    give("member", "20.00")
    give("member", "5.00", code="1020")

    told = handover(DAY)

    held = [each for each in told.money if each.amount]
    assert held == [
        Held("Checking account", money("20.00"), None, None),
        Held("Cash box", money("5.00"), None, None),
    ]
    assert told.total == money("25.00")


def test_only_what_waits_is_listed(db):
    give("unidentified", "30.00", code="1010")

    assert handover(DAY).waiting == (
        Fact("Contributions to identify", "1, $30.00 in all"),
        Fact("Received, not yet deposited", "$30.00"),
    )


def test_what_was_agreed_is_told_in_words(db):
    BodyFactory(currency="CAD")
    Policy.objects.create(approval_limit=money("300.00"))
    give("member", "20.00")

    assert handover(DAY).agreed == (
        Fact("Next month to close", "June 2026"),
        Fact("Next receipt", "2026-0002"),
        Fact("Two people approve above", "$300.00"),
    )


def test_bills_that_come_again_are_told(db):
    RecurringBill.objects.create(
        payee="Riverlink",
        purpose="Web site",
        amount=money("42.99"),
        account=account("5100"),
        fund=fund(),
        next_on=date(2026, 7, 4),
    )

    (told,) = handover(DAY).recurring

    assert told == Fact("Riverlink", "$42.99 for Web site, next on July 4, 2026")


def test_the_page_opens_with_empty_books(as_tess):
    page = as_tess.get("/reports/handover/").content.decode()

    assert "Nothing waits" in page


def test_it_comes_as_a_file_too(db):
    shown = reports.get("handover")

    assert reports.write(shown, handover(DAY), "pdf").startswith(b"%PDF-")
    assert b'"report": "handover"' in reports.write(shown, handover(DAY), "json")
