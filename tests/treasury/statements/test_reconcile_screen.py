"""The screen: the bank’s lines beside the books, and nothing goes by itself."""

import re

import pytest
from django.urls import reverse

from tests.factories import BodyFactory
from tests.treasury.statements.books import JANUARY_31, line, post, said, statement
from treasury.models import Clearing, Expense, Statement

pytestmark = pytest.mark.django_db
FILE = "/treasury/reconcile/file/1000/"


@pytest.fixture(autouse=True)
def _body(db):
    BodyFactory()


def sheet_of(kept):
    return reverse("treasury:reconcile-statement", args=[kept.pk])


def test_matches_are_kept_one_by_one_or_all_at_once(as_tess):
    for amount in ("45.00", "12.00", "7.00"):
        post(amount)
    kept = statement(line("45.00"), line("12.00"), line("7.00"), closing="64.00")
    page = as_tess.get(sheet_of(kept)).content.decode()
    (one, *_rest) = re.findall(r'name="accept" value="([\d:-]+)"', page)

    accept = reverse("treasury:reconcile-accept", args=[kept.pk])
    assert "1 match was kept." in said(as_tess, accept, {"accept": one})
    page = as_tess.get(sheet_of(kept)).content.decode()
    both = re.findall(r'type="hidden" name="accept" value="([\d:-]+)"', page)

    assert "2 matches were kept." in said(as_tess, accept, {"accept": both})
    assert Clearing.objects.count() == 3


def test_a_line_and_entries_are_matched_by_hand_and_taken_back(as_tess):
    entries = [post("20.00", on=1), post("25.00", on=2)]
    kept = statement(line("45.00", on=28), closing="45.00")
    chosen = {"line": kept.lines.get().pk, "entry": [each.pk for each in entries]}

    match = reverse("treasury:reconcile-match", args=[kept.pk])
    page = said(as_tess, match, chosen)
    assert "This was ticked off." in page
    assert "They agree to the cent." in page

    back = reverse("treasury:reconcile-take-back", args=[kept.pk])
    said(as_tess, back, {"clearing": Clearing.objects.first().pk})
    assert not Clearing.objects.exists()


def test_what_does_not_add_up_is_told(as_tess):
    entry = post("44.00")
    kept = statement(line("45.00"), closing="45.00")

    match = reverse("treasury:reconcile-match", args=[kept.pk])
    chosen = {"line": kept.lines.get().pk, "entry": entry.pk}
    page = said(as_tess, match, chosen)

    assert "The line says 45.00, and the books say 44.00." in page


def test_a_fee_is_recorded_from_its_line(as_tess):
    kept = statement(line("-12.00", on=31, description="SERVICE FEE"), closing="-12.00")
    record = reverse("treasury:reconcile-line", args=[kept.pk, kept.lines.get().pk])
    form = as_tess.get(record).context["form"]

    page = said(as_tess, record, {**initial(form), "payee": "The bank"})

    assert "Recorded, and ticked off." in page
    assert Expense.objects.get().paid_on == JANUARY_31


def initial(form):
    values = {
        name: form.get_initial_for_field(f, name) for name, f in form.fields.items()
    }
    return {name: getattr(value, "pk", value) for name, value in values.items()}


def test_what_a_line_was_for_must_be_said(as_tess):
    kept = statement(line("-12.00"), closing="-12.00")
    record = reverse("treasury:reconcile-line", args=[kept.pk, kept.lines.get().pk])

    page = said(as_tess, record, {"purpose": "Fee", "payee": ""})

    assert "This field is required." in page
    assert not Expense.objects.exists()


def test_the_difference_is_shown_and_the_button_only_without_one(as_tess):
    post("45.00")
    kept = statement(closing="45.01")

    page = as_tess.get(sheet_of(kept)).content.decode()

    assert "They do not agree yet." in page
    assert ">Reconcile</button>" not in page


def test_a_balance_that_was_mistyped_is_said_again(as_tess):
    post("45.00")
    kept = statement(closing="1.00")
    Statement.objects.filter(pk=kept.pk).update(kind="asserted")

    before = as_tess.get(sheet_of(kept)).content.decode()
    say = reverse("treasury:reconcile-balance", args=[kept.pk])
    said(as_tess, say, {"closing": "45.00"})

    kept.refresh_from_db()
    assert "The bank says another balance" in before
    assert str(kept.closing) == "45.00"


def test_settling_shows_who_did_it(as_tess):
    kept = statement(closing="0.00")

    page = said(as_tess, reverse("treasury:reconcile-settle", args=[kept.pk]))

    assert "Reconciled, to the cent." in page
    assert "(Tess D.)" in page


def test_a_file_without_a_balance_is_told_it(as_tess):
    kept = statement(line("45.00"))

    say = reverse("treasury:reconcile-balance", args=[kept.pk])
    page = said(as_tess, say, {"closing": "$45.00"})

    kept.refresh_from_db()
    assert str(kept.closing) == "45.00"
    assert "They do not agree yet." in page


def test_what_the_bank_says_is_checked_without_a_file(as_tess):
    post("1300.00", on=2)
    kept = {"account": "", "ends_on": "Jan 31, 2026", "closing": "$1,240.50"}
    page = as_tess.get("/treasury/reconcile/")
    kept["account"] = page.context["accounts"][0][0].pk

    answer = said(as_tess, "/treasury/reconcile/", kept)

    assert Statement.objects.get().kind == "asserted"
    assert "1,240.50" in answer
    assert "1,300.00" in answer


def test_what_was_before_the_first_statement_is_ticked_at_once(as_tess):
    post("30.00", on=3)
    post("12.00", on=4)
    post("45.00", on=20)
    kept = statement(line("45.00", on=20), closing="87.00")
    Statement.objects.update(begins_on="2026-01-10")
    earlier = reverse("treasury:reconcile-earlier", args=[kept.pk])

    page = said(as_tess, earlier)

    assert "2 entries were ticked off." in page
    assert Clearing.objects.count() == 2
    assert "Tick off all" not in page


def test_after_the_first_statement_nothing_is_ticked_at_once(as_tess):
    first = statement(closing="0.00", on=10)
    said(as_tess, reverse("treasury:reconcile-settle", args=[first.pk]))
    post("30.00", on=3)
    kept = statement(line("45.00", on=20), closing="45.00")
    Statement.objects.filter(pk=kept.pk).update(begins_on="2026-01-11")

    page = said(as_tess, reverse("treasury:reconcile-earlier", args=[kept.pk]))

    assert not Clearing.objects.exists()
    assert "30.00" in page


def test_an_assertion_ticks_all_and_takes_back_what_is_outstanding(as_tess):
    post("30.00", on=3)
    post("-12.00", on=30)
    kept = statement(closing="30.00")
    said(as_tess, reverse("treasury:reconcile-earlier", args=[kept.pk]))
    outstanding = Clearing.objects.get(entry__dated="2026-01-30")

    back = reverse("treasury:reconcile-take-back", args=[kept.pk])
    page = said(as_tess, back, {"clearing": outstanding.pk})

    assert "They agree to the cent." in page


def test_a_reviewer_reads_and_writes_nothing(client, rae):
    kept = statement(line("45.00"), closing="45.00")
    client.force_login(rae)

    page = client.get(sheet_of(kept)).content.decode()

    assert "Only on the statement" in page
    assert f'action="{sheet_of(kept)}' not in page
    assert client.get(FILE).status_code == 403
    for name in ("accept", "match", "settle", "take-back", "balance", "earlier"):
        address = reverse(f"treasury:reconcile-{name}", args=[kept.pk])
        assert client.post(address).status_code == 403


@pytest.mark.parametrize("name", ["sam", "gail", "reg"])
def test_others_do_not_see_it(client, request, name):
    client.force_login(request.getfixturevalue(name))

    assert client.get("/treasury/reconcile/").status_code == 403


def test_what_is_not_there_is_not_found(as_tess):
    assert as_tess.get("/treasury/reconcile/999/").status_code == 404
    assert as_tess.get("/treasury/reconcile/file/4000/").status_code == 404
    assert as_tess.get("/treasury/reconcile/999/accept/").status_code == 405
