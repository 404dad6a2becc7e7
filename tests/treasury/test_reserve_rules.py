"""The prudent reserve by real rules, each worked out by hand."""

from datetime import date

import pytest

from tests.factories import (
    BodyFactory,
    MotionFactory,
    PositionFactory,
    TermFactory,
    account,
    fund,
    money,
)
from treasury.actions.posting import Line, post_entry
from treasury.models import Budget, BudgetAmendment, BudgetLine, ReserveRule
from treasury.reports.reserve import reserve_on
from treasury.reports.reserve_rules import Part

DAY = date(2026, 6, 30)


def rule(kind, **values):
    return ReserveRule.objects.create(
        effective_on=date(2020, 1, 1), kind=kind, **values
    )


def spent(day, amount, code="5000"):
    post_entry(
        dated=day,
        memo="Spent",
        lines=[
            Line(account(code), fund(), money(amount)),
            Line(account("1000"), fund(), -money(amount)),
        ],
        posted_by=None,
    )


def budget(year, adopted_on=None, **lines):
    made = Budget.objects.create(begins_on=date(year, 1, 1))
    for code, amount in lines.items():
        BudgetLine.objects.create(
            budget=made, account=account(code.strip("_")), amount=money(amount)
        )
    made.adopted_on = adopted_on or made.begins_on
    made.save()
    return made


def target(day=DAY):
    told = reserve_on(day)
    return told.target, told.words


def test_a_fixed_amount_as_the_gtoana_area_keeps_it(db):
    rule("fixed", amount=money("100.00"))

    assert target() == (money("100.00"), ("A fixed amount of $100.00.",))


def test_twelve_months_of_expenses_as_area_83_keeps_them(db):
    rule("months", months=12)
    spent(date(2025, 7, 1), "1000.00")
    spent(date(2026, 6, 30), "3950.00")
    spent(date(2025, 6, 30), "77.77")  # a day too early
    spent(date(2026, 7, 1), "88.88")  # a day too late

    assert target() == (
        money("4950.00"),
        ("12 months at $412.50, the average of the last twelve months, is $4,950.00.",),
    )


def test_in_the_middle_of_a_month_the_whole_months_before_it_count(db):
    rule("months", months=3)
    spent(date(2025, 6, 1), "1200.00")
    spent(date(2026, 6, 15), "999.00")

    assert target(date(2026, 6, 29))[0] == money("300.00")


def test_younger_books_count_the_months_that_they_hold(db):
    rule("months", months=3)
    spent(date(2026, 2, 15), "100.00")
    spent(date(2026, 6, 2), "0.03")

    assert target() == (
        money("60.03"),
        (
            (
                "3 months at $20.01, the average of the 5 whole months in the books, "
                "is $60.03."
            ),
        ),
    )


def test_the_first_month_of_the_books_says_that_nothing_can_be_averaged(db):
    rule("months", months=3)
    spent(date(2026, 6, 2), "50.00")

    told = reserve_on(date(2026, 6, 29))

    assert (told.target, told.above, told.available) == (None, None, money("0.00"))
    assert told.words[0].startswith("The books hold no whole month yet")
    assert "cannot be worked out yet" in told.sentence


def test_one_month_of_one_month_is_said_in_the_singular(db):
    rule("months", months=1)
    spent(date(2026, 6, 2), "50.00")

    (sentence,) = target()[1]

    assert sentence == (
        "One month at $50.00, the expenses of the one whole month in the books, "
        "is $50.00."
    )


def test_what_is_left_out_is_not_counted_and_is_said(db):
    rule("months", months=1).leaves_out.add(account("5300"))
    spent(date(2026, 6, 2), "50.00")
    spent(date(2026, 6, 3), "700.00", "5300")

    amount, words = target()

    assert amount == money("50.00")
    assert words[-1] == "Not counted: Literature bought."


def test_a_month_may_be_a_twelfth_of_the_budget(db):
    rule("months", months=3, basis="budget")
    budget(2026, _5000_="4950.00", _4000_="9000.00")

    assert target() == (
        money("1237.50"),
        (
            (
                "3 months at $412.50, a twelfth of this year’s budget of $4,950.00, "
                "is $1,237.50."
            ),
        ),
    )


def test_half_of_last_years_budget_without_literature_as_area_44_keeps_it(db):
    rule("budget", percent=money("50")).leaves_out.add(account("5300"))
    budget(2025, _5000_="20000.00", _5700_="4000.00", _5300_="9000.00")

    amount, words = target()

    assert amount == money("12000.00")
    assert words == (
        "50 % of last year’s budget of $24,000.00 is $12,000.00.",
        "Not counted: Literature bought.",
    )


def test_a_quarter_of_two_budgets_as_car_na_keeps_it(db):
    rule("two-budgets", percent=money("25"))
    budget(2025, _5000_="80000.00")
    budget(2026, _5000_="100000.02")

    amount, (sentence,) = target()

    assert amount == money("45000.01")
    assert sentence == (
        "25 % of this year’s budget of $100,000.02 and last year’s of $80,000.00, "
        "together $180,000.02, is $45,000.01."
    )


@pytest.mark.parametrize(
    ("adopted_on", "year_named"),
    [(date(2026, 7, 1), "Jan. 1, 2026"), (date(2026, 1, 1), "Jan. 1, 2025")],
)
def test_a_budget_that_is_not_adopted_yet_is_no_budget(db, adopted_on, year_named):
    rule("two-budgets", percent=money("25"))
    budget(2026, adopted_on=adopted_on, _5000_="1.00")

    told = reserve_on(DAY)

    assert told.target is None
    assert f"The year from {year_named} has no adopted budget yet" in told.words[0]


def test_an_amendment_counts_from_the_day_it_was_decided(db):
    rule("months", months=12, basis="budget")
    line = budget(2026, _5000_="1200.00").lines.get()
    BudgetAmendment.objects.create(
        line=line,
        decided_on=DAY,
        change=money("240.00"),
        motion=MotionFactory(),
    )

    amounts = [target(day)[0] for day in (date(2026, 6, 29), DAY)]

    assert amounts == [money("1200.00"), money("1440.00")]


def test_a_sum_of_parts_as_st_paul_keeps_it(db):
    st_paul = rule("parts", floor=money("21000.00"))
    st_paul.parts.create(name="Lease", amount=money("1250.00"), months=12)
    st_paul.parts.create(name="Business turndown", amount=money("7500.00"), months=4)

    told = reserve_on(DAY)

    assert told.target == money("45000.00")
    assert told.words == ("2 parts, together $45,000.00.",)
    assert told.to_set_aside == money("66000.00")


@pytest.fixture
def shropshire(db):
    """Three months of each discipline; prisons are served up to the end of June."""
    prisons = TermFactory(
        position=PositionFactory(name="Prison liaison"), ends_on=date(2026, 7, 1)
    ).position
    health = PositionFactory(name="Health liaison")
    made = rule("parts")
    for name, position in (("Prisons", prisons), ("Health", health), ("Costs", None)):
        made.parts.create(name=name, amount=money("40.00"), months=3, position=position)


def test_a_vacant_position_counts_zero_as_in_shropshire(shropshire):
    told = reserve_on(DAY)

    vacant = "Health liaison is vacant: it counts zero"
    assert told.parts == (
        Part("Prisons", money("40.00"), 3, money("120.00")),
        Part("Health", money("40.00"), 3, money("0.00"), vacant),
        Part("Costs", money("40.00"), 3, money("120.00")),
    )
    assert told.target == money("240.00")
    assert reserve_on(date(2026, 7, 1)).target == money("120.00")


def test_a_cap_as_oa_keeps_it_counts_what_is_owed_once(db):
    rule("cap", amount=money("300.00"))
    budget(2026, _5000_="1000.00")
    post_entry(
        dated=date(2026, 6, 1),
        memo="Brought forward, and voted",
        lines=[
            Line(account("1000"), fund(), money("2000.00")),
            Line(account("2000"), fund(), money("-150.00")),
            Line(account("3000"), fund(), money("-1850.00")),
        ],
        posted_by=None,
    )

    told = reserve_on(DAY)

    assert told.target == money("1450.00")
    assert told.words == (
        (
            "At most this year’s budget of $1,000.00, the $150.00 that is owed, and "
            "one-time costs of $300.00: $1,450.00."
        ),
    )
    assert told.money == money("1850.00")
    assert told.available == money("550.00")  # the 2,000 held, less 1,450


def test_a_currency_without_cents_is_rounded_to_whole_units(db):
    BodyFactory(currency="JPY")
    rule("months", months=3)
    spent(date(2026, 4, 2), "1000.00")

    assert target() == (
        money("999.00"),
        ("3 months at ¥333, the average of the 3 whole months in the books, is ¥999.",),
    )


def test_the_newest_rule_that_is_in_force_holds(db):
    rule("fixed", amount=money("100.00"))
    ReserveRule.objects.create(effective_on=DAY, kind="fixed", amount=money("200.00"))

    amounts = [target(day)[0] for day in (date(2026, 6, 29), DAY)]

    assert amounts == [money("100.00"), money("200.00")]


def test_without_a_rule_there_is_no_reserve(db):
    assert reserve_on(DAY) is None
