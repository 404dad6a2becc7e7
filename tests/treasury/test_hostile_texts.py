"""What somebody typed harms no spreadsheet and no paper, and no page is in its way."""

import csv
import io
import zipfile
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from intergroup.kit import reports
from intergroup.kit.dates import Period
from tests.factories import BodyFactory, money
from tests.treasury.test_rights import SCREENS
from tests.treasury.world import ask, everything, move
from treasury.models import StatementBatch
from treasury.resources.review_kit import write_review_kit

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
DAYS = {"first": "2026-01-01", "last": "2026-12-31"}

reports.discover()


def formulas(text):
    """Return the cells that a spreadsheet would take for a formula."""
    return [
        cell
        for row in csv.reader(io.StringIO(text.removeprefix("\ufeff")))
        for cell in row
        if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not is_number(cell)
    ]


def is_number(cell):
    return cell.lstrip("-").replace(".", "").replace(",", "").isdecimal()


@pytest.fixture
def rows(db, tess):
    return everything(tess)


def test_no_cell_of_the_books_or_the_review_kit_is_a_formula(client, rows, tess):
    client.force_login(tess)
    books = client.get(reverse("treasury:books-file", args=["csv"])).content.decode()
    file = io.BytesIO()
    write_review_kit(file, YEAR)
    kit = zipfile.ZipFile(file)
    sheets = [each for each in kit.namelist() if each.endswith(".csv")]

    assert sheets
    assert "1+1" in books
    assert formulas(books) == []
    assert [each for each in sheets if formulas(kit.read(each).decode())] == []


def test_no_cell_of_a_report_is_a_formula(client, rows, ada):
    client.force_login(ada)

    wrong = []
    for shown in reports.reports():
        address = reverse("report", args=[shown.slug])
        answer = client.get(address, {**DAYS, "format": "csv"})
        if answer.status_code == 200 and formulas(answer.content.decode()):
            wrong.append(shown.slug)

    assert wrong == []


@pytest.mark.parametrize("name", ["contribution", "expense"])
@pytest.mark.parametrize("form", ["0", "1"])
def test_no_cell_of_a_list_taken_out_is_a_formula(client, rows, tess, name, form):
    client.force_login(tess)
    address = reverse(f"admin:treasury_{name}_export")

    answer = client.post(address, {"format": form, "resource": ""})

    assert answer["Content-Type"].startswith(("text/csv", "application/vnd"))
    if form == "0":
        assert formulas(answer.content.decode()) == []
    else:
        sheet = load_workbook(io.BytesIO(answer.content)).active
        assert "f" not in {cell.data_type for row in sheet for cell in row}


def test_no_statement_in_the_archive_has_a_name_that_leads_elsewhere(
    client, rows, tess
):
    client.force_login(tess)
    batch = rows["statementbatch"]

    answer = client.get(reverse("treasury:statement-batch-zip", args=[batch.pk]))
    (name,) = zipfile.ZipFile(io.BytesIO(answer.getvalue())).namelist()

    assert not set(name) & set('/\\"<>\r\n')
    assert len(name) < 90


@pytest.mark.parametrize("is_empty", [True, False])
def test_every_list_opens_in_a_currency_without_cents(client, ada, tess, is_empty):
    BodyFactory(currency="JPY")
    if not is_empty:
        everything(tess, cents="0")
    client.force_login(ada)
    names = [f"admin:treasury_{each}_changelist" for each in SCREENS]
    own = ("reconcile", "month-end", "collection", "deposit", "opening", "passing-on")
    names += [f"treasury:{each}" for each in own]

    status = {name: client.get(reverse(name)).status_code for name in names}

    assert {name: each for name, each in status.items() if each != 200} == {}


@pytest.mark.parametrize(
    "model", ["bill", "recurringbill", "transfer", "voucher", "statementbatch"]
)
def test_a_longer_list_takes_no_more_queries(client, rows, tess, model):
    client.force_login(tess)
    address = reverse(f"admin:treasury_{model}_changelist")
    client.get(address)
    few = queries(client, address)

    for _ in range(3):
        ask(tess, money("7.25"))
        move(tess, money("7.25"))
        StatementBatch.objects.create(
            first_on=YEAR.first, last_on=YEAR.last, groups=0, asked_by=tess
        )

    assert queries(client, address) <= few


def queries(client, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)
