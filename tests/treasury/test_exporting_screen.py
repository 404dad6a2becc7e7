"""The books to take along, from the list of entries."""

from datetime import date

import pytest

from tests.factories import account, fund, money
from treasury.actions.posting import Line, post_entry
from treasury.exporting import FORMATS, exported

ADDRESS = "/treasury/books/"


@pytest.fixture(autouse=True)
def one_entry(db):
    """A gift in the bank."""
    lines = [
        Line(account("1000"), fund(), money("5.00")),
        Line(account("4000"), fund(), money("-5.00")),
    ]
    post_entry(dated=date(2026, 6, 1), memo="A gift", lines=lines, posted_by=None)


def test_the_list_of_entries_leads_to_the_books(client, rae):
    client.force_login(rae)

    listed = client.get("/admin/treasury/entry/").content.decode()
    page = client.get(ADDRESS).content.decode()

    assert f'href="{ADDRESS}"' in listed
    assert all(f'href="{ADDRESS}{form}/"' in page for form in FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_the_books_are_given_as_a_file(client, rae, form):
    client.force_login(rae)

    answer = client.get(f"{ADDRESS}{form}/")

    assert answer.content.decode() == exported(form)[0]
    assert f'filename="{FORMATS[form].file_name}"' in answer["Content-Disposition"]
    assert "no-store" in answer["Cache-Control"]


def test_the_books_are_for_those_who_may_see_them(client, rae, sam):
    client.force_login(sam)
    refused = {client.get(ADDRESS + end).status_code for end in ("", "csv/")}
    client.force_login(rae)

    assert refused == {403}
    assert client.get(f"{ADDRESS}quickbooks/").status_code == 404
    assert client.post(ADDRESS).status_code == 405
