"""The screen: a file is looked at before it is kept, and nothing goes by itself."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories import BodyFactory
from tests.treasury.statements.books import JANUARY_31, line, post, statement
from tests.treasury.statements.loading import FILES
from treasury.models import Clearing, ColumnMapping, Expense, Statement, StatementLine

pytestmark = pytest.mark.django_db
UNKNOWN = b"When,What,How much\n01/15/2026,Deposit,250.00\n"
FILE = "/treasury/reconcile/file/1000/"


@pytest.fixture(autouse=True)
def _body(db):
    BodyFactory()


def upload(client, data, name="statement.csv", **more):
    """Send a file as a person does, and return the page that answers."""
    data = (FILES / data).read_bytes() if isinstance(data, str) else data
    page = client.post(FILE, {"file": SimpleUploadedFile(name, data), **more})
    return page.content.decode()


def hidden(page):
    """What the page itself holds, to be sent with the next step."""
    fields = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page)
    return {name: value for name, value in fields if name != "csrfmiddlewaretoken"}


def sheet_of(kept):
    return reverse("treasury:reconcile-statement", args=[kept.pk])


def said(client, address, data=None):
    """The page after a button was pressed."""
    return client.post(address, data or {}, follow=True).content.decode()


def test_a_file_is_shown_before_anything_is_written(as_tess):
    page = upload(as_tess, "bank_of_america.csv")

    assert "1,465.16" in page
    assert "BKOFAMERICA ATM 01/12" in page
    assert not Statement.objects.exists()


def test_no_name_is_on_the_page(as_tess):
    page = upload(as_tess, "wells_fargo.csv")

    assert "ZELLE TO … ON 01/29" in page
    assert "PIKEWELL" not in page


def test_what_was_shown_is_kept_by_a_second_step(as_tess, tess):
    page = upload(as_tess, "bank_of_america.csv")

    answer = said(as_tess, FILE, {**hidden(page), "keep": "1"})

    kept = Statement.objects.get()
    assert (kept.lines.count(), kept.imported_by) == (2, tess)
    assert "2 lines are new; 0 were here already." in answer


def test_a_file_that_was_kept_cannot_be_kept_again(as_tess):
    page = upload(as_tess, "bank_of_america.csv")
    said(as_tess, FILE, {**hidden(page), "keep": "1"})

    again = upload(as_tess, "bank_of_america.csv")

    assert "This file was imported before:" in again
    assert "Keep this statement" not in again


def test_unknown_columns_are_asked_for_kept_and_known_again(as_tess):
    page = upload(as_tess, UNKNOWN)
    assert "Set them by hand" in page
    columns = {"dated": "When", "amount": "How much", "description": "What"}

    preview = as_tess.post(FILE, {**hidden(page), **columns, "name": "Our bank"})
    said(as_tess, FILE, {**hidden(preview.content.decode()), "keep": "1"})

    assert ColumnMapping.objects.get().name == "Our bank"
    assert str(StatementLine.objects.get().amount) == "250.00"
    assert "250.00" in upload(as_tess, UNKNOWN + b"01/16/2026,Fee,-1.00\n")


def test_columns_that_say_too_little_are_asked_for_again(as_tess):
    page = upload(as_tess, UNKNOWN)

    answer = said(as_tess, FILE, {**hidden(page), "dated": "When", "name": "Bank"})

    assert "Choose the column of amounts" in answer
    assert not ColumnMapping.objects.exists()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"%PDF-1.7", "This is a PDF"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b"<OFX></OFX>", "no statement of a bank or a card"),
    ],
)
def test_a_file_that_is_none_is_told_beside_its_box(as_tess, data, sentence):
    assert sentence in upload(as_tess, data)


def test_without_a_file_a_file_is_asked_for(as_tess):
    assert "Choose the file first." in said(as_tess, FILE)


def test_a_broken_page_asks_for_the_file_again(as_tess):
    assert "did not arrive whole" in said(as_tess, FILE, {"held": "!!!"})


def test_a_file_with_problems_offers_no_button(as_tess):
    page = upload(as_tess, "wrong_cells.ofx", name="x.ofx")

    assert "Transaction 1:" in page
    assert "Keep this statement" not in page


def test_one_of_several_accounts_is_chosen(as_tess):
    data = (FILES / "two_accounts.ofx").read_text().replace("EUR", "USD").encode()
    page = upload(as_tess, data, name="x.ofx")

    chosen = as_tess.post(FILE, {**hidden(page), "part": "savings …8822"})

    assert "savings …8822" in page
    assert "5,123.00" in chosen.content.decode()


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


def test_a_reviewer_reads_and_writes_nothing(client, rae):
    kept = statement(line("45.00"), closing="45.00")
    client.force_login(rae)

    page = client.get(sheet_of(kept)).content.decode()

    assert "Only on the statement" in page
    assert f'action="{sheet_of(kept)}' not in page
    assert client.get(FILE).status_code == 403
    for name in ("accept", "match", "settle", "take-back", "balance"):
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
