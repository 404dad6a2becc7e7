"""What the review committee gets: everything, in one ZIP, and no member’s name."""

import io
import zipfile
from datetime import date

import pytest
from django.core.management import call_command
from django.urls import reverse

from intergroup.kit import reports
from intergroup.kit.dates import Period
from tests.factories import GroupFactory, account, fund, money
from treasury.actions.contributions import record_contribution
from treasury.actions.spending import record_expense
from treasury.models import Contribution, Expense, VoidCheque
from treasury.resources.review_kit import write_review_kit
from treasury.resources.review_kit.sample import sample

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
JUNE_14 = date(2026, 6, 14)

reports.discover()


@pytest.fixture
def books(db):
    """A group’s forty-five dollars, twelve paid by check, and a spoiled check."""
    given = Contribution(
        received_on=JUNE_14,
        group=GroupFactory(number=12, name="Friday Hope"),
        amount=money("45.00"),
        fund=fund(),
        account=account("1000"),
    )
    record_contribution(given, recorded_by=None)
    paid = Expense(
        paid_on=JUNE_14,
        payee="Quayside Print",
        purpose="Meeting lists",
        amount=money("12.00"),
        account=account("5200"),
        fund=fund(),
        paid_from=account("1000"),
        method="cheque",
        cheque_number=618,
    )
    record_expense(paid, recorded_by=None)
    VoidCheque.objects.create(
        account=account("1000"), number=617, voided_on=JUNE_14, reason="Misprinted"
    )


def kit_of(period=YEAR):
    file = io.BytesIO()
    write_review_kit(file, period)
    return zipfile.ZipFile(file)


def lines(kit, name):
    return kit.read(name).decode("utf-8-sig").splitlines()


def test_the_kit_holds_every_register(books):
    kit = kit_of()

    assert kit.testzip() is None
    assert {name.split("/")[0] for name in kit.namelist()} == {
        "sign-off.pdf",
        "findings.txt",
        "sample.csv",
        "registers",
        "books",
        "reports",
    }
    assert kit.read("sign-off.pdf").startswith(b"%PDF-")


def test_contributions_stand_with_their_receipts(books):
    header, row = lines(kit_of(), "registers/contributions.csv")

    assert header.startswith("Receipt,Received on,From,Group,Amount")
    assert row.startswith("2026-0001,2026-06-14,A group,12 Friday Hope,45.00,0.00")


def test_spoiled_checks_stand_among_those_that_paid(books):
    _header, *rows = lines(kit_of(), "registers/checks.csv")

    assert rows == [
        "Checking account,617,2026-06-14,,,Misprinted",
        "Checking account,618,2026-06-14,Quayside Print,12.00,",
    ]


def test_the_findings_say_that_the_books_are_sound(books):
    head, told = lines(kit_of(), "findings.txt")

    assert head.startswith("2 entries, last seal ")
    assert told == "The books are sound."


def test_the_sample_can_be_drawn_again_from_the_seal(books):
    once, again = sample(YEAR, seed="c615"), sample(YEAR, seed="c615")

    assert once == again
    assert [row[:2] for row in once.rows] == [
        ("Receipt", "2026-0001"),
        ("Payment, entry", 2),
    ]


def test_a_period_without_anything_has_a_kit_too(db):
    kit = kit_of()

    assert lines(kit, "findings.txt")[-1] == "The books are sound."
    assert len(lines(kit, "registers/payments.csv")) == 1


def test_the_reviewer_takes_the_kit(client, rae, books):
    client.force_login(rae)
    asked = {"from": "2026-01-01", "to": "2026-12-31", "format": "zip"}

    answer = client.get(reverse("treasury:review-kit"), asked)

    content = io.BytesIO(b"".join(answer.streaming_content))
    assert "review-2026-01-01-2026-12-31.zip" in answer["Content-Disposition"]
    assert "sample.csv" in zipfile.ZipFile(content).namelist()


def test_the_page_says_what_is_wrong_with_a_period(client, rae):
    client.force_login(rae)
    asked = {"from": "2026-02-01", "to": "2026-01-01", "format": "zip"}

    page = client.get(reverse("treasury:review-kit"), asked).content.decode()

    assert "before it begins" in page


def test_the_kit_is_only_for_those_who_may_see_the_papers(as_sam, gail, client):
    assert as_sam.get(reverse("treasury:review-kit")).status_code == 403


def test_the_command_writes_the_kit(books, tmp_path, capsys):
    file = tmp_path / "kit.zip"

    call_command("review_kit", file, "--from", "2026-01-01", "--to", "2026-12-31")

    assert "findings.txt" in zipfile.ZipFile(file).namelist()
