"""The screen for a file: it is looked at before anything of it is kept."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories import BodyFactory
from tests.treasury.statements.books import said
from tests.treasury.statements.loading import FILES
from treasury.models import ColumnMapping, Statement, StatementLine

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
