"""The report that lays the books beside the statements."""

from datetime import UTC, date, datetime

import pytest

from intergroup.kit import reports
from tests.factories import BodyFactory, money
from tests.treasury.statements.books import JANUARY_31, january, line, post, statement
from treasury.actions.reconciling import clear, clear_proposed, proposals, reconcile
from treasury.reports.reconciliation import (
    Outstanding,
    ReconciledAccount,
    Reconciliation,
    reconciliation,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 2, 2, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _body(db):
    BodyFactory()


def of_the_bank(day=JANUARY_31):
    (found,) = (e for e in reconciliation(day).accounts if e.account.startswith("1000"))
    return found


def test_an_account_without_a_statement_has_only_its_books():
    post("45.00")

    found = of_the_bank()

    assert (found.book, found.statement, found.difference) == (
        money("45.00"),
        None,
        None,
    )


def test_the_books_less_what_is_outstanding_are_the_statement():
    post("45.00", on=5)
    paid = post("-12.00", on=30, memo="Paid to Staples")
    kept = statement(line("45.00", on=6), closing="45.00")
    clear_proposed(kept, proposals(kept))
    reconcile(kept, at=NOW, reconciled_by=None)

    found = of_the_bank()

    item = Outstanding(january(30), paid.number, "Paid to Staples", money("-12.00"))
    assert found == ReconciledAccount(
        account=found.account,
        book=money("33.00"),
        outstanding=(item,),
        booked_later=money("0.00"),
        statement_on=JANUARY_31,
        statement=money("45.00"),
        difference=money("0.00"),
        reconciled_on=date(2026, 2, 2),
    )
    assert (found.outstanding_in, found.outstanding_out) == (
        money("0.00"),
        money("-12.00"),
    )


def test_a_difference_is_told_to_the_cent():
    statement(closing="0.01")

    assert of_the_bank().difference == money("0.01")


def test_a_day_before_the_statement_has_none():
    statement(closing="0.00", on=20)

    assert of_the_bank(january(19)).statement_on is None
    assert of_the_bank(january(20)).statement_on == january(20)


def test_what_is_booked_later_is_told():
    late = post("45.00", on=31)
    kept = statement(line("45.00", on=28), closing="45.00", on=28)
    clear(kept, [late], line=kept.lines.get())

    found = of_the_bank(january(28))

    assert (found.book, found.booked_later) == (money("0.00"), money("45.00"))
    assert found.difference == money("0.00")


@pytest.mark.parametrize("form", reports.FORMS)
def test_every_form_of_it_can_be_written(form):
    post("45.00", on=5)
    statement(line("45.00", on=6), closing="45.00")
    shown = reports.get("reconciliation")

    content = reports.write(shown, shown.run(JANUARY_31), form)

    assert content


def test_the_json_is_the_documented_shape():
    post("45.00", on=5, memo="Contribution")
    statement(closing="0.00")

    told = reconciliation(JANUARY_31).as_json()

    (bank,) = (each for each in told["accounts"] if each["account"].startswith("1000"))
    assert (told["on"], told["currency"]) == ("2026-01-31", "USD")
    assert (bank["book"], bank["outstanding_in"], bank["statement"]) == (
        "45.00",
        "45.00",
        "0.00",
    )
    assert bank["outstanding"][0]["memo"] == "Contribution"


def test_the_total_is_over_all_accounts():
    post("45.00")
    post("5.00", into="1010")

    report = reconciliation(JANUARY_31)

    assert isinstance(report, Reconciliation)
    assert report.book_total == money("50.00")
