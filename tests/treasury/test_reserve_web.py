"""The rule of the reserve on screen: it asks for what its kind needs, and no more."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories import BodyFactory, account, money
from treasury.models import ReserveRule

ADD = reverse("admin:treasury_reserverule_add")
BOXES = ("amount", "months", "basis", "percent", "leaves_out", "parts-0-name")


def sent(kind, **values):
    return {"kind": kind, "effective_on": "2026-01-01", "floor": "0", **values}


def parts(*rows):
    told = {"parts-TOTAL_FORMS": len(rows), "parts-INITIAL_FORMS": 0}
    for nth, (name, amount, months) in enumerate(rows):
        told[f"parts-{nth}-name"] = name
        told[f"parts-{nth}-amount"] = amount
        told[f"parts-{nth}-months"] = months
    return told


def add(client, kind, **values):
    return client.post(f"{ADD}?kind={kind}", sent(kind, **values), follow=True)


def test_the_kind_is_asked_first(as_tess):
    page = as_tess.get(ADD).content.decode()

    assert [kind for kind in ReserveRule.Kind if f"?kind={kind}" not in page] == []


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("fixed", {"amount"}),
        ("months", {"months", "basis", "leaves_out"}),
        ("budget", {"percent", "leaves_out"}),
        ("two-budgets", {"percent", "leaves_out"}),
        ("parts", {"parts-0-name"}),
        ("cap", {"amount", "leaves_out"}),
    ],
)
def test_the_form_asks_only_what_the_kind_needs(as_tess, kind, asked):
    page = as_tess.get(ADD, {"kind": kind}).content.decode()

    assert {box for box in BOXES if f'name="{box}"' in page} == asked


@pytest.mark.parametrize(
    ("kind", "values", "kept"),
    [
        ("fixed", {"amount": "$15,000"}, {"amount": money("15000.00")}),
        ("months", {"months": "3", "basis": "budget"}, {"months": 3}),
        ("budget", {"percent": "50"}, {"percent": money("50.00")}),
        ("two-budgets", {"percent": "25"}, {"percent": money("25.00")}),
        ("cap", {"amount": ""}, {"amount": None}),
    ],
)
def test_a_rule_of_each_kind_is_saved(as_tess, kind, values, kept):
    add(as_tess, kind, **values)

    rule = ReserveRule.objects.get()
    assert (rule.kind, rule.effective_on) == (kind, date(2026, 1, 1))
    assert {name: getattr(rule, name) for name in kept} == kept


def test_parts_are_saved_with_their_rule(as_tess):
    add(as_tess, "parts", **parts(("Lease", "1250", "12"), ("", "", "1")))

    part = ReserveRule.objects.get().parts.get()
    assert (part.name, part.amount, part.months) == ("Lease", money("1250.00"), 12)


@pytest.mark.parametrize(
    ("kind", "values", "sentence"),
    [
        ("fixed", {"amount": ""}, "This field is required."),
        ("fixed", {"amount": "-1"}, "greater than or equal to 0.00"),
        ("fixed", {"amount": "5", "floor": "-1"}, "The floor is zero or more."),
        ("months", {"months": "", "basis": "spent"}, "This field is required."),
        ("months", {"months": "0", "basis": "spent"}, "Say how many months."),
        ("budget", {"percent": "0"}, "Say how many per cent of the budget."),
        ("budget", {"percent": "101"}, "less than or equal to 100"),
        ("parts", parts(), "Add one part or more."),
        ("parts", parts(("Lease", "-5", "1")), "A part is zero or more."),
        ("fixed", {"amount": "5", "effective_on": "soon"}, "Enter a valid date."),
    ],
)
def test_a_wrong_box_is_told_and_nothing_is_saved(as_tess, kind, values, sentence):
    page = add(as_tess, kind, **values)

    assert sentence in page.content.decode()
    assert not ReserveRule.objects.exists()


def test_two_rules_cannot_begin_on_one_day(as_tess):
    add(as_tess, "fixed", amount="5")

    page = add(as_tess, "fixed", amount="6")

    assert "There is a rule from this day already." in page.content.decode()


def test_a_currency_without_cents_takes_none(as_tess):
    BodyFactory(currency="JPY")

    page = add(as_tess, "fixed", amount="5.50")

    assert "JPY has no cents" in page.content.decode()


def test_a_rule_is_changed_with_what_it_leaves_out(as_tess):
    add(as_tess, "months", months="3", basis="spent")
    rule = ReserveRule.objects.get()
    change = reverse("admin:treasury_reserverule_change", args=[rule.pk])

    literature = account("5300")
    told = sent("months", months="4", basis="spent", leaves_out=[literature.pk])
    as_tess.post(change, told)

    rule.refresh_from_db()
    assert (rule.months, list(rule.leaves_out.all())) == (4, [literature])


def test_a_reviewer_reads_rules_and_adds_none(client, rae):
    rule = ReserveRule.objects.create(
        effective_on=date(2026, 1, 1), kind="fixed", amount=money("5.00")
    )
    client.force_login(rae)
    change = reverse("admin:treasury_reserverule_change", args=[rule.pk])

    answers = [client.get(each).status_code for each in (change, ADD)]

    assert answers == [200, 403]
