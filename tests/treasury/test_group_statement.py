"""A group’s own statement: every contribution, correction and finding, plainly."""

from datetime import date

import pytest

from intergroup.kit import reports
from intergroup.kit.dates import Period
from tests.factories import GroupFactory, account, fund, money
from treasury.actions.contributions import record_contribution, take_back_contribution
from treasury.actions.identifying import (
    identify_contribution,
    take_back_identification,
)
from treasury.models import Contribution, Identification, Policy
from treasury.reports.statement_of_group import (
    StatementLine,
    statement_of,
    statements_of,
)

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
MARCH_1, MAY_2, JUNE_3 = date(2026, 3, 1), date(2026, 5, 2), date(2026, 6, 3)


@pytest.fixture
def hope(db):
    return GroupFactory(number=12, name="Friday Hope")


def give(day, amount, group=None, **values):
    contribution = Contribution(
        received_on=day,
        source="group" if group else "unidentified",
        group=group,
        amount=money(amount),
        fund=fund(),
        account=account("1000"),
        **values,
    )
    record_contribution(contribution, recorded_by=None)
    return contribution


def find(contribution, group, day):
    found = Identification(contribution=contribution, group=group, identified_on=day)
    identify_contribution(found, identified_by=None)
    return found


def notes(group):
    return [(str(each.amount), each.note) for each in statement_of(group, YEAR).lines]


def page(group):
    shown = reports.get("group-statement")
    return shown.as_html(shown.run(YEAR, group=str(group.number)))


def test_each_contribution_stands_with_its_receipt_and_how_it_came(hope):
    give(MARCH_1, "45.00", hope, method="cheque", reference="117")
    give(MAY_2, "5.00", GroupFactory(number=13))

    statement = statement_of(hope, YEAR)

    assert statement.lines == (
        StatementLine(
            on=MARCH_1,
            receipt="2026-0001",
            how="Check",
            reference="117",
            fund="Operating",
            amount=money("45.00"),
            note="",
        ),
    )
    assert statement.total == money("45.00")


@pytest.mark.parametrize(
    ("first", "last", "total"),
    [
        (MARCH_1, MARCH_1, "45.00"),
        (date(2026, 3, 2), MAY_2, "0.00"),
        (date(2025, 1, 1), date(2026, 2, 28), "0.00"),
    ],
)
def test_both_ends_of_the_period_are_included(hope, first, last, total):
    give(MARCH_1, "45.00", hope)

    assert str(statement_of(hope, Period(first, last)).total) == total


def test_a_correction_is_shown_beside_what_it_corrects(hope):
    gift = give(MARCH_1, "45.00", hope)
    take_back_contribution(gift, dated=MAY_2, recorded_by=None)

    assert notes(hope) == [
        ("45.00", "Taken back on May 2, 2026"),
        ("-45.00", "Takes back what stands under March 1, 2026"),
    ]
    assert statement_of(hope, YEAR).total == money("0.00")


def test_what_was_found_later_stands_on_the_day_it_was_found(hope):
    haven = GroupFactory(number=13, name="Haven")
    waiting = give(MARCH_1, "45.00")
    wrong = find(waiting, haven, MAY_2)
    take_back_identification(wrong, dated=JUNE_3, recorded_by=None)
    find(waiting, hope, JUNE_3)

    told = "Received on March 1, 2026, and found later to be from this group"
    untold = "Received on March 1, 2026, and found not to be from this group"
    assert notes(hope) == [("45.00", told)]
    assert notes(haven) == [("45.00", told), ("-45.00", untold)]


def test_many_statements_are_read_in_the_same_few_questions(
    hope, django_assert_max_num_queries
):
    groups = [hope, *(GroupFactory(number=n) for n in range(20, 30))]
    for group in groups:
        give(MARCH_1, "5.00", group)

    with django_assert_max_num_queries(10):
        found = list(statements_of(groups, YEAR))

    assert [each.number for each in found] == [12, *range(20, 30)]


def test_the_letter_thanks_and_says_nothing_of_tax_unless_that_was_settled(hope):
    give(MARCH_1, "45.00", hope)
    without = page(hope)
    Policy.objects.update_or_create(pk=1, defaults={"is_tax_sentence_printed": True})

    assert "Thank you." in without
    assert "not tax-deductible" not in without
    assert "This contribution is not tax-deductible." in page(hope)


def test_a_group_without_contributions_is_told_so_kindly(hope):
    assert "Nothing is recorded for this group in these days." in page(hope)


def test_what_was_written_on_it_is_never_told(hope):
    waiting = give(MARCH_1, "45.00", marked="from Pat’s pocket")
    find(waiting, hope, MAY_2)

    assert "Pat" not in page(hope)


def test_it_is_for_those_who_may_see_contributions(client, gail, hope):
    client.force_login(gail)

    answer = client.get("/reports/group-statement/?group=12")

    assert answer.status_code == 403


def test_it_waits_until_a_group_is_chosen(as_tess, hope):
    give(MARCH_1, "45.00", hope)

    waiting = as_tess.get("/reports/group-statement/").content.decode()
    days = "from=2026-01-01&to=2026-12-31&group=12"
    shown = as_tess.get(f"/reports/group-statement/?{days}").content.decode()

    assert "2026-0001" not in waiting
    assert "2026-0001" in shown


@pytest.mark.parametrize("form", ["json", "csv", "xlsx", "pdf"])
def test_every_form_of_it_can_be_written(hope, form):
    give(MARCH_1, "45.00", hope)
    shown = reports.get("group-statement")

    data = reports.write(shown, statement_of(hope, YEAR), form)

    assert data.startswith(
        {"json": b"{", "csv": b"Date", "xlsx": b"PK"}.get(form, b"%")
    )
