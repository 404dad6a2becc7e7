"""What is held, what is above the reserve, and how a report says it."""

from datetime import date

import pytest
from django.template.loader import render_to_string

from intergroup.kit import pages, reports
from tests.factories import account, fund, money
from treasury.actions.posting import Line, post_entry
from treasury.models import Budget, BudgetLine, ReserveRule
from treasury.reports.reserve import reserve_on, reserve_report

DAY = date(2026, 6, 30)
RESERVE = "Prudent reserve"


def booked(day, *lines):
    post_entry(
        dated=day,
        memo="Booked",
        lines=[
            Line(account(code), fund(name), money(amount))
            for code, name, amount in lines
        ],
        posted_by=None,
    )


@pytest.fixture
def held(db):
    """1,000.00 in the operating fund, 400.00 in the reserve, 250.00 elsewhere."""
    ReserveRule.objects.create(
        effective_on=date(2026, 1, 1),
        kind="fixed",
        amount=money("500.00"),
        floor=money("150.00"),
    )
    for name, amount in (("Operating", 1000), (RESERVE, 400), ("Convention", 250)):
        booked(
            date(2026, 1, 1),
            ("1000", name, f"{amount}.00"),
            ("3000", name, f"-{amount}.00"),
        )


def html():
    return render_to_string(
        "treasury/report/reserve.html", pages.context(report=reserve_report(DAY))
    )


def test_what_is_above_is_both_funds_less_the_target_and_the_floor(held):
    told = reserve_on(DAY)

    assert (told.held, told.percent) == (money("400.00"), money("80.0"))
    assert (told.operating, told.money) == (money("1000.00"), money("1400.00"))
    assert told.above == told.available == money("750.00")
    assert told.sentence == "$750.00 are available above the reserve."


def test_what_was_voted_is_not_available_any_more(held):
    booked(DAY, ("6000", "Operating", "700.00"), ("2000", "Operating", "-700.00"))

    assert reserve_on(DAY).available == money("50.00")


@pytest.mark.parametrize(
    ("spent", "sentence"),
    [
        (
            "749.99",
            "$0.01 are available above the reserve.",
        ),
        ("750.00", "Nothing is available above the reserve, which is complete."),
        (
            "870.00",
            (
                "Nothing is available above the reserve: $120.00 are still to be set "
                "aside."
            ),
        ),
    ],
)
def test_the_sentence_is_kind_and_never_below_zero(held, spent, sentence):
    booked(DAY, ("5000", "Operating", spent), ("1000", "Operating", f"-{spent}"))

    assert reserve_on(DAY).sentence == sentence
    assert sentence in html()
    assert "−" not in html()


@pytest.mark.parametrize(
    ("day", "money_held"), [(date(2025, 12, 31), None), (date(2026, 1, 1), "1400.00")]
)
def test_the_day_counts_to_its_end(held, day, money_held):
    told = reserve_on(day)

    assert (told and told.money) == (money_held and money(money_held))


def test_available_funds_are_the_operating_fund_less_the_budget_left(held):
    budget = Budget.objects.create(begins_on=date(2026, 1, 1))
    for code, amount in (("5000", "600.00"), ("5200", "100.00"), ("4000", "900.00")):
        BudgetLine.objects.create(
            budget=budget, account=account(code), amount=money(amount)
        )
    Budget.objects.update(adopted_on=date(2026, 1, 10))
    booked(DAY, ("5000", "Operating", "250.00"), ("1000", "Operating", "-250.00"))
    booked(DAY, ("5200", "Operating", "140.00"), ("1000", "Operating", "-140.00"))

    told = reserve_on(DAY)

    assert told.budget_remaining == money("350.00")  # rent only: printing is used up
    assert told.available_funds == money("260.00")  # 610.00 less 350.00


def test_without_a_budget_there_are_no_available_funds_to_tell(held):
    assert reserve_on(DAY).available_funds is None
    assert "Available funds" not in html()


def test_a_body_without_a_rule_reads_a_sentence(db):
    assert "There is no rule for the prudent reserve on June 30, 2026 yet" in html()
    assert reserve_report(DAY).as_json() == {
        "on": "2026-06-30",
        "currency": "USD",
        "rule": None,
    }


def test_the_documented_shape(held):
    assert reserve_report(DAY).as_json() == {
        "on": "2026-06-30",
        "currency": "USD",
        "rule": "A fixed amount",
        "from": "2026-01-01",
        "motion": "",
        "words": ["A fixed amount of $500.00."],
        "target": "500.00",
        "held": "400.00",
        "percent": "80.0",
        "operating": "1000.00",
        "money": "1400.00",
        "floor": "150.00",
        "available": "750.00",
        "to_set_aside": "0.00",
        "budget_remaining": None,
        "available_funds": None,
    }


@pytest.mark.parametrize("form", ["json", "csv", "xlsx", "pdf"])
def test_every_form_of_the_report_can_be_written(held, form):
    data = reports.write(reports.get("reserve"), reserve_report(DAY), form)

    assert data.startswith(
        {"json": b"{", "csv": b"Figure", "xlsx": b"PK", "pdf": b"%PDF-"}[form]
    )


def test_a_reviewer_reads_it_and_a_registrar_does_not(client, rae, reg):
    answers = []
    for user in (rae, reg):
        client.force_login(user)
        answers.append(client.get("/reports/reserve/").status_code)

    assert answers == [200, 403]
