"""The treasurer’s screens, as Tess meets them."""

from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories import GroupFactory, account, fund, money
from treasury.actions.contributions import record_contribution
from treasury.models import ClosedMonth, Contribution, Entry, Expense, Transfer

FILE = Path(__file__).parent.parent / "data" / "sioux-falls-2022-contributions.csv"
ADD = reverse("admin:treasury_contribution_add")
LIST = reverse("admin:treasury_contribution_changelist")
IMPORT = reverse("admin:treasury_contribution_import")
CONFIRM = reverse("admin:treasury_contribution_process_import")


def form(**values):
    facts = {
        "received_on": "2026-06-01",
        "source": "member",
        "amount": "$1,300.00",
        "account": account("1000").pk,
        "fund": fund().pk,
    }
    return {**facts, **values}


def given(n=1):
    for _ in range(n):
        contribution = Contribution(
            received_on=date(2026, 6, 1),
            source="group",
            group=GroupFactory(),
            amount=money("45.00"),
            fund=fund(),
            account=account("1000"),
        )
        record_contribution(contribution, recorded_by=None)


def test_a_contribution_is_recorded_with_its_books(as_tess, tess):
    as_tess.post(ADD, form())

    contribution = Contribution.objects.get()
    assert contribution.amount == money("1300.00")
    assert contribution.entry.posted_by == tess


def test_a_closed_month_is_said_on_the_form_and_nothing_typed_is_lost(as_tess):
    ClosedMonth.objects.create(first_on=date(2026, 6, 1))

    page = as_tess.post(ADD, form(reference="Check 77"))

    text = page.content.decode()
    assert "The books of June 2026 are closed. Date it in an open month." in text
    assert 'value="Check 77"' in text
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"amount": "-5"}, "A contribution is more than zero."),
        ({"amount": "12,345.678"}, "has more than two places after the point"),
        ({"amount": "ten"}, "is not an amount of money"),
        ({"source": "group"}, "Choose the group it came from."),
        ({"received_on": "2190-01-01"}, "Jan. 1, 2190 has not come yet."),
    ],
)
def test_a_wrong_box_is_told_in_a_sentence(as_tess, values, sentence):
    page = as_tess.post(ADD, form(**values))

    assert sentence in page.content.decode()
    assert not Contribution.objects.exists()


def test_the_amount_is_a_box_for_text_that_keeps_a_comma(as_tess):
    page = as_tess.get(ADD).content.decode()

    assert '<input type="text" name="amount" inputmode="decimal"' in page
    as_tess.post(ADD, form(amount="12,50"))
    assert Contribution.objects.get().amount == money("12.50")


def test_a_contribution_can_be_read_and_not_changed(as_tess):
    given()
    page = reverse(
        "admin:treasury_contribution_change", args=[Contribution.objects.get().pk]
    )

    assert as_tess.get(page).status_code == 200
    assert as_tess.post(page, form()).status_code == 403
    assert Contribution.objects.get().amount == money("45.00")


def test_a_contribution_is_taken_back_from_the_list(as_tess):
    given()
    chosen = {
        "action": "take_back",
        "_selected_action": [Contribution.objects.get().pk],
    }

    page = as_tess.post(LIST, chosen, follow=True)

    assert (
        "Took back $45.00 of 2026-06-01; the first row stays." in page.content.decode()
    )
    assert sorted(Contribution.objects.values_list("amount", flat=True)) == [
        money("-45.00"),
        money("45.00"),
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_reads_as_often_for_one_row_as_for_three(
    as_tess, django_assert_max_num_queries, count
):
    given(count)

    with django_assert_max_num_queries(13):
        as_tess.get(LIST)


def test_a_file_is_previewed_and_then_imported(as_tess):
    upload = SimpleUploadedFile(FILE.name, FILE.read_bytes())

    preview = as_tess.post(
        IMPORT, {"import_file": upload, "format": "0", "resource": "0"}
    )
    told = preview.context["confirm_form"].initial
    assert not Contribution.objects.exists()
    as_tess.post(CONFIRM, {**told, "format": "0"}, follow=True)

    assert Contribution.objects.unidentified().count() == 15


def test_a_file_with_a_refused_row_has_no_button_to_confirm(as_tess):
    upload = SimpleUploadedFile("wrong.csv", b"Date,Group,Amount\n2022-01-15,Hope,-1\n")

    page = as_tess.post(IMPORT, {"import_file": upload, "format": "0", "resource": "0"})

    assert "confirm_form" not in page.context
    assert "“-1” is less than zero." in page.content.decode()


def test_an_expense_is_recorded_with_its_books(as_tess):
    page = reverse("admin:treasury_expense_add")
    values = {
        "paid_on": "2026-06-01",
        "payee": "St. Mark’s",
        "purpose": "Rent",
        "amount": "15.00",
        "account": account("5000").pk,
        "fund": fund().pk,
        "paid_from": account("1000").pk,
    }

    as_tess.post(page, values)

    assert Expense.objects.get().entry.memo == "Paid to St. Mark’s: Rent"


def test_a_transfer_that_goes_nowhere_is_refused(as_tess):
    bank = account("1000").pk
    values = {"moved_on": "2026-06-01", "amount": "5", "purpose": "Nowhere"}
    ends = {"from_account": bank, "to_account": bank}
    funds = {"from_fund": fund().pk, "to_fund": fund().pk}

    page = as_tess.post(
        reverse("admin:treasury_transfer_add"), {**values, **ends, **funds}
    )

    assert "Choose another account or another fund." in page.content.decode()
    assert not Transfer.objects.exists()


def test_a_year_in_the_address_that_is_no_year_is_ignored(as_tess):
    given()

    assert as_tess.get(LIST, {"year": "x"}).status_code in (200, 302)
    assert "45.00" in as_tess.get(LIST, {"year": "2026"}).content.decode()
    assert "45.00" not in as_tess.get(LIST, {"year": "2025"}).content.decode()


@pytest.mark.parametrize("path", [ADD, IMPORT, reverse("admin:treasury_expense_add")])
def test_the_reviewer_reads_and_records_nothing(client, rae, path):
    client.force_login(rae)

    assert client.get(LIST).status_code == 200
    assert client.get(path).status_code == 403


@pytest.mark.parametrize("path", [LIST, reverse("admin:treasury_entry_changelist")])
def test_the_secretary_and_the_representative_see_no_money(client, sam, gail, path):
    client.force_login(sam)
    assert client.get(path).status_code == 403

    client.force_login(gail)
    assert client.get(path).status_code == 302
