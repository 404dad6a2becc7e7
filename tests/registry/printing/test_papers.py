"""The directory on paper: its pages, its sheets, and the same bytes."""

import hashlib
import os
import subprocess
import sys
from io import BytesIO

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from pypdf import PdfReader

from intergroup.kit import pdf
from intergroup.registry.models import Body
from intergroup.registry.publishing import published
from intergroup.registry.reports.printed import Wishes
from intergroup.registry.views.printing.papers import html, make_paper
from tests.factories import BodyFactory, GroupFactory, LocationFactory
from tests.registry.printing.listing import (
    SITE,
    TODAY,
    directory,
    held,
    small_directory,
)

pytest.importorskip("weasyprint", exc_type=OSError)
pytestmark = pytest.mark.django_db

FORMS = ("page", "large", "booklet", "card")
LONG = (
    "A Name of Eighty Letters That Some Group Has Really Given Itself Long Years Ago!"
)


def paper(**wishes):
    return make_paper(published(TODAY), Wishes(site=SITE, **wishes))


def words(made):
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(made.pdf)).pages)
    return " ".join(text.split())


def size(made):
    page = PdfReader(BytesIO(made.pdf)).pages[0]
    return round(page.mediabox.width), round(page.mediabox.height)


def test_pages_say_what_when_and_whom_to_ask():
    BodyFactory(email="area@example.org")
    small_directory()

    said = words(paper(for_whom="County Hospital"))

    for each in (
        "Updated on Nov. 22, 2026 · 3 meetings",
        "For County Hospital",
        "Helpline +1-309-555-0100",
        "area.example.org/meetings",
        "7:30 pm Friday Hope O",
        "Online: zoom.us/j/123",
        "Write to area@example.org.",
        "Page 1 of 1",
    ):
        assert each in said


def test_pages_are_tagged_and_named(tmp_path):
    small_directory()

    made = pikepdf.open(BytesIO(paper().pdf))

    with made.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"].endswith("Meetings by day")


@pytest.mark.parametrize("form", FORMS)
def test_the_same_data_gives_the_same_bytes(form):
    small_directory()

    assert paper(form=form, has_codes=True).pdf == paper(form=form, has_codes=True).pdf


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("order", ["day", "town", "group"])
def test_an_empty_list_is_printed_too(form, order):
    assert paper(form=form, order=order).listed == {}


@pytest.mark.parametrize("form", FORMS)
def test_one_meeting_with_a_long_name_is_printed(form):
    held(LONG, group=GroupFactory(name=LONG))

    assert paper(form=form).pages >= 1


@pytest.mark.parametrize(
    ("wishes", "inches"),
    [
        ({"form": "page"}, (612, 792)),
        ({"form": "page", "paper": "A4"}, (595, 842)),
        ({"form": "booklet"}, (792, 612)),
        ({"form": "booklet", "paper": "A4"}, (842, 595)),
        ({"form": "card"}, (792, 612)),
        ({"form": "card", "paper": "A4"}, (842, 595)),
    ],
    ids=["letter", "a4", "booklet", "booklet-a4", "card", "card-a4"],
)
def test_a_form_has_its_sheet(wishes, inches):
    assert size(paper(**wishes)) == inches


def test_the_paper_is_the_body_s_unless_another_is_asked_for():
    BodyFactory(paper=Body.Paper.A4)

    assert size(paper()) == (595, 842)


def test_a_booklet_has_a_multiple_of_four_pages():
    small_directory()

    made = paper(form="booklet")

    assert (made.pages, made.sides) == (4, 2)
    assert "Notes and telephone numbers" in words(made)


def test_a_booklet_has_as_many_pages_as_were_asked_for():
    small_directory()

    assert paper(form="booklet", pages=8).pages == 8


def _many(count):
    for number in range(count):
        place = LocationFactory(address=f"{number} {'Long Street ' * 6}")
        held(f"Meeting {number}", location=place)


def test_a_booklet_that_is_too_short_is_refused_in_words():
    _many(120)

    with pytest.raises(ValidationError, match="4 pages do not hold it: it needs 8"):
        paper(form="booklet", pages=4)


def test_a_card_that_is_too_small_is_refused_in_words():
    _many(200)

    with pytest.raises(ValidationError, match="A card has 4 panels for meetings"):
        paper(form="card")


def test_each_online_meeting_has_a_code_where_codes_are_wanted():
    small_directory()

    page = html(directory(has_codes=True))

    assert "QR code: the page of Night Owls" in page
    assert "QR code: the page of Friday Hope" not in page


def test_running_heads_say_from_where_to_where():
    _many(150)

    second = PdfReader(BytesIO(paper().pdf)).pages[1].extract_text()

    assert "Fri 7:30 pm – Fri 7:30 pm" in second


def test_another_process_prints_the_same_bytes(tmp_path):
    page = html(directory(has_codes=True))
    (tmp_path / "page.html").write_text(page)
    program = (
        "import django, hashlib, sys; django.setup()\n"
        "from pathlib import Path\n"
        "from intergroup.kit import pdf\n"
        "made = pdf.from_html(Path(sys.argv[1]).read_text())\n"
        "print(hashlib.sha256(made).hexdigest())"
    )

    told = subprocess.run(  # noqa: S603 (the program above)
        [sys.executable, "-c", program, str(tmp_path / "page.html")],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7"},
    )

    assert told.stdout.strip() == hashlib.sha256(pdf.from_html(page)).hexdigest()
