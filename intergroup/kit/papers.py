"""Photos and PDFs that people send: known by their content, and cleaned before kept.

A picture is drawn anew, so that neither a place nor a camera nor a second file inside
it is kept; a PDF is kept as it is, unless it is locked or carries a program.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from PIL import Image, ImageOps

MAX_BYTES = 8 * 1024 * 1024
MOST_PIXELS = 50_000_000  # the largest photo of a telephone
LONGEST = 3_000  # pixels of the longer side, as it is kept: a page at 270 dpi
MOST_UNPACKED = 16 * 1024 * 1024

PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
ENDINGS = {PDF: "pdf", JPEG: "jpg", PNG: "png"}
BEGINS = {b"%PDF-": PDF, b"\xff\xd8\xff": JPEG, b"\x89PNG\r\n\x1a\n": PNG}

_HEIC = re.compile(rb".{4}ftyp(heic|heix|heim|hevc|hevx|mif1|msf1|avif)", re.DOTALL)
_NAME = re.compile(rb"/((?:[^\x00-\x20()<>\[\]{}/%#]|#[0-9A-Fa-f]{2})+)")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_PROGRAMS = {b"JavaScript", b"JS", b"Launch", b"RichMedia"}
_UNREADABLE = (OSError, SyntaxError, ValueError, zlib.error)
_BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


def too_much() -> ValidationError:
    """Return what to say where ``uploads.is_cut``: nothing was read whole."""
    message = _("The files are larger than 20 MB together. Send them one by one.")
    return ValidationError(message, code="too_large")


@dataclass(frozen=True, slots=True)
class Paper:
    """A file as somebody sent it; its name says nothing of what is in it."""

    name: str
    data: bytes


def read(data: bytes, *, name: str) -> tuple[str, bytes]:
    """Return the kind (``application/pdf`` …) and the bytes to keep.

    Raises ValidationError with a sentence that names the file: ``empty``,
    ``too_large``, ``heic``, ``unknown_kind``, ``broken``, ``too_many_pixels``,
    ``locked`` or ``program``.
    """
    check_size(len(data), name=name)
    kind = next((BEGINS[each] for each in BEGINS if data.startswith(each)), None)
    if kind == PDF:
        _check_pdf(data, name)
        return kind, data
    if kind:
        return _drawn_anew(data, kind, name)
    if _HEIC.match(data):
        _refuse(
            _(
                "“%s” is a HEIC photo, which not everybody can open. Send it as JPEG: "
                "on an iPhone choose Settings, Camera, Formats, Most Compatible."
            ),
            name,
            code="heic",
        )
    message = _("“%s” is no PDF, JPEG or PNG. Take a photo of it, or print it to PDF.")
    _refuse(message, name, code="unknown_kind")
    return None


def check_size(size: int, *, name: str) -> None:
    """Raise ValidationError (``empty``, ``too_large``) before anything is read."""
    if not size:
        _refuse(_("“%s” is empty."), name, code="empty")
    if size > MAX_BYTES:
        message = _("“%s” is larger than 8 MB. Send a smaller photo or scan.")
        _refuse(message, name, code="too_large")


class PapersInput(forms.FileInput):
    """A box for several files; telephones offer their camera."""

    allow_multiple_selected = True


class PapersField(forms.FileField):
    """Asks for photos and PDFs; gives a list of papers, which ``read`` has to read."""

    def __init__(self, **options: object) -> None:
        accepted = PapersInput(attrs={"accept": ",".join(ENDINGS)})
        usual = {
            "label": gettext_lazy("Photo or PDF"),
            "help_text": gettext_lazy("PDF, JPEG or PNG, up to 8 MB each."),
        }
        super().__init__(widget=accepted, **{**usual, **options})

    def clean(self, data: object, initial: object = None) -> list[Paper]:
        files: list[UploadedFile] = data or []
        if not files:
            super().clean(None, initial)
        for each in files:
            check_size(each.size, name=each.name)
        return [Paper(each.name, each.read()) for each in files]


def _drawn_anew(data: bytes, kind: str, name: str) -> tuple[str, bytes]:
    try:
        with Image.open(BytesIO(data), formats=["JPEG", "PNG"]) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Image.DecompressionBombError
            picture = _plain_picture(image)
    except _BOMBS:
        message = _("“%s” has too many pixels. Send a smaller picture.")
        _refuse(message, name, code="too_many_pixels")
    except _UNREADABLE:
        message = _("“%s” cannot be read: the file is damaged.")
        _refuse(message, name, code="broken")
    if kind == PNG and len(content := _encoded(picture, "PNG")) <= MAX_BYTES:
        return PNG, content
    return JPEG, _encoded(picture, "JPEG")


def _plain_picture(image: Image.Image) -> Image.Image:
    """Return the picture upright on white, with nothing but its pixels."""
    image.thumbnail((LONGEST, LONGEST))
    upright = ImageOps.exif_transpose(image).convert("RGBA")
    plain = Image.new("RGB", upright.size, "white")
    plain.paste(upright, mask=upright.getchannel("A"))
    return plain


def _encoded(picture: Image.Image, form: str) -> bytes:
    out = BytesIO()
    picture.save(out, form, quality=85, optimize=form == "PNG")
    return out.getvalue()


def _check_pdf(data: bytes, name: str) -> None:
    if not data.rstrip(b"\0\t\n\f\r ").endswith(b"%%EOF"):
        message = _("“%s” does not end as a PDF does. Print it to a PDF once more.")
        _refuse(message, name, code="broken")
    found = {each for part in _readable_parts(data) for each in _names(part)}
    if b"Encrypt" in found:
        message = _("“%s” is locked. Send it without a password.")
        _refuse(message, name, code="locked")
    if found & _PROGRAMS:
        message = _(
            "“%s” carries a program. Print it to a PDF once more, and send that."
        )
        _refuse(message, name, code="program")


def _readable_parts(data: bytes) -> Iterator[bytes]:
    """Yield what stands outside the streams, and the objects packed into streams."""
    begin, room = 0, MOST_UNPACKED
    while (stream := data.find(b"stream", begin)) >= 0:
        outside = data[begin:stream]
        yield outside
        end = data.find(b"endstream", stream)
        if end < 0:
            begin = stream
            break
        if b"ObjStm" in _names(outside):
            unpacked = _unpacked(data[stream + len(b"stream") : end].lstrip(), room)
            room -= len(unpacked)
            yield unpacked
        begin = end + len(b"endstream")
    yield data[begin:]


def _names(part: bytes) -> set[bytes]:
    """Return the names in a part of a PDF, however they are spelled: /J#53 is JS."""
    return {
        _ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), each)
        for each in _NAME.findall(part)
    }


def _unpacked(packed: bytes, room: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, max(room, 1))
    except zlib.error:
        return b""


def _refuse(message: str, name: str, *, code: str) -> None:
    raise ValidationError(message % name, code=code)
