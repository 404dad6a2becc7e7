"""The office prints the directory, takes it once, and tells what has changed."""

import hashlib

import pytest
from django.core.cache import cache
from django.urls import reverse

from intergroup.kit import once
from intergroup.registry.models import DirectoryPrint, Meeting
from tests.factories import UserFactory
from tests.registry.printing.listing import held, small_directory

pytest.importorskip("weasyprint", exc_type=OSError)
pytestmark = pytest.mark.django_db

PAGE = "/office/directory/print/"
CHOSEN = {"order": "day", "form": "page", "has_online": "on", "for_whom": "A hospital"}


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()


def made_by(client, **chosen):
    """The address at which the print that was chosen is ready."""
    answer = client.post(PAGE, {**CHOSEN, **chosen})
    assert answer.status_code == 302, answer.context["form"].errors
    return answer.url


def taken(client, **chosen):
    """The print that was written down."""
    client.post(f"{made_by(client, **chosen)}take/", {once.NAME: once.token()})
    return DirectoryPrint.objects.first()


def test_the_page_asks_what_to_print(as_sam):
    small_directory()

    page = as_sam.get(PAGE).content.decode()

    assert "3 meetings are in the list." in page
    assert '<option value="Springfield">Springfield</option>' in page


def test_what_is_made_says_how_many_pages_it_has(as_sam):
    small_directory()

    page = as_sam.get(made_by(as_sam, form="booklet")).content.decode()

    assert (
        '<span class="figure-amount">4</span> <span class="figure-label">pages' in page
    )
    assert "cannot be read aloud by a screen reader" in page


def test_what_is_taken_is_written_down(as_sam, sam):
    small_directory()
    address = made_by(as_sam)

    answer = as_sam.post(f"{address}take/", {once.NAME: once.token()})

    kept = DirectoryPrint.objects.get()
    assert (
        answer["Content-Disposition"]
        == 'attachment; filename="meetings-by-day-page.pdf"'
    )
    assert kept.sha256 == hashlib.sha256(answer.content).hexdigest()
    assert (kept.for_whom, kept.layout) == ("A hospital", "day, page")
    assert (kept.page_count, kept.made_by) == (1, sam)
    assert kept.listed["owls"] == {
        "day": 0,
        "lines": ["Sunday, 11:00 pm", "Night Owls", "Online: zoom.us/j/123"],
    }


def test_the_list_of_prints_says_in_words_how_each_was_laid_out(as_sam):
    small_directory()
    taken(as_sam, form="large")

    listed = as_sam.get(reverse("admin:registry_directoryprint_changelist"))

    assert "By day; Large print, 18 points" in listed.content.decode()


def test_a_double_click_is_written_down_once(as_sam):
    small_directory()
    address = made_by(as_sam)
    token = {once.NAME: once.token()}

    answers = [as_sam.post(f"{address}take/", token) for _each in range(2)]

    assert [each["Content-Type"] for each in answers] == ["application/pdf"] * 2
    assert DirectoryPrint.objects.count() == 1


def test_looking_at_it_is_not_written_down(as_sam):
    small_directory()

    answer = as_sam.get(f"{made_by(as_sam)}look/")

    assert answer.content.startswith(b"%PDF-")
    assert not DirectoryPrint.objects.exists()


def test_pages_that_are_no_multiple_of_four_are_refused_beside_the_box(as_sam):
    answer = as_sam.post(PAGE, {**CHOSEN, "form": "booklet", "pages": "10"})

    assert answer.status_code == 400
    assert "four pages each: 8 or 12." in answer.content.decode()
    assert 'value="10"' in answer.content.decode()


def test_a_count_of_pages_is_for_booklets(as_sam):
    answer = as_sam.post(PAGE, {**CHOSEN, "pages": "8"})

    assert "Only a booklet has a count" in answer.content.decode()


def test_what_does_not_fit_is_told(as_sam):
    for number in range(240):
        held(f"Meeting {number}", weeks="1,3")

    page = as_sam.get(made_by(as_sam, form="card")).content.decode()

    assert "A card has 4 panels for meetings" in page


def test_letters_that_the_type_lacks_are_told(as_sam):
    held("希望 Hope")

    page = as_sam.get(made_by(as_sam)).content.decode()

    assert "希望 Hope: 希 望" in page


def test_a_print_that_is_not_kept_is_not_found(as_sam):
    assert as_sam.get(f"{PAGE}abc/").status_code == 404
    assert as_sam.get(f"{PAGE}abc/look/").status_code == 404
    assert as_sam.post(f"{PAGE}abc/take/").status_code == 404


@pytest.mark.parametrize("address", [PAGE, f"{PAGE}abc/", f"{PAGE}abc/look/"])
def test_others_are_refused(client, gail, address):
    client.force_login(gail)

    assert client.get(address).status_code == 403


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get(PAGE).status_code == 302


def test_changes_since_a_print_are_told_on_screen_and_paper(as_sam):
    small_directory()
    before = taken(as_sam)
    Meeting.objects.filter(slug="hope").update(day=1)

    page = as_sam.get(reverse("registry:print-changes", args=[before.pk]))
    paper = as_sam.get(reverse("registry:print-changes-pdf", args=[before.pk]))

    assert "Before: Friday, 7:30 pm" in page.content.decode()
    assert "Now: Monday, 7:30 pm" in page.content.decode()
    assert paper.content.startswith(b"%PDF-")


def test_no_changes_are_told_too(as_sam):
    small_directory()
    before = taken(as_sam)

    page = as_sam.get(reverse("registry:print-changes", args=[before.pk]))

    assert "Nothing has changed: the print is still right." in page.content.decode()


def test_changes_are_those_of_what_was_chosen(as_sam):
    small_directory()
    before = taken(as_sam, has_online="")
    held("Another one online", attendance="online")

    page = as_sam.get(reverse("registry:print-changes", args=[before.pk]))

    assert "Nothing has changed" in page.content.decode()


def test_changes_ask_for_the_right_and_for_a_print_that_is_there(client, as_sam):
    address = reverse("registry:print-changes", args=[99])

    assert as_sam.get(address).status_code == 404
    client.force_login(UserFactory(is_staff=True))
    assert client.get(address).status_code == 403


def test_the_list_of_prints_leads_to_what_changed(as_sam):
    small_directory()
    before = taken(as_sam)

    address = reverse("admin:registry_directoryprint_change", args=[before.pk])

    assert f"/office/directory/prints/{before.pk}/changes/" in (
        as_sam.get(address).content.decode()
    )
