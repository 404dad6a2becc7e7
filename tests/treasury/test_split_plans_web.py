"""Split plans on screen: whole, kept once used, copied, and begun from others’."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories import account, fund, money
from treasury.actions.distributing import vote_distribution
from treasury.actions.posting import Line, post_entry
from treasury.actions.ready_plans import READY
from treasury.actions.splitting import check_whole
from treasury.models import Distribution, SplitPlan

ADD = reverse("admin:treasury_splitplan_add")


def sent(*shares, **values):
    """What the form sends: a name, a day, and (recipient, percent) for each share."""
    told = {
        "name": "Ours",
        "effective_on": "2026-01-01",
        "shares-TOTAL_FORMS": len(shares),
        "shares-INITIAL_FORMS": 0,
        **values,
    }
    for nth, (recipient, percent) in enumerate(shares):
        told[f"shares-{nth}-recipient"] = recipient
        told[f"shares-{nth}-account"] = account("6000").pk
        told[f"shares-{nth}-percent"] = percent
    return told


@pytest.fixture
def used(db):
    """A plan by which 10.00 were passed on."""
    plan = SplitPlan.objects.create(name="Ours", effective_on=date(2026, 1, 1))
    plan.shares.create(recipient="Area", account=account("6000"), percent=money("100"))
    lines = [
        Line(account("1000"), fund(), money("10.00")),
        Line(account("3000"), fund(), money("-10.00")),
    ]
    post_entry(dated=date(2026, 1, 1), memo="Before", lines=lines, posted_by=None)
    vote_distribution(
        Distribution(
            voted_on=date(2026, 6, 1), amount=money("10.00"), plan=plan, fund=fund()
        ),
        recorded_by=None,
    )
    return plan


def test_a_whole_plan_is_saved(as_tess):
    as_tess.post(ADD, sent(("World", "60"), ("Area", "40.00")))

    plan = SplitPlan.objects.get()
    assert list(plan.shares.values_list("recipient", "percent")) == [
        ("World", money("60.00")),
        ("Area", money("40.00")),
    ]


@pytest.mark.parametrize(
    ("shares", "sentence"),
    [
        (
            [("World", "60"), ("Area", "39.99")],
            "These shares total 99.99 %; 0.01 % is still to be given.",
        ),
        (
            [("World", "60"), ("Area", "40.01")],
            "These shares total 100.01 %; that is 0.01 % too much.",
        ),
        ([], "These shares total 0.00 %; 100.00 % is still to be given."),
        ([("World", "100.001")], "has more than two places after the point"),
        ([("World", "0"), ("Area", "100")], "A share is above 0 and up to 100"),
        ([("World", "-5"), ("Area", "105")], "less than or equal to 100"),
        ([("Area", "50"), ("Area", "50")], "correct the duplicate data"),
        ([("", "100")], "This field is required."),
    ],
)
def test_a_plan_that_is_not_whole_is_told_and_not_saved(as_tess, shares, sentence):
    page = as_tess.post(ADD, sent(*shares))

    assert sentence in page.content.decode()
    assert not SplitPlan.objects.exists()


def test_a_share_that_is_deleted_is_not_counted(as_tess):
    as_tess.post(ADD, sent(("World", "60"), ("Area", "40")))
    plan = SplitPlan.objects.get()
    world, area = plan.shares.order_by("pk")
    change = reverse("admin:treasury_splitplan_change", args=[plan.pk])
    told = sent(("World", "60"), ("Area", "40"), **{"shares-INITIAL_FORMS": 2})
    told |= {"shares-0-id": world.pk, "shares-1-id": area.pk, "shares-1-DELETE": "on"}
    told |= {"shares-0-plan": plan.pk, "shares-1-plan": plan.pk}

    page = as_tess.post(change, told).content.decode()

    assert "These shares total 60.00 %; 40.00 % is still to be given." in page
    as_tess.post(change, {**told, "shares-0-percent": "100"})
    assert plan.shares.get().percent == money("100.00")


def test_a_used_plan_stays_and_offers_a_new_version(as_tess, used):
    change = reverse("admin:treasury_splitplan_change", args=[used.pk])

    page = as_tess.get(change).content.decode()

    assert "Make a new version from a day" in page
    assert 'name="name"' not in page
    assert as_tess.post(change, sent(("Area", "100"))).status_code == 403


def test_a_new_version_has_the_same_shares_and_can_be_written(as_tess, used):
    address = reverse("treasury:split-plan-version", args=[used.pk])

    page = as_tess.post(address, {"effective_on": "2026-07-01"}, follow=True)

    version = SplitPlan.objects.get(effective_on=date(2026, 7, 1))
    assert version.shares.get().recipient == "Area"
    assert "Copied “Ours”." in page.content.decode()
    assert 'name="name"' in page.content.decode()


def test_a_second_version_from_the_same_day_is_refused(as_tess, used):
    address = reverse("treasury:split-plan-version", args=[used.pk])

    page = as_tess.post(address, {"effective_on": "2026-01-01"})

    assert "This plan has a version from this day." in page.content.decode()
    assert SplitPlan.objects.count() == 1


def test_pages_of_plans_that_are_not_there_and_of_others(client, tess, rae, used):
    address = reverse("treasury:split-plan-version", args=[999999])
    client.force_login(tess)
    assert client.get(address).status_code == 404

    client.force_login(rae)

    ready, own = reverse("treasury:split-plans-ready"), address.replace("999999", "1")
    assert [client.get(each).status_code for each in (ready, own)] == [403, 403]


@pytest.mark.parametrize("plan", READY.values(), ids=lambda plan: plan.key)
def test_a_plan_that_others_use_fills_the_form_in(as_tess, plan):
    check_whole([percent for _name, percent in plan.shares])

    page = as_tess.get(ADD, {"ready": plan.key}).content.decode()

    for name, percent in plan.shares:
        assert f'value="{name}"' in page
        assert f'value="{percent}"' in page
    listed = as_tess.get(reverse("treasury:split-plans-ready")).content.decode()
    assert f"?ready={plan.key}" in listed


def test_a_plan_that_was_filled_in_is_saved_as_it_was(as_tess):
    shares = [(str(name), str(part)) for name, part in READY["thirds"].shares]

    as_tess.post(f"{ADD}?ready=thirds", sent(*shares))

    assert SplitPlan.objects.get().shares.count() == 3
