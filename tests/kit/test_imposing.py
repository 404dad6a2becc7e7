"""Pages on larger sheets: their order, what fills them up, and the same bytes."""

from io import BytesIO

import pytest
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import NameObject

from intergroup.kit import imposing, pdf

pytest.importorskip("weasyprint", exc_type=OSError)


def _pages(*words):
    parts = "".join(
        f'<p class="fresh contents">{word}</p>' if number else f"<p>{word}</p>"
        for number, word in enumerate(words)
    )
    page = (
        '<!DOCTYPE html><html lang="en"><head><title>A page</title></head>'
        f"<body>{parts}</body></html>"
    )
    return pdf.printed(page, is_tagged=False).data


def _sides(data):
    return [_words(page) for page in PdfReader(BytesIO(data)).pages]


def _words(page: PageObject):
    """The words of a side from left to right."""
    forms = page["/Resources"]["/XObject"]
    drawn = page.get_contents().get_data().decode().split("\n")
    return [_word(forms[line.split()[8]].get_object()) for line in drawn]


def _word(form):
    writer = PdfWriter()
    page = writer.add_blank_page(612, 792)
    page[NameObject("/Resources")] = form["/Resources"].clone(writer)
    page[NameObject("/Contents")] = form.clone(writer)
    return page.extract_text().split()[0]  # the rest is the foot of the page


def _booklet(*words, pages=0):
    return imposing.booklet(
        _pages(*words),
        filler=_pages("Notes"),
        sheet=imposing.LETTER,
        title="Meetings",
        pages=pages,
    )


def _card(*words):
    return imposing.trifold(
        _pages(*words),
        filler=_pages("Notes"),
        sheet=imposing.A4,
        narrower=6,
        title="Meetings",
    )


def test_eight_pages_are_stitched_from_the_outermost_sheet_in():
    assert imposing.saddle_stitched(8) == [(7, 0), (1, 6), (5, 2), (3, 4)]


@pytest.mark.parametrize(("pages", "missing"), [(1, 3), (4, 0), (5, 3), (16, 0)])
def test_padding_fills_up_to_a_multiple_of_four(pages, missing):
    assert imposing.padding(pages) == missing


def test_padding_reaches_the_count_that_was_asked_for():
    assert imposing.padding(6, at_least=16) == 10


def test_a_booklet_is_filled_up_before_its_last_page():
    made = _booklet("One", "Two", "Three", "Four", "Five", "Last")

    assert _sides(made) == [
        ["Last", "One"],
        ["Two", "Notes"],
        ["Notes", "Three"],
        ["Four", "Five"],
    ]


def test_a_booklet_keeps_to_the_count_that_was_asked_for():
    made = _booklet("One", "Last", pages=8)

    assert len(_sides(made)) == 4


def test_a_card_has_its_cover_on_the_right_and_its_flap_on_the_left():
    made = _card("Cover", "Left", "Middle", "Right", "Flap", "Back")

    assert _sides(made) == [["Flap", "Back", "Cover"], ["Left", "Middle", "Right"]]


def test_a_card_with_few_pages_is_filled_up_before_its_back():
    made = _card("Cover", "Left", "Back")

    assert _sides(made) == [["Notes", "Back", "Cover"], ["Left", "Notes", "Notes"]]


def test_a_card_refuses_more_than_it_has_panels_for():
    with pytest.raises(ValueError, match="7 panels"):
        _card("1", "2", "3", "4", "5", "6", "7")


def test_the_same_pages_give_the_same_bytes():
    assert _booklet("One", "Two") == _booklet("One", "Two")


def test_a_booklet_asks_the_printer_to_turn_it_at_the_short_edge():
    made = PdfReader(BytesIO(_booklet("One", "Two")))

    assert made.root_object["/ViewerPreferences"]["/Duplex"] == "/DuplexFlipShortEdge"
    assert made.metadata.title == "Meetings"
