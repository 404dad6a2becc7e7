"""Passing on, as Tess meets it: what is available, each share, one save, the paper."""

from datetime import date

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from intergroup.kit.guards import lifted
from tests.factories import BodyFactory, MotionFactory, account, fund, money
from treasury.actions.distributing import vote_distribution
from treasury.actions.posting import Line, post_entry
from treasury.guards import GUARDS
from treasury.models import Distribution, Expense, ReserveRule, SplitPlan

PAGE = reverse("treasury:passing-on")
LIST = reverse("admin:treasury_distribution_changelist")
JUNE_1 = date(2026, 6, 1)


@pytest.fixture
def held(db):
    """1,000.01 in the operating fund, and a reserve of 400.00 to be kept."""
    ReserveRule.objects.create(
        effective_on=date(2026, 1, 1), kind="fixed", amount=money("400.00")
    )
    lines = [
        Line(account("1000"), fund(), money("1000.01")),
        Line(account("3000"), fund(), money("-1000.01")),
    ]
    post_entry(dated=date(2026, 1, 1), memo="Before", lines=lines, posted_by=None)


@pytest.fixture
def plan(db):
    plan = SplitPlan.objects.create(name="Sixty", effective_on=date(2026, 1, 1))
    for recipient, percent in (("World services", "60.00"), ("Area", "40.00")):
        plan.shares.create(
            recipient=recipient, account=account("6000"), percent=money(percent)
        )
    return plan


def asked(by, **values):
    facts = {
        "voted_on": "2026-06-01",
        "amount": "100.01",
        "plan": by.pk,
        "fund": fund().pk,
        "motion": "",
    }
    return {**facts, **values}


def voted(plan):
    distribution = Distribution(
        voted_on=JUNE_1, amount=money("100.01"), plan=plan, fund=fund()
    )
    vote_distribution(distribution, recorded_by=None)
    return distribution


def text(page):
    return page.content.decode()


def test_what_is_above_the_reserve_is_proposed(as_tess, held, plan):
    page = text(as_tess.get(PAGE))

    assert "$600.01 are available above the reserve." in page
    assert 'name="amount" value="600.01"' in page
    assert f'<option value="{plan.pk}" selected>' in page


def test_without_a_rule_nothing_is_proposed(as_tess, plan):
    page = text(as_tess.get(PAGE))

    assert "There is no rule for the prudent reserve yet" in page


def test_without_a_plan_the_page_leads_to_plans_that_others_use(as_tess, held):
    page = text(as_tess.get(PAGE))

    assert "There is no split plan yet." in page
    assert reverse("treasury:split-plans-ready") in page


def test_each_share_is_shown_before_anything_is_saved(as_tess, held, plan):
    page = text(as_tess.get(PAGE, asked(plan, amount="$100.01")))

    assert "60.006" in page
    assert "40.004" in page
    assert "60.01" in page
    assert "Rounded down, the shares come to $100.00." in page
    assert "stands first in the plan: World services." in page
    assert not Distribution.objects.exists()


def test_more_than_is_available_is_said_and_may_be_voted(as_tess, held, plan):
    page = text(as_tess.get(PAGE, asked(plan, amount="700.01")))

    assert "This is $100.00 more than is available above the reserve." in page
    assert "Record it: voted, not yet paid" in page


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"amount": "0"}, "What is passed on is more than zero."),
        ({"amount": "ten"}, "is not an amount of money"),
        ({"amount": "1000.02"}, "The fund Operating holds $1,000.01."),
        ({"voted_on": "2025-12-31"}, "This plan is in force from Jan. 1, 2026"),
        ({"voted_on": "2190-01-01"}, "This day has not come yet."),
        ({"voted_on": "soon"}, "Enter a valid date."),
        ({"plan": "999999"}, "Select a valid choice."),
        ({"plan": ""}, "This field is required."),
        ({"motion": "999999"}, "Select a valid choice."),
    ],
)
@pytest.mark.parametrize("send", ["get", "post"])
def test_a_wrong_box_is_told_and_nothing_typed_is_lost(
    as_tess, held, plan, send, values, sentence
):
    page = text(getattr(as_tess, send)(PAGE, asked(plan, **values)))

    assert sentence in page
    assert "Record it: voted" not in page
    kept = values.get("amount", "100.01")
    assert f'name="amount" value="{kept}"' in page
    assert not Distribution.objects.exists()


def test_one_save_records_the_vote_and_leads_to_its_page(as_tess, held, plan, tess):
    page = as_tess.post(PAGE, asked(plan), follow=True)

    distribution = Distribution.objects.get()
    assert distribution.entry.posted_by == tess
    assert "Recorded: $100.01 to be passed on in 2 shares." in text(page)
    assert "Pay World services" in text(page)


def test_a_form_that_is_sent_twice_is_recorded_once(as_tess, held, plan):
    sent = {**asked(plan), "_once": token(as_tess.get(PAGE, asked(plan)))}

    as_tess.post(PAGE, sent)
    page = as_tess.post(PAGE, sent, follow=True)

    assert Distribution.objects.count() == 1
    assert "nothing was recorded twice" in text(page)


def token(page):
    return text(page).split('name="_once" value="')[1].split('"')[0]


def test_a_second_treasurer_is_told_that_it_is_recorded_already(as_tess, held, plan):
    voted(plan)

    page = as_tess.post(PAGE, asked(plan))

    assert "This is recorded already" in text(page)
    assert Distribution.objects.count() == 1


def test_a_share_is_paid_on_a_page_of_its_own_and_once(as_tess, held, plan):
    share = voted(plan).shares.get(recipient="Area")
    address = reverse("treasury:share-pay", args=[share.pk])
    sent = {
        "paid_on": "2026-06-09",
        "paid_from": account("1000").pk,
        "method": "cheque",
        "cheque_number": "101",
    }

    page = text(as_tess.post(address, sent, follow=True))
    again = text(as_tess.post(address, {**sent, "cheque_number": "102"}))

    assert "Paid $40.00 to Area by check 101." in page
    assert "Pay Area" not in page
    assert "Pay World services" in page
    assert "This share is paid already." in again
    assert Expense.objects.get().share == share


def test_an_unpaid_vote_is_taken_back_from_its_page(as_tess, held, plan):
    distribution = voted(plan)
    sent = {"action": "take_back", "_selected_action": [distribution.pk]}

    page = text(as_tess.post(LIST, sent, follow=True))

    assert "Took back $100.01 that were voted; the first row stays." in page
    shown = reverse("admin:treasury_distribution_change", args=[distribution.pk])
    assert "Pay Area" not in text(as_tess.get(shown))
    mirror = Distribution.objects.get(reverses=distribution)
    assert mirror.voted_on == timezone.localdate()


def test_the_worksheet_is_a_pdf_before_and_after_the_vote(as_tess, held, plan):
    before = as_tess.get(reverse("treasury:passing-on-proposal"), asked(plan))
    paper = reverse("treasury:distribution-worksheet", args=[voted(plan).pk])

    assert before.content.startswith(b"%PDF-")
    assert as_tess.get(paper).content.startswith(b"%PDF-")


def test_a_worksheet_that_does_not_add_up_is_refused_in_words(as_tess, held, plan):
    distribution = voted(plan)
    with lifted(GUARDS, connection):
        distribution.shares.update(amount=money("1.00"))

    page = as_tess.get(
        reverse("treasury:distribution-worksheet", args=[distribution.pk])
    )

    assert page.status_code == 500
    assert "This report is not shown." in text(page)


def test_a_worksheet_of_nothing_is_not_found(as_tess, held, plan):
    missing = reverse("treasury:distribution-worksheet", args=[999999])

    assert as_tess.get(missing).status_code == 404
    assert as_tess.get(reverse("treasury:passing-on-proposal")).status_code == 404
    assert as_tess.get(reverse("treasury:share-pay", args=[999999])).status_code == 404


def test_a_reviewer_reads_and_records_nothing(client, rae, held, plan):
    distribution = voted(plan)
    client.force_login(rae)
    share = reverse("treasury:share-pay", args=[distribution.shares.first().pk])
    paper = reverse("treasury:distribution-worksheet", args=[distribution.pk])

    answers = [client.get(each).status_code for each in (LIST, paper, PAGE, share)]

    assert answers == [200, 200, 403, 403]
    assert client.post(PAGE, asked(plan)).status_code == 403


def test_a_currency_without_cents_has_shares_without_cents(as_tess, held, plan):
    BodyFactory(currency="JPY")

    page = text(as_tess.get(PAGE, asked(plan, amount="101")))

    assert "60.6" in page
    assert "¥101 by the plan Sixty" in page
    refused = text(as_tess.get(PAGE, asked(plan, amount="100.50")))
    assert "JPY has no cents" in refused


def test_names_of_eighty_letters_are_shown_and_recorded(as_tess, held):
    long = "W" * 80
    plan = SplitPlan.objects.create(name=long, effective_on=JUNE_1)
    plan.shares.create(recipient=long, account=account("6000"), percent=money("100"))

    page = as_tess.post(PAGE, asked(plan), follow=True)

    assert f"Pay {long}" in text(page)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_reads_as_often_for_one_row_as_for_three(
    as_tess, held, plan, django_assert_max_num_queries, count
):
    for day in range(1, count + 1):
        vote_distribution(
            Distribution(
                voted_on=date(2026, 6, day),
                amount=money("5.00"),
                plan=plan,
                fund=fund(),
                motion=MotionFactory() if day == 1 else None,
            ),
            recorded_by=None,
        )

    with django_assert_max_num_queries(12):
        as_tess.get(LIST)
