"""The budget’s pages, as Tess meets them."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories import (
    BusinessMeetingFactory,
    CommitteeFactory,
    MotionFactory,
    account,
    fund,
    money,
)
from treasury.actions.posting import Line, post_entry
from treasury.models import Budget, BudgetAmendment

START = reverse("treasury:budget-start")
LIST = reverse("admin:treasury_budget_changelist")


@pytest.fixture
def last_year(db):
    """2025: 100.00 planned for rent, amended by 20.00; 90.00 were spent."""
    budget = Budget.objects.create(begins_on=date(2025, 1, 1))
    line = budget.lines.create(account=account("5000"), amount=money("100.00"))
    Budget.objects.filter(pk=budget.pk).update(adopted_on=date(2025, 1, 9))
    line.amendments.create(
        decided_on=date(2025, 6, 1), change=money("20.00"), motion=carried()
    )
    lines = [
        Line(account("5000"), fund(), money("90.00")),
        Line(account("1000"), fund(), money("-90.00")),
    ]
    post_entry(dated=date(2025, 5, 1), memo="Rent", lines=lines, posted_by=None)
    return budget


@pytest.fixture
def draft(db):
    budget = Budget.objects.create(begins_on=date(2026, 1, 1))
    budget.lines.create(account=account("5300"), amount=money("300.00"))
    return budget


@pytest.fixture
def adopted(draft):
    Budget.objects.filter(pk=draft.pk).update(adopted_on=date(2026, 1, 9))
    return draft


def carried(**values):
    meeting = BusinessMeetingFactory(held_on=date(2026, 3, 1), title="March")
    told = {"result": "carried", "decided_at": meeting, "meeting": meeting, **values}
    return MotionFactory(**told)


def page_of(name, budget):
    return reverse(f"treasury:budget-{name}", args=[budget.pk])


def row(budget):
    return reverse("admin:treasury_budget_change", args=[budget.pk])


def text(page):
    return page.content.decode()


def sent(budget, **amounts):
    """What the page of lines sends: every line as it was seen, and new amounts."""
    told = {
        f"seen-{x.account_id}": x.amount for x in budget.lines.filter(committee=None)
    }
    told |= {f"amount-{x.account_id}": x.amount for x in budget.lines.all()}
    told |= {
        f"amount-{account(code.strip('_')).pk}": each for code, each in amounts.items()
    }
    return told


@pytest.mark.parametrize(
    ("source", "amounts"),
    [("nothing", []), ("budget", [money("120.00")]), ("actual", [money("90.00")])],
)
def test_a_budget_begins_from_the_year_before(as_tess, last_year, source, amounts):
    as_tess.post(START, {"begins_on": "2026-01-01", "source": source})

    made = Budget.objects.get(begins_on=date(2026, 1, 1))
    assert list(made.lines.values_list("amount", flat=True)) == amounts


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2025-01-01", "This year has a budget already."),
        ("2026-01-02", "A fiscal year of this body does not begin on this day."),
        ("soon", "Enter a valid date."),
        ("0001-01-01", "1 cannot be the right year."),
        ("9999-01-01", "9999 cannot be the right year."),
    ],
)
def test_a_year_that_cannot_be_is_told(as_tess, last_year, day, sentence):
    page = as_tess.post(START, {"begins_on": day, "source": "nothing"})

    assert sentence in text(page)
    assert Budget.objects.count() == 1


def test_the_page_of_lines_shows_the_year_before(as_tess, last_year, draft):
    page = text(as_tess.get(page_of("lines", draft)))

    assert '<td class="money">120.00</td>' in page
    assert '<td class="money">90.00</td>' in page
    assert 'value="300"' in page


def test_lines_are_saved_on_one_page(as_tess, draft):
    told = sent(draft, _5000_="$1,200.00", _5300_="")

    page = as_tess.post(page_of("lines", draft), told, follow=True)

    assert "The lines are saved." in text(page)
    assert draft.lines.get().amount == money("1200.00")


def test_a_wrong_amount_is_told_beside_its_box_and_nothing_typed_is_lost(
    as_tess, draft
):
    told = sent(draft, _5000_="ten", _5100_="42")

    page = text(as_tess.post(page_of("lines", draft), told))

    assert "Rent: “ten” is not an amount of money." in page
    assert 'value="ten"' in page
    assert 'value="42"' in page
    assert draft.lines.count() == 1


def test_what_somebody_wrote_meanwhile_is_told_and_can_be_written_over(as_tess, draft):
    told = sent(draft, _5300_="500")
    draft.lines.update(amount=money("310.00"))

    page = text(as_tess.post(page_of("lines", draft), told))

    assert "Somebody wrote into this budget meanwhile." in page
    assert "$310.00" in page
    assert 'value="500"' in page
    as_tess.post(page_of("lines", draft), sent(draft, _5300_="500"))
    assert draft.lines.get().amount == money("500.00")


@pytest.mark.parametrize("seen", ["1,2,3", "NaN", "٣", "9" * 40])
def test_a_page_that_was_tampered_with_is_told_too(as_tess, draft, seen):
    told = {**sent(draft), f"seen-{account('5300').pk}": seen}

    page = as_tess.post(page_of("lines", draft), told)

    assert page.status_code == 200
    assert "Somebody wrote into this budget meanwhile." in text(page)


def test_a_committee_has_lines_of_its_own(as_tess, draft):
    hospitals = CommitteeFactory(name="H" * 80)
    address = f"{page_of('lines', draft)}?committee={hospitals.pk}"

    as_tess.post(address, {f"amount-{account('5400').pk}": "70"})

    assert draft.lines.get(committee=hospitals).amount == money("70.00")
    assert draft.lines.filter(committee=None).count() == 1


@pytest.mark.parametrize("committee", ["999999", "x", "9" * 30, "-1"])
def test_a_committee_that_is_not_there_is_not_found(as_tess, draft, committee):
    page = as_tess.get(page_of("lines", draft), {"committee": committee})

    assert page.status_code == 404


def test_a_budget_is_adopted_and_its_lines_stay(as_tess, draft):
    motion = carried()
    told = {"adopted_on": "2026-03-01", "motion": motion.pk}

    page = as_tess.post(page_of("adopt", draft), told, follow=True)

    draft.refresh_from_db()
    assert (draft.adopted_on, draft.motion) == (date(2026, 3, 1), motion)
    assert "Amend it by motion" in text(page)
    lines = as_tess.post(page_of("lines", draft), sent(draft, _5300_="1"), follow=True)
    assert "From now on a motion amends it." in text(lines)
    assert draft.lines.get().amount == money("300.00")


def test_a_motion_amends_a_line_and_the_page_tells_it(as_tess, adopted, tess):
    told = {
        "account": account("5300").pk,
        "committee": "",
        "change": "800",
        "decided_on": "2026-03-01",
        "motion": carried(number="03-26-01").pk,
    }

    page = text(as_tess.post(page_of("amend", adopted), told, follow=True))

    assert BudgetAmendment.objects.get().recorded_by == tess
    assert "March 1, 2026: Literature bought +800.00 (motion 03-26-01)" in page
    assert "1,100.00" in page
    again = text(as_tess.post(page_of("amend", adopted), told))
    assert "This motion has changed this line by so much already." in again


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"motion": ""}, "This field is required."),
        ({"change": "0"}, "An amendment changes the amount."),
        ({"change": "-300.01"}, "This line stands at $300.00"),
        ({"decided_on": "2026-01-08"}, "The budget was not adopted yet on this day."),
        ({"decided_on": "2190-01-01"}, "This day has not come yet."),
        ({"account": "999999"}, "Select a valid choice."),
    ],
)
def test_an_amendment_that_cannot_be_is_told(as_tess, adopted, values, sentence):
    told = {
        "account": account("5300").pk,
        "change": "1",
        "decided_on": "2026-03-01",
        "motion": carried().pk,
        **values,
    }

    page = text(as_tess.post(page_of("amend", adopted), told))

    assert sentence in page
    assert not BudgetAmendment.objects.exists()


def test_who_may_read_may_not_write(client, rae, sam, draft):
    pages = [START, *(page_of(name, draft) for name in ("lines", "adopt", "amend"))]
    for user in (rae, sam):
        client.force_login(user)

        assert [client.get(each).status_code for each in pages] == [403] * 4
        assert client.post(pages[1], sent(draft)).status_code == 403
        assert client.get(row(draft)).status_code == 200


@pytest.mark.parametrize("name", ["lines", "adopt", "amend"])
def test_a_budget_that_is_not_there_is_not_found(as_tess, name):
    address = reverse(f"treasury:budget-{name}", args=[999999])

    assert as_tess.get(address).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_reads_as_often_for_one_row_as_for_three(
    as_tess, django_assert_max_num_queries, count
):
    for year in range(count):
        budget = Budget.objects.create(begins_on=date(2020 + year, 1, 1))
        budget.lines.create(account=account("5000"), amount=money("1.00"))

    with django_assert_max_num_queries(12):
        as_tess.get(LIST)
