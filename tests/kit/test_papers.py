"""Photos and PDFs that people send, and files that only look like them."""

import struct
import zlib
from io import BytesIO

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from intergroup.kit import papers, pdf

PLAIN = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << >>\n%%EOF\n"
PLACE = "47 degrees north"


def picture(form="JPEG", size=(8, 4), mode="RGB", **options):
    out = BytesIO()
    Image.new(mode, size, 120).save(out, form, **options)
    return out.getvalue()


def with_a_place():
    """A photo that says where it was taken, and how it is to be turned."""
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = PLACE, 6
    return picture(exif=exif, comment=PLACE.encode())


def bomb(side=30_000):
    """A small PNG that unpacks to nine hundred million pixels."""
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)
        for kind, body, check in (
            (b"IHDR", header, zlib.crc32(b"IHDR" + header)),
            (b"IEND", b"", zlib.crc32(b"IEND")),
        )
    )


def refusal(data, name="bill.pdf"):
    with pytest.raises(ValidationError) as refused:
        papers.read(data, name=name)
    assert name in refused.value.messages[0]
    return refused.value.code


def test_a_photo_is_kept_upright_without_its_place():
    photo = with_a_place()

    kind, content = papers.read(photo, name="photo.jpg")

    kept = Image.open(BytesIO(content))
    assert (kind, kept.size) == ("image/jpeg", (4, 8))
    assert dict(kept.getexif()) == {}
    assert PLACE.encode() in photo
    assert PLACE.encode() not in content


def test_a_picture_is_known_by_what_it_is_and_loses_its_words():
    words = PngInfo()
    words.add_text("Comment", PLACE)

    kind, content = papers.read(picture("PNG", pnginfo=words), name="bill.pdf")

    assert kind == "image/png"
    assert PLACE.encode() not in content


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_kind_of_png_is_drawn_in_plain_colours(mode):
    kind, content = papers.read(picture("PNG", mode=mode), name="a.png")

    assert Image.open(BytesIO(content)).mode == "RGB"
    assert kind == "image/png"


def test_a_large_photo_is_kept_at_the_size_of_a_page():
    _kind, content = papers.read(picture(size=(6_000, 4_000)), name="a.jpg")

    assert Image.open(BytesIO(content)).size == (3_000, 2_000)


def test_what_hangs_behind_a_photo_is_not_kept():
    hidden = picture() + b"<script>alert(1)</script>"

    _kind, content = papers.read(hidden, name="a.jpg")

    assert b"script" not in content


def test_a_pdf_is_kept_as_it_is():
    printed = pdf.from_html("<html lang='en'><title>Rent</title><p>Rent</p></html>")

    assert papers.read(printed, name="rent.pdf") == ("application/pdf", printed)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\xff\xd8\xff" + bytes(8 * 1024 * 1024), "too_large"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unknown_kind"),
        (b"<!doctype html><script>alert(1)</script>", "unknown_kind"),
        (b" %PDF-1.4 %%EOF", "unknown_kind"),
        (b"GIF89a%PDF-1.4 %%EOF", "unknown_kind"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "heic"),
        (PLAIN + b"PK\x05\x06" + bytes(18), "broken"),
        (picture()[:200], "broken"),
        (b"\xff\xd8\xff" + b"<html>", "broken"),
        (bomb(), "too_many_pixels"),
        (bomb(side=8_000), "too_many_pixels"),
        (PLAIN.replace(b"/Type", b"/OpenAction << /S /JavaScript >> /Type"), "program"),
        (PLAIN.replace(b"/Type", b"/AA << /S /J#53 >> /Type"), "program"),
        (PLAIN.replace(b"/Type", b"/S/Launch /Type"), "program"),
        (PLAIN.replace(b"<< >>", b"<</Encrypt 3 0 R>>"), "locked"),
    ],
)
def test_what_is_no_plain_photo_or_pdf_is_refused(data, code):
    assert refusal(data) == code


def test_a_program_that_is_packed_away_in_a_pdf_is_found():
    made, out = pikepdf.new(), BytesIO()
    made.Root.OpenAction = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS="app.alert(1)"
    )
    packed = pikepdf.ObjectStreamMode.generate
    made.save(out, object_stream_mode=packed)

    assert b"JavaScript" not in out.getvalue()
    assert refusal(out.getvalue()) == "program"


def test_a_locked_pdf_is_refused():
    made, out = pikepdf.new(), BytesIO()
    made.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))

    assert refusal(out.getvalue()) == "locked"


def test_a_pdf_of_many_unfinished_streams_is_read_in_no_time():
    assert papers.read(b"%PDF-" + b"stream" * 1_000_000 + b"%%EOF", name="a")
