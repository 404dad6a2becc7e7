"""From the bytes of a file to text, or a sentence on why it is no statement."""

import codecs
import re
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intergroup.kit.sheets import ZIP

_HEAD = 4096
_CHARSET = re.compile(r"(?:CHARSET:|encoding=[\"'])\s*([\w-]{2,20})", re.IGNORECASE)
_CONTROL = re.compile("[\x01-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_OFX = re.compile(r"<OFX[\s>]|OFXHEADER", re.IGNORECASE)
_WEB = re.compile(r"<(?:!doctype html|html|head|body|script)\b", re.IGNORECASE)
_QIF = re.compile(r"!(?:Type|Account|Option)\b", re.IGNORECASE)


def as_text(data: bytes) -> str:
    """Return the text of a file, whichever way the bank encoded it.

    Raises ValidationError for anything that is plainly no statement.
    """
    _refuse_bytes(data)
    text = _decode(data)
    _refuse_text(text[:_HEAD])
    return text


def is_ofx(text: str) -> bool:
    """Tell whether the text is OFX or QFX."""
    return _OFX.search(text[:20_000]) is not None


def _refuse_bytes(data: bytes) -> None:
    for start, sentence in _NO_STATEMENT:
        if data.startswith(start):
            raise ValidationError(sentence(), code="not_a_statement")
    if data.startswith(ZIP) and b"[Content_Types].xml" not in data:
        message = _("This is a ZIP archive. Unpack it, and choose the file inside.")
        raise ValidationError(message, code="not_a_statement")


def _decode(data: bytes) -> str:
    for name in _encodings(data):
        try:
            text = data.decode(name).lstrip("\ufeff").rstrip("\x1a")
        except UnicodeDecodeError:
            continue
        if "\0" not in text and not _CONTROL.search(text):
            return text
    message = _(
        "The letters of this file cannot be read. Save it as “CSV UTF-8”, or ask the "
        "bank for an OFX or QFX file."
    )
    raise ValidationError(message, code="encoding")


def _encodings(data: bytes) -> list[str]:
    """Return which encodings to try, the surest first."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ["utf-16"]
    head = data[:_HEAD]
    if head[1::2].count(0) * 4 > len(head):
        return ["utf-16-le"]
    if head[::2].count(0) * 4 > len(head):
        return ["utf-16-be"]
    return ["utf-8-sig", *_declared(head), "cp1252"]


def _declared(head: bytes) -> list[str]:
    """Return the encoding that the file names itself, if it is one for letters."""
    found = _CHARSET.search(head.decode("ascii", errors="replace"))
    if not found:
        return []
    name = f"cp{found[1]}" if found[1].isdigit() else found[1]
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return []
    return [known] if known.startswith(("cp125", "cp850", "cp437", "iso8859-")) else []


def _refuse_text(head: str) -> None:
    if is_ofx(head):
        return
    start = head.lstrip()
    if _WEB.match(start) or (start.startswith("<") and _WEB.search(head)):
        message = _(
            "This is a web page, not a statement. Perhaps the bank’s page was saved "
            "in place of the file."
        )
        raise ValidationError(message, code="not_a_statement")
    if start.startswith("<"):
        message = _("This is XML, but not OFX. Ask the bank for OFX, QFX or CSV.")
        raise ValidationError(message, code="not_a_statement")
    if _QIF.match(start):
        message = _("This is a QIF file. Ask the bank for OFX, QFX or CSV.")
        raise ValidationError(message, code="not_a_statement")
    if start.startswith((":20:", "{1:")):
        message = _("This is an MT940 file. Ask the bank for OFX, QFX or CSV.")
        raise ValidationError(message, code="not_a_statement")


def _packed() -> str:
    return _("This file is packed (gzip). Unpack it, and choose the file inside.")


def _pdf() -> str:
    return _("This is a PDF, made for reading. Ask the bank for OFX, QFX or CSV.")


def _picture() -> str:
    return _("This is a picture, not a statement. Ask the bank for OFX, QFX or CSV.")


_NO_STATEMENT: tuple[tuple[bytes, Callable[[], str]], ...] = (
    (b"\x1f\x8b", _packed),
    (b"%PDF", _pdf),
    (b"\x89PNG", _picture),
    (b"\xff\xd8\xff", _picture),
    (b"GIF8", _picture),
)
