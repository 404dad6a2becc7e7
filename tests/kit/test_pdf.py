"""Printing: tagged, the same every time, and nothing from outside."""

import logging
import os
import subprocess
import sys

import pikepdf
import pytest
from django.template.loader import render_to_string

from intergroup.kit import pages, pdf
from tests.factories import BodyFactory

pytest.importorskip("weasyprint", exc_type=OSError)


def _page(content):
    return (
        '<!DOCTYPE html><html lang="en"><head><title>A page</title></head>'
        f"<body>{content}</body></html>"
    )


def _opened(data, tmp_path):
    file = tmp_path / "page.pdf"
    file.write_bytes(data)
    return pikepdf.open(file)


def test_from_html_makes_a_tagged_pdf_with_title_and_language(tmp_path):
    made = _opened(pdf.from_html(_page("<h1>Motions</h1>")), tmp_path)

    with made.open_metadata() as metadata:
        assert (metadata["pdfuaid:part"], metadata["dc:title"]) == ("1", "A page")
    assert made.Root.Lang == "en"
    assert made.Root.MarkInfo.Marked


def test_from_html_makes_a_bookmark_of_each_heading(tmp_path):
    made = _opened(pdf.from_html(_page("<h1>One</h1><h2>Two</h2>")), tmp_path)

    with made.open_outline() as outline:
        assert [item.title for item in outline.root] == ["One"]
        assert [item.title for item in outline.root[0].children] == ["Two"]


def test_from_html_gives_the_same_bytes_for_the_same_page():
    page = _page("<h1>Motions</h1><p>Passed.</p>")

    assert pdf.from_html(page) == pdf.from_html(page)


def test_printed_repeats_the_pages_so_many_times(tmp_path):
    page = _page("<h1>One</h1><h1>Two</h1>")

    made = pdf.printed(page, copies=3)

    opened = _opened(made.data, tmp_path)
    tags = opened.Root.StructTreeRoot
    assert (made.pages, len(opened.pages)) == (3, 3)
    assert [page.StructParents for page in opened.pages] == [0, 1, 2]
    assert len(tags.ParentTree.Nums) == 6
    assert [str(each.S) for each in tags.K[0].K] == ["/H1", "/H1"] * 3


def test_from_html_prints_in_the_type_of_the_house_only(tmp_path):
    page = _page("<p>Text <b>and</b> <i>more</i>, “quoted” – −1,300.00</p>")

    made = _opened(pdf.from_html(page), tmp_path)

    fonts = {
        str(font.BaseFont).split("+")[1].split("-")[0]
        for page in made.pages
        for font in page.Resources.Font.values()
    }
    assert fonts == {"Intergroup"}


@pytest.mark.parametrize(
    "content",
    [
        '<img src="https://example.org/x.png" alt="">',
        '<img src="file:///etc/hostname" alt="">',
        '<link rel="attachment" href="file:///etc/hostname">',
        '<style>@import "http://example.org/x.css";</style>',
        '<style>p { background: url("http://example.org/x.png") }</style><p>x</p>',
        '<img src="asset:../../manage.py" alt="">',
        '<img src="asset:theme.css" alt="">',
    ],
)
def test_from_html_refuses_what_is_not_its_own(content):
    with pytest.raises(pdf.CannotPrintError, match="may not be printed"):
        pdf.from_html(_page(content))


def test_base_page_prints_on_the_paper_of_the_body(db, tmp_path):
    sizes = {}
    for paper in ("letter", "A4"):
        body = BodyFactory.build(paper=paper)
        html = render_to_string("print/base.html", {**pages.context(), "body": body})
        made = _opened(pdf.from_html(html), tmp_path)
        sizes[paper] = [round(float(edge)) for edge in made.pages[0].MediaBox[2:]]

    assert sizes == {"letter": [612, 792], "A4": [595, 842]}


def test_base_page_turns_for_a_wide_table(tmp_path):
    page = _page('<section class="part"><table class="sheet wide"></table></section>')
    page = page.replace(
        "<title>", '<link rel="stylesheet" href="asset:print-a4.css"><title>'
    )

    made = _opened(pdf.from_html(page), tmp_path)

    assert [round(float(edge)) for edge in made.pages[0].MediaBox[2:]] == [842, 595]


def test_print_stylesheets_hold_nothing_the_printer_does_not_know(caplog):
    pdf._house_style.cache_clear()
    links = "".join(
        f'<link rel="stylesheet" href="asset:{name}">'
        for name in sorted(pdf._assets())
        if name.endswith(".css")
    )

    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        pdf.from_html(_page(links))

    assert [record.getMessage() for record in caplog.records] == []


def test_from_html_says_in_a_sentence_that_pango_is_missing(tmp_path):
    (tmp_path / "weasyprint.py").write_text("raise OSError('no library called pango')")
    program = (
        "import django; django.setup()\n"
        "from intergroup.kit import pdf\n"
        "try:\n    pdf.from_html('')\n"
        "except pdf.CannotPrintError as error:\n    print(error)"
    )

    told = subprocess.run(  # noqa: S603 (the program above)
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )

    assert told.stdout.startswith("PDFs cannot be made here: the Pango library")


def test_weasyprint_is_not_imported_until_something_is_printed():
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; import intergroup.kit.pdf; print('weasyprint' in sys.modules)",
        ],
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout.strip() == "False"


def test_every_header_of_a_table_says_what_it_heads(tmp_path):
    head = '<tr><th scope="col">Fund</th><th scope="col">Closing</th></tr>'
    row = '<tr><th scope="row">Operating</th><td>45.00</td></tr>'
    table = f"<table><thead>{head}</thead><tbody>{row}</tbody></table>"

    made = _opened(pdf.from_html(_page(table)), tmp_path)

    scopes = [
        str(each.A.Scope)
        for each in made.objects
        if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/TH"
    ]
    assert sorted(scopes) == ["/Column", "/Column", "/Row"]
