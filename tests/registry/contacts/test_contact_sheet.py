"""The confidential contact sheet: who may, what it carries, what is written down."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from pypdf import PdfReader

from intergroup.kit import once, pages
from intergroup.registry.actions.contacting import (
    MOST_PEOPLE,
    MOST_SHEETS,
    log_contact_sheet,
)
from intergroup.registry.models import ContactSheet
from intergroup.registry.reports.contact_sheet import contact_sheets
from tests.factories import (
    BodyFactory,
    DistrictFactory,
    GroupContactFactory,
    GroupFactory,
    PersonFactory,
    RepresentativeFactory,
)

SHEET = "/office/contacts/"
FEBRUARY_1 = date(2026, 2, 1)
NOON = datetime(2026, 2, 1, 12, tzinfo=UTC)
PHONE, EMAIL = "408-555-0142", "jo@example.net"

pytestmark = pytest.mark.django_db


@pytest.fixture
def jo():
    """Jo, the contact of a group of the north, and nobody speaks for it."""
    BodyFactory()
    group = GroupFactory(number=12, name="Friday Hope", district=DistrictFactory())
    person = PersonFactory(first_name="Jo", last_initial="M", phone=PHONE, email=EMAIL)
    return GroupContactFactory(group=group, person=person)


def log(sam, **options):
    """Write down a small sheet of Sam’s."""
    said = {"scope": "All groups", "people_count": 1, "printed_at": NOON}
    return log_contact_sheet(printed_by=sam, **{**said, **options})


def test_the_screen_shows_counts_and_nobody(as_sam, jo):
    page = as_sam.get(SHEET)

    assert "Groups without a GSR" in page.content.decode()
    for private in ("Jo M.", PHONE, EMAIL):
        assert private not in page.content.decode()
    assert "no-store" in page["Cache-Control"]


def test_the_paper_is_written_down_before_it_leaves(as_sam, sam, jo):
    answer = as_sam.post(SHEET, {"sheet": "all"})

    kept = ContactSheet.objects.get()
    assert (kept.scope, kept.people_count, kept.printed_by) == ("All groups", 1, sam)
    assert answer.content.startswith(b"%PDF-")
    assert "no-store" in answer["Cache-Control"]


def test_every_page_says_for_whom_it_was_printed(as_sam, jo):
    for number in range(100, 160):
        GroupContactFactory(group=GroupFactory(number=number), person=jo.person)

    answer = as_sam.post(SHEET, {"sheet": "all"})

    pages_of_it = PdfReader(BytesIO(answer.content)).pages
    assert len(pages_of_it) > 1
    for each in pages_of_it:
        said = " ".join(each.extract_text().split())
        assert "CONFIDENTIAL" in said
        assert "Printed for Sam D. on" in said


def test_the_sheet_says_whom_to_reach_and_how(jo):
    RepresentativeFactory(group=jo.group, person=PersonFactory(first_name="Gail"))
    everybody = contact_sheets(FEBRUARY_1)[0]

    html = render_to_string(
        "registry/print/contact_sheet.html",
        pages.context(sheet=everybody, reader="Sam D.", today=FEBRUARY_1),
    )

    assert "12 Friday Hope" in html
    for said in ("Gail D.", "GSR", "Jo M.", "Primary contact", PHONE, EMAIL):
        assert said in html


def test_there_is_a_sheet_for_each_district_and_for_those_without_a_voice(jo):
    RepresentativeFactory(group=GroupFactory(number=7))

    found = [
        (each.key, [group.number for group in each.groups], each.people_count)
        for each in contact_sheets(FEBRUARY_1)
    ]

    district = f"district-{jo.group.district.number}"
    assert found == [("all", [7, 12], 2), (district, [12], 1), ("unspoken", [12], 1)]


def test_those_whose_service_ended_are_on_no_sheet(jo):
    jo.ended_on = FEBRUARY_1
    jo.save()

    assert contact_sheets(FEBRUARY_1)[0].people_count == 0


def test_a_mailbox_of_the_service_stands_in_the_place_of_a_persons_own(jo):
    jo.mailbox = "group12@ha.example"
    jo.save()

    reached = contact_sheets(FEBRUARY_1)[0].groups[0].people[0]

    assert reached.email == "group12@ha.example"


def test_only_those_with_the_right_print_it(client, tess, cal, gail, jo):
    for each in (tess, cal, gail):
        client.force_login(each)
        assert client.get(SHEET).status_code == 403
        assert client.post(SHEET, {"sheet": "all"}).status_code == 403

    assert not ContactSheet.objects.exists()


def test_a_sheet_is_printed_once_for_each_time_it_is_asked_for(as_sam, jo):
    sent = {"sheet": "all", once.NAME: once.token()}

    first, second = as_sam.post(SHEET, sent), as_sam.post(SHEET, sent)

    assert first["Content-Type"] == "application/pdf"
    assert second.status_code == 302
    assert ContactSheet.objects.count() == 1


@pytest.mark.parametrize("sheet", ["", "district-999", "<script>"])
def test_a_sheet_that_is_not_there_prints_nothing(as_sam, jo, sheet):
    page = as_sam.post(SHEET, {"sheet": sheet}, follow=True)

    assert "Choose a sheet with people on it first." in page.content.decode()
    assert not ContactSheet.objects.exists()


def test_nobody_prints_in_bulk(sam):
    with pytest.raises(ValidationError) as refused:
        log(sam, people_count=MOST_PEOPLE + 1)

    assert refused.value.code == "too_many_people"


def test_nobody_prints_again_and_again(sam, reg):
    for _each in range(MOST_SHEETS):
        log(sam)

    with pytest.raises(ValidationError) as refused:
        log(sam)

    assert refused.value.code == "too_many_sheets"
    assert log(reg)
    assert log(sam, printed_at=NOON + timedelta(days=1))
    assert ContactSheet.objects.count() == MOST_SHEETS + 2


def test_a_refused_sheet_is_said_on_the_page(as_sam, sam, jo):
    for _each in range(MOST_SHEETS):
        log(sam, printed_at=datetime.now(tz=UTC))

    page = as_sam.post(SHEET, {"sheet": "all"}, follow=True)

    assert "contact sheets since yesterday" in page.content.decode()
