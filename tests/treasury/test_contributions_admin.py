"""Recording contributions one by one, and what their list and pages show."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import GroupFactory, account, fund, money
from treasury.actions.contributions import record_contribution
from treasury.actions.identifying import identify_contribution
from treasury.models import Contribution, Identification, Policy, YearlyLimit

ADD = reverse("admin:treasury_contribution_add")
LIST = reverse("admin:treasury_contribution_changelist")
JUNE_1 = date(2026, 6, 1)


@pytest.fixture
def hope(db):
    return GroupFactory(number=12, name="Friday Hope")


def given(**values):
    facts = {"received_on": JUNE_1, "source": "member", "amount": money("45.00")}
    contribution = Contribution(**{**facts, **values})
    record_contribution(contribution, recorded_by=None)
    return contribution


def identified(contribution, group):
    found = Identification(
        contribution=contribution, group=group, identified_on=date(2026, 7, 3)
    )
    identify_contribution(found, identified_by=None)


def page_of(contribution):
    return reverse("admin:treasury_contribution_change", args=[contribution.pk])


def record(browser, **values):
    facts = {"received_on": "2026-06-01", "source": "member", "amount": "45.00"}
    return browser.post(ADD, {**facts, **values}, follow=True).content.decode()


def test_what_was_recorded_is_said_with_its_receipt(as_tess, hope):
    told = record(as_tess, source="group", group=hope.pk)

    said = "Recorded $45.00 from Group 12, Friday Hope. Receipt 2026-0001."
    assert said in told


@pytest.mark.parametrize(
    ("method", "where"),
    [
        ("cash", "1010"),
        ("cheque", "1010"),
        ("venmo", "1030"),
        ("paypal", "1040"),
        ("zelle", "1000"),
        ("", "1000"),
    ],
)
def test_money_arrives_where_its_method_usually_leads(as_tess, method, where):
    record(as_tess, method=method)

    assert Contribution.objects.get().account.code == where


def test_a_chosen_account_and_fund_are_kept(as_tess):
    reserve = fund("Prudent reserve")

    record(as_tess, method="cash", account=account("1020").pk, fund=reserve.pk)

    contribution = Contribution.objects.get()
    assert (contribution.account.code, contribution.fund) == ("1020", reserve)


def test_money_that_is_not_marked_for_a_fund_goes_to_operating(as_tess):
    record(as_tess)

    assert Contribution.objects.get().fund.purpose == "operating"


def test_a_fee_is_kept_apart_and_the_page_shows_what_arrived(as_tess):
    record(as_tess, method="paypal", amount="50.00", fee="1.50")

    contribution = Contribution.objects.get()
    lines = contribution.entry.postings.values_list("account__code", "amount")
    assert dict(lines) == {
        "1040": money("48.50"),
        "4010": money("-50.00"),
        "5900": money("1.50"),
    }
    assert "48.50" in as_tess.get(page_of(contribution)).content.decode()


@pytest.mark.parametrize(
    ("source", "code"), [("birthday", "4020"), ("basket", "4100"), ("event", "4200")]
)
def test_every_source_has_its_own_income(as_tess, source, code):
    record(as_tess, source=source, event="Picnic" if source == "event" else "")

    contribution = Contribution.objects.get()
    assert contribution.entry.postings.filter(account__code=code).exists()


def test_a_limit_warns_and_stops_nobody(as_tess):
    YearlyLimit.objects.create(
        effective_on=date(2020, 1, 1), currency="USD", amount=money("40.00")
    )

    told = record(as_tess, contributor="M-0042")

    assert "M-0042 has given $45.00 in 2026; the limit for a member is $40.00." in told
    assert Contribution.objects.count() == 1


def test_what_was_identified_later_says_so_in_the_list(as_tess, hope):
    waiting = given(source="unidentified", marked="Fri. Hope?")
    identified(waiting, hope)

    told = as_tess.get(LIST).content.decode()

    assert "Group 12, Friday Hope (identified July 3, 2026)" in told
    assert as_tess.get(f"{LIST}?waiting=yes").context["cl"].result_count == 0
    assert as_tess.get(f"{LIST}?waiting=found").context["cl"].result_count == 1


def test_what_waits_has_a_filter_and_a_button_of_its_own(as_tess):
    given()
    waiting = given(source="unidentified", marked="Fri. Hope?")
    button = reverse("treasury:identify", args=[waiting.pk])

    found = as_tess.get(f"{LIST}?waiting=yes").context["cl"].result_list

    assert list(found) == [waiting]
    assert button in as_tess.get(page_of(waiting)).content.decode()


def test_a_row_that_is_taken_back_is_marked(as_tess):
    contribution = given()
    action = {"action": "take_back", "_selected_action": contribution.pk, "index": 0}

    as_tess.post(LIST, {**action, "_from_row": contribution.pk})

    told = as_tess.get(LIST).content.decode()
    assert "taken back" in told
    assert "takes back" in told


def test_the_list_asks_no_more_for_three_rows_than_for_one(as_tess, hope):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            as_tess.get(LIST)
        return len(asked)

    def both():
        given(source="group", group=hope)
        identified(given(source="unidentified"), hope)

    both()
    one = queries()
    both()
    both()

    assert queries() == one


def test_the_policy_is_written_once_and_then_changed(as_tess):
    add = reverse("admin:treasury_policy_add")
    words = {"receipt_words": "Thank you.", "tax_sentence": "", "refusal_words": "No."}

    as_tess.post(add, words)

    assert Policy.objects.get().receipt_words == "Thank you."
    assert as_tess.get(add).status_code == 403
    change = reverse("admin:treasury_policy_change", args=[1])
    assert "only while its switch is on" in as_tess.get(change).content.decode()
