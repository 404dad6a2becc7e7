"""A file that is confirmed twice, or by somebody else, and odd years in the address."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories import GroupFactory, account, fund
from tests.rights import in_service
from treasury.models import Contribution

LIST = reverse("admin:treasury_contribution_changelist")
IMPORT = reverse("admin:treasury_contribution_import")
CONFIRM = reverse("admin:treasury_contribution_process_import")
GONE = "This file is no longer here. Please upload it again."


@pytest.fixture
def previewed(as_tess):
    """What the button under the preview sends, after Tess has uploaded a file."""
    GroupFactory(name="Hope")
    account("1000")
    fund()
    file = SimpleUploadedFile(
        "a.csv", b"Received on,Group,Amount\n2026-06-01,Hope,45\n"
    )
    page = as_tess.post(IMPORT, {"import_file": file, "format": "0", "resource": ""})
    return page.context["confirm_form"].initial


def confirm(client, previewed):
    page = client.post(CONFIRM, previewed, follow=True)
    return [str(each) for each in page.context["messages"]]


def test_a_file_that_is_confirmed_twice_is_written_once(as_tess, previewed):
    confirm(as_tess, previewed)

    assert confirm(as_tess, previewed) == [GONE]
    assert Contribution.objects.count() == 1


def test_nobody_confirms_the_file_of_another(client, tess, previewed):
    client.force_login(in_service("Treasurer"))

    assert confirm(client, previewed) == [GONE]
    assert not Contribution.objects.exists()


def test_a_file_name_that_was_made_up_is_not_found(as_tess, previewed):
    name = previewed["import_file_name"].partition(":")[0]

    assert confirm(as_tess, {**previewed, "import_file_name": name}) == [GONE]


@pytest.mark.parametrize("year", ["0000", "0001", "9999", "99999", "x", ""])
def test_no_year_in_the_address_breaks_the_list(as_tess, year):
    assert as_tess.get(LIST, {"year": year}).status_code == 200
