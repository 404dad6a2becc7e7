"""A budget is written, adopted, and then amended by motions only."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tests.factories import (
    BodyFactory,
    CommitteeFactory,
    MotionFactory,
    account,
    money,
)
from treasury.actions.budgeting import (
    Planned,
    adopt_budget,
    amend_budget,
    start_budget,
    write_lines,
)
from treasury.models import Budget, BudgetAmendment, BudgetLine

JANUARY_1, JANUARY_9, JUNE_9 = date(2026, 1, 1), date(2026, 1, 9), date(2026, 6, 9)


@pytest.fixture
def draft(db):
    """A budget of 300.00 for literature, not adopted."""
    budget = Budget(begins_on=JANUARY_1)
    start_budget(budget, amounts={(account("5300").pk, None): money("300.00")})
    return budget


@pytest.fixture
def adopted(draft):
    """The same, adopted on the ninth of January."""
    adopt_budget(draft, adopted_on=JANUARY_9, motion=None)
    draft.refresh_from_db()
    return draft


@pytest.fixture
def motion(db):
    return MotionFactory(number="06-26-01")


def write(budget, seen, committee=None, **amounts):
    planned = {
        account(code.strip("_")): Planned(amount and money(amount), "As agreed")
        for code, amount in amounts.items()
    }
    known = {account(code.strip("_")).pk: money(each) for code, each in seen.items()}
    write_lines(budget, planned, committee=committee, seen=known)


def amend(budget, change, motion, code="5300", committee=None, day=JUNE_9):
    amendment = BudgetAmendment(decided_on=day, change=money(change), motion=motion)
    amend_budget(
        amendment,
        budget=budget,
        account=account(code),
        committee=committee,
        recorded_by=None,
    )
    return amendment


def lines(budget):
    told = budget.lines.values_list("account__code", "committee__name", "amount")
    return list(told.order_by("account__code", "committee__name"))


def test_a_budget_begins_with_what_it_is_given_and_nothing_below_zero(db):
    budget = Budget(begins_on=JANUARY_1)
    rent, other = account("5000").pk, account("6900").pk
    amounts = {(rent, None): money("9.00"), (other, None): money("-3.00")}

    start_budget(budget, amounts=amounts)

    assert lines(budget) == [("5000", None, money("9.00"))]


@pytest.mark.parametrize(
    ("first_month", "begins_on"), [(1, date(2026, 1, 2)), (7, JANUARY_1)]
)
def test_a_budget_begins_with_a_fiscal_year(db, first_month, begins_on):
    BodyFactory(fiscal_year_begins=first_month)

    with pytest.raises(ValidationError, match="does not begin on this day"):
        start_budget(Budget(begins_on=begins_on), amounts={})


def test_a_year_has_one_budget(draft):
    with pytest.raises(ValidationError, match="This year has a budget already"):
        start_budget(Budget(begins_on=JANUARY_1), amounts={})


def test_lines_are_written_changed_and_taken_away(draft):
    write(draft, {"_5300_": "300"}, _5300_=None, _5000_="1200.00", _4000_="0.00")

    assert lines(draft) == [
        ("4000", None, money("0.00")),
        ("5000", None, money("1200.00")),
    ]
    assert draft.lines.first().note == "As agreed"


def test_a_committees_lines_leave_the_others_alone(draft):
    hospitals = CommitteeFactory(name="Hospitals")

    write(draft, {}, committee=hospitals, _5300_="200.00")

    assert set(lines(draft)) == {
        ("5300", None, money("300.00")),
        ("5300", "Hospitals", money("200.00")),
    }


def test_of_two_writers_the_second_is_told_and_nothing_is_written(draft):
    write(draft, {"_5300_": "300"}, _5300_="310.00")

    with pytest.raises(ValidationError, match="Somebody wrote into this budget"):
        write(draft, {"_5300_": "300"}, _5300_="999.00", _5000_="1.00")

    assert lines(draft) == [("5300", None, money("310.00"))]


@pytest.mark.parametrize(
    ("amount", "currency", "sentence"),
    [
        ("-1.00", "USD", "A line is zero or more."),
        ("1.50", "JPY", "JPY has no cents"),
    ],
)
def test_a_line_that_cannot_be_is_refused(draft, amount, currency, sentence):
    BodyFactory(currency=currency)

    with pytest.raises(ValidationError, match=sentence):
        write(draft, {"_5300_": "300"}, _5300_=amount)


def test_an_adopted_budget_is_written_no_more_and_adopted_once(adopted):
    with pytest.raises(ValidationError, match="From now on a motion amends it"):
        write(adopted, {"_5300_": "300"}, _5300_="1.00")
    with pytest.raises(ValidationError, match="adopted already"):
        adopt_budget(adopted, adopted_on=JUNE_9, motion=None)

    assert (adopted.adopted_on, lines(adopted)[0][2]) == (JANUARY_9, money("300.00"))


def test_a_budget_without_lines_is_not_adopted(db):
    budget = Budget.objects.create(begins_on=JANUARY_1)

    with pytest.raises(ValidationError, match="has no lines yet"):
        adopt_budget(budget, adopted_on=JANUARY_9, motion=None)


def test_a_motion_increases_literature_by_800(adopted, motion, tess):
    amendment = BudgetAmendment(
        decided_on=JUNE_9, change=money("800.00"), motion=motion
    )

    amend_budget(
        amendment,
        budget=adopted,
        account=account("5300"),
        committee=None,
        recorded_by=tess,
    )

    line = BudgetLine.objects.with_changed(JUNE_9).get()
    assert (line.amount, line.changed) == (money("300.00"), money("800.00"))
    assert amendment.recorded_by == tess


def test_a_line_that_is_not_there_begins_at_zero(adopted, motion):
    amend(adopted, "50.00", motion, code="5700")

    line = BudgetLine.objects.with_changed(JUNE_9).get(account=account("5700"))
    assert (line.amount, line.changed) == (money("0.00"), money("50.00"))


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"change": "0.00"}, "An amendment changes the amount."),
        ({"change": "-300.01"}, r"stands at \$300.00; it cannot go below zero"),
        ({"change": "1", "day": date(2026, 1, 8)}, "not adopted yet on this day"),
    ],
)
def test_an_amendment_that_cannot_be_is_refused(adopted, motion, values, sentence):
    with pytest.raises(ValidationError, match=sentence):
        amend(adopted, motion=motion, **values)

    assert not BudgetAmendment.objects.exists()


def test_a_refused_amendment_leaves_no_line_behind(adopted, motion):
    with pytest.raises(ValidationError, match="cannot go below zero"):
        amend(adopted, "-1.00", motion, code="5700")

    assert lines(adopted) == [("5300", None, money("300.00"))]


def test_a_draft_is_not_amended(draft, motion):
    with pytest.raises(ValidationError, match="write its lines instead"):
        amend(draft, "1.00", motion)


def test_a_motion_that_was_not_carried_amends_nothing(adopted):
    with pytest.raises(ValidationError, match="was not carried"):
        amend(adopted, "1.00", MotionFactory(result="withdrawn"))


def test_the_same_amendment_is_recorded_once(adopted, motion):
    amend(adopted, "800.00", motion)

    with pytest.raises(ValidationError, match="by so much already"):
        amend(adopted, "800.00", motion)
