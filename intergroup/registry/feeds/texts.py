"""Text as feeds have it: HTML, entities, odd blanks and breaks; made plain."""

import html
import json
import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

_TAGS = (
    "a|abbr|address|article|b|big|blockquote|body|br|center|code|dd|div|dl|dt|em|figure"
    "|font|footer|h[1-6]|head|header|hr|html|i|iframe|img|ins|del|label|li|link|main|mark"
    "|meta|nav|ol|p|pre|s|script|section|small|span|strike|strong|style|sub|sup|table"
    "|tbody|td|tfoot|th|thead|title|tr|u|ul"
)
_BREAK = re.compile(
    r"<br\b[^<>]*>|</(?:p|div|li|tr|h[1-6]|ul|ol|blockquote|table)\s*>", re.IGNORECASE
)
_TAG = re.compile(rf"</?(?:{_TAGS})\b[^<>]*>|<!--[^<>]*-->", re.IGNORECASE)
_SCRIPT = re.compile(r"<(script|style)\b[^<>]*>[^<]*</\1\s*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_GAPS = re.compile(r"\n{3,}")
_ODD = {
    **dict.fromkeys((*range(32), *range(127, 160)), None),
    **dict.fromkeys((0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF), None),
    **dict.fromkeys((0x0B, 0x0C, 0x2028, 0x2029), "\n"),
    **dict.fromkeys((0x09, 0xA0, 0x202F), " "),
    0x0A: "\n",
}


def line(value: object) -> str:
    """Return a value as one line of plain text, with single blanks."""
    return " ".join(lines(value).split())


def lines(value: object) -> str:
    """Return a value as plain text that keeps its line breaks.

    Raises ValidationError (``not_text``) for a list in a list, or an object.
    """
    if value in (None, ""):
        return ""
    text = _plain(_text(value))
    return "\n".join(each.rstrip() for each in text.split("\n")).strip()


def fold(value: object) -> str:
    """Return one line as it is compared: no case, no blanks around."""
    return line(value).casefold()


def shown(value: object) -> str:
    """Return a value as a sentence can quote it, cut where it is long."""
    text = value if isinstance(value, str) else json.dumps(value, default=str)
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:60]}…"


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case {"rendered": str() as rendered}:
            return rendered
        case list():
            return ", ".join(filter(None, map(_scalar, value)))
        case dict():
            raise ValidationError(_("This is not text."), code="not_text")
    return str(value)


def _scalar(value: object) -> str:
    if isinstance(value, list | dict):
        raise ValidationError(_("This is not text."), code="not_text")
    return _text(value)


def _plain(text: str) -> str:
    """Return text without HTML; what was encoded twice is decoded twice."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for _again in range(5):
        plain = _ENTITY.sub(lambda found: html.unescape(found[0]), _stripped(text))
        if plain == text:
            break
        text = plain
    return text.translate(_ODD)


def _stripped(text: str) -> str:
    if "<" not in text:
        return text
    text = _TAG.sub("", _BREAK.sub("\n", _SCRIPT.sub("", text)))
    return _GAPS.sub("\n\n", text)
